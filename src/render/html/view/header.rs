//! What stands over a document: all that its front matter says.

use serde::Serialize;

use super::Scene;
use super::entry::DateView;
use super::terms::TermView;
use crate::archive::{Destination, DocumentId, TaxonomyId, WorkId, year_name};
use crate::document::{Document, Metadata, Source, Translation};
use crate::render::html::names::{Field, Made, Wanted};

/// The description of a document; what a translation leaves out, the main version says.
#[derive(Serialize)]
pub(super) struct Header<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    short_title: Made<Option<&'a str>>,
    language: &'a str,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    language_name: Made<String>,
    /// Whether the text's language is not the interface's.
    foreign: bool,
    direction: &'static str,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    kind: Made<Option<TermView>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    genre: Made<Option<&'a str>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    number: Made<Option<&'a str>>,
    date: Option<DocumentDate<'a>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    place: Made<Option<PlaceView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    source: Made<Option<SourceView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    issuers: Made<Vec<&'a str>>,
    /// A language other than the interface's.
    issuers_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    people: Made<Vec<PersonView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    series: Made<Vec<SeriesView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    topics: Made<Vec<TermView>>,
    /// Terms of the site's own taxonomies.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    more: Made<Vec<MoreTerms>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    notes: Made<Option<&'a str>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    summary: Made<Option<&'a str>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    translation: Made<Option<TranslationView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    rights: Made<Option<RightsView<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    attachments: Made<Vec<AttachmentView<'a>>>,
    /// The address to cite.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    cite_url: Made<String>,
    id: Option<&'a str>,
    work: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
struct DocumentDate<'a> {
    words: String,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    edtf: Made<String>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    iso: Made<Option<String>>,
    note: Option<&'a str>,
    time: Option<&'a str>,
    timezone: Option<&'a str>,
    /// The page of its year.
    href: Option<String>,
}

#[derive(Serialize)]
struct PlaceView<'a> {
    name: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    country: Option<&'a str>,
    venue: Option<&'a str>,
    href: Option<String>,
}

#[derive(Serialize)]
struct SourceView<'a> {
    name: Option<&'a str>,
    /// A language other than the interface's.
    language: Option<&'a str>,
    url: Option<&'a str>,
    pages: Option<&'a str>,
    /// Whether these are several.
    many_pages: bool,
    retrieved: Option<DateView>,
    archived: Option<&'a str>,
    href: Option<String>,
}

#[derive(Serialize)]
struct PersonView<'a> {
    name: String,
    /// A language other than the interface's.
    language: Option<&'a str>,
    role: Option<&'a str>,
    href: Option<String>,
}

#[derive(Serialize)]
struct SeriesView<'a> {
    name: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    position: Option<&'a str>,
    href: Option<String>,
}

#[derive(Serialize)]
struct MoreTerms {
    label: String,
    terms: Vec<TermView>,
}

#[derive(Serialize)]
struct TranslationView<'a> {
    /// `official`, `provisional`, `unofficial` or `none`.
    sort: &'static str,
    translator: Option<&'a str>,
    original_language: Option<String>,
}

#[derive(Serialize)]
struct RightsView<'a> {
    statement: Option<&'a str>,
    /// The statement's language, where it is not the interface's.
    language: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct AttachmentView<'a> {
    title: &'a str,
    href: String,
    /// The file's extension in capitals: `PDF`.
    format: String,
    size: String,
    language: Option<&'a str>,
}

impl<'a> Scene<'a> {
    pub(super) fn header(
        &self,
        id: DocumentId,
        work: WorkId,
        wanted: Wanted,
    ) -> Header<'a> {
        let archive = self.archive;
        let document = archive.document(id);
        let main = archive.main_version(work);
        let own = &document.metadata;
        let shared = &main.metadata;
        let people = if own.people.is_empty() { &shared.people } else { &own.people };
        let series = if own.series.is_empty() { &shared.series } else { &own.series };
        let issuers = if own.issuer.is_empty() { &shared.issuer } else { &own.issuer };
        // What a version leaves out is told in the main one's language.
        let spoken = |is_own: bool| {
            let version = if is_own { document } else { main };
            self.foreign(&version.language)
        };
        let people_language = spoken(!own.people.is_empty());
        let series_language = spoken(!own.series.is_empty());
        Header {
            title: &own.title,
            short_title: wanted.make(Field::ShortTitle, || own.short_title.as_deref()),
            language: document.language.as_str(),
            language_name: wanted
                .make(Field::LanguageName, || self.language_name(&document.language)),
            foreign: document.language != *self.language(),
            direction: document.language.direction().as_str(),
            kind: wanted
                .make(Field::Kind, || self.terms_of("kinds", work).into_iter().next()),
            genre: wanted
                .make(Field::Genre, || own.genre.as_deref().or(shared.genre.as_deref())),
            number: wanted.make(Field::Number, || {
                own.number.as_deref().or(shared.number.as_deref())
            }),
            date: self.document_date(own, work, wanted),
            place: wanted.make(Field::Place, || {
                self.place_view(own, shared, work, spoken(own.place.is_some()))
            }),
            source: wanted.make(Field::Source, || {
                let source = own.source.as_ref().or(shared.source.as_ref());
                self.source_view(source, work, spoken(own.source.is_some()))
            }),
            issuers_language: spoken(!own.issuer.is_empty()),
            issuers: wanted.make(Field::Issuers, || {
                issuers.iter().map(|issuer| &**issuer).collect()
            }),
            people: wanted.make(Field::People, || {
                let people = people.iter().map(|person| PersonView {
                    name: person.name.direct(),
                    language: people_language,
                    role: person.role.as_deref().map(|role| self.role(role)),
                    href: self.term_href("people", &person.name.inverted(), work),
                });
                people.collect()
            }),
            series: wanted.make(Field::Series, || {
                let series = series.iter().map(|series| SeriesView {
                    name: &series.name,
                    language: series_language,
                    position: series.position.as_deref(),
                    href: self.term_href("series", &series.name, work),
                });
                series.collect()
            }),
            topics: wanted.make(Field::Topics, || self.terms_of("topics", work)),
            more: wanted.make(Field::More, || self.more_terms(work)),
            notes: wanted.make(Field::Notes, || own.notes.as_deref()),
            summary: wanted.make(Field::Summary, || own.summary.as_deref()),
            translation: wanted
                .make(Field::Translation, || self.translation_view(document, main)),
            rights: wanted.make(Field::Rights, || {
                let rights = own.rights.as_ref().or(shared.rights.as_ref())?;
                Some(RightsView {
                    statement: rights.statement.as_deref(),
                    language: spoken(own.rights.is_some()),
                    url: rights.url.as_deref(),
                })
            }),
            attachments: wanted.make(Field::Attachments, || self.attachments(document)),
            cite_url: wanted
                .make(Field::CiteUrl, || archive.url(&archive.document_path(id))),
            id: own.id.as_ref().or(shared.id.as_ref()).map(|id| &*id.value),
            work: &archive.work(work).name,
            path: &document.path,
        }
    }

    fn document_date(
        &self,
        own: &'a Metadata,
        work: WorkId,
        wanted: Wanted,
    ) -> Option<DocumentDate<'a>> {
        let archive = self.archive;
        let date = own.date.as_ref().or(archive.work(work).date.as_ref())?;
        let year = date.year().filter(|&year| archive.timeline.year(year).is_some());
        let DateView { words, edtf, iso } = DateView::new(date, self.language(), wanted);
        Some(DocumentDate {
            words,
            edtf,
            iso,
            note: own.date_note.as_deref(),
            time: own.time.as_deref(),
            timezone: own.timezone.as_deref(),
            href: year.map(|year| self.index_href(&format!("date/{}", year_name(year)))),
        })
    }

    fn place_view(
        &self,
        own: &'a Metadata,
        shared: &'a Metadata,
        work: WorkId,
        language: Option<&'a str>,
    ) -> Option<PlaceView<'a>> {
        let place = own.place.as_ref().or(shared.place.as_ref())?;
        Some(PlaceView {
            name: &place.name,
            language,
            country: place.country.as_deref(),
            venue: place.venue.as_deref(),
            href: self.term_href("places", &place.name, work),
        })
    }

    fn source_view(
        &self,
        source: Option<&'a Source>,
        work: WorkId,
        language: Option<&'a str>,
    ) -> Option<SourceView<'a>> {
        let source = source?;
        let name = source.name.as_deref();
        Some(SourceView {
            name,
            language,
            url: source.url.as_deref(),
            pages: source.pages.as_deref(),
            many_pages: source
                .pages
                .as_deref()
                .is_some_and(|pages| pages.contains(['-', '–', '—', ',', '～'])),
            retrieved: source
                .retrieved
                .as_ref()
                .map(|d| DateView::new(d, self.language(), Wanted::ALL)),
            archived: source.archived.as_deref(),
            href: name.and_then(|name| self.term_href("sources", name, work)),
        })
    }

    /// A translation of a main version that is none itself is one from its language.
    fn translation_view(
        &self,
        document: &'a Document,
        main: &'a Document,
    ) -> Option<TranslationView<'a>> {
        let own = &document.metadata;
        let sort = own.translation.filter(|sort| *sort != Translation::None);
        let is_original = |version: &Document| {
            let sort = version.metadata.translation;
            sort.is_none_or(|sort| sort == Translation::None)
        };
        let main_language = Some(&main.language).filter(|language| {
            sort.is_some() && is_original(main) && **language != document.language
        });
        let original = own.original_language.as_ref().or(main_language);
        if sort.is_none() && own.translator.is_none() && original.is_none() {
            return None;
        }
        Some(TranslationView {
            sort: sort.map_or("none", Translation::name),
            translator: own.translator.as_deref(),
            original_language: original.map(|language| self.language_name(language)),
        })
    }

    /// The theme's word for a role, else the author's.
    fn role(&self, role: &'a str) -> &'a str {
        self.texts.find(&format!("roles.{role}")).unwrap_or(role)
    }

    fn find_taxonomy(&self, name: &str) -> Option<TaxonomyId> {
        let at = self.archive.taxonomies.iter().position(|t| &*t.name == name)?;
        Some(TaxonomyId::new(at))
    }

    /// The work's own terms of a taxonomy.
    pub(super) fn terms_of(&self, name: &str, work: WorkId) -> Vec<TermView> {
        let Some(id) = self.find_taxonomy(name) else { return Vec::new() };
        let terms = self.archive.taxonomy(id).by_work.get(work.index());
        terms.iter().map(|&term| self.term_view(id, term)).collect()
    }

    /// The page of the term that a spelling stands for, among the work's own terms.
    fn term_href(&self, taxonomy: &str, spelling: &str, work: WorkId) -> Option<String> {
        let id = self.find_taxonomy(taxonomy)?;
        let taxonomy = self.archive.taxonomy(id);
        let own = taxonomy.by_work.get(work.index());
        let is_meant = |term: &&crate::archive::TermId| {
            let labels = &taxonomy.term(**term).label;
            labels.texts().any(|label| label == spelling)
        };
        let only = own.first().filter(|_| own.len() == 1);
        let term = own.iter().find(is_meant).or(only)?;
        Some(self.archive.href(&self.archive.term_path(self.interface, id, *term)))
    }

    /// The terms of taxonomies that `site.toml` adds.
    fn more_terms(&self, work: WorkId) -> Vec<MoreTerms> {
        let own = self.archive.config.taxonomies.iter().map(|extra| MoreTerms {
            label: extra
                .label
                .closest(self.language())
                .map_or_else(|| extra.name.clone(), |(label, _)| label.to_owned()),
            terms: self.terms_of(&extra.name, work),
        });
        own.filter(|more| !more.terms.is_empty()).collect()
    }

    fn attachments(&self, document: &'a Document) -> Vec<AttachmentView<'a>> {
        let archive = self.archive;
        let each = document.metadata.attachments.iter().filter_map(|attachment| {
            let name = &attachment.file.value;
            let target = archive.resolve(&document.path, &document.language, name);
            let Destination::File(id) = target else { return None };
            let file = archive.file(id);
            let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
            Some(AttachmentView {
                title: attachment.title.as_deref().unwrap_or(name),
                href: archive.route_href(&file.route),
                format: extension.to_uppercase(),
                size: size_words(file.size),
                language: attachment
                    .language
                    .as_ref()
                    .map(crate::language::Language::as_str),
            })
        });
        each.collect()
    }
}

/// `12 KB`, `3.4 MB`: thousands, as file managers and publishers count.
pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
