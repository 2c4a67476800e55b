//! A text as plain text: paragraphs parted by empty lines, footnotes at the end, no
//! markup.

mod sheet;
mod line;
mod elements;
mod tables;

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use super::notes::{self, Notes};
use super::prepare::Prepared;
use super::structure::{Node, Placed, Structure};
use super::{Labels, Settings, Source};

use elements::Raw;
pub(super) use elements::referred;
use line::Line;
use sheet::{Gap, Sheet};
use tables::Table;

/// A text without markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The body, footnotes included; it ends in a line break unless it is empty.
    pub text: String,
    /// Footnote marks of the heading that was left out as the title: `[1]`.
    pub title_marks: String,
}

/// Makes plain text of a body. Each paragraph is one line.
#[must_use]
pub fn text(source: &Source, settings: &Settings, labels: &Labels) -> Plain {
    let prepared = Prepared::new(source.text, source.start);
    let (text, notes) = notes::split(Structure::new(&prepared, source, settings));
    let mut writer = Writer {
        sheet: Sheet::default(),
        line: Line::default(),
        labels,
        notes,
        title_marks: String::new(),
        lists: Vec::new(),
        table: None,
        code: None,
        caption: String::new(),
        raw: Raw::default(),
    };
    writer.write(&text);
    writer.write_notes();
    Plain { text: writer.sheet.finish(), title_marks: writer.title_marks }
}

/// Writes nodes as plain text.
struct Writer<'w> {
    sheet: Sheet,
    /// The open line.
    line: Line,
    labels: &'w Labels,
    notes: Notes<'w>,
    title_marks: String,
    /// Open lists: the number of the next item, where items have one.
    lists: Vec<Option<u64>>,
    table: Option<Table>,
    /// The open code block.
    code: Option<String>,
    /// What stands under the open figure.
    caption: String,
    raw: Raw,
}

impl Writer<'_> {
    fn write(&mut self, nodes: &[Placed]) {
        for placed in nodes {
            self.node(&placed.node);
        }
        self.end_line(Gap::Empty);
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Event(Event::Start(tag)) => self.start(tag),
            Node::Event(Event::End(tag)) => self.end(*tag),
            Node::Event(event) => self.event(event),
            Node::Paragraph(_) | Node::Figure | Node::Heading(_) => {
                self.end_line(Gap::Empty);
            }
            Node::FigureEnd => {
                self.end_line(Gap::Empty);
                let caption = std::mem::take(&mut self.caption);
                self.line.push(&caption);
                self.end_line(Gap::Empty);
            }
            Node::Item(_) => self.start_item(),
            Node::TitleMark(name) => {
                let mark = self.mark(name);
                self.title_marks.push_str(&mark);
            }
            Node::Open(name, attributes) => self.open(name, attributes),
            Node::Close(name) => self.close(name),
            Node::RawText(text) => self.raw_text(text),
            Node::Trusted(html) => self.trusted(html),
            Node::TrustedTarget(tag) => self.trusted_target(tag),
            Node::Title(_) | Node::TrustedId(_) | Node::Refused(_) => {}
        }
    }

    fn event(&mut self, event: &Event) {
        match event {
            Event::Text(_) | Event::Code(_) if self.raw.in_brackets() => {}
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(text),
                None => self.line.push(text),
            },
            Event::Code(code) => self.line.push(code),
            Event::SoftBreak => self.line.soft_break(),
            Event::HardBreak => self.line.hard_break(),
            Event::Rule => {
                self.end_line(Gap::Empty);
                self.line.push("* * *");
                self.end_line(Gap::Empty);
            }
            Event::TaskListMarker(is_done) => {
                self.line.push(if *is_done { "☑ " } else { "☐ " });
            }
            Event::FootnoteReference(name) => {
                let mark = self.mark(name);
                self.line.push(&mark);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Image { title, .. } => {
                self.caption = title.to_string();
                self.line.push("[");
            }
            Tag::BlockQuote(kind) => self.start_quotation(*kind),
            Tag::CodeBlock(_) => {
                self.end_line(Gap::Empty);
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.end_line(Gap::Line);
                self.lists.push(*first);
            }
            Tag::Table(_) => {
                self.end_line(Gap::Empty);
                self.table = Some(Table::default());
            }
            Tag::DefinitionListDefinition => {
                self.end_line(Gap::Line);
                self.sheet.enter("    ", "    ");
            }
            Tag::Paragraph | Tag::DefinitionListTitle => self.end_line(Gap::Empty),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.line.close_bracket(),
            TagEnd::Heading(_) | TagEnd::Paragraph => self.end_line(Gap::Empty),
            TagEnd::BlockQuote(_) => {
                self.end_line(Gap::Empty);
                self.sheet.leave();
            }
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(_) => _ = self.lists.pop(),
            TagEnd::Item => self.end_item(),
            TagEnd::DefinitionListTitle => self.end_line(Gap::Line),
            TagEnd::DefinitionListDefinition => {
                self.end_line(Gap::Line);
                self.sheet.leave();
            }
            TagEnd::TableCell => {
                let cell = self.line.take();
                self.table.iter_mut().for_each(|table| table.cell(&cell));
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.table.iter_mut().for_each(Table::end_row);
            }
            TagEnd::Table => {
                let table = self.table.take().unwrap_or_default();
                self.sheet.block(&table.finish(), Gap::Empty);
            }
            _ => {}
        }
    }

    /// Puts the open line on the sheet, if anything is on it.
    fn end_line(&mut self, gap: Gap) {
        self.raw.end_brackets();
        if self.raw.in_row() || self.table.is_some() {
            return self.line.soft_break();
        }
        let line = self.line.take();
        if !line.is_empty() {
            self.sheet.block(&line, gap);
        }
    }

    fn start_quotation(&mut self, kind: Option<BlockQuoteKind>) {
        self.end_line(Gap::Empty);
        self.sheet.enter("    ", "    ");
        let labels = self.labels;
        let label = match kind {
            None => return,
            Some(BlockQuoteKind::Note) => &labels.note,
            Some(BlockQuoteKind::Tip) => &labels.tip,
            Some(BlockQuoteKind::Important) => &labels.important,
            Some(BlockQuoteKind::Warning) => &labels.warning,
            Some(BlockQuoteKind::Caution) => &labels.caution,
        };
        self.line.push(label);
        self.end_line(Gap::Empty);
    }

    fn start_item(&mut self) {
        self.end_line(Gap::Line);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "- ".to_owned(),
        };
        self.sheet.enter(&mark, &" ".repeat(mark.len()));
    }

    fn end_item(&mut self) {
        self.end_line(Gap::Line);
        self.sheet.leave();
    }

    fn end_code(&mut self) {
        let code = self.code.take().unwrap_or_default();
        self.sheet.enter("    ", "    ");
        self.sheet.block(code.trim_end(), Gap::Empty);
        self.sheet.leave();
    }

    /// The mark of a footnote; what was written, where there is none of that name.
    fn mark(&mut self, name: &str) -> String {
        match self.notes.mark(name) {
            Some((number, _)) => format!("[{number}]"),
            None => format!("[^{name}]"),
        }
    }

    /// Writes the footnotes in the order of their first marks, then those without.
    fn write_notes(&mut self) {
        let mut number = 0;
        while let Some(nodes) = self.notes.take(number) {
            if number == 0 {
                let label = &self.labels.footnotes;
                self.sheet.block(label, Gap::Empty);
            }
            number += 1;
            let mark = format!("[{number}] ");
            self.sheet.enter(&mark, &" ".repeat(mark.len()));
            self.write(&nodes);
            self.sheet.leave();
        }
    }
}
