//! A work in a list.

use serde::Serialize;

use super::Scene;
use crate::archive::{DocumentId, TaxonomyId, WorkId};
use crate::date::Edtf;
use crate::language::Language;

/// A work as lists show it: once, under its title in the reader's language or else in
/// another.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    title: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    direction: &'static str,
    href: String,
    date: Option<DateView>,
    place: Option<String>,
    /// A language other than the interface's.
    place_language: Option<&'a str>,
    kind: Option<&'a str>,
    number: Option<&'a str>,
    summary: Option<&'a str>,
    /// Every language that it is held in, the shown one first.
    languages: Vec<Held<'a>>,
}

#[derive(Serialize)]
pub(super) struct Held<'a> {
    language: &'a str,
    name: String,
    href: String,
}

/// A date in words and for machines.
#[derive(Serialize)]
pub(super) struct DateView {
    words: String,
    /// As EDTF writes it.
    edtf: String,
    /// Year, month and day as far as they are known, for the `time` element.
    iso: Option<String>,
}

impl DateView {
    pub(super) fn new(date: &Edtf, language: &Language) -> DateView {
        let is_plain = !date.is_interval() && date.year().is_some_and(|y| y > 0);
        DateView {
            words: date.words(language.as_str()),
            edtf: date.to_string(),
            iso: date.reduced().filter(|_| is_plain).map(|reduced| reduced.to_string()),
        }
    }
}

impl<'a> Scene<'a> {
    pub(super) fn entries(
        &self,
        works: impl IntoIterator<Item = WorkId>,
    ) -> Vec<Entry<'a>> {
        works.into_iter().map(|work| self.entry(work)).collect()
    }

    pub(super) fn entry(&self, work: WorkId) -> Entry<'a> {
        let archive = self.archive;
        let shown = archive.version_for(work, self.language());
        let document = archive.document(shown);
        let metadata = &document.metadata;
        let held = std::iter::once(shown)
            .chain(archive.versions(work).filter(|&version| version != shown));
        let (place, place_language) = match self.place_label(work) {
            Some((place, language)) => (Some(place), language),
            None => (None, None),
        };
        let work = archive.work(work);
        Entry {
            title: &metadata.title,
            language: self.foreign(&document.language),
            direction: document.language.direction().as_str(),
            href: archive.href(&archive.document_path(shown)),
            date: work.date.as_ref().map(|date| DateView::new(date, self.language())),
            place,
            place_language,
            kind: work.kind.map(|kind| self.kind_label(kind)),
            number: metadata.number.as_deref().or(archive
                .document(work.main)
                .metadata
                .number
                .as_deref()),
            summary: metadata.summary.as_deref(),
            languages: held.map(|version| self.held(version)).collect(),
        }
    }

    fn held(&self, id: DocumentId) -> Held<'a> {
        let language = &self.archive.document(id).language;
        Held {
            language: language.as_str(),
            name: self.language_name(language),
            href: self.archive.href(&self.archive.document_path(id)),
        }
    }

    pub(super) fn kind_label(&self, kind: crate::document::Kind) -> &'a str {
        self.texts.find(&format!("kinds.{}", kind.name())).unwrap_or(kind.name())
    }

    /// The work's place as this interface calls it, with its language where that is not
    /// the interface's.
    fn place_label(&self, work: WorkId) -> Option<(String, Option<&'a str>)> {
        let taxonomies = &self.archive.taxonomies;
        let at = taxonomies.iter().position(|taxonomy| &*taxonomy.name == "places")?;
        let term = taxonomies.get(at)?.by_work.get(work.index()).first()?;
        Some(self.term_label(TaxonomyId::new(at), *term))
    }
}
