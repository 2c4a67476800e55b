//! A text's footnotes, taken out of it and numbered in the order of their first marks.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::footnotes::key;
use super::structure::{Node, Placed, Structure};

/// A text's footnotes.
#[derive(Default)]
pub(super) struct Notes<'a> {
    all: Vec<Note<'a>>,
    /// The first footnote of each name.
    names: HashMap<Box<str>, usize>,
    /// Footnotes in the order of their numbers.
    order: Vec<usize>,
    /// Where the first footnote stands that may have no number yet.
    unmarked: usize,
}

struct Note<'a> {
    nodes: Vec<Placed<'a>>,
    number: Option<usize>,
    marks: usize,
}

/// Reads a text and takes the footnotes out of it.
pub(super) fn split(all: Structure<'_>) -> (Vec<Placed<'_>>, Notes<'_>) {
    let mut text = Vec::with_capacity(all.bytes() / BYTES_OF_NODE);
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

/// So many bytes of prose, about, make a node.
const BYTES_OF_NODE: usize = 32;

impl<'a> Notes<'a> {
    fn add(&mut self, name: &str) -> usize {
        let note = self.all.len();
        self.all.push(Note { nodes: Vec::new(), number: None, marks: 0 });
        self.names.entry(key(name).into()).or_insert(note);
        note
    }

    /// A mark of the footnote of that name: its number, and how many there were with it.
    pub(super) fn mark(&mut self, name: &str) -> Option<(usize, usize)> {
        let at = *self.names.get(&*key(name))?;
        let number = self.number(at)?;
        let note = self.all.get_mut(at)?;
        note.marks += 1;
        Some((number, note.marks))
    }

    /// The body of the footnote after so many others, whose own marks may give numbers to
    /// others. Those without a mark come last.
    pub(super) fn take(&mut self, taken: usize) -> Option<Vec<Placed<'a>>> {
        while self.order.len() <= taken {
            self.number(self.unmarked)?;
            self.unmarked += 1;
        }
        let at = *self.order.get(taken)?;
        let note = self.all.get_mut(at)?;
        Some(std::mem::take(&mut note.nodes))
    }

    /// How many marks a footnote has.
    pub(super) fn marks(&self, number: usize) -> usize {
        let at = number.checked_sub(1).and_then(|at| self.order.get(at));
        at.and_then(|&at| self.all.get(at)).map_or(0, |note| note.marks)
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
