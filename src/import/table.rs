//! Tables of records: a document in each row.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::draft::{Draft, Field, Value};
use super::format::{Foreign, Importer};
use super::lines::lines;
use super::{body, dates};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Language;
use crate::text::Span;

/// The importer of tables.
pub(super) struct Table;

/// What columns hold, by the names that people give them.
const COLUMNS: &[(&str, &[&str])] = &[
    ("title", &["title", "name", "文書名", "標題"]),
    ("date", &["date", "issued", "publication_date", "年月日", "日付"]),
    ("place", &["place", "location", "場所"]),
    ("source", &["source", "source.name", "publisher", "出典"]),
    ("source.url", &["url", "link", "address", "source.url"]),
    ("source.pages", &["pages", "source.pages"]),
    ("topics", &["topics", "topic", "subject", "subjects", "tags", "keywords"]),
    ("issuer", &["issuer", "issuers", "organization", "organisation"]),
    ("people", &["people", "author", "authors", "persons"]),
    ("kind", &["kind", "type"]),
    ("lang", &["lang", "language", "言語"]),
    ("work", &["work"]),
    ("id", &["id"]),
    ("number", &["number", "symbol"]),
    ("notes", &["notes", "note", "備考"]),
    ("summary", &["summary", "abstract", "description"]),
    ("short_title", &["short_title"]),
    ("genre", &["genre"]),
    ("date_note", &["date_note"]),
    ("time", &["time"]),
    ("timezone", &["timezone"]),
    ("translation", &["translation"]),
    ("translator", &["translator"]),
    ("text", &["text", "body", "content", "full text", "full_text", "全文"]),
];

impl Importer for Table {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        let Some(line) = foreign.lines.iter().find(|line| !line.is_blank()) else {
            return false;
        };
        let separator = char::from(separator(&line.text));
        let columns: Vec<&str> =
            line.text.split(separator).map(|c| column(c).0).collect();
        columns.len() > 1 && columns.contains(&"title")
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let text = foreign.file.text.as_str();
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let mut reader = ReaderBuilder::new()
            .delimiter(separator(first))
            .flexible(true)
            .from_reader(text.as_bytes());
        let columns = reader.headers().cloned().unwrap_or_default();
        found.extend(twice(&columns, foreign));
        found.extend(unclosed(text, separator(first)).map(|mark| {
            let path = &foreign.file.path;
            let message = "the quotation mark is not closed where its cell ends";
            Diagnostic::new(Code::UnevenRow, path, mark, message)
                .label("what follows may belong to other cells")
                .help("close it, and write a quotation mark within a cell twice: `\"\"`")
        }));
        let mut drafts = Vec::new();
        for record in reader.records() {
            let Ok(record) = record else { continue };
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            drafts.push(row(&columns, &record, foreign, found));
        }
        drafts
    }
}

/// The separator that the first line has most of.
fn separator(line: &str) -> u8 {
    let count = |separator: u8| line.bytes().filter(|&b| b == separator).count();
    let all = [b',', b';', b'\t'];
    all.into_iter().rev().max_by_key(|&separator| count(separator)).unwrap_or(b',')
}

/// The key that a column is for, and its name; an empty key where none is known.
fn column(name: &str) -> (&'static str, String) {
    let name = name.trim().trim_matches(['"', '\u{feff}']).trim();
    let lower = name.to_lowercase();
    let known = COLUMNS.iter().find(|(_, names)| names.contains(&lower.as_str()));
    (known.map_or("", |(key, _)| key), name.to_owned())
}

/// The columns for what another column is for already.
fn twice<'a>(
    columns: &'a StringRecord,
    foreign: &'a Foreign<'_>,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let meaning = |name: &str| {
        let (key, name) = column(name);
        if key.is_empty() { name } else { key.to_owned() }
    };
    let row = place(columns, &foreign.file.text);
    let mut known = Vec::new();
    columns.iter().filter_map(move |name| {
        let key = meaning(name);
        let is_known = known.contains(&key);
        known.push(key.clone());
        // Notes are put beside each other.
        if !is_known || key.is_empty() || key == "notes" {
            return None;
        }
        let line = foreign.file.text.get(row.range()).unwrap_or_default();
        let at = line.rfind(name).map_or(row, |at| {
            let start = row.start as usize + at;
            Span::new(start, start + name.len())
        });
        let message = format!("two columns are for `{key}`");
        let finding = Diagnostic::new(Code::UnevenRow, &foreign.file.path, at, message);
        Some(
            finding.label("the second one").help("take it away, or give it another name"),
        )
    })
}

/// The document of one row.
fn row(
    columns: &StringRecord,
    record: &StringRecord,
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) -> Draft {
    let mut draft = Draft::default();
    let span = place(record, &foreign.file.text);
    for (name, cell) in columns.iter().zip(record) {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        match column(name) {
            ("", name) if name.is_empty() => {}
            ("", name) => {
                let value = Value::Map(vec![(Cow::Owned(name), cell.into())]);
                draft.state("extra", value, span);
            }
            ("date", _) => {
                let at = within(span, cell, &foreign.file.text);
                dates::put(&mut draft, (cell, at), foreign, found);
            }
            ("lang", _) => language(&mut draft, cell, span),
            ("text", _) => draft.body = body::blocks(&lines(cell)),
            ("source.url", _) => {
                draft.state("source", Value::map([("url", Some(cell))]), span);
            }
            ("source.pages", _) => {
                draft.state("source", Value::map([("pages", Some(cell))]), span);
            }
            ("source", _) if cell.starts_with("http") => {
                draft.state("source", Value::map([("url", Some(cell))]), span);
            }
            ("source", _) => {
                draft.state("source", Value::map([("name", Some(cell))]), span);
            }
            (key @ ("topics" | "issuer" | "people"), _) => {
                let items = cell.split([';', '|', '\u{FF1B}']).map(str::trim);
                let items = items.filter(|item| !item.is_empty());
                draft.state(key, Value::list(items), span);
            }
            (key, _) => draft.state(key, cell, span),
        }
    }
    beyond(&mut draft, (columns, record), span, (foreign, found));
    if draft.field("title").is_none() {
        let path = &foreign.file.path;
        let finding =
            Diagnostic::new(Code::MissingTitle, path, span, "the row has no title");
        found.push(finding.help("write one into the table"));
    }
    draft.start = span;
    draft
}

/// Tells what a row has that stands in no column of a name.
fn beyond(
    draft: &mut Draft,
    (columns, record): (&StringRecord, &StringRecord),
    span: Span,
    (foreign, found): (&Foreign<'_>, &mut Vec<Diagnostic>),
) {
    let names = columns.iter().map(Some).chain(std::iter::repeat(None));
    let cells = names.zip(record).filter(|(name, cell)| {
        name.is_none_or(|name| column(name).1.is_empty()) && !cell.trim().is_empty()
    });
    let cells: Vec<&str> = cells.map(|(_, cell)| cell.trim()).collect();
    let Some(first) = cells.first() else { return };
    let path = &foreign.file.path;
    let at = within(span, first, &foreign.file.text);
    let message = match cells.len() {
        1 => "the row has a cell without a column".to_owned(),
        many => format!("the row has {many} cells without a column"),
    };
    let finding = Diagnostic::new(Code::UnevenRow, path, at, message);
    found.push(finding.label("left out").help(
        "name the column in the first line, or put a cell that has the separator in it \
         between quotation marks",
    ));
    for cell in cells {
        draft.leave_out(format!("“{cell}”"), within(span, cell, &foreign.file.text));
    }
}

/// The quotation marks that begin a cell and do not end where it ends.
fn unclosed(text: &str, separator: u8) -> impl Iterator<Item = Span> {
    let mut marks = Vec::new();
    let (mut opened, mut is_start) = (None, true);
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let next = bytes.peek().map(|(_, next)| *next);
        match (opened, byte) {
            (Some(_), b'"') if next == Some(b'"') => _ = bytes.next(),
            (Some(start), b'"') => {
                opened = None;
                let ends = |next: u8| next == separator || matches!(next, b'\n' | b'\r');
                marks.extend((!next.is_none_or(ends)).then_some(start));
            }
            (Some(_), _) => is_start = false,
            (None, b'"') if is_start => opened = Some(at),
            (None, _) => is_start = byte == separator || matches!(byte, b'\n' | b'\r'),
        }
    }
    marks.extend(opened);
    marks.into_iter().map(|at| Span::new(at, at + 1))
}

fn language(draft: &mut Draft, cell: &str, span: Span) {
    draft.language = Language::parse(cell);
    let tag = draft.language.as_ref().map_or(cell, Language::as_str).to_owned();
    draft.fields.push(Field::new("lang", tag.into(), super::Confidence::Stated, span));
}

/// The place of a cell in its row.
fn within(row: Span, cell: &str, text: &str) -> Span {
    let at = text.get(row.range()).and_then(|row| row.find(cell));
    at.map_or(row, |at| {
        let start = row.start as usize + at;
        Span::new(start, start + cell.len())
    })
}

/// The first line of a row.
fn place(record: &StringRecord, text: &str) -> Span {
    let start = record.position().map_or(0, csv::Position::byte);
    let start = usize::try_from(start).unwrap_or(usize::MAX).min(text.len());
    let rest = text.get(start..).unwrap_or_default();
    let breaks = rest.len() - rest.trim_start_matches('\n').len();
    let length = rest.get(breaks..).and_then(|rest| rest.find('\n'));
    let start = start + breaks;
    Span::new(start, length.map_or(text.len(), |length| start + length))
}
