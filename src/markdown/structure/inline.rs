//! What stands within a line: emphasis, links, images.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Balance, Node, Structure, nodes};

/// Emphasis, links and the like within each other; deeper ones are left out.
const MAX_INLINE_DEPTH: usize = 32;

impl<'a> Structure<'a> {
    /// Emphasis, a link or the like begins.
    pub(super) fn start_inline(&mut self, tag: Tag<'a>, range: Range<usize>) {
        self.inline_depth += 1;
        self.balance.enter();
        let is_link = matches!(tag, Tag::Link { .. });
        self.link_depth += usize::from(is_link);
        let is_nested_link = is_link && self.balance.holds("a");
        if self.inline_depth <= MAX_INLINE_DEPTH && !is_nested_link {
            let tag = nodes::plain(tag, self.prepared);
            self.push(Node::Event(Event::Start(tag)), range);
        }
    }

    /// It ends.
    pub(super) fn end_inline(&mut self, tag: TagEnd, range: Range<usize>) {
        self.close_raw(Balance::leave, &range);
        let is_nested_link = tag == TagEnd::Link && self.balance.holds("a");
        if self.inline_depth <= MAX_INLINE_DEPTH && !is_nested_link {
            self.push(Node::Event(Event::End(tag)), range);
        }
        self.inline_depth = self.inline_depth.saturating_sub(1);
        self.link_depth -= usize::from(tag == TagEnd::Link && self.link_depth > 0);
    }
}

/// Whether an element stands within a line.
pub(super) fn is_inline(tag: &Tag) -> bool {
    is_inline_end(tag.to_end())
}

/// Whether the end of an element stands within a line.
pub(super) fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
