//! What a link's target is, and how it is written.

use std::fmt::Write as _;

/// What a target is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An address elsewhere, of a kind that browsers only follow.
    Web(String),
    /// A place of the site, with percent signs decoded.
    Local(String),
    /// Anything else; browsers might run it.
    Unsafe,
}

const SAFE: &[&str] = &["http", "https", "mailto", "tel", "ftp"];

/// Reads a target as browsers do: white space around it and line breaks in it do not
/// count.
pub(super) fn sort(target: &str) -> Sort {
    let target = target.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    let target = target.replace(|c: char| c.is_control(), "");
    match scheme(&target) {
        Some(scheme) if SAFE.contains(&scheme.to_ascii_lowercase().as_str()) => {
            Sort::Web(target)
        }
        Some(_) => Sort::Unsafe,
        None if target.starts_with("//") || target.starts_with("/\\") => {
            Sort::Web(target)
        }
        None => Sort::Local(decode(&target)),
    }
}

fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    is_scheme.then_some(scheme)
}

/// Decodes percent signs, save for characters that would change what a target means.
fn decode(target: &str) -> String {
    if !target.contains('%') {
        return target.to_string();
    }
    let bytes = target.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match encoded(bytes, at) {
            Some(value) if !matches!(value, b'#' | b'?') && !value.is_ascii_control() => {
                decoded.push(value);
                at += 3;
            }
            _ => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| target.to_string())
}

/// The byte that `%XX` at `at` stands for.
fn encoded(bytes: &[u8], at: usize) -> Option<u8> {
    let [b'%', high, low] = bytes.get(at..at + 3)? else { return None };
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// Writes an address for an attribute: percent-encodes what an address cannot have and
/// escapes the rest. Percent-encoded characters stay.
pub(super) fn push_href(address: &str, out: &mut String) {
    let bytes = address.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            b'%' if encoded(bytes, at).is_none() => out.push_str("%25"),
            _ if byte.is_ascii_alphanumeric()
                || b"-_.~!$()*+,;=:@/?#%[]".contains(&byte) =>
            {
                out.push(char::from(byte));
            }
            _ => _ = write!(out, "%{byte:02X}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_sorted_as_browsers_see_them() {
        let web = |text: &str| Sort::Web(text.into());
        let local = |text: &str| Sort::Local(text.into());
        let check = |target, expected| assert_eq!(sort(target), expected, "{target:?}");
        check("https://example.org/a b", web("https://example.org/a b"));
        check("HTTP://example.org", web("HTTP://example.org"));
        check("mailto:a@b.org", web("mailto:a@b.org"));
        check("//example.org/", web("//example.org/"));
        check("../a%20b.md#p3", local("../a b.md#p3"));
        check("%E6%97%A5.md", local("日.md"));
        check("%FF.md", local("%FF.md"));
        check("a%23b%3f%00", local("a%23b%3f%00"));
        check("a/b:c", local("a/b:c"));
        check("#s2", local("#s2"));
        check("", local(""));
        check("javascript:alert(1)", Sort::Unsafe);
        check(" JavaScript:alert(1)", Sort::Unsafe);
        check("\u{1}java\nscript\t:alert(1)", Sort::Unsafe);
        check("data:text/html,x", Sort::Unsafe);
        check("vbscript:x", Sort::Unsafe);
        check("file:///etc/passwd", Sort::Unsafe);
    }

    #[test]
    fn addresses_are_encoded_once() {
        let check = |address, expected| {
            let mut out = String::new();
            push_href(address, &mut out);
            assert_eq!(out, expected);
        };
        check("a b/日.html?x=1&y=\"2\"", "a%20b/%E6%97%A5.html?x=1&amp;y=%222%22");
        check("100%/%41", "100%25/%41");
        check("<'>", "%3C&#39;%3E");
    }
}
