//! What sort of document it is: the closed list that citations depend on.

macro_rules! kinds {
    ($($variant:ident $name:literal,)+) => {
        /// The sort of a document.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = concat!("`", $name, "`")] $variant,)+ }

        impl Kind {
            /// Every kind, in the order in which indexes list them.
            pub const ALL: &[Kind] = &[$(Kind::$variant,)+];

            /// The name that front matter and addresses use.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)+ }
            }
        }
    };
}

kinds! {
    Communique "communique",
    JointStatement "joint-statement",
    Treaty "treaty",
    ExchangeOfNotes "exchange-of-notes",
    Resolution "resolution",
    Speech "speech",
    Statement "statement",
    PressRelease "press-release",
    PressConference "press-conference",
    Letter "letter",
    Telegram "telegram",
    Memorandum "memorandum",
    Report "report",
    Law "law",
    Other "other",
}

impl Kind {
    /// The kind of that name; spaces and underscores count as hyphens.
    pub fn parse(name: &str) -> Option<Kind> {
        let name = name.trim().to_lowercase().replace([' ', '_'], "-").replace('é', "e");
        Kind::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn names_read_back() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
        }
        assert_eq!(Kind::parse("Press Release"), Some(Kind::PressRelease));
        assert_eq!(Kind::parse("Communiqué"), Some(Kind::Communique));
        assert_eq!(Kind::parse("poem"), None);
    }
}
