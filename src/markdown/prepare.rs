//! The body as the parser gets it: with marks inserted, and a way back to the file.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::text::{Span, floor_boundary};

use super::depth::too_deep;
use super::emphasis::blocked;

/// A body with marks at the places that need one.
pub(super) struct Prepared<'a> {
    /// What the parser reads.
    pub(super) text: Cow<'a, str>,
    /// Where the body begins in the file.
    start: usize,
    /// Bytes of the body before which a mark was inserted, ascending.
    places: Vec<usize>,
    /// The mark; a character that the body does not have.
    mark: char,
}

impl<'a> Prepared<'a> {
    /// Makes the body of `file` ready; it begins at byte `start`.
    pub(super) fn new(file: &'a str, start: usize) -> Prepared<'a> {
        let start = floor_boundary(file, start);
        let body = file.get(start..).unwrap_or("");
        let mut places = too_deep(body);
        places.extend(blocked(body));
        places.sort_unstable();
        places.dedup();
        let mark = if places.is_empty() { None } else { unused_mark(body) };
        let Some(mark) = mark else {
            return Prepared { text: body.into(), start, places: Vec::new(), mark: ' ' };
        };
        let text = insert(body, &places, mark);
        Prepared { text: text.into(), start, places, mark }
    }

    /// The place in the file of a range of the prepared text.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(
            self.start + self.original(range.start),
            self.start + self.original(range.end),
        )
    }

    /// Where byte `at` of the prepared text stood in the body.
    fn original(&self, at: usize) -> usize {
        let width = self.mark.len_utf8();
        let (mut low, mut high) = (0, self.places.len());
        while low < high {
            let middle = low.midpoint(high);
            let inserted =
                self.places.get(middle).map_or(usize::MAX, |p| p + middle * width);
            if inserted < at { low = middle + 1 } else { high = middle }
        }
        let place = low.checked_sub(1).and_then(|last| self.places.get(last));
        at.saturating_sub(low * width).max(place.copied().unwrap_or(0))
    }

    /// The text without marks.
    pub(super) fn plain<'t>(&self, text: CowStr<'t>) -> CowStr<'t> {
        if self.places.is_empty() || !text.contains(self.mark) {
            return text;
        }
        text.replace(self.mark, "").into()
    }
}

/// Noncharacters: never exchanged between programs, hence hardly ever in a text.
fn unused_mark(body: &str) -> Option<char> {
    ('\u{FDD0}'..='\u{FDEF}').find(|&mark| !body.contains(mark))
}

fn insert(body: &str, places: &[usize], mark: char) -> String {
    let mut text = String::with_capacity(body.len() + places.len() * mark.len_utf8());
    let mut done = 0;
    for &place in places {
        text.push_str(body.get(done..place).unwrap_or(""));
        text.push(mark);
        done = place;
    }
    text.push_str(body.get(done..).unwrap_or(""));
    text
}

#[cfg(test)]
mod tests {
    use super::Prepared;

    #[test]
    fn places_lead_back() {
        let file = "---\n---\nは**「要」**で **「重」**だ";
        let prepared = Prepared::new(file, 8);
        assert_eq!(prepared.places.len(), 3);
        for word in ["は", "「要」", "で", "「重」", "だ"] {
            let at = prepared.text.find(word).unwrap();
            let span = prepared.span(&(at..at + word.len()));
            assert_eq!(file.get(span.range()), Some(word));
        }
    }
}
