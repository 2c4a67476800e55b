//! A limit on how deep quotations and lists nest.
//!
//! Every line of a text is compared with every quotation and list that it may continue;
//! without a limit, a few thousand `>` followed by many lines take hours.

use std::iter::once;

use memchr::memchr_iter;

/// Quotations and lists that one line may open or continue.
const MAX_MARKERS: usize = 24;
/// Columns that the list markers of a line may be indented, all in all.
const MAX_INDENT: usize = 120;

/// Where lines go beyond the limit: there their own text must begin.
pub(super) fn too_deep(text: &str) -> Vec<usize> {
    let text = text.as_bytes();
    let mut places = Vec::new();
    let mut start = 0;
    for end in memchr_iter(b'\n', text).map(|at| at + 1).chain(once(text.len())) {
        if let Some(at) = text.get(start..end).and_then(beyond_limit) {
            places.push(start + at);
        }
        start = end;
    }
    places
}

fn beyond_limit(line: &[u8]) -> Option<usize> {
    let (mut at, mut markers, mut indent) = (0, 0, 0);
    loop {
        let rest = line.get(at..)?;
        let step = match rest.first()? {
            b' ' | b'\t' => 1,
            _ => marker(rest)?,
        };
        match rest.first()? {
            b' ' => indent += 1,
            b'\t' => indent += 4,
            _ => markers += 1,
        }
        at += step;
        if markers > MAX_MARKERS || indent > MAX_INDENT {
            return Some(at);
        }
    }
}

/// How long the marker is that `line` begins with.
fn marker(line: &[u8]) -> Option<usize> {
    let length = match line.first()? {
        b'>' => return Some(1),
        b'[' => return footnote(line),
        b'-' | b'+' | b'*' | b':' => 1,
        b'0'..=b'9' => ordinal(line)?,
        _ => return None,
    };
    matches!(line.get(length), Some(b' ' | b'\t')).then_some(length)
}

fn ordinal(line: &[u8]) -> Option<usize> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    matches!(line.get(digits), Some(b'.' | b')')).then_some(digits + 1)
}

fn footnote(line: &[u8]) -> Option<usize> {
    line.strip_prefix(b"[^")?;
    let name = line.iter().position(|&byte| byte == b']')?;
    (line.get(name + 1) == Some(&b':')).then_some(name + 2)
}

#[cfg(test)]
mod tests {
    use super::too_deep;

    #[test]
    fn only_absurd_nesting_is_cut() {
        let check = |text: &str, expected: &[usize]| assert_eq!(too_deep(text), expected);
        check("> > - 1. text\n\n    code\n", &[]);
        check(&">".repeat(24), &[]);
        check(&format!("a\n{}b", "> ".repeat(30)), &[51]);
        check(&format!("{}b", "[^1]: 1. ".repeat(30)), &[9 * 12 + 5]);
        check(&"-".repeat(500), &[]);
        check(&" ".repeat(500), &[121]);
    }
}
