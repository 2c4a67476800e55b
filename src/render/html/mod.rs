//! Pages in HTML.
//!
//! A page is a function of its address, the archive, the theme and, for a document, the
//! document's text: nothing else, so that it can be made when a browser asks for it.

mod environment;
mod filters;
mod interface_texts;
mod rows;
mod links;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::archive::{Archive, Page, Planned};
use crate::diagnostic::{Checked, Diagnostic};
use crate::markdown::Highlighter;
use crate::text::TextFile;
use crate::theme::Theme;

pub use interface_texts::Texts;
use rows::Rows;

/// Makes pages of an archive with a theme.
pub struct Renderer<'a> {
    archive: &'a Archive,
    tera: Tera,
    /// By interface language.
    speakers: Vec<Speaker>,
    highlighter: Highlighter,
}

/// What all pages in one interface language are made with.
struct Speaker {
    texts: Texts,
    shared: Shared,
    rows: Rows,
}

/// What templates see on every page in one interface language.
struct Shared {
    t: Value,
    site: Value,
    /// Addresses of the theme's assets, by name.
    assets: Value,
}

impl Shared {
    fn insert(&self, context: &mut Context) {
        context.insert_value("t", self.t.clone());
        context.insert_value("site", self.site.clone());
        context.insert_value("assets", self.assets.clone());
    }
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
        let assets = value(&assets);
        let speakers = archive
            .interfaces()
            .zip(all)
            .map(|(interface, texts)| {
                let site = view::Site::new(archive, interface, &texts);
                let (t, site) = (value(texts.tree()), value(&site));
                let shared = Shared { t, site, assets: assets.clone() };
                Speaker { shared, texts, rows: Rows::new(archive.works.len()) }
            })
            .collect();
        let renderer =
            Renderer { archive, tera, speakers, highlighter: Highlighter::new() };
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
        let Some(speaker) = self.speakers.get(planned.interface.index()) else {
            return Ok(Vec::new());
        };
        let scene = view::Scene {
            archive: self.archive,
            interface: planned.interface,
            texts: &speaker.texts,
            highlighter: &self.highlighter,
            tera: &self.tera,
            rows: &speaker.rows,
            shared: &speaker.shared,
        };
        let (template, context) = scene.page(planned, texts)?;
        let rendered = self.tera.render(template, &context);
        rendered
            .map(String::into_bytes)
            .map_err(|error| Box::new(environment::finding(&error, template)))
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

/// A view as templates see it.
fn value(view: &(impl Serialize + ?Sized)) -> Value {
    Value::from_serializable(view)
}

/// Adds a view to a context.
fn insert(context: &mut Context, name: &'static str, view: &(impl Serialize + ?Sized)) {
    context.insert_value(name, value(view));
}
