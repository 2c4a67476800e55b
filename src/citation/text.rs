//! A citation as runs of roman and italic letters.

use std::fmt;

/// A shown citation. Displays as its letters without their face.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its runs, in order; two of one face never meet, and none is empty.
    pub runs: Vec<Run>,
}

/// Letters of one face, unescaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// How they are set.
    pub face: Face,
}

/// How letters are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Upright.
    Roman,
    /// Slanted: the title of something published by itself.
    Italic,
}

impl Text {
    /// Adds letters at the end.
    pub(super) fn push(&mut self, text: &str, face: Face) {
        match self.runs.last_mut().filter(|run| run.face == face) {
            _ if text.is_empty() => {}
            Some(run) => run.text.push_str(text),
            None => self.runs.push(Run { text: text.to_owned(), face }),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.runs.iter().try_for_each(|run| f.write_str(&run.text))
    }
}
