//! The page that asks the search index.

use serde::Serialize;
use serde_json::{Value, json};

use super::Scene;
use crate::archive::SEARCH;
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
        json!({
            "language": self.language().as_str(),
            "base": archive.href(""),
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
