//! Answers that a program may put into a file by itself.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Other words for a place of a file, where only one answer is right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fix {
    /// The bytes of the value, with quotation marks and whatever else it has.
    pub span: Span,
    /// What stands there now, once; where it does not, nothing is replaced.
    pub old: String,
    /// What is to stand there.
    pub new: String,
}

impl Fix {
    /// Where exactly `old` stands in a file's bytes, which have no byte-order mark.
    pub fn place(&self, bytes: &[u8]) -> Option<Span> {
        let value = bytes.get(self.span.range())?;
        let value = std::str::from_utf8(value).ok()?;
        let mut places = value.match_indices(&self.old).map(|(at, _)| at);
        let at = self.span.range().start + places.next()?;
        places.next().is_none().then(|| Span::new(at, at + self.old.len()))
    }
}

/// The bytes of a file with these answers in their places, and how many were put there;
/// every other byte stays. An answer that overlaps an earlier one is left for next time.
pub fn mended(bytes: &[u8], fixes: &[Fix]) -> (Vec<u8>, usize) {
    // Spans do not count the byte-order mark.
    let mark: &[u8] =
        if bytes.starts_with(b"\xEF\xBB\xBF") { b"\xEF\xBB\xBF" } else { b"" };
    let text = bytes.get(mark.len()..).unwrap_or_default();
    let places = fixes.iter().filter_map(|fix| Some((fix.place(text)?, &fix.new)));
    let mut places: Vec<(Span, &String)> = places.collect();
    places.sort();
    let (mut mended, mut done, mut count) = (mark.to_vec(), 0, 0);
    for (span, new) in places {
        let range = span.range();
        if range.start < done {
            continue;
        }
        mended.extend(text.get(done..range.start).unwrap_or_default());
        mended.extend(new.as_bytes());
        done = range.end;
        count += 1;
    }
    mended.extend(text.get(done..).unwrap_or_default());
    (mended, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_place_itself_changes() {
        let fix = |start, old: &str, new: &str| Fix {
            span: Span::new(start, start + old.len()),
            old: old.into(),
            new: new.into(),
        };
        let check = |bytes: &[u8], fixes: &[Fix], expected: &[u8], count| {
            assert_eq!(mended(bytes, fixes), (expected.to_vec(), count));
        };
        check(b"a: b\r\n", &[fix(3, "b", "ccc")], b"a: ccc\r\n", 1);
        check(b"\xEF\xBB\xBFa: b", &[fix(3, "b", "")], b"\xEF\xBB\xBFa: ", 1);
        check(b"ab\xFF", &[fix(1, "b", "x"), fix(0, "a", "y")], b"yx\xFF", 2);
        check(b"abc", &[fix(0, "ab", "x"), fix(1, "bc", "y")], b"xc", 1);
        check(b"abc", &[fix(0, "z", "x")], b"abc", 0);
        check(b"a", &[fix(0, "ab", "x")], b"a", 0);
        // The value has quotation marks, and the old words twice.
        let within = |end| Fix { span: Span::new(3, end), ..fix(0, "b", "c") };
        check(b"a: 'b' # b", &[within(6)], b"a: 'c' # b", 1);
        check(b"a: 'b' # b", &[within(10)], b"a: 'b' # b", 0);
    }
}
