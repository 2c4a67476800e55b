//! Every address of the site; two things at one address are an error that names both.

use std::path::PathBuf;
use std::sync::Arc;

use crate::archive::{
    Archive, DocumentId, FileId, FilterId, InterfaceId, Limits, Page, PlainId, Plan,
    Planned, SiteFile, TaxonomyId, WorkId, decade_name, year_name,
};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::route::Route;
use crate::text::Span;

/// A file that is to be copied.
#[derive(Clone, Debug)]
pub struct Copied {
    /// Relative to the site.
    pub path: Arc<str>,
    /// Where it lies.
    pub disk: PathBuf,
    /// Where it is to be served.
    pub target: String,
    /// Size in bytes.
    pub size: u64,
    /// Width and height in pixels, for images.
    pub dimensions: Option<(u32, u32)>,
}

/// Gives each file its route; a name that no address can have is reported.
pub(super) fn site_files(
    files: Vec<Copied>,
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Vec<SiteFile> {
    let mut routed = Vec::with_capacity(files.len());
    for file in files {
        match Route::file(&file.target) {
            Ok(route) => routed.push(SiteFile {
                path: file.path,
                disk: file.disk,
                route,
                size: file.size,
                dimensions: file.dimensions,
            }),
            Err(error) => {
                let message = format!("the name cannot be part of an address: {error}");
                let path = file.path;
                found.push(
                    Diagnostic::new(Code::InvalidPath, &path, Span::default(), message)
                        .help(format!(
                            "rename it, or move it out of `{}/`",
                            config.content
                        )),
                );
            }
        }
    }
    routed.sort_by(|a, b| a.path.cmp(&b.path));
    routed
}

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
    planner.files(assets);
    planner.feeds();
    let mut pages = planner.pages;
    sort(&mut pages);
    pages.extend(for_crawlers(archive, &pages, Limits::PROTOCOL));
    sort(&mut pages);
    report_collisions(archive, &pages, found);
    pages.dedup_by(|later, first| later.route == first.route);
    Plan { pages }
}

fn sort(pages: &mut [Planned]) {
    pages.sort_by(|a, b| a.route.cmp(&b.route).then_with(|| a.page.cmp(&b.page)));
}

/// The sitemap of these pages and `robots.txt`, unless the site has files of its own there.
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
    planned.filter(|planned| !has_own_file(archive, &planned.route)).collect()
}

fn has_own_file(archive: &Archive, route: &Route) -> bool {
    archive.files.iter().any(|file| file.route == *route)
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
        let timeline = &archive.timeline;
        for decade in &timeline.decades {
            let name = format!("date/{}", decade_name(decade.first));
            list(&name, Page::Decade(decade.first), decade.works.len());
        }
        for year in &timeline.years {
            let name = format!("date/{}", year_name(year.year));
            list(&name, Page::Year(year.year), year.works.len());
            for month in &year.months {
                let name = format!("{name}/{:02}", month.month);
                let page = Page::Month(year.year, month.month);
                list(&name, page, month.works.len());
            }
        }
        if !timeline.undated.is_empty() {
            list("date/undated", Page::Undated, timeline.undated.len());
        }
        for (at, taxonomy) in archive.taxonomies.iter().enumerate() {
            let id = TaxonomyId::new(at);
            if taxonomy.used().next().is_none() {
                continue;
            }
            list(&taxonomy.name, Page::Taxonomy(id), 0);
            for (term_id, term) in taxonomy.used() {
                let name = format!("{}/{}", taxonomy.name, term.slug);
                list(&name, Page::Term(id, term_id), term.works.len());
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
        for (path, page) in [("404.html", Page::NotFound), (".nojekyll", Page::NoJekyll)]
        {
            if let Ok(route) = Route::file(path) {
                self.add(route, page);
            }
        }
    }
}

/// Same address, and addresses that would be both a file and a folder.
fn report_collisions(archive: &Archive, pages: &[Planned], found: &mut Vec<Diagnostic>) {
    for pair in pages.windows(2) {
        let [first, second] = pair else { continue };
        if first.route == second.route {
            found.push(collision(archive, first, second));
        }
    }
    for page in pages {
        let route = page.route.as_str();
        let folders = route.match_indices('/').filter_map(|(at, _)| route.get(..at));
        for folder in folders {
            let at = pages.binary_search_by(|other| other.route.as_str().cmp(folder));
            if let Some(file) = at.ok().and_then(|at| pages.get(at)) {
                found.push(collision(archive, file, page));
            }
        }
    }
}

fn collision(archive: &Archive, first: &Planned, second: &Planned) -> Diagnostic {
    let (first_path, first_name) = origin(archive, first);
    let (second_path, second_name) = origin(archive, second);
    let message = format!(
        "{second_name} and {first_name} both want the address `/{}`",
        second.route.href()
    );
    let finding =
        Diagnostic::new(Code::RouteCollision, &second_path, Span::default(), message);
    finding
        .also(&first_path, Span::default(), "the other one")
        .help("rename one of them, or give a document another `work:`")
}

/// The file that a page comes from, and what to call it.
fn origin(archive: &Archive, planned: &Planned) -> (Arc<str>, String) {
    let of_file = |path: &Arc<str>| (path.clone(), format!("`{path}`"));
    match planned.page {
        Page::Document(id) | Page::Parallel(id, _) => of_file(&archive.document(id).path),
        Page::Plain(id) => of_file(&archive.plain(id).path),
        Page::File(id) => of_file(&archive.file(id).path),
        Page::Alias(id) => {
            let path = archive.document(id).path.clone();
            let name = format!("an alias in `{path}`");
            (path, name)
        }
        _ => ("site.toml".into(), "an index page".to_owned()),
    }
}
