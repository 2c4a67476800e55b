//! From tags and texts to blocks, whatever is left open or closed twice.

use super::head::Head;
use super::page::Page;
use super::table::table;
use super::tokens::Token;
use crate::import::body::Part;
use crate::import::draft::LeftOut;
use crate::import::markdown::{Block, Inline, Mark};
use crate::text::Span;

/// Elements may stand in one another this deep; deeper ones are passed through.
const MAX_DEPTH: usize = 40;

pub(super) struct Builder {
    /// Where each line of the file begins.
    line_starts: Vec<usize>,
    length: usize,
    /// The line of the current token.
    line: usize,
    head: Head,
    frames: Vec<Frame>,
    inline: Inline,
    /// The line that the text in `inline` began in.
    inline_line: usize,
    /// Marks that are open: their element, and what they mean.
    open: Vec<(String, Open)>,
    heading: Option<usize>,
    skipped: Option<Skipped>,
    is_in_pre: bool,
    /// How many elements of the main part are open, and whether there was one.
    main: usize,
    parts: Vec<(Part, usize)>,
    plain: Vec<String>,
    left_out: Vec<LeftOut>,
}

/// A block that holds blocks.
pub(super) struct Frame {
    kind: Kind,
    line: usize,
    blocks: Vec<Block>,
    /// Items of a list, cells of a row.
    groups: Vec<Vec<Block>>,
    /// Rows of a table.
    rows: Vec<Vec<Vec<Block>>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    List(Option<u64>),
    /// A list whose items have letters.
    Lettered(char),
    Item,
    Quote,
    Table,
    Row,
    Cell,
}

#[derive(Clone, Debug)]
enum Open {
    Mark(Mark),
    Link(String),
    Raw(&'static str),
}

/// An element that is passed over.
struct Skipped {
    name: String,
    depth: usize,
    words: usize,
    line: usize,
}

impl Builder {
    pub(super) fn new(html: &str) -> Builder {
        let breaks = html.match_indices('\n').map(|(at, _)| at + 1);
        Builder {
            line_starts: std::iter::once(0).chain(breaks).collect(),
            length: html.len(),
            line: 1,
            head: Head::default(),
            frames: Vec::new(),
            inline: Inline::default(),
            inline_line: 1,
            open: Vec::new(),
            heading: None,
            skipped: None,
            is_in_pre: false,
            main: 0,
            parts: Vec::new(),
            plain: Vec::new(),
            left_out: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, token: Token, line: usize) {
        self.line = line;
        let span = self.span(line);
        self.head.take(&token, span);
        if self.skip(&token) {
            return;
        }
        match token {
            Token::Open(name, attributes) => self.opened(&name, &attributes),
            Token::Close(name) => self.closed(&name),
            Token::Text(text) => self.text(&text),
        }
    }

    pub(super) fn finish(mut self) -> Page {
        self.flush();
        while !self.frames.is_empty() {
            self.pop();
        }
        let has_main = self.parts.iter().any(|(_, main)| *main > 0);
        let (kept, other): (Vec<_>, Vec<_>) =
            self.parts.into_iter().partition(|(_, main)| !has_main || *main > 0);
        if let Some((first, _)) = other.first() {
            let words = other.iter().map(|(part, _)| words(&part.plain)).sum();
            let what = format!("outside the main part: {}", counted(words));
            self.left_out.push(LeftOut { what, span: first.span });
        }
        let parts = kept.into_iter().map(|(part, _)| part).collect();
        Page { head: self.head, parts, left_out: self.left_out }
    }

    fn span(&self, line: usize) -> Span {
        let start = |line: usize| self.line_starts.get(line.saturating_sub(1)).copied();
        let from = start(line).unwrap_or(self.length);
        let to = start(line + 1).map_or(self.length, |next| next.saturating_sub(1));
        Span::new(from, to.max(from))
    }

    /// Passes over what no reader of the page takes for its text.
    fn skip(&mut self, token: &Token) -> bool {
        let Some(skipped) = &mut self.skipped else {
            let Token::Open(name, attributes) = token else { return false };
            if !is_skipped(name, attributes, self.main > 0) {
                return false;
            }
            let (name, line) = (name.clone(), self.line);
            self.flush();
            self.skipped = Some(Skipped { name, depth: 1, words: 0, line });
            return true;
        };
        match token {
            Token::Open(name, _) if *name == skipped.name => skipped.depth += 1,
            Token::Close(name) if *name == skipped.name => skipped.depth -= 1,
            Token::Text(text) => skipped.words += words(text),
            _ => {}
        }
        if skipped.depth == 0 {
            let line = skipped.line;
            let what = format!("{}: {}", skipped.name, counted(skipped.words));
            let says = skipped.words > 0 && !is_program(&skipped.name);
            self.skipped = None;
            if says {
                let span = self.span(line);
                self.left_out.push(LeftOut { what, span });
            }
        }
        true
    }

    fn opened(&mut self, name: &str, attributes: &[(String, String)]) {
        let attribute = |name: &str| {
            attributes
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        if self.opened_within_text(name, &attribute) {
            return;
        }
        if !is_block(name) {
            return;
        }
        self.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = level(name),
            "main" | "article" => self.main += 1,
            "pre" => self.is_in_pre = true,
            "hr" => self.add(Block::Rule, String::new()),
            "ul" | "ol" | "menu" | "dir" => {
                let is_ordered = name == "ol";
                let letter = attribute("type").and_then(|kind| kind.chars().next());
                let start = attribute("start").and_then(|start| start.parse().ok());
                self.push(match letter.filter(|c| is_ordered && c.is_alphabetic()) {
                    Some(letter) => Kind::Lettered(letter),
                    None => Kind::List(is_ordered.then(|| start.unwrap_or(1))),
                });
            }
            "li" => {
                self.close_to(&[Kind::Item], is_list);
                self.push(Kind::Item);
            }
            "blockquote" => self.push(Kind::Quote),
            "table" => self.push(Kind::Table),
            "tr" => {
                self.close_to(&[Kind::Row], |kind| kind == Kind::Table);
                self.push(Kind::Row);
            }
            "td" | "th" => {
                self.close_to(&[Kind::Cell], |kind| kind == Kind::Row);
                self.push(Kind::Cell);
            }
            _ => {}
        }
    }

    /// Opens an element that stands within a line, where it is one.
    fn opened_within_text<'a>(
        &mut self,
        name: &str,
        attribute: &dyn Fn(&str) -> Option<&'a str>,
    ) -> bool {
        let open = match name {
            "br" => {
                if self.inline.is_broken() {
                    self.flush();
                } else {
                    self.inline.line_break();
                }
                return true;
            }
            "img" => {
                if let Some(source) = attribute("src").filter(|s| !s.starts_with("data:"))
                {
                    let what =
                        format!("image {}", source.rsplit('/').next().unwrap_or(source));
                    let span = self.span(self.line);
                    self.left_out.push(LeftOut { what, span });
                }
                return true;
            }
            "em" | "i" | "cite" | "var" | "dfn" => Open::Mark(Mark::Emphasis),
            "strong" | "b" => Open::Mark(Mark::Strong),
            "a" => match attribute("href").and_then(|href| self.head.resolved(href)) {
                Some(address) => Open::Link(address),
                None => return true,
            },
            _ => match RAW.iter().find(|raw| **raw == name) {
                Some(raw) => Open::Raw(raw),
                None => return false,
            },
        };
        if self.open.len() < MAX_DEPTH {
            self.begin(&open);
            self.open.push((name.to_owned(), open));
        }
        true
    }

    fn begin(&mut self, open: &Open) {
        match open {
            Open::Mark(mark) => self.inline.open(*mark),
            Open::Link(_) => self.inline.open_link(),
            Open::Raw(name) => self.inline.raw(&format!("<{name}>")),
        }
    }

    fn end(&mut self, open: &Open) {
        match open {
            Open::Mark(mark) => self.inline.close(*mark),
            Open::Link(address) => self.inline.close_link(address),
            Open::Raw(name) => self.inline.raw(&format!("</{name}>")),
        }
    }

    fn closed(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            let inner = self.open.split_off(at);
            for (_, open) in inner.iter().rev() {
                self.end(open);
            }
            for entry in inner.into_iter().skip(1) {
                self.begin(&entry.1);
                self.open.push(entry);
            }
            return;
        }
        if !is_block(name) {
            return;
        }
        self.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "main" | "article" => self.main = self.main.saturating_sub(1),
            "pre" => self.is_in_pre = false,
            "ul" | "ol" | "menu" | "dir" => self.close_last(is_list),
            "li" => self.close_to(&[Kind::Item], is_list),
            "blockquote" => self.close_last(|kind| kind == Kind::Quote),
            "table" => self.close_last(|kind| kind == Kind::Table),
            "tr" => self.close_to(&[Kind::Row], |kind| kind == Kind::Table),
            "td" | "th" => self.close_to(&[Kind::Cell], |kind| kind == Kind::Row),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.inline.is_empty() {
            let before = text.len() - text.trim_start().len();
            let breaks = text.bytes().take(before).filter(|&b| b == b'\n').count();
            self.inline_line = self.line + breaks;
        }
        if !self.is_in_pre {
            return self.inline.text(text);
        }
        for (at, line) in text.split('\n').enumerate() {
            match (at > 0, self.inline.is_broken()) {
                (true, true) => self.flush(),
                (true, false) => self.inline.line_break(),
                (false, _) => {}
            }
            self.inline.text(line);
        }
    }

    /// Ends the block that the text so far is.
    fn flush(&mut self) {
        let open = std::mem::take(&mut self.open);
        for (_, open) in open.iter().rev() {
            self.end(open);
        }
        if !self.inline.is_empty() {
            let inline = std::mem::take(&mut self.inline);
            let text = inline.finish();
            let block = match self.heading {
                Some(level) => Block::Heading(level, text),
                None => Block::Paragraph(text),
            };
            self.add(block, inline.plain());
        }
        self.inline = Inline::default();
        for (_, open) in &open {
            self.begin(open);
        }
        self.open = open;
    }

    fn add(&mut self, block: Block, plain: String) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
            self.plain.push(plain);
            return;
        }
        let line = if plain.is_empty() { self.line } else { self.inline_line };
        let span = self.span(line);
        self.parts.push((Part { block, plain, span }, self.main));
    }

    fn push(&mut self, kind: Kind) {
        if self.frames.len() < MAX_DEPTH {
            self.frames.push(Frame {
                kind,
                line: self.line,
                blocks: Vec::new(),
                groups: Vec::new(),
                rows: Vec::new(),
            });
        }
    }

    /// Closes what stands above the innermost frame that `holds`, if one of `kinds` does.
    fn close_to(&mut self, kinds: &[Kind], holds: fn(Kind) -> bool) {
        let from = self
            .frames
            .iter()
            .rposition(|frame| holds(frame.kind))
            .map_or(0, |at| at + 1);
        let above = self.frames.get(from..).unwrap_or_default();
        if above.iter().any(|frame| kinds.contains(&frame.kind)) {
            while self.frames.len() > from {
                self.pop();
            }
        }
    }

    /// Closes the innermost frame that is meant, with all above it.
    fn close_last(&mut self, is_meant: fn(Kind) -> bool) {
        if let Some(at) = self.frames.iter().rposition(|frame| is_meant(frame.kind)) {
            while self.frames.len() > at {
                self.pop();
            }
        }
    }

    /// Closes the innermost frame and gives what it holds to the one below.
    fn pop(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        let below = self.frames.last_mut();
        match (frame.kind, below) {
            (Kind::Item, Some(below)) if is_list(below.kind) => {
                below.groups.push(frame.blocks);
            }
            (Kind::Cell, Some(below)) if below.kind == Kind::Row => {
                below.groups.push(frame.blocks);
            }
            (Kind::Row, Some(below)) if below.kind == Kind::Table => {
                if !frame.blocks.is_empty() {
                    frame.groups.push(frame.blocks);
                }
                below.rows.push(frame.groups);
            }
            _ => self.place(frame),
        }
    }

    fn place(&mut self, frame: Frame) {
        let line = frame.line;
        let blocks = match frame.kind {
            Kind::List(start) => list(frame, start),
            Kind::Lettered(letter) => list(lettered(frame, letter), None),
            Kind::Quote => match frame.blocks.is_empty() {
                true => Vec::new(),
                false => vec![Block::Quote(frame.blocks)],
            },
            Kind::Table => {
                let mut blocks = frame.blocks;
                blocks.extend(table(frame.rows));
                blocks
            }
            Kind::Item | Kind::Row | Kind::Cell => {
                let mut blocks: Vec<Block> = frame.groups.into_iter().flatten().collect();
                blocks.extend(frame.blocks);
                blocks
            }
        };
        if let Some(below) = self.frames.last_mut() {
            below.blocks.extend(blocks);
            return;
        }
        let mut plain = std::mem::take(&mut self.plain).join("\n");
        let span = self.span(line);
        for block in blocks {
            let plain = std::mem::take(&mut plain);
            self.parts.push((Part { block, plain, span }, self.main));
        }
    }
}

/// A list; what stands in it outside its items comes first.
fn list(frame: Frame, start: Option<u64>) -> Vec<Block> {
    let mut blocks = frame.blocks;
    let items: Vec<Vec<Block>> =
        frame.groups.into_iter().filter(|item| !item.is_empty()).collect();
    if !items.is_empty() {
        blocks.push(Block::List { start, is_loose: false, items });
    }
    blocks
}

/// Items with their letters in front: Markdown has only numbers.
fn lettered(mut frame: Frame, letter: char) -> Frame {
    for (at, item) in frame.groups.iter_mut().enumerate() {
        if let Some(Block::Paragraph(text)) = item.first_mut() {
            *text = format!("{}. {text}", ordinal(at, letter));
        }
    }
    frame
}

/// `a`, `B`, `iv`, `IV`.
fn ordinal(at: usize, letter: char) -> String {
    let text = match letter.to_ascii_lowercase() {
        'i' => roman(at + 1),
        _ => u32::try_from(at)
            .ok()
            .and_then(|at| char::from_u32('a' as u32 + at % 26))
            .map_or_else(String::new, String::from),
    };
    if letter.is_ascii_uppercase() { text.to_uppercase() } else { text }
}

fn roman(mut number: usize) -> String {
    const PARTS: &[(usize, &str)] = &[
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (value, letters) in PARTS {
        // Longer lists than this are not numbered in Roman.
        while number >= *value && text.len() < 20 {
            text.push_str(letters);
            number -= value;
        }
    }
    text
}

fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::List(_) | Kind::Lettered(_))
}

fn level(name: &str) -> Option<usize> {
    name.strip_prefix('h')?.parse().ok()
}

/// Elements that are kept as they are.
const RAW: &[&str] = &["sup", "sub", "ruby", "rb", "rt", "rp", "u", "s", "del", "ins"];

fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

/// Whether an element is passed over; headers and footers only outside the main part.
fn is_skipped(name: &str, attributes: &[(String, String)], is_main: bool) -> bool {
    let role = attributes.iter().find(|(key, _)| key == "role");
    let role = role.map_or("", |(_, role)| role.as_str());
    match name {
        "nav" | "form" | "select" | "button" | "iframe" | "object" | "svg" | "aside"
        | "noscript" | "title" | "textarea" => true,
        "header" | "footer" => !is_main,
        _ => is_program(name) || matches!(role, "navigation" | "banner" | "contentinfo"),
    }
}

fn is_program(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "title")
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn counted(words: usize) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}
