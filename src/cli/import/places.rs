//! Places of a text as people count them, found quickly however many are asked for.

use crate::text::{LineColumn, Span, floor_boundary};

/// A text that knows where its lines begin.
pub(super) struct Places<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Places<'a> {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Places { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// Where a span begins; nothing for one that is empty and so means the file.
    pub(super) fn begin(&self, span: Span) -> Option<LineColumn> {
        if span == Span::default() {
            return None;
        }
        let at = floor_boundary(self.text, span.start as usize);
        let line = self.starts.partition_point(|&start| start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..at).unwrap_or_default().chars().count() + 1;
        Some(LineColumn { line, column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text() {
        let text = "日本\n\nab";
        let places = Places::of(text);
        for at in 0..text.len() {
            let span = Span::new(at, at + 1);
            assert_eq!(places.begin(span), Some(LineColumn::of(text, at)), "{at}");
        }
        assert_eq!(places.begin(Span::default()), None);
    }
}
