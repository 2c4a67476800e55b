//! Names for formats that want family and given name apart.

use super::line::folded;
use crate::citation::Creator;
use crate::document::Name;

/// A name as reference managers hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parted<'a> {
    /// Family and given name.
    Parts(&'a str, &'a str),
    /// A name in one piece: a body's, or a person's of which no more is known.
    Whole(&'a str),
}

/// The parts of a name as its author wrote them.
pub(super) fn parted(creator: Creator<'_>) -> Parted<'_> {
    match creator {
        Creator::Person(Name::Parts { family, given: Some(given) })
            if !family.trim().is_empty() && !given.trim().is_empty() =>
        {
            Parted::Parts(family, given)
        }
        Creator::Person(Name::Parts { family, .. }) => Parted::Whole(family),
        Creator::Person(Name::Literal(name)) => Parted::Whole(name),
        Creator::Institution(name) => Parted::Whole(name),
    }
}

/// `Kamikawa, Yoko`; a name that is not in parts, a body's above all, ends in a comma.
pub(in crate::render) fn author(creator: Creator<'_>) -> String {
    let bare = |text: &str| folded(&text.replace(',', " "));
    match parted(creator) {
        Parted::Parts(family, given) => format!("{}, {}", bare(family), bare(given)),
        Parted::Whole(name) => format!("{},", bare(name)),
    }
}
