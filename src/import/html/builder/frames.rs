//! Blocks that hold blocks: lists, quotations, tables.

use super::{Builder, MAX_DEPTH};
use crate::import::body::Part;
use crate::import::html::table::table;
use crate::import::markdown::Block;

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
pub(super) enum Kind {
    List(Option<u64>),
    /// A list whose items have letters.
    Lettered(char),
    Item,
    /// A footnote among those at the end.
    Note(u32),
    Quote,
    Table,
    Row,
    Cell,
}

impl Builder {
    pub(super) fn add(&mut self, block: Block, plain: String) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.push(block);
            self.plain.push(plain);
            return;
        }
        let line = if plain.is_empty() { self.line } else { self.inline_line };
        let span = self.span(line);
        self.parts.push((Part { block, plain, span }, self.main));
    }

    pub(super) fn push(&mut self, kind: Kind) {
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
    pub(super) fn close_to(&mut self, kinds: &[Kind], holds: fn(Kind) -> bool) {
        let from = self
            .frames
            .iter()
            .rposition(|frame| holds(frame.kind))
            .map_or(0, |at| at + 1);
        let above = self.frames.get(from..).unwrap_or_default();
        if above.iter().any(|frame| {
            kinds.contains(&frame.kind) || matches!(frame.kind, Kind::Note(_))
        }) {
            while self.frames.len() > from {
                self.pop();
            }
        }
    }

    /// Closes the innermost frame that is meant, with all above it.
    pub(super) fn close_last(&mut self, is_meant: fn(Kind) -> bool) {
        if let Some(at) = self.frames.iter().rposition(|frame| is_meant(frame.kind)) {
            while self.frames.len() > at {
                self.pop();
            }
        }
    }

    /// Closes the innermost frame and gives what it holds to the one below.
    pub(super) fn pop(&mut self) {
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
            Kind::Note(number) => vec![Block::Note(number.to_string(), frame.blocks)],
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

pub(super) fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::List(_) | Kind::Lettered(_))
}
