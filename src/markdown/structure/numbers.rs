//! The numbers of paragraphs, sections and list items.

use std::fmt::Write as _;

use pulldown_cmark::{Tag, TagEnd};

/// List items within each other that have an id; deeper ones have none.
const MAX_ITEM_DEPTH: usize = 8;

/// Numbers given so far, and where in the text the next would be given.
#[derive(Default)]
pub(super) struct Numbers {
    /// Numbered paragraphs.
    pub(super) paragraphs: u32,
    /// Sections.
    pub(super) sections: u32,
    /// List items since the last numbered paragraph, then those within the open item,
    /// and so on inwards.
    items: Vec<u32>,
    open_items: usize,
    /// Open lists, tables and the like, whose paragraphs have no number.
    apart: usize,
    quotes: usize,
    footnotes: usize,
}

impl Numbers {
    /// A block opens that has no number of its own.
    pub(super) fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::BlockQuote(_) => self.quotes += 1,
            _ if is_apart(tag.to_end()) => self.apart += 1,
            _ => {}
        }
    }

    /// A footnote opens.
    pub(super) fn start_footnote(&mut self) {
        self.footnotes += 1;
    }

    /// A list item opens; its id.
    pub(super) fn start_item(&mut self) -> Option<Box<str>> {
        self.apart += 1;
        if self.footnotes > 0 {
            return None;
        }
        self.items.truncate(self.open_items + 1);
        match self.items.get_mut(self.open_items) {
            Some(number) => *number += 1,
            None => self.items.push(1),
        }
        self.open_items += 1;
        (self.open_items <= MAX_ITEM_DEPTH).then(|| self.item_id())
    }

    fn item_id(&self) -> Box<str> {
        let mut id = format!("p{}", self.paragraphs);
        for number in self.items.iter().take(self.open_items) {
            _ = write!(id, ".{number}");
        }
        id.into()
    }

    /// A paragraph opens, perhaps in a list or table of raw HTML; its number.
    pub(super) fn paragraph(&mut self, is_apart: bool) -> Option<u32> {
        if self.apart + self.footnotes > 0 || is_apart {
            return None;
        }
        self.items.clear();
        self.paragraphs += 1;
        Some(self.paragraphs)
    }

    /// A heading; its section's number.
    pub(super) fn heading(&mut self) -> Option<u32> {
        (self.footnotes == 0).then(|| {
            self.sections += 1;
            self.sections
        })
    }

    /// Whether the text stands in nothing.
    pub(super) fn is_outer(&self) -> bool {
        self.apart + self.quotes + self.footnotes == 0
    }

    /// A block closes.
    pub(super) fn end(&mut self, tag: TagEnd) {
        let less = |count: &mut usize| *count = count.saturating_sub(1);
        match tag {
            TagEnd::BlockQuote(_) => less(&mut self.quotes),
            TagEnd::FootnoteDefinition => less(&mut self.footnotes),
            TagEnd::Item => {
                less(&mut self.apart);
                if self.footnotes == 0 {
                    less(&mut self.open_items);
                }
            }
            tag if is_apart(tag) => less(&mut self.apart),
            _ => {}
        }
    }
}

fn is_apart(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Table | TagEnd::DefinitionList)
}
