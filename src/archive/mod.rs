//! The archive: all documents assembled, immutable from here on.
//!
//! Holds what a page needs to know about *other* documents, never their texts.

mod ids;
mod lists;
mod work;
mod index;
mod taxonomy;
mod timeline;
mod listed;
mod filters;
mod plan;
mod alternates;
mod feeds;
mod sitemap;
mod address;
mod resolve;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::document::{Document, PlainPage, Withdrawn};

pub use address::{DATA, SEARCH, decade_name, year_name};
pub use feeds::{Channel, Event, Feed, FeedFormat, What};
pub use filters::Filter;
pub use ids::{
    DocumentId, FileId, FilterId, InterfaceId, PlainId, TaxonomyId, TermId, WorkId,
};
pub use index::{Group, Index};
pub use listed::Listed;
pub use lists::Lists;
pub use plan::{Direction, Page, Plan, Planned};
pub use resolve::Destination;
pub use sitemap::Limits;
pub use taxonomy::{Taxonomy, Term};
pub use timeline::{Decade, Month, Timeline, Year};
pub use work::{SiteFile, Work};

/// An index of this many terms or fewer is one page.
const TERMS_ON_A_PAGE: usize = 500;

/// Everything that a page may know.
#[derive(Debug)]
pub struct Archive {
    /// The site's settings.
    pub config: Config,
    /// All published documents, sorted by path.
    pub documents: Vec<Document>,
    /// All works in order of time; undated ones last.
    pub works: Vec<Work>,
    /// By document: its work.
    pub work_of: Vec<WorkId>,
    /// The facets, in the order of the navigation.
    pub taxonomies: Vec<Taxonomy>,
    /// Works by decade, year and month.
    pub timeline: Timeline,
    /// Works by title, for each interface language.
    pub titles: Vec<Index<WorkId>>,
    /// Lists that can be narrowed, and to what; sorted by list.
    pub filters: Vec<Filter>,
    /// By work: the works that it refers to.
    pub cites: Lists<WorkId>,
    /// By work: the works that refer to it.
    pub cited_by: Lists<WorkId>,
    /// Plain pages such as "About", sorted by path.
    pub pages: Vec<PlainPage>,
    /// Files that are copied, sorted by path.
    pub files: Vec<SiteFile>,
    /// Documents that lie among the others and are not published, by path.
    pub absent: BTreeMap<Arc<str>, Absent>,
    /// Texts that were taken out, the latest first.
    pub withdrawn: Vec<Withdrawn>,
    /// Every address of the site and what stands there.
    pub plan: Plan,
}

/// Why a document is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absent {
    /// Its author holds it back.
    Draft,
    /// Its mistakes were reported.
    Wrong,
}

#[expect(
    clippy::indexing_slicing,
    reason = "ids are made by `assemble`, which makes none that is not in the archive"
)]
impl Archive {
    /// The document of that id.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.index()]
    }

    /// The work of that id.
    pub fn work(&self, id: WorkId) -> &Work {
        &self.works[id.index()]
    }

    /// The taxonomy of that id.
    pub fn taxonomy(&self, id: TaxonomyId) -> &Taxonomy {
        &self.taxonomies[id.index()]
    }

    /// The filter of that id.
    pub fn filter(&self, id: FilterId) -> &Filter {
        &self.filters[id.index()]
    }

    /// The plain page of that id.
    pub fn plain(&self, id: PlainId) -> &PlainPage {
        &self.pages[id.index()]
    }

    /// The copied file of that id.
    pub fn file(&self, id: FileId) -> &SiteFile {
        &self.files[id.index()]
    }

    /// The interface language of that id.
    pub fn interface(&self, id: InterfaceId) -> &crate::language::Language {
        &self.config.languages[id.index()]
    }
}

impl Archive {
    /// The document in the file at `path`, relative to the site.
    pub fn document_at(&self, path: &str) -> Option<DocumentId> {
        let at = self.documents.binary_search_by(|d| (*d.path).cmp(path)).ok()?;
        Some(DocumentId::new(at))
    }

    /// The copied file at `path`, relative to the site.
    pub fn file_at(&self, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|f| (*f.path).cmp(path)).ok()?;
        Some(FileId::new(at))
    }

    /// The work that a document is a version of.
    pub fn work_of(&self, id: DocumentId) -> Option<WorkId> {
        self.work_of.get(id.index()).copied()
    }

    /// The works at the other end of a work's references.
    pub fn references(&self, work: WorkId, direction: Direction) -> &[WorkId] {
        match direction {
            Direction::Cites => self.cites.get(work.index()),
            Direction::CitedBy => self.cited_by.get(work.index()),
        }
    }

    /// The work's version in its main language.
    pub fn main_version(&self, work: WorkId) -> &Document {
        self.document(self.work(work).main)
    }

    /// Every version of every work, in order of time.
    pub fn all_versions(&self) -> impl Iterator<Item = DocumentId> + '_ {
        (0..self.works.len()).flat_map(|at| self.versions(WorkId::new(at)))
    }

    /// The work's versions, the main one first.
    pub fn versions(&self, work: WorkId) -> impl Iterator<Item = DocumentId> + '_ {
        let work = self.work(work);
        std::iter::once(work.main).chain(work.others.iter().copied())
    }

    /// The pairs of a work's versions that are set side by side: the main version with
    /// each other one, and interface languages among themselves.
    pub fn pairs(&self, work: WorkId) -> Vec<(DocumentId, DocumentId)> {
        let versions: Vec<DocumentId> = self.versions(work).collect();
        let main = self.work(work).main;
        let is_interface =
            |id: DocumentId| self.config.languages.contains(&self.document(id).language);
        let mut pairs = Vec::new();
        for (at, &left) in versions.iter().enumerate() {
            for &right in versions.iter().skip(at + 1) {
                if left == main || (is_interface(left) && is_interface(right)) {
                    pairs.push((left, right));
                }
            }
        }
        pairs
    }

    /// The version in this language, else in another script or region of it, else the
    /// main one.
    pub fn version_for(
        &self,
        work: WorkId,
        language: &crate::language::Language,
    ) -> DocumentId {
        let exact =
            self.versions(work).find(|&id| self.document(id).language == *language);
        let close = || {
            self.versions(work)
                .find(|&id| self.document(id).language.primary() == language.primary())
        };
        exact.or_else(close).unwrap_or(self.work(work).main)
    }

    /// The interface that speaks a language, else the main one.
    pub fn interface_for(&self, language: &crate::language::Language) -> InterfaceId {
        let languages = &self.config.languages;
        let exact = languages.iter().position(|known| known == language);
        let close = || languages.iter().position(|l| l.primary() == language.primary());
        InterfaceId::new(exact.or_else(close).unwrap_or(0))
    }

    /// How many entries a page of a list has; terms take less room than works.
    pub fn page_size(&self, page: Page) -> usize {
        match page {
            // Parts stand below what they are part of.
            Page::Taxonomy(id) if self.taxonomy(id).hierarchical => usize::MAX,
            Page::Taxonomy(_) => TERMS_ON_A_PAGE,
            _ => self.config.page_size,
        }
    }

    /// Interface languages, the main one first.
    pub fn interfaces(&self) -> impl Iterator<Item = InterfaceId> + use<> {
        (0..self.config.languages.len()).map(InterfaceId::new)
    }
}
