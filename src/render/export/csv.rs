//! A table of documents (RFC 4180): a header, then a row a document; lines end in CR LF.

use super::facts::{Facts, PersonFacts, SeriesFacts, TermFacts, own_taxonomies};
use super::{Export, Item};
use crate::archive::Archive;

/// A table; the site's own taxonomies have the last columns.
pub(super) struct Csv<'a> {
    own: Vec<&'a str>,
}

impl<'a> Csv<'a> {
    /// A table of an archive's documents.
    pub(super) fn new(archive: &'a Archive) -> Csv<'a> {
        Csv { own: own_taxonomies(archive).map(|taxonomy| &*taxonomy.name).collect() }
    }
}

impl Export for Csv<'_> {
    fn begin(&mut self, out: &mut Vec<u8>) {
        let own = self.own.iter().map(|name| format!("taxonomy.{name}"));
        let names = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
        row(names.chain(own), out);
    }

    fn document(&mut self, item: &Item<'_>, out: &mut Vec<u8>) {
        let facts = Facts::of(item);
        let own = self.own.iter().map(|name| {
            let taxonomy =
                facts.taxonomies.iter().find(|taxonomy| taxonomy.name == *name);
            taxonomy.map_or_else(String::new, |taxonomy| labels(&taxonomy.terms))
        });
        row(COLUMNS.iter().map(|(_, cell)| cell(&facts)).chain(own), out);
    }
}

/// A column's name, and how it is filled.
type Column = (&'static str, fn(&Facts<'_>) -> String);

const COLUMNS: &[Column] = &[
    ("work", |facts| facts.work.to_owned()),
    ("language", |facts| facts.language.to_owned()),
    ("id", |facts| text(facts.id)),
    ("title", |facts| facts.title.to_owned()),
    ("short_title", |facts| text(facts.short_title)),
    ("kind", |facts| text(facts.kind)),
    ("genre", |facts| text(facts.genre)),
    ("number", |facts| text(facts.number)),
    ("date", |facts| text(facts.date.as_ref().map(|date| &*date.edtf))),
    ("date_start", |facts| text(facts.date.as_ref().and_then(|d| d.start.as_deref()))),
    ("date_end", |facts| text(facts.date.as_ref().and_then(|d| d.end.as_deref()))),
    ("date_note", |facts| text(facts.date.as_ref().and_then(|d| d.note))),
    ("place", |facts| text(facts.place.as_ref().map(|place| place.name))),
    ("country", |facts| text(facts.place.as_ref().and_then(|place| place.country))),
    ("venue", |facts| text(facts.place.as_ref().and_then(|place| place.venue))),
    ("issuers", |facts| facts.issuers.join(SEPARATOR)),
    ("people", |facts| joined(facts.people.iter().map(person))),
    ("source", |facts| text(facts.source.as_ref().and_then(|s| s.name))),
    ("source_url", |facts| text(facts.source.as_ref().and_then(|s| s.url))),
    ("source_pages", |facts| text(facts.source.as_ref().and_then(|s| s.pages))),
    ("source_retrieved", |facts| {
        text(facts.source.as_ref().and_then(|s| s.retrieved.as_deref()))
    }),
    ("source_archived", |facts| text(facts.source.as_ref().and_then(|s| s.archived))),
    ("topics", |facts| labels(&facts.topics)),
    ("topic_ids", |facts| joined(facts.topics.iter().map(|topic| topic.id.to_owned()))),
    ("series", |facts| joined(facts.series.iter().map(series))),
    ("translation", |facts| text(facts.translation)),
    ("translator", |facts| text(facts.translator)),
    ("original_language", |facts| text(facts.original_language)),
    ("cites", |facts| facts.cites.join(SEPARATOR)),
    ("summary", |facts| text(facts.summary)),
    ("notes", |facts| text(facts.notes)),
    ("rights", |facts| text(facts.rights.as_ref().and_then(|r| r.statement))),
    ("rights_url", |facts| text(facts.rights.as_ref().and_then(|r| r.url))),
    ("url", |facts| facts.url.to_owned()),
    ("text_url", |facts| text(facts.text_url.as_deref())),
];

/// What stands between the parts of a list in one cell.
const SEPARATOR: &str = "; ";

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(SEPARATOR)
}

fn labels(terms: &[TermFacts<'_>]) -> String {
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

fn row(cells: impl Iterator<Item = String>, out: &mut Vec<u8>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}
