//! What readers look up by the letter.

/// Things in the order of their words in one language.
#[derive(Clone, Debug)]
pub struct Index<T> {
    /// In order.
    pub order: Vec<T>,
    /// Runs whose words begin alike, in order; none where all are seen at a glance.
    pub groups: Vec<Group>,
}

/// A run under one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `A`, `か`, `漢`, `#` for digits and signs.
    pub label: Box<str>,
    /// The position of its first thing.
    pub start: usize,
    /// How many things it has.
    pub count: usize,
}
