//! What tables say of a document: every fact of its description, structured.

use serde::Serialize;

use super::Item;
use crate::archive::{Archive, DocumentId, Taxonomy};
use crate::citation::Record;
use crate::config::Form;
use crate::date::{Day, Edtf};
use crate::document::{Kind, Metadata, Name, Translation};
use crate::language::Language;

/// A document's facts; a line of JSON, and with lists joined a row of a table.
#[derive(Serialize)]
pub(super) struct Facts<'a> {
    pub(super) work: &'a str,
    pub(super) language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<&'a str>,
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) short_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) genre: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<DateFacts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<PlaceFacts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) issuers: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) people: Vec<PersonFacts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<SourceFacts<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<TermFacts<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) series: Vec<SeriesFacts<'a>>,
    /// Terms of the site's own taxonomies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) taxonomies: Vec<TaxonomyFacts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) translation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) translator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) original_language: Option<&'a str>,
    /// Works that it cites.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) cites: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) notes: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rights: Option<RightsFacts<'a>>,
    pub(super) url: &'a str,
    /// The address of its plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text_url: Option<String>,
}

#[derive(Serialize)]
pub(super) struct DateFacts<'a> {
    pub(super) edtf: String,
    /// The first possible day; none where there is no first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<String>,
    /// The last possible day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PlaceFacts<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) venue: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PersonFacts<'a> {
    /// As indexes have it.
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) family: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) given: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct SourceFacts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pages: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retrieved: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archived: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct TermFacts<'a> {
    /// The same in every language.
    pub(super) id: &'a str,
    /// In the document's language.
    pub(super) label: &'a str,
}

#[derive(Serialize)]
pub(super) struct SeriesFacts<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct TaxonomyFacts<'a> {
    pub(super) name: &'a str,
    pub(super) terms: Vec<TermFacts<'a>>,
}

#[derive(Serialize)]
pub(super) struct RightsFacts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) statement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
}

impl<'a> Facts<'a> {
    /// What the table says of a document; what a translation leaves out, the main version
    /// says.
    pub(super) fn of(item: &'a Item<'a>) -> Facts<'a> {
        let Item { archive, id, record, .. } = item;
        let document = archive.document(*id);
        let own = &document.metadata;
        let work = archive.work_of(*id).unwrap_or_default();
        let main = &archive.main_version(work).metadata;
        let cites = archive.cites.get(work.index()).iter();
        let terms = |taxonomy: &'a Taxonomy| terms(taxonomy, item);
        let topics = archive.taxonomies.iter().find(|t| &*t.name == "topics");
        Facts {
            work: &archive.work(work).name,
            language: document.language.as_str(),
            id: own.id.as_ref().or(main.id.as_ref()).map(|id| &*id.value),
            title: record.title,
            short_title: record.title_short,
            kind: record.kind.map(Kind::name),
            genre: record.genre,
            number: record.number,
            date: record.issued.map(|date| DateFacts::of(date, own, main)),
            place: place(record),
            event: record.event,
            issuers: record.issuers.clone(),
            people: people(own, main),
            source: source(record),
            topics: topics.map(terms).unwrap_or_default(),
            series: series(record),
            taxonomies: own_taxonomies(archive)
                .map(|taxonomy| TaxonomyFacts {
                    name: &taxonomy.name,
                    terms: terms(taxonomy),
                })
                .filter(|taxonomy| !taxonomy.terms.is_empty())
                .collect(),
            translation: record.translation.map(Translation::name),
            translator: record.translator,
            original_language: record.original_language.map(Language::as_str),
            cites: cites.map(|&cited| &*archive.work(cited).name).collect(),
            summary: record.summary,
            notes: record.notes,
            rights: record.rights.map(|rights| RightsFacts {
                statement: rights.statement.as_deref(),
                url: rights.url.as_deref(),
            }),
            url: &record.url,
            text_url: text_url(archive, *id),
        }
    }
}

/// Taxonomies that `site.toml` adds.
pub(in crate::render) fn own_taxonomies(
    archive: &Archive,
) -> impl Iterator<Item = &Taxonomy> {
    let extra = &archive.config.taxonomies;
    let is_own = |taxonomy: &&Taxonomy| extra.iter().any(|e| *e.name == *taxonomy.name);
    archive.taxonomies.iter().filter(is_own)
}

impl<'a> DateFacts<'a> {
    fn of(date: &Edtf, own: &'a Metadata, main: &'a Metadata) -> DateFacts<'a> {
        let bounds = date.bounds();
        let is_written = |day: &Day| *day != Day::MIN && *day != Day::MAX;
        let note = own.date_note.as_deref();
        DateFacts {
            edtf: date.to_string(),
            start: Some(bounds.first).filter(is_written).map(|day| day.to_string()),
            end: Some(bounds.last).filter(is_written).map(|day| day.to_string()),
            note: note.or(main.date_note.as_deref().filter(|_| own.date.is_none())),
        }
    }
}

fn place<'a>(record: &Record<'a>) -> Option<PlaceFacts<'a>> {
    let name = record.place?;
    Some(PlaceFacts { name, country: record.country, venue: record.venue })
}

fn people<'a>(own: &'a Metadata, main: &'a Metadata) -> Vec<PersonFacts<'a>> {
    let people = if own.people.is_empty() { &main.people } else { &own.people };
    let each = people.iter().map(|person| {
        let (family, given) = match &person.name {
            Name::Parts { family, given } => (Some(&**family), given.as_deref()),
            Name::Literal(_) => (None, None),
        };
        let role = person.role.as_deref();
        PersonFacts { name: person.name.inverted(), family, given, role }
    });
    each.collect()
}

fn source<'a>(record: &Record<'a>) -> Option<SourceFacts<'a>> {
    let retrieved = record.retrieved.map(Edtf::to_string);
    let texts = [record.publisher, record.source_url, record.pages, record.archived_url];
    let is_told = retrieved.is_some() || texts.iter().any(Option::is_some);
    is_told.then_some(SourceFacts {
        name: record.publisher,
        url: record.source_url,
        pages: record.pages,
        retrieved,
        archived: record.archived_url,
    })
}

fn series<'a>(record: &Record<'a>) -> Vec<SeriesFacts<'a>> {
    let each = record.series.iter().map(|series| SeriesFacts {
        name: &series.name,
        position: series.position.as_deref(),
    });
    each.collect()
}

fn terms<'a>(taxonomy: &'a Taxonomy, item: &'a Item<'a>) -> Vec<TermFacts<'a>> {
    let work = item.archive.work_of(item.id).unwrap_or_default();
    let terms = taxonomy.by_work.get(work.index()).iter().map(|&id| {
        let term = taxonomy.term(id);
        let label = term.label.closest(item.record.language);
        TermFacts { id: &term.slug, label: label.map_or(&*term.slug, |(label, _)| label) }
    });
    terms.collect()
}

fn text_url(archive: &Archive, id: DocumentId) -> Option<String> {
    let is_made = archive.config.downloads.documents.contains(&Form::Text);
    let path = || format!("{}{}", archive.document_path(id), Form::Text.file());
    is_made.then(|| archive.url(&path()))
}
