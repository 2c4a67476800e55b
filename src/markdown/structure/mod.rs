//! The text as a stream of nodes: the parser's events with numbers and ids.
//!
//! Paragraphs of the running text, headings and list items get their numbers here and
//! nowhere else.

mod nodes;
mod numbers;
mod words;
mod headings;
mod inline;
mod html;

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::ids::Ids;
use super::prepare::Prepared;
use super::raw::Balance;
use super::{RawHtml, Settings, Source};

pub(super) use nodes::{Heading, Node, Placed, TrustedTag};
pub(super) use words::{Words, fold};

use html::HtmlBlock;
use inline::{is_inline, is_inline_end};
use numbers::Numbers;

/// Reads a prepared body as nodes.
pub(super) struct Structure<'a> {
    events: OffsetIter<'a>,
    prepared: &'a Prepared<'a>,
    title: Option<&'a str>,
    html: RawHtml,
    ready: VecDeque<Placed<'a>>,
    hold: Option<Hold<'a>>,
    block: Option<HtmlBlock>,
    /// The raw element whose content is dropped.
    swallowing: Option<String>,
    has_begun: bool,
    inline_depth: usize,
    link_depth: usize,
    in_code: bool,
    numbers: Numbers,
    ids: Ids,
    balance: Balance,
    words: Words,
}

/// A block that is kept back until its end shows what it is.
enum Hold<'a> {
    /// A paragraph that may hold nothing but an image; where it begins in `ready`.
    Paragraph(usize),
    /// A heading, whose words make its id.
    Heading(usize, headings::Written<'a>),
}

impl<'a> Structure<'a> {
    /// The nodes of a body.
    pub(super) fn new(
        prepared: &'a Prepared<'a>,
        source: &Source<'a>,
        settings: &Settings,
    ) -> Structure<'a> {
        let options = options(source, settings);
        Structure {
            events: Parser::new_ext(&prepared.text, options).into_offset_iter(),
            prepared,
            title: source.title,
            html: settings.html,
            ready: VecDeque::new(),
            hold: None,
            block: None,
            swallowing: None,
            has_begun: false,
            inline_depth: 0,
            link_depth: 0,
            in_code: false,
            numbers: Numbers::default(),
            ids: Ids::default(),
            balance: Balance::default(),
            words: Words::default(),
        }
    }

    /// How long the text is.
    pub(super) fn bytes(&self) -> usize {
        self.prepared.text.len()
    }

    /// How many paragraphs and sections have a number.
    pub(super) fn counts(&self) -> (u32, u32) {
        (self.numbers.paragraphs, self.numbers.sections)
    }

    fn step(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(html) => self.block_html(&html, &range),
            Event::InlineHtml(html) => {
                self.raw(
                    &self.prepared.plain(html),
                    &|_| range.clone(),
                    html::Place::Line,
                );
            }
            _ if self.swallowing.is_some() => {}
            Event::Text(text) => {
                let text = self.text(text);
                self.push(text, range);
            }
            Event::Code(code) => {
                let code = self.prepared.plain(code);
                self.words.push(&code);
                self.push(Node::Event(Event::Code(code)), range);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.words.push_break();
                self.push(Node::Event(event), range);
            }
            Event::FootnoteReference(name) => {
                let name = self.prepared.plain(name);
                self.push(Node::Event(Event::FootnoteReference(name)), range);
            }
            _ => self.push(Node::Event(event), range),
        }
    }

    /// Whether what comes next is the next node.
    fn is_free(&self) -> bool {
        self.hold.is_none() && self.ready.is_empty() && self.swallowing.is_none()
    }

    fn text(&mut self, text: CowStr<'a>) -> Node<'a> {
        self.has_begun = true;
        let text = self.prepared.plain(text);
        self.words.push(&text);
        Node::Event(Event::Text(text))
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if is_inline(&tag) {
            return self.start_inline(tag, range);
        }
        if matches!(tag, Tag::HtmlBlock) {
            self.block = Some(HtmlBlock::default());
            return;
        }
        if !is_part(&tag) {
            self.close_raw(Balance::before_block, &range);
        }
        self.balance.enter();
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                let is_first = !self.has_begun;
                self.hold_heading(
                    headings::Written { level, id, classes, is_first },
                    range,
                );
            }
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Item => {
                let number = self.numbers.start_item();
                self.push(Node::Item(number), range);
            }
            Tag::FootnoteDefinition(name) => {
                self.numbers.start_footnote();
                let name = self.prepared.plain(name);
                self.push(
                    Node::Event(Event::Start(Tag::FootnoteDefinition(name))),
                    range,
                );
            }
            tag => {
                self.in_code |= matches!(tag, Tag::CodeBlock(_));
                self.numbers.start(&tag);
                self.push(Node::Event(Event::Start(tag)), range);
            }
        }
    }

    fn start_paragraph(&mut self, range: Range<usize>) {
        let first = self.prepared.text.as_bytes().get(range.start);
        if matches!(first, Some(b'!' | b'[')) {
            self.hold = Some(Hold::Paragraph(self.ready.len()));
            self.push(Node::Event(Event::Start(Tag::Paragraph)), range);
        } else {
            let node = self.paragraph();
            self.push(node, range);
        }
    }

    fn paragraph(&mut self) -> Node<'a> {
        match self.numbers.paragraph(self.balance.is_apart()) {
            Some(number) => Node::Paragraph(number),
            None => Node::Event(Event::Start(Tag::Paragraph)),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if is_inline_end(tag) {
            return self.end_inline(tag, range);
        }
        if tag == TagEnd::HtmlBlock {
            return self.end_html_block(&range);
        }
        self.swallowing = None;
        self.close_raw(Balance::leave, &range);
        self.numbers.end(tag);
        self.in_code = false;
        match (self.hold.take(), tag) {
            (Some(Hold::Heading(at, written)), TagEnd::Heading(_)) => {
                self.end_heading(at, written, range);
            }
            (Some(Hold::Paragraph(at)), TagEnd::Paragraph) => {
                self.end_held_paragraph(at, range);
            }
            (hold, tag) => {
                self.hold = hold;
                self.push(Node::Event(Event::End(tag)), range);
            }
        }
    }

    /// A paragraph with an image and nothing else is a figure.
    fn end_held_paragraph(&mut self, at: usize, range: Range<usize>) {
        let is_figure = nodes::is_image_only(self.ready.range(at + 1..));
        let start = if is_figure { Node::Figure } else { self.paragraph() };
        if let Some(held) = self.ready.get_mut(at) {
            held.node = start;
        }
        let end = if is_figure {
            Node::FigureEnd
        } else {
            Node::Event(Event::End(TagEnd::Paragraph))
        };
        self.push(end, range);
    }

    fn close_raw(
        &mut self,
        closed: impl Fn(&mut Balance) -> Vec<&'static str>,
        range: &Range<usize>,
    ) {
        for name in closed(&mut self.balance) {
            self.words.close(name);
            self.push(Node::Close(name), range.clone());
        }
    }

    fn push(&mut self, node: Node<'a>, range: Range<usize>) {
        self.has_begun = true;
        self.ready.push_back(Placed { node, range });
    }

    fn finish(&mut self) {
        let end = self.prepared.text.len();
        self.close_raw(Balance::leave, &(end..end));
    }
}

impl<'a> Iterator for Structure<'a> {
    type Item = Placed<'a>;

    fn next(&mut self) -> Option<Placed<'a>> {
        loop {
            if self.hold.is_none()
                && let Some(placed) = self.ready.pop_front()
            {
                return Some(placed);
            }
            match self.events.next() {
                // Most nodes are text, and most of it waits for nothing.
                Some((Event::Text(text), range)) if self.is_free() => {
                    return Some(Placed { node: self.text(text), range });
                }
                Some((event, range)) => self.step(event, range),
                None => {
                    self.finish();
                    return self.ready.pop_front();
                }
            }
        }
    }
}

fn options(source: &Source, settings: &Settings) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    if settings.smart_punctuation && !source.language.is_cjk() {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    options
}

/// Parts of a list or table, which stand in it and not beside it.
fn is_part(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Item
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
    )
}
