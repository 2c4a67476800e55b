//! The page that asks the search index.

use serde::Serialize;
use serde_json::{Value, json};

use super::Scene;
use super::site::taxonomy_label;
use crate::archive::{SEARCH, TaxonomyId};
use crate::render::html::context::{Context, insert};
use crate::search::format::FOLDER;

/// `search` in templates.
#[derive(Serialize)]
struct SearchView {
    /// The folder of the index.
    index: String,
    /// What the page's script says and must know, as JSON.
    settings: String,
}

impl Scene<'_> {
    pub(super) fn search(&self, context: &mut Context) -> &'static str {
        let archive = self.archive;
        let view = SearchView {
            index: archive.href(&format!("{FOLDER}/")),
            settings: self.search_settings().to_string(),
        };
        insert(context, "search", &view);
        "search.html"
    }

    fn search_settings(&self) -> Value {
        let archive = self.archive;
        let all = (0..archive.taxonomies.len()).map(TaxonomyId::new);
        let used = all.filter(|&id| archive.taxonomy(id).used().next().is_some());
        let facets = used.map(|id| {
            let label = taxonomy_label(archive, self.interface, id, self.texts);
            json!([archive.taxonomy(id).name, label])
        });
        json!({
            "language": self.language().as_str(),
            "base": archive.href(""),
            "facets": facets.collect::<Vec<_>>(),
            "texts": self.texts.table("search"),
            "documents": self.texts.table("documents"),
            "undated": self.texts.get("undated"),
        })
    }

    /// What asks the site's search, for search engines.
    pub(super) fn search_action(&self) -> Option<Value> {
        let archive = self.archive;
        archive.config.search.then(|| {
            let page = archive.url(&archive.index_path(self.interface, SEARCH));
            json!({
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": format!("{page}?q={{search_term_string}}"),
                },
                "query-input": "required name=search_term_string",
            })
        })
    }
}
