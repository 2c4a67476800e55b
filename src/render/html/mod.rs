//! Pages in HTML.
//!
//! A page is a function of its address, the archive, the theme and, for a document, the
//! document's text: nothing else, so that it can be made when a browser asks for it.

mod context;
mod environment;
mod filters;
mod interface_texts;
mod names;
mod rows;
mod ways;
mod links;
mod view;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::{Tera, Value};

use crate::archive::{Archive, Feed, InterfaceId, Page, Planned, WorkId};
use crate::config::Form;
use crate::diagnostic::{Checked, Diagnostic};
use crate::markdown::Highlighter;
use crate::render::data::Digests;
use crate::render::export::Copies;
use crate::text::TextFile;
use crate::theme::Theme;
use context::{Context, value};

pub use interface_texts::Texts;
use names::Names;
use rows::Rows;
use ways::Ways;

/// Makes pages of an archive with a theme.
pub struct Renderer<'a> {
    archive: &'a Archive,
    tools: Arc<Tools>,
}

/// What the pages of one archive are made with: it can be kept apart from the archive, and
/// serves another only when it is [fitted](Tools::fit) to it.
pub struct Tools {
    tera: Tera,
    /// What its templates name.
    names: Names,
    /// By interface language.
    speakers: Vec<Speaker>,
    highlighter: Highlighter,
    digests: OnceLock<Digests>,
}

impl Tools {
    /// Forgets what was kept of a work's text, which has become another.
    pub fn forget(&mut self, work: WorkId) {
        self.digests = OnceLock::new();
        for speaker in &mut self.speakers {
            speaker.rows.forget(work);
        }
    }

    /// Fits an archive with other documents under the same settings.
    pub fn fit(&mut self, archive: &Archive) {
        self.digests = OnceLock::new();
        for (interface, speaker) in archive.interfaces().zip(&mut self.speakers) {
            let site = view::Site::new(archive, interface, &speaker.texts);
            speaker.ways = Ways::new(site.ways());
            speaker.shared.site = value(&site);
            speaker.rows = Rows::new(archive.works.len());
        }
    }
}

/// What the template of a page sees.
#[derive(Clone, Debug)]
pub struct Variables {
    /// The template's name: `term.html`.
    pub template: &'static str,
    /// Every variable by name: an object.
    pub values: serde_json::Value,
}

/// What all pages in one interface language are made with.
struct Speaker {
    texts: Texts,
    shared: Shared,
    rows: Rows,
    ways: Ways,
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
        context.insert("t", self.t.clone());
        context.insert("site", self.site.clone());
        context.insert("assets", self.assets.clone());
    }
}

impl<'a> Renderer<'a> {
    /// Loads templates and interface texts; every mistake in them is a finding.
    pub fn new(archive: &'a Archive, theme: &Theme) -> Checked<Renderer<'a>> {
        let mut found = Vec::new();
        let tera = environment::load(theme).into_value(&mut found);
        let all: Vec<Texts> =
            interface_texts::load(theme, &archive.config).into_value(&mut found);
        let all_assets = theme.assets();
        let assets: BTreeMap<&str, String> = all_assets
            .iter()
            .map(|asset| (asset.name, view::asset_href(archive, asset)))
            .collect();
        let assets = value(&assets);
        let speakers = archive
            .interfaces()
            .zip(all)
            .map(|(interface, texts)| {
                let site = view::Site::new(archive, interface, &texts);
                let ways = Ways::new(site.ways());
                let (t, site) = (value(texts.tree()), value(&site));
                let shared = Shared { t, site, assets: assets.clone() };
                Speaker { shared, texts, rows: Rows::new(archive.works.len()), ways }
            })
            .collect();
        let highlighter = Highlighter::new();
        let digests = OnceLock::new();
        let tools = Arc::new(Tools {
            tera,
            names: Names::of(theme),
            speakers,
            highlighter,
            digests,
        });
        Checked { value: Renderer { archive, tools }, diagnostics: found }
    }

    /// Makes pages with what [`Renderer::tools`] gave for the same archive.
    pub fn with(archive: &'a Archive, tools: Arc<Tools>) -> Renderer<'a> {
        Renderer { archive, tools }
    }

    /// What the pages are made with.
    pub fn tools(&self) -> Arc<Tools> {
        self.tools.clone()
    }

    /// Gives back what was kept for the lists in an interface language.
    pub fn forget_lists(&self, interface: InterfaceId) {
        if let Some(speaker) = self.tools.speakers.get(interface.index()) {
            speaker.rows.forget_all();
        }
    }

    /// The texts of an interface language.
    pub fn texts(&self, interface: InterfaceId) -> Option<&Texts> {
        self.tools.speakers.get(interface.index()).map(|speaker| &speaker.texts)
    }

    /// What is known of the files below `/data/`, found out once.
    pub fn digests(&self) -> &Digests {
        self.tools.digests.get_or_init(|| Digests::of(self.archive))
    }

    /// The bytes of a page. `texts` are the files that [`texts`] names, in its order.
    ///
    /// A template's mistake is a finding, placed in the template.
    pub fn page(
        &self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.page_beside(planned, texts, (&Copies::default(), Vec::new()))
    }

    /// The same, where the texts beside a document's page may be made already, in memory
    /// that another page was made in.
    pub fn page_beside(
        &self,
        planned: &Planned,
        texts: &[TextFile],
        (copies, mut bytes): (&Copies, Vec<u8>),
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        bytes.clear();
        let made_with = (&self.tools.names, copies);
        let Some((template, context)) = self.view(planned, texts, made_with)? else {
            return Ok(bytes);
        };
        bytes.reserve(USUAL_SIZE);
        let rendered =
            self.tools.tera.render_to(template, &context.into_engine(), &mut bytes);
        rendered
            .map(|()| bytes)
            .map_err(|error| Box::new(environment::finding(&error, template)))
    }

    /// The template of a page, and all that it sees; nothing for what no template makes.
    /// `texts` as for [`Renderer::page`].
    pub fn variables(
        &self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> Result<Option<Variables>, Box<Diagnostic>> {
        let view = self.view(planned, texts, (&Names::All, &Copies::default()))?;
        Ok(view.map(|(template, context)| Variables {
            template,
            values: context.into_json(),
        }))
    }

    /// The template of a work's row in lists, and all that it sees.
    pub fn row_variables(
        &self,
        interface: InterfaceId,
        work: WorkId,
    ) -> Option<Variables> {
        let mut context = Context::default();
        let copies = Copies::default();
        self.scene(interface, (&Names::All, &copies))?.row(work, &mut context);
        Some(Variables { template: rows::TEMPLATE, values: context.into_json() })
    }

    fn view(
        &self,
        planned: &Planned,
        texts: &[TextFile],
        made_with: (&Names, &Copies),
    ) -> Result<Option<(&'static str, Context)>, Box<Diagnostic>> {
        if !planned.page.has_template() {
            return Ok(None);
        }
        let scene = self.scene(planned.interface, made_with);
        scene.map(|scene| scene.page(planned, texts)).transpose()
    }

    /// The interface text under a path of keys: `feeds.new`; empty where there is none.
    pub fn text(&self, interface: InterfaceId, path: &str) -> &str {
        self.tools
            .speakers
            .get(interface.index())
            .map_or("", |speaker| speaker.texts.get(path))
    }

    /// What readers of an interface language call a feed.
    pub fn feed_title(&self, interface: InterfaceId, feed: Feed) -> String {
        let copies = Copies::default();
        let scene = self.scene(interface, (&self.tools.names, &copies));
        scene.map_or_else(String::new, |scene| scene.feed_title(feed))
    }

    fn scene<'s>(
        &'s self,
        interface: InterfaceId,
        (names, copies): (&'s Names, &'s Copies),
    ) -> Option<view::Scene<'s>> {
        let speaker = self.tools.speakers.get(interface.index())?;
        Some(view::Scene {
            archive: self.archive,
            interface,
            texts: &speaker.texts,
            highlighter: &self.tools.highlighter,
            tera: &self.tools.tera,
            names,
            rows: &speaker.rows,
            ways: &speaker.ways,
            digests: &self.tools.digests,
            shared: &speaker.shared,
            copies,
        })
    }
}

/// Most pages have fewer bytes.
const USUAL_SIZE: usize = 1 << 15;

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
