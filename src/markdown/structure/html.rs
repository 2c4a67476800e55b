//! Raw HTML on its way into the stream of nodes.

use std::ops::Range;

use super::nodes::TrustedTag;
use super::{Balance, Node, RawHtml, Structure};
use crate::markdown::raw::{
    Attribute, Form, Sort, Token, attributes, element, is_swallowed, tokens, value_of,
};

/// Where raw HTML stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Within a line of text.
    Line,
    /// As a block of its own.
    Block,
}

/// A block of raw HTML; the parser hands it over line by line.
#[derive(Default)]
pub(super) struct HtmlBlock {
    text: String,
    /// Where each line begins, here and in the prepared text.
    lines: Vec<(usize, usize)>,
}

impl HtmlBlock {
    /// Where a range of the block stands in the prepared text.
    fn locate(&self, range: &Range<usize>) -> Range<usize> {
        let after = self.lines.partition_point(|(here, _)| *here <= range.start);
        let line = after.checked_sub(1).and_then(|line| self.lines.get(line));
        let (here, there) = line.copied().unwrap_or_default();
        let start = there + range.start.saturating_sub(here);
        start..start + range.len()
    }
}

/// Finds the place of a range of raw HTML in the prepared text.
type Locate<'l> = &'l dyn Fn(&Range<usize>) -> Range<usize>;

impl Structure<'_> {
    /// A line of a block of raw HTML.
    pub(super) fn block_html(&mut self, line: &str, range: &Range<usize>) {
        if let Some(block) = &mut self.block {
            block.lines.push((block.text.len(), range.start));
            block.text.push_str(line);
        }
    }

    /// The block ends.
    pub(super) fn end_html_block(&mut self, range: &Range<usize>) {
        let Some(block) = self.block.take() else { return };
        let text = self.prepared.plain(block.text.as_str().into());
        self.raw(&text, &|range| block.locate(range), Place::Block);
        self.swallowing = None;
        self.close_raw(Balance::after_html, range);
    }

    /// Takes raw HTML apart.
    pub(super) fn raw(&mut self, html: &str, locate: Locate, place: Place) {
        for (range, token) in tokens(html) {
            let there = locate(&range);
            match (self.html, token) {
                (RawHtml::Trusted, token) => {
                    self.trusted(html.get(range).unwrap_or(""), token, there);
                }
                (_, Token::Other) => {}
                (_, Token::Text(text)) => self.raw_text(text, there),
                (_, Token::Tag { name, attributes, form: Form::Open }) => {
                    self.open_tag(name, attributes, (there, place));
                }
                (_, Token::Tag { name, .. }) => self.close_tag(name, &there),
            }
        }
    }

    fn raw_text(&mut self, text: &str, range: Range<usize>) {
        if self.swallowing.is_none() && (self.has_begun || !text.trim().is_empty()) {
            self.push(Node::RawText(text.to_string()), range);
        }
    }

    fn open_tag(
        &mut self,
        name: &str,
        written: &str,
        (range, place): (Range<usize>, Place),
    ) {
        if self.swallowing.is_some() {
            return;
        }
        let in_line = |sort| matches!(sort, Sort::Phrasing | Sort::Void);
        let found = element(name).filter(|e| place == Place::Block || in_line(e.sort));
        let Some(found) = found else {
            if is_swallowed(name) {
                self.swallowing = Some(name.to_ascii_lowercase());
            }
            return self.push(Node::Refused(name.to_ascii_lowercase()), range);
        };
        if found.name == "a" && self.link_depth > 0 {
            return;
        }
        if let Some(closed) = self.balance.open(found) {
            self.close_raw(|_| closed.clone(), &range);
            self.words.open(found.name);
            let attributes = self.with_id(attributes(found.name, written));
            self.push(Node::Open(found.name, attributes), range);
        }
    }

    /// The attributes with the id only if the element can have it.
    fn with_id(&mut self, mut attributes: Vec<Attribute>) -> Vec<Attribute> {
        attributes
            .retain(|(name, value)| *name != "id" || self.ids.exactly(value).is_some());
        attributes
    }

    fn close_tag(&mut self, name: &str, range: &Range<usize>) {
        if let Some(swallowing) = &self.swallowing {
            if name.eq_ignore_ascii_case(swallowing) {
                self.swallowing = None;
            }
            return;
        }
        if let Some(found) = element(name) {
            self.close_raw(|balance| balance.close(found.name), range);
        }
    }

    fn trusted(&mut self, html: &str, token: Token, range: Range<usize>) {
        let Token::Tag { name, attributes, form: Form::Open } = token else {
            return self.push(Node::Trusted(html.to_string()), range);
        };
        if let Some(id) = value_of(attributes, "id") {
            self.trusted_id(id, &range);
        }
        let is_image = name.eq_ignore_ascii_case("img");
        let key = if is_image { "src" } else { "href" };
        let has_target = is_image || name.eq_ignore_ascii_case("a");
        let target = value_of(attributes, key).filter(|_| has_target);
        let node = match target.and_then(|target| cut(html, target, is_image)) {
            Some(cut) => Node::TrustedTarget(Box::new(cut)),
            None => Node::Trusted(html.to_string()),
        };
        self.push(node, range);
    }

    fn trusted_id(&mut self, id: &str, range: &Range<usize>) {
        if let Some(id) = self.ids.exactly(id) {
            self.push(Node::TrustedId(id), range.clone());
        }
    }
}

/// Cuts a tag at `target`, which is a slice of it.
fn cut(tag: &str, target: &str, is_image: bool) -> Option<TrustedTag> {
    let start = (target.as_ptr() as usize).checked_sub(tag.as_ptr() as usize)?;
    let before = tag.get(..start)?.to_string();
    let after = tag.get(start + target.len()..)?.to_string();
    Some(TrustedTag { before, target: target.to_string(), after, is_image })
}
