//! What templates see: one view for each kind of page, and the parts that they share.

mod site;
mod frame;
mod linked_data;
mod feeds;
mod entry;
mod pagination;
mod list;
mod facets;
mod home;
mod dates;
mod calendar;
mod histogram;
mod letters;
mod terms;
mod related_terms;
mod titles;
mod document;
mod parallel;
mod alignment;
mod header;
mod related;
mod references;
mod cite;
mod downloads;
mod head;
mod plain;
mod data;
mod search;

use std::sync::OnceLock;

use tera::{Tera, Value};

use super::Shared;
use super::context::{Context, insert};
use super::interface_texts::Texts;
use super::names::Names;
use super::rows::{self, Failure, Rows};
use super::ways::Ways;
use crate::archive::{Archive, InterfaceId, Page, Planned, WorkId};
use crate::language::Language;
use crate::markdown::Highlighter;
use crate::render::data::Digests;
use crate::render::export::Copies;
use crate::text::TextFile;

pub(super) use frame::Crumb;
pub(super) use site::{Site, asset_href};

/// Everything that a view is made from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) archive: &'a Archive,
    pub(super) interface: InterfaceId,
    pub(super) texts: &'a Texts,
    pub(super) highlighter: &'a Highlighter,
    pub(super) tera: &'a Tera,
    /// What the templates name; the rest is left out where it costs something.
    pub(super) names: &'a Names,
    pub(super) rows: &'a Rows,
    pub(super) ways: &'a Ways,
    pub(super) digests: &'a OnceLock<Digests>,
    /// `site`, `t` and `assets`.
    pub(super) shared: &'a Shared,
    /// The texts beside the document's page.
    pub(super) copies: &'a Copies,
}

impl<'a> Scene<'a> {
    /// The template of a page, and what it sees.
    pub(super) fn page(
        self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> Result<(&'static str, Context), Failure> {
        let mut context = Context::default();
        let template = match planned.page {
            Page::Home => self.home(&mut context)?,
            Page::Document(id) => self.document(id, texts.first(), &mut context),
            Page::Parallel(left, right) => {
                self.parallel((left, right), texts, &mut context)
            }
            Page::Plain(id) => self.plain(id, texts.first(), &mut context),
            Page::Alias(id) => self.alias(id, &mut context),
            Page::Dates => self.dates(&mut context),
            Page::Decade(first) => self.decade(first, planned, &mut context)?,
            Page::Year(year) => self.year(year, planned, &mut context)?,
            Page::Month(year, month) => {
                self.month((year, month), planned, &mut context)?
            }
            Page::Undated => self.undated(planned, &mut context)?,
            Page::Titles => self.titles(planned, &mut context),
            Page::Taxonomy(id) => self.taxonomy(id, planned, &mut context),
            Page::Term(taxonomy, term) => {
                self.term((taxonomy, term), planned, &mut context)?
            }
            Page::References(id, direction) => {
                self.references((id, direction), planned, &mut context)?
            }
            Page::Filtered(id) => self.filtered(id, planned, &mut context)?,
            // Files are no pages: they have no template.
            Page::Data => self.data(&mut context),
            Page::Search => self.search(&mut context),
            Page::NotFound
            | Page::DataFile(_)
            | Page::Record(..)
            | Page::Listing(..)
            | Page::Feed(_)
            | Page::Sitemap(_)
            | Page::Robots
            | Page::File(_)
            | Page::Asset(_)
            | Page::SearchIndex
            | Page::OpenSearch
            | Page::NoJekyll => "not-found.html",
        };
        insert(&mut context, "page", &self.frame(planned, template, texts.first())?);
        self.shared.insert(&mut context);
        Ok((template, context))
    }

    /// What the template of a work's row sees.
    pub(super) fn row(&self, work: WorkId, context: &mut Context) {
        insert(context, "entry", &self.entry(work, rows::TEMPLATE));
        self.shared.insert(context);
    }

    fn row_of(&self, work: WorkId) -> Result<Value, Failure> {
        self.rows.get(self, self.tera, work)
    }

    /// What is known of the files below `/data/`, found out once.
    fn digests(&self) -> &'a Digests {
        self.digests.get_or_init(|| Digests::of(self.archive))
    }

    /// The language of the interface.
    fn language(&self) -> &'a Language {
        self.archive.interface(self.interface)
    }

    /// A language other than the interface's, for a `lang` attribute.
    fn foreign<'b>(&self, language: &'b Language) -> Option<&'b str> {
        (language != self.language()).then(|| language.as_str())
    }

    /// What the interface calls a language.
    fn language_name(&self, language: &Language) -> String {
        let own = self.texts.find(&format!("languages.{language}"));
        let primary = || self.texts.find(&format!("languages.{}", language.primary()));
        let name = match (own, primary(), language.endonym()) {
            (Some(name), _, _) => name,
            (None, Some(name), _) => return format!("{name} ({language})"),
            (None, None, Some(endonym)) => endonym,
            (None, None, None) => language.as_str(),
        };
        name.to_owned()
    }
}
