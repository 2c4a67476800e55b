//! What is wrong with a date, where, and how it is written instead.

use std::fmt;

/// A text that is no date. Offsets are bytes of the parsed text, on character
/// boundaries, `start <= end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// Where the mistake begins.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// The headline: `month 13 does not exist`.
    pub message: String,
    /// What was expected at that place: `expected 01 to 12, or a season 21 to 24`.
    pub label: Option<String>,
    /// What the author may do about it.
    pub help: Option<String>,
    /// The same date in EDTF, where the text can be read in one way only. A tool may put
    /// it in place of the whole text.
    pub suggestion: Option<String>,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DateError {}
