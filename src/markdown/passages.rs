//! A text as passages: the words of each block, and the numbered place where it stands.

use pulldown_cmark::{Event, TagEnd};

use super::characters::is_wide;
use super::notes::{self, Notes};
use super::prepare::Prepared;
use super::raw::{Form, Sort, Token, element, is_swallowed, tokens};
use super::structure::{Node, Placed, Structure};
use super::text::referred;
use super::{Settings, Source};

/// A block of a text: a paragraph, a heading, a list item, a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'p> {
    /// The nearest numbered place.
    pub place: Place,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Its words, without markup; footnote marks and readings in ruby are left out.
    pub text: &'p str,
}

/// A place that has a number on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The numbered paragraph (`p12`), or what follows it and has no number itself; 0
    /// before the first. A heading stands at the paragraph under it, if one comes next.
    Paragraph(u32),
    /// The footnote of that number (`fn-3`).
    Note(u32),
}

/// Hands over the passages of a body: the text's in its order, then the footnotes'.
pub fn passages(source: &Source, settings: &Settings, take: &mut dyn FnMut(Passage<'_>)) {
    let prepared = Prepared::new(source.text, source.start);
    let structure = Structure::new(&prepared, source, settings);
    let mut reader = Reader::new(take);
    if !prepared.text.contains("[^") {
        structure.for_each(|placed| reader.node(&placed.node));
        return reader.end();
    }
    let (text, mut notes) = notes::split(structure);
    reader.read(&text, &mut notes);
    let mut number = 0;
    while let Some(nodes) = notes.take(number as usize) {
        number += 1;
        reader.place = Place::Note(number);
        reader.read(&nodes, &mut notes);
    }
}

struct Reader<'t> {
    take: &'t mut dyn FnMut(Passage<'_>),
    place: Place,
    block: String,
    is_heading: bool,
    /// Headings that wait for what comes next.
    headings: Vec<String>,
    /// Open readings of ruby, whose words are not the text's.
    readings: usize,
    /// The trusted element whose content is no text.
    swallowing: Option<String>,
}

impl<'t> Reader<'t> {
    fn new(take: &'t mut dyn FnMut(Passage<'_>)) -> Reader<'t> {
        Reader {
            take,
            place: Place::Paragraph(0),
            block: String::new(),
            is_heading: false,
            headings: Vec::new(),
            readings: 0,
            swallowing: None,
        }
    }

    fn read(&mut self, nodes: &[Placed], notes: &mut Notes) {
        for placed in nodes {
            // Footnotes are numbered by their marks.
            if let Node::Event(Event::FootnoteReference(name)) | Node::TitleMark(name) =
                &placed.node
            {
                notes.mark(name);
            }
            self.node(&placed.node);
        }
        self.end();
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Event(Event::Text(text) | Event::Code(text)) => self.push(text),
            Node::Event(Event::SoftBreak) => self.soft_break(),
            Node::Event(Event::HardBreak) => self.block.push(' '),
            Node::Event(Event::Start(tag)) if !is_inline(tag.to_end()) => self.flush(),
            Node::Event(Event::End(tag)) if !is_inline(*tag) => self.flush(),
            Node::Paragraph(number) => {
                self.flush();
                self.place = Place::Paragraph(*number);
            }
            Node::Heading(_) => {
                self.flush();
                self.is_heading = true;
            }
            Node::Figure | Node::FigureEnd | Node::Item(_) => self.flush(),
            Node::Open(name, _) => self.open(name),
            Node::Close(name) => self.close(name),
            Node::RawText(text) => self.push(&referred(text)),
            Node::Trusted(html) => self.trusted(html),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.readings == 0 {
            self.block.push_str(text);
        }
    }

    /// The source's line ends: a space, save behind wide characters.
    fn soft_break(&mut self) {
        if !self.block.chars().next_back().is_some_and(is_wide) {
            self.block.push(' ');
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "rt" | "rp" => self.readings += 1,
            "br" | "sup" => self.block.push(' '),
            name if is_block(name) => self.flush(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "rt" | "rp" => self.readings = self.readings.saturating_sub(1),
            name if is_block(name) => self.flush(),
            _ => {}
        }
    }

    fn trusted(&mut self, html: &str) {
        for (_, token) in tokens(html) {
            match (token, &self.swallowing) {
                (Token::Tag { name, form: Form::Close, .. }, Some(open))
                    if open.eq_ignore_ascii_case(name) =>
                {
                    self.swallowing = None;
                }
                (Token::Tag { name, form: Form::Open, .. }, None)
                    if is_swallowed(name) =>
                {
                    self.swallowing = Some(name.to_owned());
                }
                (Token::Tag { name, form, .. }, None) => {
                    let Some(found) = element(name) else { continue };
                    match form {
                        Form::Open => self.open(found.name),
                        Form::Close => self.close(found.name),
                    }
                }
                (Token::Text(text), None) => self.push(&referred(text)),
                _ => {}
            }
        }
    }

    /// The block ends; readings of ruby do not outlast it.
    fn flush(&mut self) {
        self.readings = 0;
        let is_heading = std::mem::take(&mut self.is_heading);
        if self.block.trim().is_empty() {
            return self.block.clear();
        }
        if is_heading {
            self.headings.push(std::mem::take(&mut self.block));
            return;
        }
        self.settle();
        let mut block = std::mem::take(&mut self.block);
        self.give(&block, false);
        block.clear();
        self.block = block;
    }

    /// Headings stand where that stands which comes next.
    fn settle(&mut self) {
        for heading in std::mem::take(&mut self.headings) {
            self.give(&heading, true);
        }
    }

    fn give(&mut self, text: &str, is_heading: bool) {
        (self.take)(Passage { place: self.place, is_heading, text });
    }

    fn end(&mut self) {
        self.flush();
        self.settle();
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

fn is_block(name: &str) -> bool {
    let sort = element(name).map(|element| element.sort);
    matches!(sort, Some(Sort::Container | Sort::Block)) || matches!(name, "td" | "th")
}
