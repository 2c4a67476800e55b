//! Text as HTML: escaped, without characters that no page may have.

use crate::markdown::characters::{is_forbidden, is_suspect, position};

/// Appends text for an element or an attribute in double quotes.
pub(super) fn push_text(text: &str, out: &mut String) {
    let (mut done, mut from) = (0, 0);
    while let Some(at) = position(text.as_bytes(), from, is_special) {
        let (length, replacement) = replacement(text.get(at..).unwrap_or(""));
        if let Some(replacement) = replacement {
            out.push_str(text.get(done..at).unwrap_or(""));
            out.push_str(replacement);
            done = at + length;
        }
        from = at + length;
    }
    out.push_str(text.get(done..).unwrap_or(""));
}

/// Whether a character that begins with the byte may need a replacement.
#[inline]
fn is_special(byte: u8) -> bool {
    is_suspect(byte) || matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\r')
}

/// Appends text of raw HTML, whose character references stay.
pub(super) fn push_raw_text(text: &str, out: &mut String) {
    for (number, part) in text.split('&').enumerate() {
        if number > 0 {
            out.push_str(if is_reference(part) { "&" } else { "&amp;" });
        }
        push_text(part, out);
    }
}

/// Whether `text` begins with what makes a character reference after `&`.
fn is_reference(text: &str) -> bool {
    let name =
        text.bytes().take(32).take_while(|&b| b.is_ascii_alphanumeric() || b == b'#');
    let length = name.count();
    text.as_bytes().get(length) == Some(&b';') && is_reference_name(text.get(..length))
}

fn is_reference_name(name: Option<&str>) -> bool {
    let Some(name) = name else { return false };
    let Some(digits) = name.strip_prefix('#') else {
        return name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !name.contains('#');
    };
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    };
    number.and_then(char::from_u32).is_some_and(|c| !is_forbidden(c) && c != '\r')
}

/// How long the first character of `rest` is, and what stands for it.
fn replacement(rest: &str) -> (usize, Option<&'static str>) {
    let Some(c) = rest.chars().next() else { return (1, None) };
    let replacement = match c {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        '"' => Some("&quot;"),
        c if c == '\r' || is_forbidden(c) => Some(""),
        _ => None,
    };
    (c.len_utf8(), replacement)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        let check = |text, expected| {
            let mut out = String::new();
            push_text(text, &mut out);
            assert_eq!(out, expected);
        };
        check("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d");
        check("a\u{1}b\u{85}c\u{FFFE}d\r\n\te", "abcd\n\te");
        check("日本、£ 😀", "日本、£ 😀");
    }

    #[test]
    fn references_stay_in_raw_text() {
        let check = |text, expected| {
            let mut out = String::new();
            push_raw_text(text, &mut out);
            assert_eq!(out, expected);
        };
        check(
            "&eacute; &#233; &#xE9; & &x &; &#1; &#;",
            "&eacute; &#233; &#xE9; &amp; &amp;x &amp;; &amp;#1; &amp;#;",
        );
        check("a<b", "a&lt;b");
    }
}
