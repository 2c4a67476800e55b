//! A work where it is listed or mentioned.

use serde::Serialize;

use super::Scene;
use crate::archive::{DocumentId, TaxonomyId, WorkId};
use crate::citation::Record;
use crate::date::Edtf;
use crate::language::Language;
use crate::render::export::coins;
use crate::render::html::names::{Field, Made, Wanted};

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
    #[serde(skip_serializing_if = "Made::is_left_out")]
    place: Made<Option<String>>,
    /// A language other than the interface's.
    place_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    kind: Made<Option<&'a str>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    number: Made<Option<&'a str>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    summary: Made<Option<&'a str>>,
    /// Every language that it is held in, the shown one first.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    languages: Made<Vec<Held<'a>>>,
    /// Its record for reference managers.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    coins: Made<String>,
}

/// A work by its title and date.
#[derive(Serialize)]
pub(super) struct Mention<'a> {
    title: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    direction: &'static str,
    href: String,
    date: Option<DateView>,
}

#[derive(Serialize)]
struct Held<'a> {
    language: &'a str,
    name: String,
    href: String,
}

/// A date in words and for machines.
#[derive(Serialize)]
pub(super) struct DateView {
    pub(super) words: String,
    /// As EDTF writes it.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    pub(super) edtf: Made<String>,
    /// Year, month and day as far as they are known, for the `time` element.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    pub(super) iso: Made<Option<String>>,
}

impl DateView {
    pub(super) fn new(date: &Edtf, language: &Language, wanted: Wanted) -> DateView {
        let is_plain = !date.is_interval() && date.year().is_some_and(|y| y > 0);
        let reduced = || date.reduced().filter(|_| is_plain);
        DateView {
            words: date.words(language.as_str()),
            edtf: wanted.make(Field::Edtf, || date.to_string()),
            iso: wanted.make(Field::Iso, || reduced().map(|reduced| reduced.to_string())),
        }
    }
}

impl<'a> Scene<'a> {
    /// A work as the template sees it.
    pub(super) fn entry(&self, work: WorkId, template: &str) -> Entry<'a> {
        let archive = self.archive;
        let shown = archive.version_for(work, self.language());
        let metadata = &archive.document(shown).metadata;
        let main = &archive.main_version(work).metadata;
        let held = std::iter::once(shown)
            .chain(archive.versions(work).filter(|&version| version != shown));
        let wanted = self.names.wanted(template);
        let label = wanted.has(Field::Place).then(|| self.place_label(work));
        let (place, place_language) = label.flatten().unzip();
        let Mention { title, language, direction, href, date } =
            self.mention_of(work, shown, wanted);
        Entry {
            title,
            language,
            direction,
            href,
            date,
            place: wanted.make(Field::Place, || place),
            place_language: place_language.flatten(),
            kind: wanted.make(Field::Kind, || {
                archive.work(work).kind.map(|kind| self.kind_label(kind))
            }),
            number: wanted.make(Field::Number, || {
                metadata.number.as_deref().or(main.number.as_deref())
            }),
            summary: wanted.make(Field::Summary, || metadata.summary.as_deref()),
            languages: wanted
                .make(Field::Languages, || held.map(|id| self.held(id)).collect()),
            coins: wanted.make(Field::Coins, || coins(&Record::new(archive, shown))),
        }
    }

    pub(super) fn mentions(
        &self,
        works: impl IntoIterator<Item = WorkId>,
    ) -> Vec<Mention<'a>> {
        works.into_iter().map(|work| self.mention(work)).collect()
    }

    pub(super) fn mention(&self, work: WorkId) -> Mention<'a> {
        let shown = self.archive.version_for(work, self.language());
        self.mention_of(work, shown, Wanted::ALL)
    }

    fn mention_of(&self, work: WorkId, shown: DocumentId, wanted: Wanted) -> Mention<'a> {
        let archive = self.archive;
        let document = archive.document(shown);
        let date = archive.work(work).date.as_ref();
        Mention {
            title: &document.metadata.title,
            language: self.foreign(&document.language),
            direction: document.language.direction().as_str(),
            href: archive.href(&archive.document_path(shown)),
            date: date.map(|date| DateView::new(date, self.language(), wanted)),
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
