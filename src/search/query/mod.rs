//! A query: what somebody wants to find, as written and as the index is asked for it.
//!
//! Words must all be there; `"…"` is a phrase, `-` before a word or phrase excludes it,
//! `peace*` is any form of the word and any word that begins so, `a NEAR b` and `a NEAR/5 b` stand close together.

mod parse;
#[cfg(test)]
mod tests;

/// What to find.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of these.
    pub wanted: Vec<Want>,
    /// None of these.
    pub excluded: Vec<Want>,
    /// Whether something was written, yet no word: it finds nothing.
    pub is_wordless: bool,
}

/// A thing to find in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// A word in any of its forms; folded.
    Word(String),
    /// A word in this form; folded.
    Exact(String),
    /// A word in any of its forms, and any word that begins so; folded.
    Prefix(String),
    /// A single character of a script without spaces.
    Sign(char),
    /// Units one after another.
    Phrase(Vec<Part>),
    /// Both within so many places of each other, in the same passage.
    Near(Box<Want>, Box<Want>, u32),
}

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place, counted from the phrase's beginning.
    pub at: u32,
    /// What stands there.
    pub unit: PartUnit,
}

/// What stands at a place of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartUnit {
    /// What this key stands for.
    Key(String),
    /// A word that begins so; folded.
    Beginning(String),
}

/// How far apart words stand at most that are `NEAR` each other.
pub const NEAR: u32 = 10;

impl Query {
    /// Reads what somebody wrote. Nothing is a mistake: what means nothing is left out.
    pub fn parse(text: &str) -> Query {
        parse::query(text)
    }
}
