//! What every page in one interface language shares.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::archive::{Archive, DATA, InterfaceId, PlainId, SEARCH, TaxonomyId};
use crate::fingerprint::Fingerprint;
use crate::render::html::Texts;
use crate::theme::Asset;

/// `site` in templates.
#[derive(Serialize)]
pub(in crate::render::html) struct Site<'a> {
    title: &'a str,
    /// Languages other than the interface's.
    title_language: Option<&'a str>,
    description: &'a str,
    description_language: Option<&'a str>,
    publisher: &'a str,
    publisher_language: Option<&'a str>,
    /// The home page of this interface language.
    home: String,
    base_url: &'a str,
    base_path: &'a str,
    language: &'a str,
    direction: &'static str,
    repository: Option<&'a str>,
    branch: &'a str,
    dates: String,
    titles: String,
    /// The archive as data, where it is published.
    data: Option<String>,
    /// What finds documents by their words, where there is an index.
    search: Option<String>,
    /// How other programs ask it.
    opensearch: Option<String>,
    /// Those with any term in use.
    taxonomies: Vec<TaxonomyLink<'a>>,
    /// Plain pages that this interface speaks, in the order of the navigation.
    pages: Vec<PageLink<'a>>,
    works: usize,
    documents: usize,
    languages: usize,
    version: &'static str,
    extra: &'a serde_json::Value,
}

#[derive(Serialize)]
struct TaxonomyLink<'a> {
    name: &'a str,
    label: String,
    href: String,
    terms: usize,
}

#[derive(Serialize)]
struct PageLink<'a> {
    title: &'a str,
    href: String,
}

impl<'a> Site<'a> {
    pub(in crate::render::html) fn new(
        archive: &'a Archive,
        interface: InterfaceId,
        texts: &'a Texts,
    ) -> Site<'a> {
        let config = &archive.config;
        let language = archive.interface(interface);
        let wording = |wording: &'a crate::config::Wording| {
            let (text, language) = wording.closest(language).unwrap_or_default();
            (text, language.map(crate::language::Language::as_str))
        };
        let (title, title_language) = wording(&config.title);
        let (description, description_language) = wording(&config.description);
        let (publisher, publisher_language) = wording(&config.publisher);
        let href = |name: &str| archive.href(&archive.index_path(interface, name));
        Site {
            title,
            title_language,
            description,
            description_language,
            publisher,
            publisher_language,
            home: href(""),
            base_url: &config.base_url,
            base_path: &config.base_path,
            language: language.as_str(),
            direction: language.direction().as_str(),
            repository: config.repository.as_deref(),
            branch: &config.branch,
            dates: href("date"),
            titles: href("titles"),
            data: config.data.then(|| href(DATA)),
            search: config.search.then(|| href(SEARCH)),
            opensearch: config
                .search
                .then(|| archive.href(&archive.opensearch_path(interface))),
            taxonomies: taxonomies(archive, interface, texts),
            pages: pages(archive, interface),
            works: archive.works.len(),
            documents: archive.documents.len(),
            languages: languages(archive),
            version: env!("CARGO_PKG_VERSION"),
            extra: &config.extra,
        }
    }
}

impl Site<'_> {
    /// The addresses that the main navigation links.
    pub(in crate::render::html) fn ways(&self) -> BTreeSet<String> {
        let single = [Some(&self.dates), Some(&self.titles), self.search.as_ref()];
        let taxonomies = self.taxonomies.iter().map(|link| &link.href);
        let pages = self.pages.iter().map(|link| &link.href);
        single.into_iter().flatten().chain(taxonomies).chain(pages).cloned().collect()
    }
}

fn languages(archive: &Archive) -> usize {
    let languages = archive.taxonomies.iter().find(|t| &*t.name == "languages");
    languages.map_or(0, |taxonomy| taxonomy.used().count())
}

fn taxonomies<'a>(
    archive: &'a Archive,
    interface: InterfaceId,
    texts: &Texts,
) -> Vec<TaxonomyLink<'a>> {
    let all = archive.taxonomies.iter().enumerate();
    let links = all.map(|(at, taxonomy)| TaxonomyLink {
        name: &taxonomy.name,
        label: taxonomy_label(archive, interface, TaxonomyId::new(at), texts),
        href: archive.href(&archive.taxonomy_path(interface, TaxonomyId::new(at))),
        terms: taxonomy.used().count(),
    });
    links.filter(|link| link.terms > 0).collect()
}

/// What readers call a taxonomy: the site's word, else the theme's.
pub(super) fn taxonomy_label(
    archive: &Archive,
    interface: InterfaceId,
    id: TaxonomyId,
    texts: &Texts,
) -> String {
    let taxonomy = archive.taxonomy(id);
    let own = taxonomy.label.closest(archive.interface(interface));
    let name = own.map_or_else(
        || texts.find(&format!("taxonomies.{}", taxonomy.name)).unwrap_or(&taxonomy.name),
        |(label, _)| label,
    );
    name.to_owned()
}

/// Plain pages in this language; those that only exist in others, in the main one.
fn pages(archive: &Archive, interface: InterfaceId) -> Vec<PageLink<'_>> {
    let language = archive.interface(interface);
    let main = archive.config.main_language();
    let is_shown = |page: &crate::document::PlainPage| {
        page.language == *language
            || (page.language == *main
                && !archive
                    .pages
                    .iter()
                    .any(|other| other.name == page.name && other.language == *language))
    };
    let mut shown: Vec<_> =
        archive.pages.iter().enumerate().filter(|(_, page)| is_shown(page)).collect();
    shown.sort_by_key(|(_, page)| page.nav.unwrap_or(u32::MAX));
    let links = shown.into_iter().map(|(at, page)| PageLink {
        title: &page.title,
        href: archive.href(&archive.plain_path(PlainId::new(at))),
    });
    links.collect()
}

/// The address of an asset; its query changes with its bytes, so that no browser shows an
/// old one.
pub(in crate::render::html) fn asset_href(
    archive: &Archive,
    asset: &Asset<'_>,
) -> String {
    let hash = Fingerprint::of(asset.bytes).to_string();
    let version = hash.get(..8).unwrap_or_default();
    format!("{}?v={version}", archive.href(&format!("assets/{}", asset.name)))
}
