//! Notes of a writer to themself.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// What writers leave where something is still to come.
const NOTES: &[&str] = &["TODO", "FIXME", "Lorem ipsum"];

pub(super) fn notes(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    for note in NOTES {
        // Code may well speak of notes: only the words count.
        if !has_word(&text.outline.words, note) {
            continue;
        }
        let Some(at) = place(text.body(), note) else { continue };
        let span: Span = text.span(at, note.len());
        let message = format!("`{note}` stands in the text");
        let help = "finish the text, or keep it back with `draft: true`";
        found.push(text.found(Code::Placeholder, span, message).help(help));
    }
}

fn has_word(text: &str, word: &str) -> bool {
    place(text, word).is_some()
}

/// Where a word stands by itself.
fn place(text: &str, word: &str) -> Option<usize> {
    let mut places = text.match_indices(word).map(|(at, _)| at);
    places.find(|&at| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_letter(before) && !is_letter(after)
    })
}
