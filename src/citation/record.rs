//! A document in the variables of the Citation Style Language.

use super::creator::{Creator, creators, recipients};
use crate::archive::{Archive, DocumentId, WorkId};
use crate::date::{Edtf, has_words};
use crate::document::{Document, Kind, Metadata, Rights, Series, Translation};
use crate::language::Language;

/// A document as a citation; each part names the CSL variable that it is.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// `title`, exactly as the document has it.
    pub title: &'a str,
    /// `title-short`.
    pub title_short: Option<&'a str>,
    /// `language`.
    pub language: &'a Language,
    /// The language of its readers, for dates where its own has no words.
    pub readers: Option<&'a Language>,
    /// What `type` follows from.
    pub kind: Option<Kind>,
    /// `genre` in the author's words; without them the kind has a word.
    pub genre: Option<&'a str>,
    /// `number`: the document's number or symbol.
    pub number: Option<&'a str>,
    /// `author`: persons, or the issuing bodies.
    pub author: Vec<Creator<'a>>,
    /// `recipient`: persons whom it was sent to.
    pub recipient: Vec<Creator<'a>>,
    /// The issuing bodies, whether authors or not.
    pub issuers: Vec<&'a str>,
    /// `issued`.
    pub issued: Option<&'a Edtf>,
    /// `publisher-place`; of a speech `event-place`.
    pub place: Option<&'a str>,
    /// ISO 3166-1 code of the place's country.
    pub country: Option<&'a str>,
    /// `event-title`: the meeting or occasion.
    pub event: Option<&'a str>,
    /// Of `event-place` the building or room.
    pub venue: Option<&'a str>,
    /// `publisher`: the source's name. It may be an author's name too: see
    /// [`Record::publisher_besides`].
    pub publisher: Option<&'a str>,
    /// `page`: pages of a printed source.
    pub pages: Option<&'a str>,
    /// The source's own address.
    pub source_url: Option<&'a str>,
    /// The day the text was taken from the source. No `accessed`: the address to cite is
    /// the archive's.
    pub retrieved: Option<&'a Edtf>,
    /// An archived copy of the source.
    pub archived_url: Option<&'a str>,
    /// `URL`: the address to cite.
    pub url: String,
    /// `archive`: the site's name in the document's language.
    pub archive: &'a str,
    /// `abstract`.
    pub summary: Option<&'a str>,
    /// `keyword`: topics in the document's language.
    pub keywords: Vec<&'a str>,
    /// `note`.
    pub notes: Option<&'a str>,
    /// What sort of translation it is, if it is one.
    pub translation: Option<Translation>,
    /// `translator`, one string.
    pub translator: Option<&'a str>,
    /// The language it was first written in.
    pub original_language: Option<&'a Language>,
    /// `collection-title` and `collection-number`.
    pub series: Vec<&'a Series>,
    /// `license`.
    pub rights: Option<&'a Rights>,
}

impl<'a> Record<'a> {
    /// The record of a document; what a translation leaves out, the main version says.
    pub fn new(archive: &'a Archive, id: DocumentId) -> Record<'a> {
        let document = archive.document(id);
        let own = &document.metadata;
        let mut record = Record::titled(&own.title, &document.language);
        record.url = archive.url(&archive.document_path(id));
        let readers = archive.interface_for(&document.language);
        record.readers = Some(archive.interface(readers));
        let title = archive.config.title.closest(&document.language);
        record.archive = title.map_or("", |(title, _)| title);
        record.title_short = own.short_title.as_deref();
        record.summary = own.summary.as_deref();
        record.notes = own.notes.as_deref();
        record.translation = own.translation.filter(|sort| *sort != Translation::None);
        record.translator = own.translator.as_deref();
        record.original_language = own.original_language.as_ref();
        record.kind = own.kind;
        record.issued = own.date.as_ref();
        let main = match archive.work_of(id) {
            Some(work) => {
                record.join_work(archive, work);
                archive.main_version(work)
            }
            None => document,
        };
        record.describe(own, &main.metadata);
        record.genre = genre(document, main, record.kind);
        record
    }

    /// A record that has nothing but a title.
    pub fn titled(title: &'a str, language: &'a Language) -> Record<'a> {
        Record {
            title,
            title_short: None,
            language,
            readers: None,
            kind: None,
            genre: None,
            number: None,
            author: Vec::new(),
            recipient: Vec::new(),
            issuers: Vec::new(),
            issued: None,
            place: None,
            country: None,
            event: None,
            venue: None,
            publisher: None,
            pages: None,
            source_url: None,
            retrieved: None,
            archived_url: None,
            url: String::new(),
            archive: "",
            summary: None,
            keywords: Vec::new(),
            notes: None,
            translation: None,
            translator: None,
            original_language: None,
            series: Vec::new(),
            rights: None,
        }
    }

    /// The tag of the language that says its dates: its own, else its readers', else
    /// English.
    pub fn date_language(&self) -> &'a str {
        let languages = [Some(self.language), self.readers].into_iter().flatten();
        languages.map(Language::as_str).find(|tag| has_words(tag)).unwrap_or("en")
    }

    /// What all versions of the work have in common.
    fn join_work(&mut self, archive: &'a Archive, id: WorkId) {
        let work = archive.work(id);
        self.kind = self.kind.or(work.kind);
        self.issued = self.issued.or(work.date.as_ref());
        let topics = archive.taxonomies.iter().find(|t| &*t.name == "topics");
        let Some(topics) = topics else { return };
        let terms = topics.by_work.get(id.index()).iter();
        let labels = terms.map(|&term| topics.term(term).label.closest(self.language));
        self.keywords = labels.flatten().map(|(label, _)| label).collect();
    }

    /// What this version says, else what the main one does.
    fn describe(&mut self, own: &'a Metadata, shared: &'a Metadata) {
        let people = if own.people.is_empty() { &shared.people } else { &own.people };
        let issuers = if own.issuer.is_empty() { &shared.issuer } else { &own.issuer };
        let series = if own.series.is_empty() { &shared.series } else { &own.series };
        self.author = creators(self.kind, people, issuers);
        self.recipient = recipients(people);
        self.issuers = issuers.iter().map(|issuer| &**issuer).collect();
        self.series = series.iter().collect();
        self.number = own.number.as_deref().or(shared.number.as_deref());
        self.event = own.event.as_deref().or(shared.event.as_deref());
        self.rights = own.rights.as_ref().or(shared.rights.as_ref());
        if let Some(place) = own.place.as_ref().or(shared.place.as_ref()) {
            self.place = Some(&place.name);
            self.country = place.country.as_deref();
            self.venue = place.venue.as_deref();
        }
        if let Some(source) = own.source.as_ref().or(shared.source.as_ref()) {
            self.publisher = source.name.as_deref();
            self.pages = source.pages.as_deref();
            self.source_url = source.url.as_deref();
            self.retrieved = source.retrieved.as_ref();
            self.archived_url = source.archived.as_deref();
        }
    }
}

/// The genre in the document's language; a word of another language only where no kind
/// gives a better one.
fn genre<'a>(
    document: &'a Document,
    main: &'a Document,
    kind: Option<Kind>,
) -> Option<&'a str> {
    let is_at_home = document.language.primary() == main.language.primary();
    let has_word = kind.is_some_and(|kind| kind != Kind::Other);
    let shared = || main.metadata.genre.as_deref().filter(|_| is_at_home || !has_word);
    document.metadata.genre.as_deref().or_else(shared)
}
