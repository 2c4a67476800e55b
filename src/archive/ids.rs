//! Small numbers that stand for the archive's parts.

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(u32);

            impl $name {
                /// The id of the part at this position.
                pub fn new(index: usize) -> $name {
                    $name(u32::try_from(index).unwrap_or(u32::MAX))
                }

                /// The position of the part.
                pub fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

ids! {
    /// A document: its position by path.
    DocumentId;
    /// A work: its position in time.
    WorkId;
    /// A taxonomy.
    TaxonomyId;
    /// A term within its taxonomy.
    TermId;
    /// A plain page.
    PlainId;
    /// A copied file.
    FileId;
    /// A list narrowed to a term.
    FilterId;
    /// An interface language.
    InterfaceId;
}
