//! A text as HTML.

mod escape;
mod blocks;
mod lines;
mod images;
mod elements;
mod tables;
mod footnotes;

use pulldown_cmark::{Event, TagEnd};

use super::notes::{self, Notes};
use super::prepare::Prepared;
use super::sanitise::sanitise;
use super::structure::{Heading, Node, Placed, Structure};
use super::{Settings, Source, Surroundings};

use escape::push_text;
use images::Image;
use tables::Table;

/// A text as HTML, to stand in an `article` under the page's `h1`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html {
    /// The body, footnotes included.
    pub html: String,
    /// Footnote marks that stood in the heading that was left out as the title; they
    /// belong after the title.
    pub title_marks: String,
    /// The headings that stand in no quotation, list or footnote.
    pub contents: Vec<Entry>,
    /// Whether any code block names its language.
    pub has_code: bool,
}

/// A heading, for a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 2 to 6, as on the page.
    pub level: u8,
    /// Its id.
    pub id: Box<str>,
    /// Its section's number: the anchor `s3`.
    pub section: u32,
    /// Its words, plain, not escaped.
    pub text: Box<str>,
}

/// Makes HTML of a body.
#[must_use]
pub fn html(source: &Source, settings: &Settings, page: &Surroundings) -> Html {
    let prepared = Prepared::new(source.text, source.start);
    let (text, notes) = notes::split(Structure::new(&prepared, source, settings));
    let mut writer = Writer::new(*page, notes);
    writer.out.reserve(prepared.text.len() + prepared.text.len() / 4);
    writer.write(&text);
    writer.write_notes();
    let html = if writer.needs_repair { sanitise(&writer.out) } else { writer.out };
    Html {
        html,
        title_marks: writer.title_marks,
        contents: writer.contents,
        has_code: writer.has_code,
    }
}

/// Writes nodes as HTML.
struct Writer<'w> {
    out: String,
    page: Surroundings<'w>,
    notes: Notes<'w>,
    title_marks: String,
    contents: Vec<Entry>,
    /// The open heading's section.
    open_section: Option<u32>,
    has_code: bool,
    /// Whether blocks of raw HTML may stand where the standard does not want them.
    needs_repair: bool,
    /// The levels, as written, of the headings that the text stands under.
    levels: Vec<u8>,
    tables: u32,
    table: Table,
    /// The open code block: its language and its text.
    code: Option<(Option<String>, String)>,
    image: Option<Image>,
    /// The caption of the open figure.
    caption: Option<String>,
    /// What ends the open link.
    link_end: Option<&'static str>,
    /// Footnote marks of the open link; links cannot hold links.
    link_marks: String,
    /// The last character of the open line.
    last: Option<char>,
}

impl<'w> Writer<'w> {
    fn new(page: Surroundings<'w>, notes: Notes<'w>) -> Writer<'w> {
        Writer {
            out: String::new(),
            page,
            notes,
            title_marks: String::new(),
            contents: Vec::new(),
            open_section: None,
            has_code: false,
            needs_repair: false,
            levels: Vec::new(),
            tables: 0,
            table: Table::default(),
            code: None,
            image: None,
            caption: None,
            link_end: None,
            link_marks: String::new(),
            last: None,
        }
    }

    fn write(&mut self, nodes: &[Placed]) {
        let mut rest = nodes;
        while let [placed, after @ ..] = rest {
            rest = after;
            match &placed.node {
                node if self.image.is_some() => self.within_image(node),
                Node::Event(Event::Start(tag)) => self.start(tag, after),
                Node::Event(Event::End(tag)) => self.end(*tag),
                Node::Event(event) => self.event(event, after),
                node => self.node(node),
            }
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Paragraph(number) => self.start_numbered(*number),
            Node::Figure => {
                self.out.push_str("<figure>");
                self.caption = Some(String::new());
            }
            Node::FigureEnd => self.end_figure(),
            Node::Item(id) => self.start_item(id.as_deref()),
            Node::Heading(heading) => self.start_heading(heading),
            Node::TitleMark(name) => {
                if let Some(mark) = self.mark(name) {
                    self.title_marks.push_str(&mark);
                }
            }
            Node::Open(name, attributes) => self.open_element(name, attributes),
            Node::Close("a") => self.end_link(),
            Node::Close(name) => {
                for part in ["</", name, ">"] {
                    self.out.push_str(part);
                }
            }
            Node::RawText(text) => escape::push_raw_text(text, &mut self.out),
            Node::Trusted(html) => self.out.push_str(html),
            Node::TrustedTarget(tag) => self.trusted(tag),
            Node::Event(_) | Node::Title(_) | Node::TrustedId(_) | Node::Refused(_) => {}
        }
    }

    fn start_heading(&mut self, heading: &Heading) {
        self.levels.retain(|&above| above < heading.level);
        self.levels.push(heading.level);
        let level = self.level();
        self.last = None;
        self.push(&["<h", digit(level), " id=\""]);
        push_text(&heading.id, &mut self.out);
        self.push(&["\""]);
        self.push_classes(&heading.classes);
        self.push(&[">"]);
        self.open_section = heading.section;
        if let Some(section) = heading.section.filter(|_| heading.is_outer) {
            let (id, text) = (heading.id.clone(), heading.words.clone());
            self.contents.push(Entry { level, id, section, text });
        }
    }

    /// The open heading's level on the page, under the page's `h1`: none is left out,
    /// whatever levels the text uses.
    fn level(&self) -> u8 {
        u8::try_from(self.levels.len() + 1).unwrap_or(6).min(6)
    }

    fn end_heading(&mut self) {
        if let Some(number) = self.open_section.take() {
            let number = number.to_string();
            let label = self.page.labels.section.replace("{}", &number);
            self.push(&["<a class=\"sn\" id=\"s", &number, "\" href=\"#s", &number]);
            self.push(&["\" aria-label=\""]);
            push_text(&label, &mut self.out);
            self.push(&["\"></a>"]);
        }
        self.push(&["</h", digit(self.level()), ">\n"]);
    }

    fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => self.end_link(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableCell => self.end_cell(),
            tag => self.out.push_str(blocks::end_tag(tag)),
        }
    }
}

fn digit(level: u8) -> &'static str {
    match level {
        0..=2 => "2",
        3 => "3",
        4 => "4",
        5 => "5",
        6.. => "6",
    }
}
