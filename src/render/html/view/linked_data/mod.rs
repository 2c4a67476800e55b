//! What a page is, for search engines: JSON-LD in the words of schema.org.
//!
//! Empty values are never told, and no day is invented for a date that has none.

/// Adds what there is of a value.
macro_rules! tell {
    ($node:expr, $($name:literal: $value:expr),+ $(,)?) => {
        $(add(&mut $node, $name, json!($value));)+
    };
}

mod graph;
mod lists;
mod values;
mod versions;

use serde_json::{Map, Value, json};

use super::Scene;
use super::frame::Crumb;
use crate::archive::{Direction, DocumentId, Page, Planned, WorkId};
use crate::citation::Record;
use crate::config::Form;
use crate::document::Kind;
use crate::fingerprint::sha256;
use crate::text::TextFile;
use graph::Graph;
use values::{add, agent, based_on, identifiers, organizations, series, tell_date};

impl Scene<'_> {
    /// The page's graph, safe within a `script` element.
    ///
    /// `text` is the document's, where the page is a document's.
    pub(super) fn linked_data(
        &self,
        planned: &Planned,
        url: &str,
        crumbs: &[Crumb],
        text: Option<&TextFile>,
    ) -> String {
        let page = planned.page;
        let node = match page {
            Page::Document(id) => Some(self.document_node(id, text)),
            Page::Home => Some(self.site_node()),
            Page::Data => Some(self.data_node()),
            _ => web_page(page).map(|sort| self.page_node(sort, page, url)),
        };
        let mut graph = Graph::default();
        if let Some(node) = node {
            graph.add(&node);
        }
        if let Some(works) = self.works_listed(page) {
            graph.add(&self.collection_node(planned, url, works));
        }
        if crumbs.len() > 1 {
            graph.add(&self.breadcrumbs_node(crumbs));
        }
        graph.finish()
    }

    /// A page that is nothing but that.
    fn page_node(&self, sort: &str, page: Page, url: &str) -> Value {
        let mut node = Map::new();
        tell!(node,
            "@type": sort,
            "@id": url,
            "url": url,
            "name": self.title(page).0,
            "inLanguage": self.language().as_str(),
            "isPartOf": json!({ "@id": self.archive.config.base_url }),
        );
        if let Page::Parallel(left, right) = page {
            let document = |id| self.archive.url(&self.archive.document_path(id));
            let both = [left, right].map(|id| json!({ "@id": document(id) }));
            tell!(node, "about": both);
        }
        Value::Object(node)
    }

    fn document_node(&self, id: DocumentId, text: Option<&TextFile>) -> Value {
        let archive = self.archive;
        let record = Record::new(archive, id);
        let types = record.types();
        let work = archive.work_of(id).unwrap_or_default();
        let kind = record.kind.filter(|kind| *kind != Kind::Other);
        let mut node = Map::new();
        tell!(node,
            "@type": [types.schema_org, "ArchiveComponent"],
            "@id": record.url,
            "url": record.url,
            "name": record.title,
            "headline": record.title,
            "alternateName": record.title_short,
            "identifier": identifiers(&record, &archive.work(work).name),
            "genre": record.genre.or_else(|| kind.map(|kind| self.kind_label(kind))),
            "legislationType": types.legislation,
            "inLanguage": record.language.as_str(),
            "abstract": record.summary,
            "author": record.author.iter().map(|author| agent(*author)).collect::<Vec<_>>(),
            "sourceOrganization": organizations(&record.issuers),
            "locationCreated": record.place.map(|name| json!({ "@type": "Place", "name": name })),
            "about": self.about(work),
            "isBasedOn": based_on(&record),
            "archivedAt": record.archived_url,
            "holdingArchive": self.holding_archive(),
            "isPartOf": series(&record),
            "position": record.series.first().and_then(|series| series.position.as_deref()),
            "license": record.rights.and_then(|rights| rights.url.as_deref()),
            "copyrightNotice": record.rights.and_then(|rights| rights.statement.as_deref()),
            "publisher": self.publisher(),
            "citation": self.cited(work),
            "encoding": self.encodings(id, text),
        );
        if let Some(date) = record.issued {
            tell_date(&mut node, date);
        }
        let changed = archive.document(id).changed().map(|day| day.to_string());
        tell!(node, "dateModified": changed);
        self.tell_versions(&mut node, work, id);
        Value::Object(node)
    }

    /// The work's topics.
    fn about(&self, work: WorkId) -> Vec<Value> {
        let terms = self.terms_of("topics", work).into_iter();
        let base = self.archive.config.base_path.len();
        let terms = terms.map(|term| {
            let path = term.href.get(base..).unwrap_or_default();
            let url = format!("{}{path}", self.archive.config.base_url);
            json!({ "@type": "DefinedTerm", "name": term.label, "url": url })
        });
        terms.collect()
    }

    /// The text as files with their checksums.
    fn encodings(&self, id: DocumentId, text: Option<&TextFile>) -> Vec<Value> {
        let archive = self.archive;
        let folder = archive.document_path(id);
        let forms = archive.config.downloads.documents.iter();
        let texts = forms.filter(|form| matches!(form, Form::Markdown | Form::Text));
        let each = texts.map(|&form| {
            let mut node = Map::new();
            tell!(node,
                "@type": "MediaObject",
                "contentUrl": archive.url(&format!("{folder}{}", form.file())),
                "encodingFormat": form.media_type(),
            );
            let bytes = self.copies.get(archive, (id, form), text, self.texts);
            tell!(node, "sha256": sha256(&bytes));
            Value::Object(node)
        });
        each.collect()
    }

    fn cited(&self, work: WorkId) -> Vec<Value> {
        let archive = self.archive;
        // The page of a document that cites many has a list of them.
        let works = archive.cites.get(work.index()).iter().take(Direction::MANY);
        works
            .map(|&work| json!({ "@id": archive.url(&archive.work_path(work)) }))
            .collect()
    }

    fn holding_archive(&self) -> Value {
        let config = &self.archive.config;
        let name = config.title.closest(self.language()).map_or("", |(name, _)| name);
        json!({ "@type": "ArchiveOrganization", "name": name, "url": config.base_url })
    }

    fn publisher(&self) -> Option<Value> {
        let (name, _) = self.archive.config.publisher.closest(self.language())?;
        (!name.is_empty()).then(|| json!({ "@type": "Organization", "name": name }))
    }

    fn site_node(&self) -> Value {
        let config = &self.archive.config;
        let words = |wording: &crate::config::Wording| {
            wording.closest(self.language()).map(|(words, _)| words.to_owned())
        };
        let mut node = Map::new();
        tell!(node,
            "@type": "WebSite",
            "@id": config.base_url,
            "url": config.base_url,
            "name": words(&config.title),
            "description": words(&config.description),
            "inLanguage": self.language().as_str(),
            "publisher": self.publisher(),
            "potentialAction": self.search_action(),
        );
        Value::Object(node)
    }

    /// All works of a list, of which each of its pages shows a part.
    fn works_listed(&self, page: Page) -> Option<&[WorkId]> {
        match page {
            Page::Titles => Some(&self.archive.titles.get(self.interface.index())?.order),
            Page::Filtered(id) => Some(&self.archive.filter(id).works),
            _ => page.listed().map(|list| self.archive.listed(list)),
        }
    }
}

/// The type of a page that shows other things than a list of works.
fn web_page(page: Page) -> Option<&'static str> {
    Some(match page {
        Page::Dates | Page::Taxonomy(_) | Page::References(..) => "CollectionPage",
        Page::Search => "SearchResultsPage",
        Page::Plain(_) | Page::Parallel(..) => "WebPage",
        _ => return None,
    })
}
