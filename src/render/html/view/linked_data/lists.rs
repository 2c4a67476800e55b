//! Lists in a graph: the works of a page and the way to it.
//!
//! Most pages have both, so that they are written straight from these types; their fields
//! stand in the order of their names, as those of all other nodes do.

use serde::Serialize;

use super::Scene;
use crate::archive::{Planned, WorkId};
use crate::render::html::view::frame::Crumb;

/// A page of a list.
#[derive(Serialize)]
pub(super) struct Collection<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    sort: &'static str,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(rename = "isPartOf")]
    site: Site<'a>,
    #[serde(rename = "mainEntity")]
    list: List,
    name: String,
    url: &'a str,
}

#[derive(Serialize)]
struct Site<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
}

#[derive(Serialize)]
struct List {
    #[serde(rename = "@type")]
    sort: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Item>,
    #[serde(rename = "numberOfItems")]
    count: usize,
}

#[derive(Serialize)]
struct Item {
    #[serde(rename = "@type")]
    sort: &'static str,
    position: usize,
    url: String,
}

/// The way to a page.
#[derive(Serialize)]
pub(super) struct Breadcrumbs<'a> {
    #[serde(rename = "@type")]
    sort: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(rename = "@type")]
    sort: &'static str,
    item: String,
    name: &'a str,
    position: usize,
}

impl Scene<'_> {
    /// A list with those of its works that this page of it shows.
    pub(super) fn collection_node<'a>(
        &'a self,
        planned: &Planned,
        url: &'a str,
        works: &[WorkId],
    ) -> Collection<'a> {
        let archive = self.archive;
        let (shown, pagination) = self.paginate(planned, works);
        let items = (pagination.first..).zip(shown).map(|(position, &work)| Item {
            sort: "ListItem",
            position,
            url: archive.url(&archive.work_path(work)),
        });
        let list = List { sort: "ItemList", items: items.collect(), count: works.len() };
        Collection {
            id: url,
            sort: "CollectionPage",
            language: self.language().as_str(),
            site: Site { id: &archive.config.base_url },
            list,
            name: self.title(planned.page).0,
            url,
        }
    }

    pub(super) fn breadcrumbs_node<'a>(&self, crumbs: &'a [Crumb]) -> Breadcrumbs<'a> {
        let config = &self.archive.config;
        let steps = (1..).zip(crumbs).map(|(position, crumb)| {
            let path = crumb.href.get(config.base_path.len()..).unwrap_or_default();
            Step {
                sort: "ListItem",
                item: format!("{}{path}", config.base_url),
                name: &crumb.label,
                position,
            }
        });
        Breadcrumbs { sort: "BreadcrumbList", steps: steps.collect() }
    }
}
