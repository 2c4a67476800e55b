//! Pages in HTML.
//!
//! A page is a function of its address, the archive, the theme and, for a document, the
//! document's text: nothing else, so that it can be made when a browser asks for it.

mod context;
mod environment;
mod filters;
mod interface_texts;
mod links;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Tera, Value};

use crate::archive::{Archive, Page, Planned};
use crate::diagnostic::{Checked, Diagnostic};
use crate::markdown::Highlighter;
use crate::text::TextFile;
use crate::theme::Theme;
use context::{Context, value};

pub use interface_texts::Texts;

/// Makes pages of an archive with a theme.
pub struct Renderer<'a> {
    archive: &'a Archive,
    tera: Tera,
    /// By interface language.
    speakers: Vec<Speaker>,
    /// Addresses of the theme's assets, by name.
    assets: Value,
    highlighter: Highlighter,
}

/// What the template of a page sees.
#[derive(Clone, Debug)]
pub struct Variables {
    /// The template's name: `term.html`.
    pub template: &'static str,
    /// Every variable by name: an object.
    pub values: serde_json::Value,
}

/// What every page in one interface language shares.
struct Speaker {
    texts: Texts,
    /// `t` in templates.
    t: Value,
    /// `site` in templates.
    site: Value,
}

impl<'a> Renderer<'a> {
    /// Loads templates and interface texts; every mistake in them is a finding.
    pub fn new(archive: &'a Archive, theme: &Theme) -> Checked<Renderer<'a>> {
        let mut found = Vec::new();
        let tera = environment::load(theme).into_value(&mut found);
        let all: Vec<Texts> =
            interface_texts::load(theme, &archive.config).into_value(&mut found);
        let assets: BTreeMap<&str, String> = theme
            .assets()
            .iter()
            .map(|asset| (asset.name, view::asset_href(archive, asset)))
            .collect();
        let speakers = archive
            .interfaces()
            .zip(all)
            .map(|(interface, texts)| {
                let site = view::Site::new(archive, interface, &texts);
                Speaker { t: value(texts.tree()), site: value(&site), texts }
            })
            .collect();
        let renderer = Renderer {
            archive,
            tera,
            speakers,
            assets: value(&assets),
            highlighter: Highlighter::new(),
        };
        Checked { value: renderer, diagnostics: found }
    }

    /// The bytes of a page. `texts` are the files that [`texts`] names, in its order.
    ///
    /// A template's mistake is a finding, placed in the template.
    pub fn page(
        &self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some((template, context)) = self.view(planned, texts) else {
            return Ok(Vec::new());
        };
        let rendered = self.tera.render(template, &context.into_engine());
        rendered
            .map(String::into_bytes)
            .map_err(|error| Box::new(environment::finding(&error, template)))
    }

    /// The template of a page, and all that it sees. `texts` as for [`Renderer::page`].
    pub fn variables(&self, planned: &Planned, texts: &[TextFile]) -> Option<Variables> {
        let (template, context) = self.view(planned, texts)?;
        Some(Variables { template, values: context.into_json() })
    }

    /// Nothing for what no template makes.
    fn view(
        &self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> Option<(&'static str, Context)> {
        if matches!(planned.page, Page::File(_) | Page::Asset(_) | Page::NoJekyll) {
            return None;
        }
        let speaker = self.speakers.get(planned.interface.index())?;
        let scene = view::Scene {
            archive: self.archive,
            interface: planned.interface,
            texts: &speaker.texts,
            highlighter: &self.highlighter,
        };
        let (template, mut context) = scene.page(planned, texts);
        context.insert("site", speaker.site.clone());
        context.insert("t", speaker.t.clone());
        context.insert("assets", self.assets.clone());
        Some((template, context))
    }
}

/// The files whose texts a page shows.
pub fn texts(archive: &Archive, page: Page) -> Vec<&Arc<str>> {
    match page {
        Page::Document(id) => vec![&archive.document(id).path],
        Page::Parallel(left, right) => {
            vec![&archive.document(left).path, &archive.document(right).path]
        }
        Page::Plain(id) => vec![&archive.plain(id).path],
        _ => Vec::new(),
    }
}
