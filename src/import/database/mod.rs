//! Texts of "The World and Japan" database: lines that name the project, a header with
//! labels in English or Japanese, the text. Speeches in the Diet have labels of their own.

mod labels;
mod header;
mod source;
mod diet;

use super::address::{Address, address};
use super::draft::{Confidence, Draft, Empty, Field, Value};
use super::format::{Foreign, Importer};
use super::lines::Line;
use super::{body, dates, kinds, people};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;
use header::{Entry, Header, header};
use labels::Label;

/// The importer of the database's texts.
pub(super) struct Database;

impl Importer for Database {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        let near = foreign.lines.iter().filter(|line| !line.is_blank()).take(40);
        near.filter_map(labels::label).any(|(label, _)| label.begins_a_header())
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let header = header(&foreign.lines);
        let address = address(&foreign.file.path);
        let mut reader = Reader { draft: Draft::default(), foreign, found };
        reader.banner(&header);
        for entry in &header.entries {
            reader.entry(entry);
        }
        diet::facts(&mut reader.draft, &header, foreign, reader.found);
        let mut text = header.text.clone();
        reader.other_header(&text);
        reader.title(&mut text);
        reader.language(&header, address.as_ref());
        if let Some(address) = &address {
            reader.address(address);
        }
        reader.speaker();
        let mut draft = reader.draft;
        let at = draft.field("title").map(|field| field.span).unwrap_or_default();
        kinds::from_title(&mut draft, at);
        let start = text.iter().find(|line| !line.is_blank());
        draft.start = start.map(|line| line.span).unwrap_or_default();
        draft.body = body::blocks(&text);
        vec![draft]
    }
}

struct Reader<'a, 'f> {
    draft: Draft,
    foreign: &'a Foreign<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    /// The lines before the header name the database, not the document.
    fn banner(&mut self, header: &Header) {
        let Some(first) = header.banner.first() else { return };
        let more = match header.banner.len() - 1 {
            0 => String::new(),
            1 => " and the line below".to_owned(),
            more => format!(" and the {more} lines below"),
        };
        self.draft.leave_out(format!("“{}”{more}", first.text), first.span);
    }

    /// A file with two texts has a header within its text.
    fn other_header(&mut self, text: &[Line]) {
        let begins = |line: &&Line| {
            labels::label(line).is_some_and(|(label, _)| label.begins_a_header())
        };
        let Some(line) = text.iter().find(begins) else { return };
        let path = &self.foreign.file.path;
        let message = "another header stands in the text";
        let finding = Diagnostic::new(Code::HeaderInText, path, line.span, message);
        self.found.push(finding.help(
            "a file has one text: cut it here, and import both parts with `--force`",
        ));
    }

    fn entry(&mut self, entry: &Entry) {
        let Some(key) = entry.label.key() else { return };
        let (value, span) = (entry.value.as_str(), entry.span);
        if value.is_empty() {
            self.draft.empty.push(Empty { key, span });
            return;
        }
        match entry.label {
            Label::Place => self.place(value, span),
            Label::Date => {
                dates::put(&mut self.draft, (value, span), self.foreign, self.found);
            }
            Label::Source => self.draft.state("source", source::source(value), span),
            Label::Notes => self.notes(value, span),
            _ => self.draft.state(key, value, span),
        }
    }

    /// `東京(日本記者クラブ)` is a place and a venue.
    fn place(&mut self, value: &str, span: Span) {
        let inner = value.strip_suffix([')', '\u{FF09}']);
        let parts = inner.and_then(|inner| inner.split_once(['(', '\u{FF08}']));
        match parts.filter(|(name, venue)| !name.trim().is_empty() && !venue.is_empty()) {
            Some((name, venue)) => {
                let parts = [("name", Some(name.trim())), ("venue", Some(venue.trim()))];
                self.draft.state("place", Value::map(parts), span);
            }
            None => self.draft.state("place", value, span),
        }
    }

    /// Notes, of which those on the translation have a key of their own.
    fn notes(&mut self, value: &str, span: Span) {
        if let Some(sort) = translation(value) {
            let field = Field::derived("translation", sort, span);
            self.draft.derive(field, format!("“{value}”"));
            if value.chars().count() < 30 {
                return;
            }
        }
        self.draft.remark(value, span);
    }

    /// A text without a title has its first line for one.
    fn title(&mut self, text: &mut Vec<Line>) {
        if self.draft.field("title").is_some() {
            return;
        }
        let Some(at) = text.iter().position(|line| !line.is_blank()) else { return };
        let line = text.remove(at);
        let path = &self.foreign.file.path;
        let mut finding = Diagnostic::new(
            Code::MissingTitle,
            path,
            line.span,
            "the header has no title",
        );
        finding.severity = crate::diagnostic::Severity::Warning;
        self.found.push(finding.label("taken for it").help("look whether it is one"));
        let field = Field::guessed("title", line.text, line.span);
        self.draft.derive(field, "the first line of the text");
    }

    fn language(&mut self, header: &Header, address: Option<&Address>) {
        let Some(first) = header.entries.first() else { return };
        let tag = first.label_language();
        self.draft.speaks(
            tag,
            Confidence::Derived,
            first.label_span,
            "the header's labels",
        );
        if let Some(address) = address.filter(|address| address.language != tag) {
            let message = format!(
                "the file's name says `{}`, the header's labels `{tag}`",
                address.language
            );
            self.contradiction(first.label_span, &message);
        }
    }

    /// What the name of the file says: date, kind, and the version in the other language.
    fn address(&mut self, address: &Address) {
        let day = address.day.to_string();
        let name = Span::default();
        match self.draft.field("date").map(|field| (field.value.clone(), field.span)) {
            Some((Value::Text(date), span)) if date != day => {
                let message = format!("the file's name says {day}, the header {date}");
                self.contradiction(span, &message);
            }
            Some(_) => {}
            None if self.draft.field("date_note").is_some() => {}
            None => {
                let field = Field::derived("date", day, name);
                self.draft.derive(field, "the file's name");
            }
        }
        let kind = match address.kind {
            'S' => Some("speech"),
            'T' => Some("treaty"),
            _ => None,
        };
        let at = self.draft.field("title").map(|field| field.span).unwrap_or_default();
        kinds::from_title(&mut self.draft, at);
        if let Some(kind) = kind.filter(|_| self.draft.field("kind").is_none()) {
            let why = format!("“{}” in the file's name", address.kind);
            self.draft.derive(Field::derived("kind", kind, name), why);
        }
        self.draft.name = Some(address.name());
        self.draft.pair = Some(address.name());
    }

    /// "Statement by Foreign Minister KAMIKAWA Yoko" names who spoke.
    fn speaker(&mut self) {
        let Some(title) = self.draft.field("title") else { return };
        let (Value::Text(text), span) = (&title.value, title.span) else { return };
        let Some((_, rest)) = text.split_once(" by ") else { return };
        let Some(person) =
            people::named(rest).into_iter().next().filter(|p| p.start < 40)
        else {
            return;
        };
        let value = Value::List(vec![person.value("speaker")]);
        self.draft.derive(Field::derived("people", value, span), "“by …” in the title");
    }

    fn contradiction(&mut self, span: Span, message: &str) {
        let path = &self.foreign.file.path;
        let finding = Diagnostic::new(Code::Contradiction, path, span, message);
        self.found.push(finding.help("the header counts; look which of them is right"));
    }
}

/// The sort of translation that a remark names.
pub(super) fn translation(remark: &str) -> Option<&'static str> {
    let lower = remark.to_lowercase();
    let is_provisional =
        lower.contains("provisional translation") || lower.contains("仮訳");
    let is_unofficial =
        lower.contains("unofficial translation") || lower.contains("非公式訳");
    match (is_provisional, is_unofficial) {
        (true, _) => Some("provisional"),
        (_, true) => Some("unofficial"),
        _ => None,
    }
}
