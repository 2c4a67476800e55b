//! From tags and texts to blocks, whatever is left open or closed twice.

mod tags;
mod frames;

use super::head::Head;
use super::page::Page;
use super::tokens::Token;
use crate::import::body::Part;
use crate::import::draft::LeftOut;
use crate::import::markdown::{Block, Inline, Mark};
use crate::text::Span;
use frames::{Frame, Kind};
use tags::{is_program, is_skipped};

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
    /// Whether the notes at the end have begun.
    is_in_notes: bool,
    /// How many elements of the main part are open, and whether there was one.
    main: usize,
    parts: Vec<(Part, usize)>,
    plain: Vec<String>,
    left_out: Vec<LeftOut>,
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
            is_in_notes: false,
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
            let is_mark = skipped.name == "a";
            let says = skipped.words > 0 && !is_mark && !is_program(&skipped.name);
            self.skipped = None;
            if says {
                let span = self.span(line);
                self.left_out.push(LeftOut { what, span });
            }
        }
        true
    }

    /// Passes over what an element of the text holds.
    fn pass_over(&mut self, name: &str) {
        let (name, line) = (name.to_owned(), self.line);
        self.skipped = Some(Skipped { name, depth: 1, words: 0, line });
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
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn counted(words: usize) -> String {
    if words == 1 { "1 word".to_owned() } else { format!("{words} words") }
}
