//! Answers that a program may put into a file by itself.

use crate::text::Span;

/// Other words for a place of a file, where only one answer is right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// The bytes to be replaced.
    pub span: Span,
    /// What stands there now; where anything else does, nothing is replaced.
    pub old: String,
    /// What is to stand there.
    pub new: String,
}

/// The bytes of a file with these answers in their places, and how many were put there;
/// every other byte stays. An answer that overlaps an earlier one is left for next time.
pub fn mended(bytes: &[u8], fixes: &[Fix]) -> (Vec<u8>, usize) {
    // Spans do not count the byte-order mark.
    let start = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut fixes: Vec<&Fix> = fixes.iter().collect();
    fixes.sort();
    let (mut mended, mut done, mut count) = (Vec::with_capacity(bytes.len()), 0, 0);
    for fix in fixes {
        let range = start + fix.span.range().start..start + fix.span.range().end;
        let is_as_it_was = bytes.get(range.clone()) == Some(fix.old.as_bytes());
        if range.start < done || !is_as_it_was {
            continue;
        }
        mended.extend(bytes.get(done..range.start).unwrap_or_default());
        mended.extend(fix.new.as_bytes());
        done = range.end;
        count += 1;
    }
    mended.extend(bytes.get(done..).unwrap_or_default());
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
    }
}
