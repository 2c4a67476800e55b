//! The keys of the index: what units are filed under.
//!
//! - A word: its stem, and behind it [`FORM`] and the form where that is another. So all
//!   forms of a stem stand together.
//! - Two characters of a run: both.
//! - A single character: itself, without positions.
//! - The first or last character of a run: itself and [`EDGE`].

use super::tokens::stem;

/// Stands between a stem and a form; below every character of a word.
pub const FORM: char = '\u{1}';

/// Stands behind the first or last character of a run.
pub const EDGE: char = '\u{2}';

/// The key of a folded word.
pub fn word(form: &str) -> String {
    let stem = stem(form);
    if stem == form { form.to_owned() } else { format!("{stem}{FORM}{form}") }
}

/// The form that a word's key stands for.
pub fn form(key: &str) -> &str {
    key.split_once(FORM).map_or(key, |(_, form)| form)
}

/// The key of two characters of a run.
pub fn pair(first: char, second: char) -> String {
    String::from_iter([first, second])
}

/// The key of a run's first or last character.
pub fn edge(c: char) -> String {
    String::from_iter([c, EDGE])
}
