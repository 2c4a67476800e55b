//! A text line by line, each with its place.

use crate::text::Span;

/// A line without the white space at its ends, and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) span: Span,
    /// Whether white space stood before it: in Japanese, the mark of a paragraph.
    pub(super) is_indented: bool,
}

impl Line {
    /// The line of `text` that begins at byte `start` of the file.
    pub(super) fn of(text: &str, start: usize) -> Line {
        let left = text.len() - text.trim_start().len();
        let inner = text.trim();
        Line {
            text: inner.to_owned(),
            span: Span::new(start + left, start + left + inner.len()),
            is_indented: text.starts_with(['\u{3000}', ' ', '\t']),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The place of a part of the line's text.
    pub(super) fn part(&self, start: usize, end: usize) -> Span {
        let line = self.span.start as usize;
        Span::new(line + start, line + end)
    }
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let pieces = text.split_inclusive('\n').map(|piece| {
        let line = Line::of(piece.trim_end_matches('\n'), start);
        start += piece.len();
        line
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_know_their_place() {
        let text = "a\n\n\u{3000}日本 \n- b";
        let found = lines(text);
        let texts: Vec<_> = found.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["a", "", "日本", "- b"]);
        for line in &found {
            assert_eq!(text.get(line.span.range()), Some(line.text.as_str()));
        }
        let indented: Vec<_> = found.iter().map(|line| line.is_indented).collect();
        assert_eq!(indented, [false, false, true, false]);
    }
}
