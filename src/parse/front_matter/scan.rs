//! Reads the YAML that people write by hand, keeping the place of every value.
//!
//! Plain and quoted scalars, lists and mappings in block and flow style. Whatever else
//! YAML has (anchors, tags, escapes, folded text, comments) gives `None`, and a YAML
//! library reads it. A test holds both to the same result.

use std::borrow::Cow;

use super::node::{Data, Entry, Node, plain};
use crate::text::Span;

/// Deeper nesting is left to the library.
const MAX_DEPTH: usize = 8;

/// The value in `text`, which begins `offset` bytes into the file.
///
/// `text` is everything after the key's colon, up to the next key.
pub(super) fn value(text: &str, offset: usize) -> Option<Node<'_>> {
    block_value(Piece { text, offset }, 0)
}

/// Splits a block mapping into its keys; `None` where it is anything else.
pub(super) fn entries(text: &str, offset: usize) -> Option<Vec<RawEntry<'_>>> {
    raw_entries(Piece { text, offset }, 0)
}

/// A key, and everything after its colon.
pub(super) struct RawEntry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) key_span: Span,
    /// The text of the value, with its line breaks.
    pub(super) value: &'a str,
    /// Where that text begins in the file.
    pub(super) value_offset: usize,
}

/// A part of the file.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Piece<'a> {
    fn part(self, start: usize, end: usize) -> Option<Piece<'a>> {
        Some(Piece { text: self.text.get(start..end)?, offset: self.offset + start })
    }

    fn trimmed(self) -> Piece<'a> {
        let left = self.text.len() - self.text.trim_start().len();
        Piece { text: self.text.trim(), offset: self.offset + left }
    }

    fn span(self) -> Span {
        Span::new(self.offset, self.offset + self.text.len())
    }

    fn node(self, data: Data<'a>) -> Node<'a> {
        Node { span: self.span(), data }
    }

    /// Lines that hold something, each with its indentation.
    fn lines(self) -> impl Iterator<Item = Line> + use<'a> {
        let mut start = 0;
        self.text.split_inclusive('\n').filter_map(move |line| {
            let begin = start;
            start += line.len();
            let content = line.trim_start_matches(' ');
            let indentation = line.len() - content.len();
            (!content.trim().is_empty()).then_some(Line { begin, indentation })
        })
    }
}

struct Line {
    begin: usize,
    indentation: usize,
}

fn block_value(piece: Piece<'_>, depth: usize) -> Option<Node<'_>> {
    let inner = piece.trimmed();
    if depth > MAX_DEPTH || inner.text.contains('\t') {
        return None;
    }
    match inner.text.bytes().next() {
        None => Some(Piece { text: "", offset: piece.offset }.node(Data::Null)),
        Some(b'[' | b'{') => Flow { piece: inner, at: 0 }.whole(),
        Some(b'"' | b'\'') => quoted(inner).map(|text| inner.node(Data::Text(text))),
        _ if !starts_on_own_line(piece) => scalar(inner),
        Some(b'-') => block_list(piece, depth),
        _ => block_map(piece, depth),
    }
}

fn starts_on_own_line(piece: Piece<'_>) -> bool {
    let space = piece.text.len() - piece.text.trim_start().len();
    piece.text.get(..space).is_some_and(|space| space.contains('\n'))
}

fn scalar(piece: Piece<'_>) -> Option<Node<'_>> {
    is_plain(piece.text).then(|| piece.node(plain(piece.text)))
}

/// What a plain scalar cannot begin with (YAML 1.2, rule 22).
const INDICATORS: &[u8] = b"?:,[]{}#&*!|>'\"%@`";

/// Whether YAML reads this text, on one line, as it stands.
fn is_plain(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first_is_plain = match bytes.next() {
        Some(b'-') => bytes.next().is_some_and(|b| b != b' '),
        Some(first) => !INDICATORS.contains(&first),
        None => true,
    };
    first_is_plain
        && !text.contains(['\n', '\r', '\t'])
        && !text.chars().any(char::is_control)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !matches!(text, "---" | "...")
}

/// A quoted scalar on one line, without escapes.
fn quoted(piece: Piece<'_>) -> Option<Cow<'_, str>> {
    let quote = piece.text.chars().next()?;
    let inner = piece.text.strip_prefix(quote)?.strip_suffix(quote)?;
    let has_escapes = inner.contains(quote) || quote == '"' && inner.contains('\\');
    let is_simple = !has_escapes && !inner.contains(char::is_control);
    is_simple.then_some(Cow::Borrowed(inner))
}

fn block_list(piece: Piece<'_>, depth: usize) -> Option<Node<'_>> {
    let indentation = piece.lines().next()?.indentation;
    let mut starts = Vec::new();
    for line in piece.lines() {
        let content = piece.text.get(line.begin + line.indentation..)?;
        if line.indentation < indentation || content.starts_with('#') {
            return None;
        }
        if line.indentation == indentation {
            let is_item = content.starts_with("- ")
                || content.starts_with("-\n")
                || content.starts_with("-\r\n")
                || content == "-";
            is_item.then(|| starts.push(line.begin + indentation))?;
        }
    }
    let mut items = Vec::with_capacity(starts.len());
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(piece.text.len());
        items.push(list_item(piece.part(start + 1, end)?, indentation, depth)?);
    }
    Some(piece.trimmed().node(Data::List(items)))
}

/// What follows an item's dash: a value, or a mapping whose first key stands beside it.
fn list_item(piece: Piece<'_>, indentation: usize, depth: usize) -> Option<Node<'_>> {
    let inner = piece.trimmed();
    let is_flow = inner.text.starts_with(['[', '{', '"', '\'']);
    if is_flow || starts_on_own_line(piece) || !inner.text.contains(": ") {
        return block_value(piece, depth + 1);
    }
    let first_key = indentation + 1 + (piece.text.len() - piece.text.trim_start().len());
    map(raw_entries(inner, first_key)?, inner, depth)
}

fn block_map(piece: Piece<'_>, depth: usize) -> Option<Node<'_>> {
    let indentation = piece.lines().next()?.indentation;
    let start = piece.lines().next()?.begin;
    let block = piece.part(start, piece.text.len())?;
    map(raw_entries(block, indentation)?, piece.trimmed(), depth)
}

fn map<'a>(raw: Vec<RawEntry<'a>>, piece: Piece<'a>, depth: usize) -> Option<Node<'a>> {
    if raw.is_empty() {
        return None;
    }
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(raw.len());
    for entry in raw {
        if entries.iter().any(|known| known.key == entry.key) {
            return None;
        }
        let text = Piece { text: entry.value, offset: entry.value_offset };
        let value = block_value(text, depth + 1)?;
        entries.push(Entry { key: entry.key, key_span: entry.key_span, value });
    }
    Some(piece.node(Data::Map(entries)))
}

/// Keys at `indentation`. The first line may lack it: it stands beside a dash.
fn raw_entries(piece: Piece<'_>, indentation: usize) -> Option<Vec<RawEntry<'_>>> {
    let mut entries: Vec<RawEntry<'_>> = Vec::new();
    let mut value_start = 0;
    for (number, line) in piece.lines().enumerate() {
        let content_at = line.begin + line.indentation;
        let content = piece.text.get(content_at..)?;
        let is_first = number == 0 && line.begin == 0;
        let belongs = line.indentation > indentation
            || (line.indentation == indentation && content.starts_with("- "));
        if belongs && !is_first && !entries.is_empty() {
            continue;
        }
        if line.indentation == indentation && content.starts_with('#') {
            continue;
        }
        if line.indentation != indentation && !is_first {
            return None;
        }
        if let Some(last) = entries.last_mut() {
            last.value = piece.text.get(value_start..line.begin)?;
        }
        let line_end = content.find('\n').unwrap_or(content.len());
        let (key, key_length, colon) = key(content.get(..line_end)?)?;
        value_start = content_at + colon + 1;
        entries.push(RawEntry {
            key,
            key_span: Span::new(
                piece.offset + content_at,
                piece.offset + content_at + key_length,
            ),
            value: piece.text.get(value_start..)?,
            value_offset: piece.offset + value_start,
        });
    }
    Some(entries)
}

/// A key, its length as written, and where its colon is.
fn key(line: &str) -> Option<(Cow<'_, str>, usize, usize)> {
    if let Some(quote) = line.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let end = line.get(1..)?.find(quote)? + 2;
        let text = quoted(Piece { text: line.get(..end)?, offset: 0 })?;
        let rest = line.get(end..)?;
        let colon = end + (rest.len() - rest.trim_start_matches(' ').len());
        let after = line.get(colon..)?.strip_prefix(':')?;
        return (after.is_empty() || after.starts_with([' ', '\r']))
            .then_some((text, end, colon));
    }
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| {
        line.get(at + 1..).is_some_and(|a| a.is_empty() || a.starts_with([' ', '\r']))
    })?;
    let key = line.get(..colon)?.trim_end();
    let is_text = matches!(plain(key), Data::Text(_));
    (is_text && is_plain(key)).then_some((Cow::Borrowed(key), key.len(), colon))
}

/// A flow collection, read from left to right.
struct Flow<'a> {
    piece: Piece<'a>,
    at: usize,
}

impl<'a> Flow<'a> {
    fn whole(mut self) -> Option<Node<'a>> {
        if self.piece.text.contains('#') {
            return None;
        }
        let node = self.node(0)?;
        (self.at == self.piece.text.len()).then_some(node)
    }

    fn rest(&self) -> &'a str {
        self.piece.text.get(self.at..).unwrap_or("")
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, byte: char) -> bool {
        let taken = self.rest().starts_with(byte);
        self.at += usize::from(taken);
        taken
    }

    fn node(&mut self, depth: usize) -> Option<Node<'a>> {
        let start = self.at;
        let data = match self.rest().bytes().next()? {
            _ if depth > MAX_DEPTH => return None,
            b'[' => Data::List(self.items(depth)?),
            b'{' => Data::Map(self.pairs(depth)?),
            b'"' | b'\'' => Data::Text(self.quoted()?),
            _ => plain(self.plain()?),
        };
        Some(self.piece.part(start, self.at)?.node(data))
    }

    fn items(&mut self, depth: usize) -> Option<Vec<Node<'a>>> {
        let mut items = Vec::new();
        self.take('[');
        loop {
            self.space();
            if self.take(']') {
                return Some(items);
            }
            items.push(self.node(depth + 1)?);
            self.space();
            if !self.take(',') && !self.rest().starts_with(']') {
                return None;
            }
        }
    }

    fn pairs(&mut self, depth: usize) -> Option<Vec<Entry<'a>>> {
        let mut pairs: Vec<Entry<'a>> = Vec::new();
        self.take('{');
        loop {
            self.space();
            if self.take('}') {
                return Some(pairs);
            }
            let key = self.node(MAX_DEPTH)?;
            let Data::Text(name) = key.data else { return None };
            if !self.take(':') || !self.rest().starts_with([' ', '\n']) {
                return None;
            }
            self.space();
            let value = self.node(depth + 1)?;
            if pairs.iter().any(|known| known.key == name) {
                return None;
            }
            pairs.push(Entry { key: name, key_span: key.span, value });
            self.space();
            if !self.take(',') && !self.rest().starts_with('}') {
                return None;
            }
        }
    }

    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let quote = self.rest().chars().next()?;
        let end = self.rest().get(1..)?.find(quote)? + 2;
        let piece = self.piece.part(self.at, self.at + end)?;
        self.at += end;
        quoted(piece)
    }

    fn plain(&mut self) -> Option<&'a str> {
        let rest = self.rest();
        let stop = rest.find([',', '[', ']', '{', '}']).unwrap_or(rest.len());
        let stop = rest.get(..stop)?.find(": ").unwrap_or(stop);
        let text = rest.get(..stop)?.trim_end();
        self.at += text.len();
        (is_plain(text) && !text.is_empty()).then_some(text)
    }
}
