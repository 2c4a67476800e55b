//! What a page says of itself as a translation: `This is a provisional translation.`,
//! `（仮訳）`.

use super::is_lead;
use crate::import::body::Part;
use crate::import::database::translation;

/// Where a paragraph stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the first or the last.
    Edge,
    Within,
}

/// The sort of translation that a paragraph names, if it speaks of nothing else: by its
/// marks, by its words, or by its place.
pub(super) fn remark(text: &str, place: Place) -> Option<&'static str> {
    const MARKS: &[char] = &['(', '（', '*', '＊', '※', '[', '［', '【', '〔'];
    const BEGINNINGS: &[&str] =
        &["this is a provisional", "this is an unofficial", "これは仮訳", "本文は仮訳"];
    const WHOLE: &[&str] =
        &["provisional translation", "unofficial translation", "仮訳", "非公式訳"];
    let sort = translation(text)?;
    let length = text.chars().count();
    let inner = bare(text).trim_end_matches(['.', '。']).to_lowercase();
    let speaks_of_it = text.starts_with(MARKS)
        || BEGINNINGS.iter().any(|words| inner.starts_with(words))
        || WHOLE.contains(&&*inner);
    let is_remark = match place {
        Place::Edge => length < 200 || speaks_of_it && length < 400,
        Place::Within => speaks_of_it && length < 400,
    };
    is_remark.then_some(sort)
}

/// A remark without its marks.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || "()（）*＊※[]［］【】〔〕".contains(c)
    })
}

/// The last part that is a sentence: links stand below it, and the mark of the end.
pub(super) fn last_sentence(parts: &[Part]) -> Option<usize> {
    let is_sentence = |part: &Part| {
        let text = part.plain.trim_end();
        !is_lead(text) && text.ends_with(['.', '。', ')', '）'])
    };
    parts.iter().rposition(is_sentence)
}
