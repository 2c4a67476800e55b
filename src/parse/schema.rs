//! What the keys of front matter mean: from keys and values to [`Metadata`].

use std::sync::Arc;

use super::front_matter::{Data, Entry, Node};
use super::keys::{KEYS, closest};
use super::value::Values;
use crate::config::{Config, Meaning};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Extra, Kind, Metadata, Rights, Series, Spanned, Translation};
use crate::language::Language;
use crate::text::Span;

/// What front matter says: the description, and what decides the document's address.
#[derive(Default)]
pub(super) struct Described {
    pub(super) metadata: Metadata,
    pub(super) language: Option<Language>,
    pub(super) work: Option<Spanned<Box<str>>>,
    pub(super) nav: Option<u32>,
    /// Where the front matter stands, for findings about what it lacks.
    pub(super) title_span: Span,
}

/// Reads all entries, reporting each that is not understood.
pub(super) fn describe(
    entries: &[Entry<'_>],
    config: &Config,
    path: &Arc<str>,
    found: &mut Vec<Diagnostic>,
) -> Described {
    let values = Values { path: path.clone(), found };
    let mut reader = Reader {
        config,
        values,
        described: Described::default(),
        seen: Vec::with_capacity(entries.len()),
    };
    for entry in entries {
        reader.entry(entry);
    }
    reader.described
}

struct Reader<'a, 'd> {
    config: &'a Config,
    values: Values<'d>,
    described: Described,
    seen: Vec<(&'a str, Span)>,
}

impl<'a> Reader<'a, '_> {
    fn entry(&mut self, entry: &'a Entry<'a>) {
        let key = &*entry.key;
        if let Some(meaning) = self.config.meaning(key) {
            match meaning {
                Meaning::Ignore => return,
                Meaning::Extra => self.extra(key, &entry.value),
                Meaning::Key { key, part } => {
                    self.key(key, part.as_deref(), entry);
                }
            }
        } else if KEYS.contains(&key) {
            self.key(key, None, entry);
        } else if self.config.taxonomies.iter().any(|taxonomy| taxonomy.key == key) {
            self.extra(key, &entry.value);
        } else {
            self.unknown(entry);
        }
        self.note_repetition(entry);
    }

    fn note_repetition(&mut self, entry: &'a Entry<'a>) {
        let earlier = self.seen.iter().find(|(key, _)| *key == &*entry.key);
        if let Some(&(key, first)) = earlier {
            let path = self.values.path.clone();
            let message = format!("`{key}` stands twice");
            self.values.found.push(
                Diagnostic::new(Code::RepeatedKey, &path, entry.key_span, message)
                    .also(&path, first, "first here")
                    .help("keep one of the two; a list holds several values"),
            );
        }
        self.seen.push((&entry.key, entry.key_span));
    }

    fn unknown(&mut self, entry: &Entry<'_>) {
        let message = format!("`{}` is not a key of documents", entry.key);
        let help = match closest(&entry.key) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "keys of your own belong under `extra:`, or map them in `site.toml`"
                .to_owned(),
        };
        self.values.report(Code::UnknownKey, entry.key_span, message, help);
        self.extra(&entry.key, &entry.value);
    }

    fn extra(&mut self, key: &str, node: &Node<'_>) {
        let extra = &mut self.described.metadata.extra;
        let values = flattened(node);
        if !values.is_empty() && extra.iter().all(|known| &*known.key != key) {
            extra.push(Extra { key: key.into(), values });
        }
    }

    fn key(&mut self, key: &str, part: Option<&str>, entry: &Entry<'_>) {
        let node = &entry.value;
        if matches!(node.data, Data::Null) {
            return;
        }
        match key {
            "lang" => self.described.language = self.values.language(node),
            "work" => self.described.work = self.values.spanned(node),
            "nav" => self.described.nav = self.values.number(node),
            "place" => self.place(node, part),
            "source" => self.source(node, part),
            "series" => self.series(node, part),
            "people" => {
                let people = self.values.people(node, part);
                self.described.metadata.people.extend(people);
            }
            "rights" => self.described.metadata.rights = self.rights(node),
            "extra" => self.extras(node),
            _ => self.metadata(key, node),
        }
        if key == "title" {
            self.described.title_span = node.span;
        }
    }

    fn metadata(&mut self, key: &str, node: &Node<'_>) {
        let values = &mut self.values;
        let metadata = &mut self.described.metadata;
        match key {
            "title" => metadata.title = values.line(node).unwrap_or_default(),
            "short_title" => metadata.short_title = values.line(node),
            "title_reading" => metadata.title_reading = values.line(node),
            "id" => metadata.id = values.spanned(node),
            "kind" => metadata.kind = kind(values, node),
            "genre" => metadata.genre = values.line(node),
            "event" => metadata.event = values.line(node),
            "date" => metadata.date = values.date(node),
            "date_note" => metadata.date_note = values.text(node),
            "time" => metadata.time = values.text(node),
            "timezone" => metadata.timezone = values.text(node),
            "topics" => metadata.topics.extend(values.list(node)),
            "issuer" => {
                let issuers = values.list(node);
                metadata.issuer.extend(issuers.into_iter().map(|i| i.value));
            }
            "translation" => metadata.translation = translation(values, node),
            "translator" => metadata.translator = values.text(node),
            "original_lang" => metadata.original_language = values.language(node),
            "references" => metadata.references.extend(values.list(node)),
            "notes" => metadata.notes = values.text(node),
            "summary" => metadata.summary = values.text(node),
            "number" => metadata.number = values.text(node),
            "attachments" => metadata.attachments = values.attachments(node),
            "aliases" => metadata.aliases.extend(values.list(node)),
            "transcription" => metadata.transcription = values.switch(node),
            "draft" => metadata.draft = values.switch(node),
            // `mapping_mistakes` has named every key that is not one.
            _ => {}
        }
    }

    fn place(&mut self, node: &Node<'_>, part: Option<&str>) {
        let mut place = self.described.metadata.place.take().unwrap_or_default();
        match (part, &node.data) {
            (None, Data::Map(entries)) => {
                for entry in entries {
                    self.place_part(&mut place, &entry.key, entry.key_span, &entry.value);
                }
            }
            (part, _) => {
                self.place_part(&mut place, part.unwrap_or("name"), node.span, node);
            }
        }
        let is_empty = place.name.is_empty();
        self.described.metadata.place = (!is_empty).then_some(place);
    }

    fn place_part(
        &mut self,
        place: &mut crate::document::Place,
        key: &str,
        span: Span,
        node: &Node<'_>,
    ) {
        match key {
            "name" => place.name = self.values.text(node).unwrap_or_default(),
            "country" => place.country = self.values.text(node),
            "venue" => place.venue = self.values.text(node),
            _ => self.values.unknown_part("place", key, span, "name, country, venue"),
        }
    }

    fn source(&mut self, node: &Node<'_>, part: Option<&str>) {
        match (part, &node.data) {
            (None, Data::Map(entries)) => {
                for entry in entries {
                    self.source_part(&entry.key, entry.key_span, &entry.value);
                }
            }
            (None, Data::Text(text)) if is_web_address(text) => {
                self.source_part("url", node.span, node);
            }
            (part, _) => self.source_part(part.unwrap_or("name"), node.span, node),
        }
    }

    fn source_part(&mut self, key: &str, span: Span, node: &Node<'_>) {
        let values = &mut self.values;
        let source = self.described.metadata.source.get_or_insert_default();
        match key {
            "name" => source.name = values.text(node),
            "url" => source.url = values.web_address(node),
            "pages" => source.pages = values.text(node),
            "retrieved" => source.retrieved = values.date(node),
            "archived" => source.archived = values.web_address(node),
            _ => {
                let parts = "name, url, pages, retrieved, archived";
                values.unknown_part("source", key, span, parts);
            }
        }
    }

    fn series(&mut self, node: &Node<'_>, part: Option<&str>) {
        let all = &mut self.described.metadata.series;
        match (part, &node.data) {
            (Some("position"), _) => {
                let position = self.values.text(node);
                match all.first_mut() {
                    Some(series) => series.position = position,
                    None => all.push(Series { name: Arc::default(), position }),
                }
            }
            (_, Data::List(items)) => {
                for item in items {
                    all.extend(one_series(&mut self.values, item));
                }
            }
            _ => {
                let Some(series) = one_series(&mut self.values, node) else { return };
                match all.first_mut().filter(|known| known.name.is_empty()) {
                    Some(known) => known.name = series.name,
                    None => all.push(series),
                }
            }
        }
    }

    fn rights(&mut self, node: &Node<'_>) -> Option<Rights> {
        let values = &mut self.values;
        let Data::Map(entries) = &node.data else {
            let text: Box<str> = values.text(node)?;
            let is_url = is_web_address(&text);
            let (statement, url) =
                if is_url { (None, Some(text)) } else { (Some(text), None) };
            return Some(Rights { statement, url });
        };
        let mut rights = Rights { statement: None, url: None };
        for entry in entries {
            match &*entry.key {
                "statement" => rights.statement = values.text(&entry.value),
                "url" => rights.url = values.web_address(&entry.value),
                key => {
                    values.unknown_part("rights", key, entry.key_span, "statement, url");
                }
            }
        }
        Some(rights)
    }

    fn extras(&mut self, node: &Node<'_>) {
        match &node.data {
            Data::Map(entries) => {
                for entry in entries {
                    self.extra(&entry.key, &entry.value);
                }
            }
            _ => {
                self.values.expected("keys and values", node);
            }
        }
    }
}

fn kind(values: &mut Values<'_>, node: &Node<'_>) -> Option<Kind> {
    let text: Box<str> = values.text(node)?;
    let kind = Kind::parse(&text);
    if kind.is_none() {
        let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let message = format!("there is no kind `{text}`");
        let help =
            format!("one of {}; finer distinctions belong in `genre`", names.join(", "));
        values.report(Code::UnknownKind, node.span, message, help);
    }
    kind
}

fn translation(values: &mut Values<'_>, node: &Node<'_>) -> Option<Translation> {
    let text: Box<str> = values.text(node)?;
    let found = Translation::ALL.iter().find(|known| known.name() == &*text).copied();
    if found.is_none() {
        let message = format!("expected a sort of translation, found `{text}`");
        let help = "one of none, official, provisional, unofficial".to_owned();
        values.report(Code::InvalidValue, node.span, message, help);
    }
    found
}

fn one_series(values: &mut Values<'_>, node: &Node<'_>) -> Option<Series> {
    let Data::Map(entries) = &node.data else {
        return Some(Series { name: values.text(node)?, position: None });
    };
    let mut series = Series { name: Arc::default(), position: None };
    for entry in entries {
        match &*entry.key {
            "name" => series.name = values.text(&entry.value).unwrap_or_default(),
            "position" => series.position = values.text(&entry.value),
            key => values.unknown_part("series", key, entry.key_span, "name, position"),
        }
    }
    if series.name.is_empty() {
        let message = "the series has no name".to_owned();
        let help = "write `series: {name: …, position: 1}`".to_owned();
        values.report(Code::InvalidValue, node.span, message, help);
        return None;
    }
    Some(series)
}

/// All scalars of a value, in order; nested keys are given up.
fn flattened(node: &Node<'_>) -> Vec<Box<str>> {
    let mut texts = Vec::new();
    let mut stack = vec![node];
    while let Some(node) = stack.pop() {
        match &node.data {
            Data::Null => {}
            Data::Text(text) => texts.push(Box::from(text.trim())),
            Data::List(items) => stack.extend(items.iter().rev()),
            Data::Map(entries) => stack.extend(entries.iter().rev().map(|e| &e.value)),
        }
    }
    texts
}

/// Whether a text is an address and nothing else.
pub(super) fn is_web_address(text: &str) -> bool {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    is_web && !text.contains(char::is_whitespace)
}
