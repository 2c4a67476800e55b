//! Which short lines are headings. In doubt they are paragraphs.

use super::paragraph::{Paragraph, Setting, begins_with_number, is_cjk, is_sentence};
use crate::import::dates;

/// Whether a paragraph is a heading, by itself and by its neighbours.
pub(super) fn is_heading(
    paragraph: &Paragraph,
    (before, after): (Option<&Paragraph>, Option<&Paragraph>),
    setting: &Setting,
) -> bool {
    let Some(after) = after else { return false };
    let is_parted = paragraph.is_after_blank && after.is_after_blank;
    let is_after_sentence = before.is_none_or(|before| is_sentence(&before.text));
    let text = paragraph.text.as_str();
    let has_text = super::item(&after.text).is_some()
        || is_sentence(&after.text) && after.text.len() >= 40;
    // A number alone is that of a page.
    let is_number = !text.contains(char::is_alphabetic);
    if is_date(text) || is_number || begins_with_number(text) || !has_text {
        return false;
    }
    if setting.is_cjk || text.chars().any(is_cjk) {
        // White space before paragraphs tells them from what stands between them.
        let is_set_off =
            setting.is_indented && after.is_indented && !paragraph.is_indented;
        return is_short(text, 30)
            && !text.contains(['。', '※', '{', '\u{FF5B}'])
            && (is_set_off || is_parted && is_after_sentence && is_chapter(text));
    }
    let is_long_after = after.text.len() >= 100 && is_after_sentence;
    is_short(text, 80)
        && text.split_whitespace().count() <= 12
        && begins_a_title(text)
        && (is_parted || is_long_after && !setting.is_indented)
}

fn is_short(text: &str, most: usize) -> bool {
    let is_open = text.ends_with([
        '.', ',', ';', ':', '!', '?', '、', '\u{FF0C}', '-', '—', '\u{FF1A}',
    ]);
    text.chars().count() <= most && !is_open
}

fn begins_a_title(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_uppercase() || c.is_numeric()) && !text.starts_with('<')
}

/// `第三章`, `第一条`.
fn is_chapter(text: &str) -> bool {
    text.starts_with('第') && text.contains(['章', '節', '編', '部', '条'])
}

/// A date, or a place and a date.
fn is_date(text: &str) -> bool {
    let after_place = text.split_once(", ").map(|(_, date)| date);
    dates::read(text).is_ok() || after_place.is_some_and(|date| dates::read(date).is_ok())
}
