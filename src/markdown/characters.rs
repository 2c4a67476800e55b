//! What kind of character something is: wide, punctuation, fit for a page.

/// Whether a character is written without spaces around it and as wide as high: Han,
/// kana, their punctuation and full-width forms; not Hangul, whose words have spaces.
pub(super) fn is_wide(c: char) -> bool {
    // Most characters are below all of these.
    c >= '\u{2E80}'
        && matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{312F}' | '\u{3190}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

/// Whether a character belongs to Chinese, Japanese or Korean, punctuation included.
pub(super) fn is_cjk(c: char) -> bool {
    is_wide(c)
        || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}'
            | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

/// Punctuation of Chinese and Japanese.
pub(super) fn is_cjk_punctuation(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{3036}'..='\u{3037}'
        | '\u{303D}'..='\u{303F}' | '\u{309B}'..='\u{309C}' | '\u{30A0}' | '\u{30FB}'
        | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}'
        | '\u{FFE0}'..='\u{FFE6}')
}

/// Punctuation and symbols, as far as they stand beside emphasis.
pub(super) fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || is_cjk_punctuation(c)
        || matches!(c,
            '\u{A1}'..='\u{A9}' | '\u{AB}'..='\u{AC}' | '\u{AE}'..='\u{B1}' | '\u{B4}'
            | '\u{B6}'..='\u{B8}' | '\u{BB}' | '\u{BF}' | '\u{D7}' | '\u{F7}'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}'
            | '\u{2190}'..='\u{23FF}' | '\u{2500}'..='\u{2BFF}')
}

/// Where the first character stands that no page may have, and how many there are.
pub(super) fn find_forbidden(text: &str) -> Option<(usize, usize)> {
    let mut found = forbidden(text);
    let (first, _) = found.next()?;
    Some((first, found.count() + 1))
}

/// The characters that no page may have, each with its place.
///
/// HTML refuses control characters other than white space, and noncharacters.
fn forbidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = position(text.as_bytes(), from, is_suspect)?;
            let c = text.get(at..)?.chars().next()?;
            from = at + c.len_utf8();
            if is_forbidden(c) {
                return Some((at, c));
            }
        }
    })
}

/// Where the first byte from `from` on is that `is_wanted`. Looks at 64 bytes at once,
/// since there is hardly ever one.
#[inline]
pub(super) fn position(
    bytes: &[u8],
    from: usize,
    is_wanted: impl Fn(u8) -> bool,
) -> Option<usize> {
    let mut start = from;
    for chunk in bytes.get(from..)?.chunks(64) {
        if chunk.iter().fold(false, |found, &byte| found | is_wanted(byte)) {
            let at = chunk.iter().position(|&byte| is_wanted(byte))?;
            return Some(start + at);
        }
        start += chunk.len();
    }
    None
}

/// First bytes of characters that no page may have, and of some that it may.
#[inline]
pub(super) const fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 0x7F | 0xC2 | 0xEF | 0xF0..)
}

/// Whether no page may have the character.
pub(super) fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || code & 0xFFFE == 0xFFFE
        || matches!(code, 0xFDD0..=0xFDEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_are_found() {
        let check =
            |text, expected| assert_eq!(find_forbidden(text), expected, "{text:?}");
        check("plain\r\n\ttext «日本語、！»", None);
        check("a\u{0}b\u{1}", Some((1, 2)));
        check("a\u{85}", Some((1, 1)));
        check("日\u{FFFF}", Some((3, 1)));
        check("日\u{FDD0}\u{1F}", Some((3, 2)));
        check("\u{1FFFE}\u{FFFD}", Some((0, 1)));
    }
}
