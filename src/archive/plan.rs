//! Every address of the site and what stands there.

use super::{
    DocumentId, Feed, FileId, FilterId, InterfaceId, Listed, PlainId, TaxonomyId, TermId,
};
use crate::config::{DataFile, Form, ListForm};
use crate::route::Route;

/// What stands at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The site's front page.
    Home,
    /// A document.
    Document(DocumentId),
    /// Two versions of a work side by side.
    Parallel(DocumentId, DocumentId),
    /// A former address that leads to a document.
    Alias(DocumentId),
    /// A page such as "About".
    Plain(PlainId),
    /// All periods.
    Dates,
    /// The decade that begins in this year.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u8),
    /// Works without a date.
    Undated,
    /// Works by title.
    Titles,
    /// All terms of a taxonomy.
    Taxonomy(TaxonomyId),
    /// The works under a term.
    Term(TaxonomyId, TermId),
    /// A list narrowed to a term of another taxonomy.
    Filtered(FilterId),
    /// A document as a file for other programs.
    Record(DocumentId, Form),
    /// The works of a list as a file for other programs.
    Listing(Listed, ListForm),
    /// Works that a document refers to, or that refer to it, where they are many.
    References(DocumentId, Direction),
    /// What finds documents by their words.
    Search,
    /// How other programs ask that page.
    OpenSearch,
    /// What there is of the whole archive as data.
    Data,
    /// A file that holds or describes the whole archive.
    DataFile(DataFile),
    /// The root of the search index, which is made of all documents together.
    SearchIndex,
    /// What a server shows for an address that does not exist.
    NotFound,
    /// What feed readers and their like follow.
    Feed(Feed),
    /// The list of pages for search engines: 0 for the first to read, else a part of it.
    Sitemap(usize),
    /// What crawlers are told.
    Robots,
    /// A file that is copied.
    File(FileId),
    /// A file of the theme, by its position.
    Asset(usize),
    /// A file that tells GitHub Pages not to run Jekyll.
    NoJekyll,
}

impl Page {
    /// Whether a template makes it: all else is a file that is copied or written by rules
    /// of its own.
    pub fn has_template(self) -> bool {
        !matches!(
            self,
            Page::Record(..)
                | Page::Listing(..)
                | Page::OpenSearch
                | Page::DataFile(_)
                | Page::SearchIndex
                | Page::Feed(_)
                | Page::Sitemap(_)
                | Page::Robots
                | Page::File(_)
                | Page::Asset(_)
                | Page::NoJekyll
        )
    }

    /// Whether it is there, or there as often, because of what documents have in common:
    /// all else comes from one document or one file, or is always there.
    pub fn hangs_on_lists(self) -> bool {
        !matches!(
            self,
            Page::Document(_)
                | Page::Parallel(..)
                | Page::Alias(_)
                | Page::Plain(_)
                | Page::Record(..)
                | Page::File(_)
                | Page::Asset(_)
                | Page::SearchIndex
                | Page::NotFound
                | Page::NoJekyll
        )
    }

    /// The list whose works the page shows, if it shows one that can be taken away.
    pub fn listed(self) -> Option<Listed> {
        Some(match self {
            Page::Decade(first) => Listed::Decade(first),
            Page::Year(year) => Listed::Year(year),
            Page::Month(year, month) => Listed::Month(year, month),
            Page::Undated => Listed::Undated,
            Page::Term(taxonomy, term) => Listed::Term(taxonomy, term),
            _ => return None,
        })
    }
}

impl From<Listed> for Page {
    fn from(list: Listed) -> Page {
        match list {
            Listed::Decade(first) => Page::Decade(first),
            Listed::Year(year) => Page::Year(year),
            Listed::Month(year, month) => Page::Month(year, month),
            Listed::Undated => Page::Undated,
            Listed::Term(taxonomy, term) => Page::Term(taxonomy, term),
        }
    }
}

/// Which way a reference goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// To the works that a work refers to.
    Cites,
    /// To the works that refer to it.
    CitedBy,
}

impl Direction {
    /// Both.
    pub const ALL: [Direction; 2] = [Direction::Cites, Direction::CitedBy];
    /// More references than these have a page of their own.
    pub const MANY: usize = 6;

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Direction::Cites => "cites",
            Direction::CitedBy => "cited-by",
        }
    }
}

/// A page at its address.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The address.
    pub route: Route,
    /// What stands there.
    pub page: Page,
    /// The interface language; a document's page speaks the document's own.
    pub interface: InterfaceId,
    /// For lists of several pages, which of them, from 1.
    pub number: usize,
}

/// Every address of the site. Most files of a large one stand beside documents' pages;
/// they are known by these and take no memory.
#[derive(Debug, Default)]
pub struct Plan {
    /// All but what stands beside documents' pages, sorted by address; no two have the
    /// same route.
    pub pages: Vec<Planned>,
    /// What stands beside each document's page.
    pub beside: Vec<Form>,
}

impl Plan {
    /// What stands at this address.
    pub fn get(&self, route: &Route) -> Option<Planned> {
        self.find(route.as_str())
    }

    /// What stands at this path, which need not be an address.
    pub fn find(&self, path: &str) -> Option<Planned> {
        self.at(path).cloned().or_else(|| self.record(path))
    }

    /// The document's file that stands at this path, or would if nothing else did.
    pub fn record(&self, path: &str) -> Option<Planned> {
        let (folder, name) = path.rsplit_once('/')?;
        let form = self.beside.iter().find(|form| form.file() == name)?;
        record(self.at(&format!("{folder}/index.html"))?, *form)
    }

    /// The files beside a page: none beside one that is no document's.
    pub fn beside(&self, page: &Planned) -> impl Iterator<Item = Planned> {
        self.beside.iter().filter_map(|form| record(page, *form))
    }

    /// How many addresses there are.
    pub fn len(&self) -> usize {
        let is_document = |page: &&Planned| matches!(page.page, Page::Document(_));
        let documents = self.pages.iter().filter(is_document).count();
        self.pages.len() + documents * self.beside.len()
    }

    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    fn at(&self, path: &str) -> Option<&Planned> {
        let at =
            self.pages.binary_search_by(|page| page.route.as_str().cmp(path)).ok()?;
        self.pages.get(at)
    }
}

/// The file in this form beside a page, which its length alone can keep from standing
/// there.
fn record(page: &Planned, form: Form) -> Option<Planned> {
    let Page::Document(id) = page.page else { return None };
    let route = page.route.beside(form.file()).ok()?;
    Some(Planned { route, page: Page::Record(id, form), ..page.clone() })
}
