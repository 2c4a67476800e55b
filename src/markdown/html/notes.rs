//! Footnotes, collected at the end of the text.

use std::collections::HashMap;
use std::fmt::Write as _;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Node, Placed, Writer, push_text};
use crate::markdown::footnotes::key;

/// A text's footnotes.
#[derive(Default)]
pub(super) struct Notes<'a> {
    all: Vec<Note<'a>>,
    /// The first footnote of each name.
    names: HashMap<Box<str>, usize>,
    /// Footnotes in the order of their numbers.
    order: Vec<usize>,
    /// The open heading's section.
    pub(super) open_section: Option<u32>,
}

struct Note<'a> {
    nodes: Vec<Placed<'a>>,
    number: Option<usize>,
    marks: usize,
}

/// Takes the footnotes out of a text.
pub(super) fn split(all: Vec<Placed>) -> (Vec<Placed>, Notes) {
    let mut text = Vec::with_capacity(all.len());
    let mut notes = Notes::default();
    let mut open: Vec<usize> = Vec::new();
    for placed in all {
        match &placed.node {
            Node::Event(Event::Start(Tag::FootnoteDefinition(name))) => {
                open.push(notes.add(name));
            }
            Node::Event(Event::End(TagEnd::FootnoteDefinition)) => _ = open.pop(),
            _ => match open.last().and_then(|&note| notes.all.get_mut(note)) {
                Some(note) => note.nodes.push(placed),
                None => text.push(placed),
            },
        }
    }
    (text, notes)
}

impl Notes<'_> {
    fn add(&mut self, name: &str) -> usize {
        let note = self.all.len();
        self.all.push(Note { nodes: Vec::new(), number: None, marks: 0 });
        self.names.entry(key(name)).or_insert(note);
        note
    }

    /// A mark of the footnote of that name: its number, and how many there were before.
    fn mark(&mut self, name: &str) -> Option<(usize, usize)> {
        let at = *self.names.get(&key(name))?;
        let number = self.number(at)?;
        let note = self.all.get_mut(at)?;
        note.marks += 1;
        Some((number, note.marks))
    }

    fn number(&mut self, at: usize) -> Option<usize> {
        let note = self.all.get_mut(at)?;
        if note.number.is_none() {
            self.order.push(at);
            note.number = Some(self.order.len());
        }
        note.number
    }
}

impl Writer<'_> {
    /// The mark of a footnote, where there is one of that name.
    pub(super) fn mark(&mut self, name: &str) -> Option<String> {
        let (number, times) = self.notes.mark(name)?;
        let id = mark_id(number, times);
        Some(format!(
            "<sup class=\"fnref\"><a href=\"#fn-{number}\" id=\"{id}\" \
             role=\"doc-noteref\">{number}</a></sup>"
        ))
    }

    /// Writes the footnotes in the order of their first marks, then those without.
    pub(super) fn write_notes(&mut self) {
        let text = std::mem::take(&mut self.out);
        let mut bodies = Vec::with_capacity(self.notes.all.len());
        for unmarked in 0..self.notes.all.len() {
            self.write_bodies(&mut bodies);
            self.notes.number(unmarked);
        }
        self.write_bodies(&mut bodies);
        self.out = text;
        if bodies.is_empty() {
            return;
        }
        let label = &self.page.labels.footnotes;
        self.push(&["<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\""]);
        push_text(label, &mut self.out);
        self.push(&["\">\n<h2>"]);
        push_text(label, &mut self.out);
        self.push(&["</h2>\n<ol>\n"]);
        for (at, body) in bodies.into_iter().enumerate() {
            self.write_note(at + 1, &body);
        }
        self.push(&["</ol>\n</section>\n"]);
    }

    /// Writes the bodies of footnotes that have a number; they may give numbers to others.
    fn write_bodies(&mut self, bodies: &mut Vec<String>) {
        while let Some(&at) = self.notes.order.get(bodies.len()) {
            let note = self.notes.all.get_mut(at);
            let nodes =
                note.map(|note| std::mem::take(&mut note.nodes)).unwrap_or_default();
            self.last = None;
            self.write(&nodes);
            bodies.push(std::mem::take(&mut self.out));
        }
    }

    fn write_note(&mut self, number: usize, body: &str) {
        let at = self.notes.order.get(number - 1).and_then(|&at| self.notes.all.get(at));
        let back = self.back_links(number, at.map_or(0, |note| note.marks));
        self.push(&["<li id=\"fn-", &number.to_string(), "\">"]);
        match body.strip_suffix("</p>\n") {
            Some(body) => self.push(&[body, &back, "</p>\n"]),
            None => self.push(&[body, &back]),
        }
        self.push(&["</li>\n"]);
    }

    fn back_links(&self, number: usize, marks: usize) -> String {
        let mut links = String::new();
        for times in 1..=marks {
            let id = mark_id(number, times);
            let name = id.trim_start_matches("fnref-");
            let mut label = String::new();
            push_text(&self.page.labels.back.replace("{}", name), &mut label);
            _ = write!(
                links,
                " <a class=\"fnback\" href=\"#{id}\" role=\"doc-backlink\" \
                 aria-label=\"{label}\">↩</a>"
            );
        }
        links
    }
}

/// The id of a mark of footnote `number`.
fn mark_id(number: usize, times: usize) -> String {
    if times == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{times}") }
}
