//! The header of a database text: which label has which value, and where the text begins.

use super::labels::{Label, label};
use crate::import::lines::Line;
use crate::text::Span;

/// A database text, taken apart.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// Lines before the first label.
    pub(super) banner: Vec<Line>,
    pub(super) entries: Vec<Entry>,
    pub(super) text: Vec<Line>,
}

/// A label with its value, which may go on over several lines.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) label: Label,
    pub(super) label_span: Span,
    pub(super) value: String,
    /// The value; the label where there is none.
    pub(super) span: Span,
    is_japanese: bool,
}

impl Entry {
    /// The language that its label is in.
    pub(super) fn label_language(&self) -> &'static str {
        if self.is_japanese { "ja" } else { "en" }
    }
}

/// Takes a text apart. Where no label announces the text, it begins after the last line
/// with a label.
pub(super) fn header(lines: &[Line]) -> Header {
    let is_announced = lines
        .iter()
        .any(|line| label(line).is_some_and(|(label, _)| label == Label::Text));
    let mut header = Header::default();
    for (number, line) in lines.iter().enumerate() {
        match label(line) {
            Some((Label::Text, at)) => {
                let rest = line.text.get(at..).unwrap_or_default();
                if !rest.is_empty() {
                    header.text.push(value(line, at));
                }
                header.text.extend(lines.iter().skip(number + 1).cloned());
                if header.entries.is_empty() {
                    header.entries.push(entry(Label::Text, line, at));
                }
                return header;
            }
            Some((label, at)) => header.entries.push(entry(label, line, at)),
            None if line.is_blank() => {}
            None if header.entries.is_empty() => header.banner.push(line.clone()),
            None if is_announced => go_on(&mut header.entries, line),
            None => {
                header.text.extend(lines.iter().skip(number).cloned());
                return header;
            }
        }
    }
    header
}

/// The rest of a line.
fn value(line: &Line, at: usize) -> Line {
    let text = line.text.get(at..).unwrap_or_default();
    let span = line.part(at.min(line.text.len()), line.text.len());
    Line { text: text.to_owned(), span: within(line, span), is_indented: false }
}

/// A span that is part of a line; the whole line where the file has it otherwise.
fn within(line: &Line, span: Span) -> Span {
    if line.span.range().len() == line.text.len() { span } else { line.span }
}

fn entry(label: Label, line: &Line, at: usize) -> Entry {
    let value = value(line, at);
    let label_span = within(line, line.part(0, line.text.len().min(at)));
    let span = if value.text.is_empty() { label_span } else { value.span };
    let is_japanese = line.text.chars().nth(1).is_some_and(|c| !c.is_ascii());
    Entry { label, label_span, value: value.text, span, is_japanese }
}

/// A line without a label goes on with the value before it.
fn go_on(entries: &mut [Entry], line: &Line) {
    let Some(entry) = entries.last_mut() else { return };
    if entry.value.is_empty() {
        entry.span = line.span;
    } else {
        let is_latin = entry.value.chars().next_back().is_some_and(|c| c.is_ascii());
        if is_latin {
            entry.value.push(' ');
        }
        entry.span.end = line.span.end;
    }
    entry.value.push_str(&line.text);
}
