//! Works by title.

use super::WorkId;

/// All works in the order of their titles in one language.
#[derive(Debug, Default)]
pub struct Titles {
    /// Works in order.
    pub order: Vec<WorkId>,
    /// Runs of works whose titles begin alike, in order.
    pub groups: Vec<Group>,
}

/// A run of works under one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `A`, `か`, `漢`, `#` for digits and signs.
    pub label: Box<str>,
    /// The position of its first work.
    pub start: usize,
    /// How many works it has.
    pub count: usize,
}
