//! Emphasis beside Chinese, Japanese and Korean text.
//!
//! `CommonMark` asks for white space or punctuation outside a run of `*` that has
//! punctuation inside: right for scripts with spaces, wrong for `**「重要」**です`. A mark
//! that is neither white space nor punctuation, put between the run and the punctuation,
//! lets the parser see emphasis there; see [`super::prepare`].

use memchr::memchr2;

use super::characters::{is_cjk, is_cjk_punctuation, is_punctuation};

/// The bytes of `text` before which a mark must stand, in ascending order.
pub(super) fn blocked(text: &str) -> Vec<usize> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut rest = 0;
    while let Some(start) = find_run(text, rest) {
        let run = run_length(text, start);
        rest = start + run;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(rest..).and_then(|after| after.chars().next());
        if let (Some(before), Some(after)) = (before, after) {
            if is_closer_blocked(before, after) {
                places.push(start);
            }
            if is_closer_blocked(after, before) {
                places.push(rest);
            }
        }
    }
    places
}

/// Whether a run between `inside`, a punctuation mark, and `outside`, a letter, is no
/// delimiter to `CommonMark` and one to readers. Openers are closers seen in a mirror.
fn is_closer_blocked(inside: char, outside: char) -> bool {
    is_punctuation(inside)
        && !outside.is_whitespace()
        && !is_punctuation(outside)
        && (is_cjk_punctuation(inside) || is_cjk(outside))
}

fn find_run(text: &str, from: usize) -> Option<usize> {
    Some(from + memchr2(b'*', b'~', text.as_bytes().get(from..)?)?)
}

fn run_length(text: &str, start: usize) -> usize {
    let run = text.as_bytes().get(start..).unwrap_or_default();
    let first = run.first();
    run.iter().take_while(|&byte| Some(byte) == first).count()
}
