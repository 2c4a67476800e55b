//! Every address of the site; two things at one address are an error that names both.

mod documents;
mod files;
mod downloads;
mod references;
mod order;
mod collisions;

use std::ops::Range;

use rayon::prelude::*;

use crate::archive::{
    Archive, DATA, DocumentId, FileId, FilterId, InterfaceId, Limits, Page, PlainId,
    Plan, Planned, SEARCH, TaxonomyId,
};
use crate::diagnostic::{Checked, Diagnostic};
use crate::route::Route;

use order::{by_address, merged};

pub use files::Copied;
pub(super) use files::site_files;

/// Plans every page; of `kept` no list decides, and no more of such pages are planned.
pub(super) fn plan(
    archive: &Archive,
    assets: &[Route],
    kept: Option<Vec<Planned>>,
    found: &mut Vec<Diagnostic>,
) -> Plan {
    let own = if kept.is_none() { Lot::own(archive, assets) } else { Vec::new() };
    let planned = planned(archive, own.into_iter().chain(Lot::of_lists(archive)));
    let planned = planned.into_iter().map(|lot| lot.into_value(found));
    // Most pages are of documents, and their lots stand one behind the other.
    let (mut long, mut short) = (Vec::from_iter(kept), Vec::new());
    for lot in planned.filter(|lot| !lot.is_empty()) {
        let end = long.last().and_then(|pages: &Vec<Planned>| pages.last());
        let is_behind =
            end.zip(lot.first()).is_none_or(|(a, b)| by_address(a, b).is_lt());
        match is_behind {
            true => long.push(lot),
            false => short = merged(vec![short], lot),
        }
    }
    let mut pages = merged(long, short);
    collisions::settle(archive, &mut pages, found);
    let mut plan = Plan { pages, beside: archive.config.downloads.documents.clone() };
    let crawled = for_crawlers(archive, &plan.pages, Limits::PROTOCOL);
    plan.pages.reserve_exact(crawled.len());
    for planned in crawled {
        // A site may have files of its own there.
        let at = plan.pages.binary_search_by(|page| page.route.cmp(&planned.route));
        if let Err(at) = at {
            plan.pages.insert(at, planned);
        }
    }
    plan
}

/// Adds what can only be planned when it is known which works refer to which, and looks
/// whether all pages can stand beside each other.
pub(super) fn finish(archive: &mut Archive, found: &mut Vec<Diagnostic>) {
    let mut references = references::references(archive);
    if !references.is_empty() {
        references.sort_by(by_address);
        let mut pages = std::mem::take(&mut archive.plan.pages);
        pages = merged(vec![pages], references);
        collisions::settle(archive, &mut pages, found);
        archive.plan.pages = pages;
    }
    collisions::report(archive, found);
}

/// The pages of each of these lots, in order.
fn planned<'a>(
    archive: &Archive,
    lots: impl Iterator<Item = Lot<'a>>,
) -> Vec<Checked<Vec<Planned>>> {
    let lots: Vec<Lot<'_>> = lots.collect();
    let planned = lots.into_par_iter().map(|lot| {
        let mut planner = Planner { archive, pages: Vec::new(), found: Vec::new() };
        planner.plan(lot);
        planner.pages.sort_by(by_address);
        Checked { value: planner.pages, diagnostics: planner.found }
    });
    planned.collect()
}

/// The sitemap of these pages and `robots.txt`.
fn for_crawlers(archive: &Archive, pages: &[Planned], limits: Limits) -> Vec<Planned> {
    let parts = archive.sitemap_parts(pages, limits).len();
    let parts = (1..=parts).filter(|_| parts > 1);
    let parts = parts.map(|part| (format!("sitemap-{part}.xml"), Page::Sitemap(part)));
    let first = [
        ("sitemap.xml".to_owned(), Page::Sitemap(0)),
        ("robots.txt".to_owned(), Page::Robots),
    ];
    let all = first.into_iter().chain(parts);
    let planned = all.filter_map(|(path, page)| {
        let route = Route::file(&path).ok()?;
        let interface = InterfaceId::default();
        Some(Planned { route, page, interface, number: 1 })
    });
    planned.collect()
}

/// Pages that are planned at one go, beside the other lots.
enum Lot<'a> {
    Documents(Range<usize>),
    Files(&'a [Route]),
    Indexes(InterfaceId),
    Listings,
    Feeds,
}

/// How many documents make a lot.
const DOCUMENTS: usize = 1 << 14;

impl<'a> Lot<'a> {
    /// Pages of which no list decides: those that do not hang on lists.
    fn own(archive: &Archive, assets: &'a [Route]) -> Vec<Lot<'a>> {
        let all = archive.documents.len();
        let documents = (0..all).step_by(DOCUMENTS);
        let documents = documents.map(|at| Lot::Documents(at..all.min(at + DOCUMENTS)));
        documents.chain([Lot::Files(assets)]).collect()
    }

    fn of_lists(archive: &Archive) -> Vec<Lot<'a>> {
        let indexes = archive.interfaces().map(Lot::Indexes);
        indexes.chain([Lot::Listings, Lot::Feeds]).collect()
    }
}

struct Planner<'a> {
    archive: &'a Archive,
    pages: Vec<Planned>,
    found: Vec<Diagnostic>,
}

impl Planner<'_> {
    fn plan(&mut self, lot: Lot<'_>) {
        match lot {
            Lot::Documents(range) => {
                range.map(DocumentId::new).for_each(|id| self.document(id));
            }
            Lot::Files(assets) => {
                self.plain_pages();
                self.files(assets);
            }
            Lot::Indexes(interface) => {
                self.indexes(interface);
                self.filters(interface);
                self.opensearch(interface);
            }
            Lot::Listings => self.listings(),
            Lot::Feeds => self.feeds(),
        }
    }

    fn add(&mut self, route: Route, page: Page) {
        self.add_spoken(route, page, InterfaceId::default());
    }

    fn add_spoken(&mut self, route: Route, page: Page, interface: InterfaceId) {
        self.pages.push(Planned { route, page, interface, number: 1 });
    }

    fn plain_pages(&mut self) {
        for at in 0..self.archive.pages.len() {
            let id = PlainId::new(at);
            if let Ok(route) = Route::page(&self.archive.plain_path(id)) {
                let interface =
                    self.archive.interface_for(&self.archive.plain(id).language);
                self.add_spoken(route, Page::Plain(id), interface);
            }
        }
    }

    fn indexes(&mut self, interface: InterfaceId) {
        let archive = self.archive;
        let mut list =
            |name: &str, page, entries| self.list(interface, name, page, entries);
        list("", Page::Home, 0);
        list("date", Page::Dates, 0);
        list("titles", Page::Titles, archive.works.len());
        if archive.config.data {
            list(DATA, Page::Data, 0);
        }
        if archive.config.search {
            list(SEARCH, Page::Search, 0);
        }
        for listed in archive.lists() {
            let name = archive.list_name(listed);
            list(&name, listed.into(), archive.listed(listed).len());
        }
        for (at, taxonomy) in archive.taxonomies.iter().enumerate() {
            let id = TaxonomyId::new(at);
            let used = taxonomy.used().count();
            if used > 0 {
                list(&taxonomy.name, Page::Taxonomy(id), used);
            }
        }
    }

    /// Lists narrowed to a term stand below the list: `topics/peace/kinds/treaty/`.
    fn filters(&mut self, interface: InterfaceId) {
        for (at, filter) in self.archive.filters.iter().enumerate() {
            let id = FilterId::new(at);
            let name = self.archive.filter_name(id);
            self.list(interface, &name, Page::Filtered(id), filter.works.len());
        }
    }

    /// One address for each page of a list.
    fn list(&mut self, interface: InterfaceId, name: &str, page: Page, entries: usize) {
        let size = self.archive.page_size(page);
        let path = self.archive.index_path(interface, name);
        for number in 1..=entries.div_ceil(size).max(1) {
            let route = match number {
                1 => Route::page(&path),
                _ => Route::page(&format!("{path}page-{number}/")),
            };
            if let Ok(route) = route {
                self.pages.push(Planned { route, page, interface, number });
            }
        }
    }

    fn opensearch(&mut self, interface: InterfaceId) {
        let path = self.archive.opensearch_path(interface);
        if let (true, Ok(route)) = (self.archive.config.search, Route::file(&path)) {
            self.add_spoken(route, Page::OpenSearch, interface);
        }
    }

    fn feeds(&mut self) {
        let archive = self.archive;
        let channels = archive.channels();
        for interface in archive.interfaces() {
            for &channel in &channels {
                for feed in archive.feeds(interface, channel) {
                    let path = archive.feed_path(interface, feed);
                    if let Ok(route) = Route::file(&path) {
                        self.add_spoken(route, Page::Feed(feed), interface);
                    }
                }
            }
        }
    }

    fn files(&mut self, assets: &[Route]) {
        for (at, file) in self.archive.files.iter().enumerate() {
            self.add(file.route.clone(), Page::File(FileId::new(at)));
        }
        for (at, route) in assets.iter().enumerate() {
            self.add(route.clone(), Page::Asset(at));
        }
        let mut fixed = vec![("404.html", Page::NotFound), (".nojekyll", Page::NoJekyll)];
        if self.archive.config.search {
            fixed.push(("search/index/index.json", Page::SearchIndex));
        }
        for (path, page) in fixed {
            if let Ok(route) = Route::file(path) {
                self.add(route, page);
            }
        }
    }
}
