//! A document's page.

use serde::Serialize;

use super::Scene;
use super::cite::Cited;
use super::downloads::Download;
use super::entry::{DateView, Mention};
use super::head::Head;
use super::references::References;
use super::related::Related;
use super::terms::TermView;
use crate::archive::{Direction, DocumentId, TaxonomyId, WorkId};
use crate::config::Form;
use crate::date::Edtf;
use crate::fingerprint::sha256;
use crate::markdown::{self, Html, Source, Surroundings};
use crate::render::html::context::{Context, joined};
use crate::render::html::links::Links;
use crate::render::html::names::{Field, Made, Wanted};
use crate::route::encode;
use crate::text::TextFile;

/// `document` in templates, with the fields of its [`Header`](super::header::Header).
#[derive(Serialize)]
struct DocumentView<'a> {
    /// HTML.
    body: String,
    /// Where its links lead, whole, in order.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    targets: Made<Vec<String>>,
    /// HTML that belongs after the title: marks of footnotes.
    title_marks: String,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    contents: Made<Vec<Contents>>,
    paragraphs: u32,
    has_code: bool,
    transcription: bool,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    previous: Made<Option<Mention<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    next: Made<Option<Mention<'a>>>,
    /// Pages that set it beside another version.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    parallels: Made<Vec<Parallel>>,
    /// Neighbours under each topic.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    in_topics: Made<Vec<Neighbours<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    cites: Made<References<'a>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    cited_by: Made<References<'a>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    related: Made<Vec<Related<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    citations: Made<Vec<Cited<'a>>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    downloads: Made<Vec<Download>>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    head: Made<Head>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    provenance: Made<Provenance>,
}

const TEMPLATE: &str = "document.html";

/// A line of a table of contents.
#[derive(Serialize)]
pub(super) struct Contents {
    level: u8,
    id: String,
    section: u32,
    text: String,
}

/// Where the text comes from, and how to check and correct it.
#[derive(Default, Serialize)]
struct Provenance {
    /// SHA-256 of the source file's text.
    sha256: Option<String>,
    /// The day of its last change.
    changed: Option<DateView>,
    /// The source file in the site's repository.
    file: Option<String>,
    /// Where to report an error.
    report: Option<String>,
}

/// A page that sets two versions side by side.
#[derive(Serialize)]
struct Parallel {
    left: String,
    right: String,
    href: String,
}

#[derive(Serialize)]
struct Neighbours<'a> {
    topic: TermView,
    previous: Option<Mention<'a>>,
    next: Option<Mention<'a>>,
}

impl Contents {
    pub(super) fn of(entry: &markdown::Entry) -> Contents {
        Contents {
            level: entry.level,
            id: entry.id.to_string(),
            section: entry.section,
            text: entry.text.to_string(),
        }
    }
}

impl<'a> Scene<'a> {
    pub(super) fn document(
        &self,
        id: DocumentId,
        text: Option<&TextFile>,
        context: &mut Context,
    ) -> &'static str {
        let archive = self.archive;
        let document = archive.document(id);
        let html = self.version_html(id, text);
        let work = archive.work_of(id).unwrap_or_default();
        let mut body = markdown::with_notes_beside(&html.html);
        if document.metadata.transcription {
            body = markdown::with_editorial_marks(&body).into_owned().into();
        }
        let wanted = self.names.wanted(TEMPLATE);
        let view = DocumentView {
            contents: wanted.make(Field::Contents, || {
                html.contents.iter().map(Contents::of).collect()
            }),
            paragraphs: document.body.paragraphs,
            has_code: html.has_code,
            targets: wanted.make(Field::Targets, || self.targets(id, &html.html)),
            body: body.into_owned(),
            title_marks: html.title_marks,
            transcription: document.metadata.transcription,
            previous: wanted.make(Field::Previous, || {
                self.neighbour(work, work.index().checked_sub(1))
            }),
            next: wanted
                .make(Field::Next, || self.neighbour(work, Some(work.index() + 1))),
            parallels: wanted.make(Field::Parallels, || self.parallels(id, work)),
            in_topics: wanted.make(Field::InTopics, || self.in_topics(work)),
            cites: wanted
                .make(Field::Cites, || self.references_view(id, Direction::Cites)),
            cited_by: wanted
                .make(Field::CitedBy, || self.references_view(id, Direction::CitedBy)),
            related: wanted.make(Field::Related, || self.related(work)),
            citations: wanted.make(Field::Citations, || self.citations(id)),
            downloads: wanted.make(Field::Downloads, || self.document_downloads(id)),
            head: wanted.make(Field::Head, || self.head(id, work)),
            provenance: wanted.make(Field::Provenance, || self.provenance(id, text)),
        };
        context.insert("document", joined(&self.header(id, work, wanted), &view));
        TEMPLATE
    }

    /// The whole addresses of the links in a document's text.
    fn targets(&self, id: DocumentId, html: &str) -> Vec<String> {
        let config = &self.archive.config;
        let host = config.base_url.strip_suffix(&*config.base_path).unwrap_or_default();
        let page = self.archive.url(&self.archive.document_path(id));
        let targets = markdown::targets(html).into_iter();
        let whole = targets.map(|target| match target.chars().next() {
            Some('#') => format!("{page}{target}"),
            Some('/') if !target.starts_with("//") => format!("{host}{target}"),
            _ => target,
        });
        whole.collect()
    }

    /// A text as HTML, its labels in the interface's language.
    pub(super) fn html(&self, source: &Source<'_>, links: &Links<'_>) -> Html {
        let settings = markdown::Settings::of(&self.archive.config);
        let surroundings = Surroundings {
            resolver: links,
            labels: self.texts.labels(),
            highlighter: self.highlighter,
        };
        markdown::html(source, &settings, &surroundings)
    }

    fn provenance(&self, id: DocumentId, text: Option<&TextFile>) -> Provenance {
        let document = self.archive.document(id);
        let config = &self.archive.config;
        // Of what is published: readers can check it, and what is private stays so.
        let source = (id, Form::Markdown);
        let published =
            text.map(|_| self.copies.get(self.archive, source, text, self.texts));
        let path = encode(&document.path);
        let repository = config.repository.as_deref();
        let changed =
            document.changed().and_then(|day| Edtf::parse(&day.to_string()).ok());
        Provenance {
            sha256: published.map(|bytes| sha256(&bytes)),
            changed: changed
                .map(|date| DateView::new(&date, self.language(), Wanted::ALL)),
            file: repository.map(|r| format!("{r}/blob/{}/{path}", config.branch)),
            report: repository.map(|r| format!("{r}/issues/new?title={path}")),
        }
    }

    fn parallels(&self, id: DocumentId, work: WorkId) -> Vec<Parallel> {
        let archive = self.archive;
        let name = |id: DocumentId| self.language_name(&archive.document(id).language);
        let pairs = archive.pairs(work).into_iter();
        let own = pairs.filter(|&(left, right)| left == id || right == id);
        own.map(|(left, right)| Parallel {
            left: name(left),
            right: name(right),
            href: archive.href(&archive.parallel_path(left, right)),
        })
        .collect()
    }

    /// The work at another place in time; works without a date have none.
    fn neighbour(&self, work: WorkId, at: Option<usize>) -> Option<Mention<'a>> {
        self.archive.work(work).date.as_ref()?;
        self.archive.works.get(at?)?.date.as_ref()?;
        Some(self.mention(WorkId::new(at?)))
    }

    fn in_topics(&self, work: WorkId) -> Vec<Neighbours<'a>> {
        let all = self.archive.taxonomies.iter().enumerate();
        let Some((at, topics)) = all.into_iter().find(|(_, t)| &*t.name == "topics")
        else {
            return Vec::new();
        };
        let each = topics.by_work.get(work.index()).iter().map(|&term| {
            let works = &topics.term(term).works;
            let place = works.binary_search(&work).unwrap_or(0);
            let entry = |at: Option<usize>| {
                at.and_then(|at| works.get(at)).map(|&work| self.mention(work))
            };
            Neighbours {
                topic: self.term_view(TaxonomyId::new(at), term),
                previous: entry(place.checked_sub(1)),
                next: entry(Some(place + 1)),
            }
        });
        each.collect()
    }
}
