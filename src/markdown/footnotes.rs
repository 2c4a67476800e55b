//! Footnotes' names, and marks that have no footnote.

use std::borrow::Cow;

/// What two spellings of one footnote's name share: case and white space do not count.
pub(super) fn key(name: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !byte.is_ascii_uppercase();
    if name.bytes().all(is_plain) {
        return Cow::Borrowed(name);
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase().into()
}

/// The name in a mark `[^name]` that begins `text`.
pub(super) fn mark(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("[^")?;
    let end = rest.find(|c: char| c == ']' || c.is_whitespace() || c == '[')?;
    let name =
        rest.get(..end).filter(|name| !name.is_empty() && name.len() <= MAX_BYTES)?;
    rest.get(end..)?.starts_with(']').then_some(name)
}

const MAX_BYTES: usize = 100;

#[cfg(test)]
mod tests {
    use super::{key, mark};

    #[test]
    fn marks_are_read() {
        assert_eq!(mark("[^a] b"), Some("a"));
        assert_eq!(mark("[^a b]"), None);
        assert_eq!(mark("[^]"), None);
        assert_eq!(mark("[^a"), None);
        assert_eq!(key("Note  A"), key("note a"));
        assert_eq!(key(" a"), key("A"));
    }
}
