//! Headings: their ids, and the one that only says the title again.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, TagEnd};

use super::{Heading, Hold, Node, Placed, Structure, fold};

/// A heading as its author wrote it.
pub(super) struct Written<'a> {
    /// Its level.
    pub(super) level: HeadingLevel,
    /// `{#id}`.
    pub(super) id: Option<CowStr<'a>>,
    /// `{.class}`.
    pub(super) classes: Vec<CowStr<'a>>,
    /// Whether nothing stands before it.
    pub(super) is_first: bool,
}

impl<'a> Structure<'a> {
    /// A heading begins; its id needs its words.
    pub(super) fn hold_heading(&mut self, written: Written<'a>, range: Range<usize>) {
        let tag = Event::End(TagEnd::Heading(written.level));
        self.hold = Some(Hold::Heading(self.ready.len(), written));
        self.words.begin();
        self.push(Node::Event(tag), range);
    }

    /// The heading ends that begins at `at` in `ready`.
    pub(super) fn end_heading(
        &mut self,
        at: usize,
        written: Written<'a>,
        range: Range<usize>,
    ) {
        let words = self.words.take();
        if written.is_first && self.is_title(&words) {
            return self.drop_title(at, words, &range);
        }
        let heading = Heading {
            level: written.level as u8,
            id: self.ids.heading(written.id.as_deref(), &words),
            section: self.numbers.heading(),
            is_outer: self.numbers.is_outer(),
            classes: written
                .classes
                .into_iter()
                .map(|c| self.prepared.plain(c))
                .collect(),
            words: words.into(),
        };
        if let Some(held) = self.ready.get_mut(at) {
            held.node = Node::Heading(Box::new(heading));
        }
        self.push(Node::Event(Event::End(TagEnd::Heading(written.level))), range);
    }

    fn is_title(&self, words: &str) -> bool {
        !words.is_empty() && self.title.is_none_or(|title| fold(title) == fold(words))
    }

    /// The page shows the title itself; of the heading only footnote marks stay.
    fn drop_title(&mut self, at: usize, words: String, range: &Range<usize>) {
        let dropped = self.ready.split_off(at);
        self.push(Node::Title(words.into()), range.clone());
        for Placed { node, range } in dropped {
            if let Node::Event(Event::FootnoteReference(name)) = node {
                self.push(Node::TitleMark(name), range);
            }
        }
    }
}
