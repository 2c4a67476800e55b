//! A text as units: words of scripts with spaces, single characters of scripts without.
//!
//! `client/search/tokens.js` does the same in a browser;
//! `tests/fixtures/tokens.json` holds both to it.

mod fold;
mod scripts;
mod stem;
#[cfg(test)]
mod tests;

use fold::Folder;
use scripts::{is_alone, is_joined};

pub use stem::stem;

/// A piece of a text that has a position of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit<'t> {
    /// A word, folded.
    Word(&'t str),
    /// The first character of a run in a script without spaces.
    First(char),
    /// A character that follows another of its run.
    Next(char),
}

/// Longer words are cut: what is longer is no word but data.
pub const MAX_WORD: usize = 40;

/// What may follow a word behind an apostrophe and belong to it.
const CLITICS: &[&str] = &["s", "t", "d", "m", "ll", "re", "ve"];

/// Cuts texts into units; keeps its buffers between texts.
#[derive(Debug, Default)]
pub struct Tokenizer {
    folder: Folder,
    word: String,
}

impl Tokenizer {
    /// Hands over the units of a text in order.
    pub fn units(&mut self, text: &str, mut take: impl FnMut(Unit<'_>)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let from = at;
            at = end_of(bytes, from, |b| b.is_ascii_alphanumeric());
            let is_plain =
                bytes.get(at).is_none_or(|&next| next.is_ascii() && next != b'\'');
            if is_plain {
                self.plain(text.get(from..at).unwrap_or(""), &mut take);
                continue;
            }
            // An ASCII character that is no letter joins nothing with what is around it.
            let is_inside =
                |b: u8| !b.is_ascii() || b.is_ascii_alphanumeric() || b == b'\'';
            at = end_of(bytes, at, is_inside);
            self.folded(text.get(from..at).unwrap_or(""), &mut take);
        }
    }

    /// A word of ASCII letters and digits.
    fn plain(&mut self, word: &str, take: &mut impl FnMut(Unit<'_>)) {
        let word = word.get(..MAX_WORD).unwrap_or(word);
        if !word.bytes().any(|b| b.is_ascii_uppercase()) {
            return take(Unit::Word(word));
        }
        self.word.clear();
        self.word.push_str(word);
        self.word.make_ascii_lowercase();
        take(Unit::Word(&self.word));
    }

    fn folded(&mut self, text: &str, take: &mut impl FnMut(Unit<'_>)) {
        let text = self.folder.fold(text);
        let mut rest = text;
        let mut is_in_run = false;
        while let Some(c) = rest.chars().next() {
            if is_joined(c) {
                take(if is_in_run { Unit::Next(c) } else { Unit::First(c) });
                is_in_run = true;
                rest = after(rest, c.len_utf8());
            } else if is_alone(c) {
                let length = length_of_word(rest);
                take(Unit::Word(cut(rest.get(..length).unwrap_or(rest))));
                is_in_run = false;
                rest = after(rest, length);
            } else {
                // A mark on a character of a run does not end the run.
                is_in_run &= scripts::is_mark(c);
                rest = after(rest, c.len_utf8());
            }
        }
    }
}

fn end_of(bytes: &[u8], from: usize, is_inside: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().position(|&byte| !is_inside(byte)).unwrap_or(rest.len())
}

fn after(text: &str, length: usize) -> &str {
    text.get(length..).unwrap_or("")
}

/// The word at the beginning of a folded text, a clitic included.
fn length_of_word(text: &str) -> usize {
    let is_inside = |c: char| !is_joined(c) && (is_alone(c) || scripts::is_mark(c));
    let letters = |text: &str| text.find(|c| !is_inside(c)).unwrap_or(text.len());
    let length = letters(text);
    let Some(rest) = after(text, length).strip_prefix('\'') else { return length };
    let clitic = rest.get(..letters(rest)).unwrap_or("");
    let is_last = !after(rest, clitic.len()).starts_with(is_joined);
    match CLITICS.contains(&clitic) && is_last {
        true => length + 1 + clitic.len(),
        false => length,
    }
}

fn cut(word: &str) -> &str {
    match word.char_indices().nth(MAX_WORD) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}
