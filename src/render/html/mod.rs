//! Pages in HTML.
//!
//! A page is a function of its address, the archive, the theme and, for a document, the
//! document's text: nothing else, so that it can be made when a browser asks for it.

mod environment;
mod filters;
mod interface_texts;
mod links;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera, Value};

use crate::archive::{Archive, InterfaceId, Page, Planned};
use crate::config::Form;
use crate::diagnostic::{Checked, Diagnostic};
use crate::markdown::Highlighter;
use crate::text::TextFile;
use crate::theme::Theme;

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

    /// The texts of an interface language.
    pub fn texts(&self, interface: InterfaceId) -> Option<&Texts> {
        self.speakers.get(interface.index()).map(|speaker| &speaker.texts)
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
        };
        let (template, mut context) = scene.page(planned, texts);
        context.insert_value("site", speaker.site.clone());
        context.insert_value("t", speaker.t.clone());
        context.insert_value("assets", self.assets.clone());
        let rendered = self.tera.render(template, &context);
        rendered
            .map(String::into_bytes)
            .map_err(|error| Box::new(environment::finding(&error, template)))
    }
}

/// The files whose texts a page shows.
pub fn texts(archive: &Archive, page: Page) -> Vec<&Arc<str>> {
    match page {
        Page::Document(id) | Page::Record(id, Form::Markdown | Form::Text) => {
            vec![&archive.document(id).path]
        }
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
