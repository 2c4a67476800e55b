//! Every fact that tables tell of a document: one list, from which the columns of CSV,
//! the schemas and the page on the data are made.

use super::facts::{Facts, PersonFacts, SeriesFacts, TermFacts};
use crate::document::{Kind, Translation};

/// A fact of a document's description.
pub(in crate::render) struct Field {
    /// The column that holds it, where a table has one for it.
    pub(in crate::render) column: Option<Column>,
    /// Where JSON has it: `date.start`, `people[].name`; `[]` stands for each of a list.
    pub(in crate::render) path: &'static str,
    /// What it is, in a sentence.
    pub(in crate::render) about: &'static str,
    /// What it is written as.
    pub(in crate::render) value: Value,
    /// Whether whatever it belongs to always has it.
    pub(in crate::render) presence: Presence,
}

/// A column of a table.
pub(in crate::render) struct Column {
    /// Its name in the header.
    pub(in crate::render) name: &'static str,
    /// How it is filled; empty where there is nothing to tell.
    pub(super) cell: fn(&Facts<'_>) -> String,
}

/// Whether a fact is always told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Presence {
    /// It is never missing.
    Always,
    /// It may be unknown.
    Sometimes,
}

/// What a fact is written as.
#[derive(Clone, Copy, Debug)]
pub(in crate::render) enum Value {
    /// Any text.
    Text,
    /// A whole web address.
    Url,
    /// A day of the proleptic Gregorian calendar.
    Day,
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// Further facts.
    Group,
}

/// The columns of one table.
pub(in crate::render) fn columns()
-> impl Iterator<Item = (&'static Field, &'static Column)> {
    FIELDS.iter().filter_map(|field| Some((field, field.column.as_ref()?)))
}

/// What the name of a column begins with that holds terms of the site's own taxonomies.
pub(in crate::render) const OWN_TAXONOMY: &str = "taxonomy.";

/// What such a column is about.
pub(in crate::render) const ABOUT_OWN_TAXONOMY: &str =
    "Terms of a taxonomy of the archive's own, in the language of the version.";

/// All facts, in the order of the columns.
#[rustfmt::skip]
pub(in crate::render) const FIELDS: &[Field] = &[
    always("work", "work", |f| f.work.to_owned(),
        "Name of the work in addresses; its language versions share it."),
    always("language", "language", |f| f.language.to_owned(),
        "Language of the version: a BCP 47 tag."),
    some("id", "id", |f| text(f.id),
        "Identifier that the editors gave the document."),
    always("title", "title", |f| f.title.to_owned(),
        "Title."),
    some("short_title", "short_title", |f| text(f.short_title),
        "Short title."),
    some("kind", "kind", |f| text(f.kind),
        "Kind of the document.").valued(Value::OneOf(kinds)),
    some("genre", "genre", |f| text(f.genre),
        "Kind of the document in the editors' words."),
    some("number", "number", |f| text(f.number),
        "Number, as the issuer counts its documents."),
    group("date",
        "When the document was made."),
    always("date", "date.edtf", |f| text(f.date.as_ref().map(|date| &*date.edtf)),
        "Date in the Extended Date/Time Format (ISO 8601-2)."),
    some("date_start", "date.start", |f| text(f.date.as_ref().and_then(|d| d.start.as_deref())),
        "First day that the date may mean.").valued(Value::Day),
    some("date_end", "date.end", |f| text(f.date.as_ref().and_then(|d| d.end.as_deref())),
        "Last day that the date may mean.").valued(Value::Day),
    some("date_note", "date.note", |f| text(f.date.as_ref().and_then(|d| d.note)),
        "Remark on the date."),
    group("place",
        "Where the document was made."),
    always("place", "place.name", |f| text(f.place.as_ref().map(|place| place.name)),
        "Place."),
    some("country", "place.country", |f| text(f.place.as_ref().and_then(|place| place.country)),
        "Country of the place."),
    some("venue", "place.venue", |f| text(f.place.as_ref().and_then(|place| place.venue)),
        "Building or meeting at the place."),
    some("event", "event", |f| text(f.event),
        "Meeting or occasion that the document was made for."),
    some("issuers", "issuers[]", |f| f.issuers.join(SEPARATOR),
        "Bodies that issued the document."),
    group("people[]",
        "Persons who spoke, wrote, signed or took part otherwise."),
    always("people", "people[].name", |f| joined(f.people.iter().map(person)),
        "Names of persons, family name first; in tables with the role in parentheses."),
    only_json("people[].family",
        "Family name."),
    only_json("people[].given",
        "Given names."),
    only_json("people[].role",
        "What the person did."),
    group("source",
        "Where the text was taken from."),
    some("source", "source.name", |f| text(f.source.as_ref().and_then(|s| s.name)),
        "Publisher or publication that the text was taken from."),
    some("source_url", "source.url", |f| text(f.source.as_ref().and_then(|s| s.url)),
        "Address of the source, as the editors wrote it."),
    some("source_pages", "source.pages", |f| text(f.source.as_ref().and_then(|s| s.pages)),
        "Pages in the source."),
    some("source_retrieved", "source.retrieved",
        |f| text(f.source.as_ref().and_then(|s| s.retrieved.as_deref())),
        "Date when the source was looked up, in EDTF."),
    some("source_archived", "source.archived", |f| text(f.source.as_ref().and_then(|s| s.archived)),
        "Address of an archived copy of the source."),
    group("topics[]",
        "Topics of the work."),
    always("topics", "topics[].label", |f| labels(&f.topics),
        "Names of topics, in the language of the version."),
    always("topic_ids", "topics[].id",
        |f| joined(f.topics.iter().map(|topic| topic.id.to_owned())),
        "Names of topics in addresses, the same in every language."),
    group("series[]",
        "Series that the document belongs to."),
    always("series", "series[].name", |f| joined(f.series.iter().map(series)),
        "Names of series; in tables with the position in parentheses."),
    only_json("series[].position",
        "Position in the series."),
    group("taxonomies[]",
        "Terms of the archive's own taxonomies."),
    only_json("taxonomies[].name",
        "Name of the taxonomy in addresses.").present(Presence::Always),
    group("taxonomies[].terms[]",
        "Terms of the work.").present(Presence::Always),
    only_json("taxonomies[].terms[].id",
        "Name of the term in addresses.").present(Presence::Always),
    only_json("taxonomies[].terms[].label",
        "Name of the term, in the language of the version.").present(Presence::Always),
    some("translation", "translation", |f| text(f.translation),
        "Sort of translation.").valued(Value::OneOf(translations)),
    some("translator", "translator", |f| text(f.translator),
        "Who translated the text."),
    some("original_language", "original_language", |f| text(f.original_language),
        "Language that the text was translated from: a BCP 47 tag."),
    some("cites", "cites[]", |f| f.cites.join(SEPARATOR),
        "Works that the document refers to, by their names in addresses."),
    some("summary", "summary", |f| text(f.summary),
        "Summary."),
    some("notes", "notes", |f| text(f.notes),
        "Notes."),
    group("rights",
        "Who holds the rights, and what is allowed."),
    some("rights", "rights.statement", |f| text(f.rights.as_ref().and_then(|r| r.statement)),
        "Statement of rights."),
    some("rights_url", "rights.url", |f| text(f.rights.as_ref().and_then(|r| r.url)),
        "Address of the licence or of a statement of rights."),
    always("url", "url", |f| f.url.to_owned(),
        "Address of the version, to be cited.").valued(Value::Url),
    some("text_url", "text_url", |f| text(f.text_url.as_deref()),
        "Address of the plain text.").valued(Value::Url),
];

/// What stands between the parts of a list in one cell.
pub(in crate::render) const SEPARATOR: &str = "; ";

impl Field {
    /// Whether a row of a table always has it.
    pub(in crate::render) fn is_in_every_row(&self) -> bool {
        self.presence == Presence::Always && !self.path.contains(['.', '['])
    }

    /// Whether it is one of a list, whose parts a table joins.
    pub(in crate::render) fn is_listed(&self) -> bool {
        self.path.contains("[]")
    }

    const fn valued(self, value: Value) -> Field {
        Field { value, ..self }
    }

    const fn present(self, presence: Presence) -> Field {
        Field { presence, ..self }
    }
}

type Cell = fn(&Facts<'_>) -> String;

/// A fact that is always told where that which it belongs to is.
const fn always(
    name: &'static str,
    path: &'static str,
    cell: Cell,
    about: &'static str,
) -> Field {
    some(name, path, cell, about).present(Presence::Always)
}

/// A fact that may be unknown.
const fn some(
    name: &'static str,
    path: &'static str,
    cell: Cell,
    about: &'static str,
) -> Field {
    let column = Some(Column { name, cell });
    Field { column, path, about, value: Value::Text, presence: Presence::Sometimes }
}

/// A fact that has no column of its own.
const fn only_json(path: &'static str, about: &'static str) -> Field {
    let (value, presence) = (Value::Text, Presence::Sometimes);
    Field { column: None, path, about, value, presence }
}

/// Facts that belong together.
const fn group(path: &'static str, about: &'static str) -> Field {
    only_json(path, about).valued(Value::Group)
}

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.name()).collect()
}

fn translations() -> Vec<&'static str> {
    Translation::ALL.iter().map(|translation| translation.name()).collect()
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(SEPARATOR)
}

/// The labels of terms in one cell.
pub(super) fn labels(terms: &[TermFacts<'_>]) -> String {
    joined(terms.iter().map(|term| term.label.to_owned()))
}

/// `Kamikawa, Yoko (speaker)`.
fn person(person: &PersonFacts<'_>) -> String {
    match person.role {
        Some(role) => format!("{} ({role})", person.name),
        None => person.name.clone(),
    }
}

/// `G7 Charlevoix 2018 (3)`.
fn series(series: &SeriesFacts<'_>) -> String {
    match series.position {
        Some(position) => format!("{} ({position})", series.name),
        None => series.name.to_owned(),
    }
}
