//! Plain pages and former addresses.

use serde::Serialize;

use super::Scene;
use super::document::Contents;
use crate::archive::{DocumentId, PlainId};
use crate::markdown;
use crate::render::html::context::{Context, insert};
use crate::render::html::links::Links;
use crate::text::TextFile;

/// `plain` in templates.
#[derive(Serialize)]
struct PlainView<'a> {
    title: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    direction: &'static str,
    body: String,
    contents: Vec<Contents>,
    has_code: bool,
}

impl Scene<'_> {
    pub(super) fn plain(
        &self,
        id: PlainId,
        text: Option<&TextFile>,
        context: &mut Context,
    ) -> &'static str {
        let page = self.archive.plain(id);
        let source = markdown::Source {
            text: text.map_or("", |file| &file.text),
            start: page.body.start as usize,
            language: &page.language,
            title: Some(&page.title),
        };
        let links =
            Links { archive: self.archive, path: &page.path, language: &page.language };
        let html = self.html(&source, &links);
        let view = PlainView {
            title: &page.title,
            language: self.foreign(&page.language),
            direction: page.language.direction().as_str(),
            contents: html.contents.iter().map(Contents::of).collect(),
            has_code: html.has_code,
            body: html.html,
        };
        insert(context, "plain", &view);
        "page.html"
    }

    pub(super) fn alias(&self, id: DocumentId, context: &mut Context) -> &'static str {
        let path = self.archive.document_path(id);
        insert(context, "target", &self.archive.href(&path));
        insert(context, "target_url", &self.archive.url(&path));
        "alias.html"
    }
}
