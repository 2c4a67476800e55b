//! A file's text, and places in it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use simdutf8::compat::from_utf8;

/// The decoded text of one file of the site.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Where it lies: relative to the site, with `/` on every system.
    pub path: Arc<str>,
    /// The text without a byte-order mark. Spans count its bytes.
    pub text: String,
    /// Where the first bytes were that are not UTF-8, if any were; there the text has
    /// U+FFFD.
    pub invalid: Option<usize>,
}

impl TextFile {
    /// Decodes UTF-8, with or without a byte-order mark.
    pub fn decode(path: impl Into<Arc<str>>, bytes: impl AsRef<[u8]>) -> TextFile {
        let bytes = bytes.as_ref();
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
        let path = path.into();
        // Copying what was checked so fast takes less time than the slower check, which
        // would let the bytes stay where they are.
        match from_utf8(bytes) {
            Ok(text) => TextFile { path, text: text.to_owned(), invalid: None },
            Err(error) => TextFile {
                path,
                invalid: Some(error.valid_up_to()),
                text: String::from_utf8_lossy(bytes).into_owned(),
            },
        }
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A range of bytes in a [`TextFile`]'s text; the end is exclusive.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` to before `end`. Offsets past 4 GiB are held at the limit.
    pub fn new(start: usize, end: usize) -> Span {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// This span, moved `by` bytes towards the end.
    #[must_use]
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start as usize + by, self.end as usize + by)
    }

    /// The bytes as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

impl LineColumn {
    /// Where byte `offset` of `text` is; past the end means the end.
    pub fn of(text: &str, offset: usize) -> LineColumn {
        let before = text.get(..floor_boundary(text, offset)).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        LineColumn { line, column }
    }
}

/// The last character boundary at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_text() {
        assert_eq!(TextFile::decode("a", b"\xEF\xBB\xBFx").text, "x");
    }

    #[test]
    fn invalid_bytes_are_placed() {
        let file = TextFile::decode("a", b"ab\xFFc");
        assert_eq!((file.invalid, file.text.as_str()), (Some(2), "ab\u{FFFD}c"));
    }

    #[test]
    fn columns_count_characters() {
        let check = |offset, line, column| {
            assert_eq!(LineColumn::of("日本\nab", offset), LineColumn { line, column });
        };
        check(0, 1, 1);
        check(3, 1, 2);
        check(4, 1, 2);
        check(7, 2, 1);
        check(99, 2, 3);
    }
}
