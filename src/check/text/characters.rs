//! Characters that somebody's program left behind.

use super::{Text, first_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Direction;

/// Letters read in the wrong encoding, or lost.
pub(super) fn garbled(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let Some((at, piece, count)) = first(text.body(), garbling) else { return };
    let message =
        format!("`{piece}` is what a wrong encoding made of a letter{}", first_of(count));
    let help = "take the text again from its source, and save it as UTF-8";
    let span = text.span(at, piece.len());
    found.push(text.found(Code::GarbledText, span, message).help(help));
}

/// UTF-8 that was read as Windows-1252, and what nothing could be made of.
fn garbling(before: char, c: char) -> Option<usize> {
    match (before, c) {
        (_, '\u{FFFD}') => Some(1),
        ('Ã', '\u{80}'..='\u{BF}') | ('Â', '\u{A0}'..='\u{BF}') | ('â', '€') => {
            Some(2)
        }
        _ => None,
    }
}

/// Characters without a shape, that make words unfindable or turn them around.
pub(super) fn invisible(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let language = text.source.language;
    let is_rtl = language.direction() == Direction::RightToLeft;
    let parts_words =
        matches!(language.primary(), "bo" | "dz" | "km" | "lo" | "my" | "th");
    let hidden = |_: char, c: char| {
        let is_hidden = match c {
            '\u{200B}' => !parts_words,
            '\u{2060}' | '\u{FEFF}' => true,
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => !is_rtl,
            _ => false,
        };
        is_hidden.then_some(1)
    };
    let Some((at, piece, count)) = first(text.body(), hidden) else { return };
    let code = piece.chars().next().map_or(0, u32::from);
    let message =
        format!("U+{code:04X} is a character that nobody sees{}", first_of(count));
    let help = "delete it: searching does not find words that it stands in";
    let span = text.span(at, piece.len());
    found.push(text.found(Code::InvisibleCharacter, span, message).help(help));
}

/// A letter and its mark as two characters, where there is one for both.
pub(super) fn decomposed(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let apart = |before: char, c: char| {
        let is_apart = match c {
            '\u{3099}' | '\u{309A}' => matches!(before, '\u{3041}'..='\u{30FF}'),
            '\u{300}'..='\u{302}' | '\u{308}' => {
                matches!(before.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u')
            }
            '\u{303}' => matches!(before.to_ascii_lowercase(), 'a' | 'n' | 'o'),
            '\u{327}' => matches!(before.to_ascii_lowercase(), 'c' | 's'),
            _ => false,
        };
        is_apart.then_some(2)
    };
    let Some((at, piece, count)) = first(text.body(), apart) else { return };
    let message = format!("`{piece}` is two characters{}", first_of(count));
    let help = "save the text in Unicode's form NFC, which has one for both";
    let span = text.span(at, piece.len());
    found.push(text.found(Code::DecomposedLetters, span, message).help(help));
}

/// Kana of old terminals.
pub(super) fn half_width_kana(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let narrow = |_, c| matches!(c, '\u{FF66}'..='\u{FF9F}').then_some(1);
    let Some((at, piece, count)) = first(text.body(), narrow) else { return };
    let message = format!("`{piece}` has half the width of kana{}", first_of(count));
    let help = "write kana of full width, as the source in print has them";
    let span = text.span(at, piece.len());
    found.push(text.found(Code::HalfWidthKana, span, message).help(help));
}

/// The first place where `is_wrong` says so of a character and the one before it, how much
/// of the two is meant, and how many such places there are.
fn first(
    body: &str,
    is_wrong: impl Fn(char, char) -> Option<usize>,
) -> Option<(usize, &str, usize)> {
    if body.is_ascii() {
        return None;
    }
    let (mut before, mut before_at) = (' ', 0);
    let (mut place, mut count) = (None, 0);
    for (at, c) in body.char_indices() {
        if let Some(characters) = is_wrong(before, c) {
            let start = if characters == 2 { before_at } else { at };
            place.get_or_insert((start, at + c.len_utf8()));
            count += 1;
        }
        (before, before_at) = (c, at);
    }
    let (start, end) = place?;
    Some((start, body.get(start..end)?, count))
}
