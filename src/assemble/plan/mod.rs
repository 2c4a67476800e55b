//! Every address of the site; two things at one address are an error that names both.

mod files;
mod downloads;
mod collisions;

use crate::archive::{
    Archive, DocumentId, FileId, FilterId, InterfaceId, Page, PlainId, Plan, Planned,
    TaxonomyId, WorkId,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::route::Route;

pub use files::Copied;
pub(super) use files::site_files;

/// Plans every page.
pub(super) fn plan(
    archive: &Archive,
    assets: &[Route],
    found: &mut Vec<Diagnostic>,
) -> Plan {
    let mut planner = Planner { archive, pages: Vec::new(), found };
    planner.documents();
    planner.plain_pages();
    for interface in archive.interfaces() {
        planner.indexes(interface);
        planner.filters(interface);
    }
    planner.downloads();
    planner.files(assets);
    let mut pages = planner.pages;
    pages.sort_by(|a, b| a.route.cmp(&b.route).then_with(|| a.page.cmp(&b.page)));
    collisions::report(archive, &pages, found);
    pages.dedup_by(|later, first| later.route == first.route);
    Plan { pages }
}

struct Planner<'a, 'd> {
    archive: &'a Archive,
    pages: Vec<Planned>,
    found: &'d mut Vec<Diagnostic>,
}

impl Planner<'_, '_> {
    fn add(&mut self, route: Route, page: Page) {
        self.add_spoken(route, page, InterfaceId::default());
    }

    fn add_spoken(&mut self, route: Route, page: Page, interface: InterfaceId) {
        self.pages.push(Planned { route, page, interface, number: 1 });
    }

    fn documents(&mut self) {
        for at in 0..self.archive.documents.len() {
            let id = DocumentId::new(at);
            // `parse` refused every work whose name cannot be an address.
            if let Ok(route) = Route::page(&self.archive.document_path(id)) {
                let interface =
                    self.archive.interface_for(&self.archive.document(id).language);
                self.add_spoken(route, Page::Document(id), interface);
            }
            self.aliases(id);
        }
        for at in 0..self.archive.works.len() {
            self.parallels(WorkId::new(at));
        }
    }

    fn parallels(&mut self, work: WorkId) {
        for (left, right) in self.archive.pairs(work) {
            if let Ok(route) = Route::page(&self.archive.parallel_path(left, right)) {
                let language = &self.archive.document(left).language;
                let interface = self.archive.interface_for(language);
                self.add_spoken(route, Page::Parallel(left, right), interface);
            }
        }
    }

    fn aliases(&mut self, id: DocumentId) {
        let document = self.archive.document(id);
        for alias in &document.metadata.aliases {
            let is_file = alias.value.ends_with(".html") || alias.value.ends_with(".htm");
            let route = match is_file {
                true => Route::file(&alias.value),
                false => Route::page(&alias.value),
            };
            match route {
                Ok(route) => self.add(route, Page::Alias(id)),
                Err(error) => {
                    let message =
                        format!("`{}` cannot be an address: {error}", alias.value);
                    self.found.push(
                        Diagnostic::new(
                            Code::InvalidAlias,
                            &document.path,
                            alias.span,
                            message,
                        )
                        .help("write it from the site's root: `/old/path/`"),
                    );
                }
            }
        }
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
        for listed in archive.lists() {
            let name = archive.list_name(listed);
            list(&name, listed.into(), archive.listed(listed).len());
        }
        for (at, taxonomy) in archive.taxonomies.iter().enumerate() {
            let id = TaxonomyId::new(at);
            if taxonomy.used().next().is_some() {
                list(&taxonomy.name, Page::Taxonomy(id), 0);
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
        let size = self.archive.config.page_size;
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
