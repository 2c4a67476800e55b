//! A query: what somebody wants to find, as written and as the index is asked for it.
//!
//! Words must all be there; `"…"` is a phrase, `-` before a word or phrase excludes it,
//! `peace*` is any word that begins so, `a NEAR b` and `a NEAR/5 b` stand close together.

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
}

/// A thing to find in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Want {
    /// A word in any of its forms; folded.
    Word(String),
    /// A word in this form; folded.
    Exact(String),
    /// Any word that begins so; folded.
    Prefix(String),
    /// A single character of a script without spaces.
    Sign(char),
    /// Keys at places counted from the phrase's beginning.
    Phrase(Vec<(u32, String)>),
    /// Both within so many places of each other, in the same passage.
    Near(Box<Want>, Box<Want>, u32),
}

/// Whether the last word of a query may still grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It is as it stands.
    Whole,
    /// Somebody is writing it: any word that begins so.
    Open,
}

/// How far apart words stand at most that are `NEAR` each other.
pub const NEAR: u32 = 10;

impl Query {
    /// Reads what somebody wrote. Nothing is a mistake: what means nothing is left out.
    pub fn parse(text: &str, ending: Ending) -> Query {
        parse::query(text, ending)
    }

    /// Whether it asks for no words.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.excluded.is_empty()
    }
}
