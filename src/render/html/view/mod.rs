//! What templates see: one view for each kind of page, and the parts that they share.

mod site;
mod frame;
mod entry;
mod pagination;
mod home;
mod dates;
mod histogram;
mod terms;
mod titles;
mod document;
mod parallel;
mod alignment;
mod header;
mod related;
mod cite;
mod downloads;
mod head;
mod plain;

use tera::Context;

use super::insert;
use super::interface_texts::Texts;
use crate::archive::{Archive, InterfaceId, Page, Planned};
use crate::language::Language;
use crate::markdown::Highlighter;
use crate::text::TextFile;

pub(super) use site::{Site, asset_href};

/// Everything that a view is made from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) archive: &'a Archive,
    pub(super) interface: InterfaceId,
    pub(super) texts: &'a Texts,
    pub(super) highlighter: &'a Highlighter,
}

impl<'a> Scene<'a> {
    /// The template of a page, and what it sees besides `site`, `t` and `assets`.
    pub(super) fn page(
        self,
        planned: &Planned,
        texts: &[TextFile],
    ) -> (&'static str, Context) {
        let mut context = Context::new();
        let template = match planned.page {
            Page::Home => self.home(&mut context),
            Page::Document(id) => self.document(id, texts.first(), &mut context),
            Page::Parallel(left, right) => {
                self.parallel((left, right), texts, &mut context)
            }
            Page::Plain(id) => self.plain(id, texts.first(), &mut context),
            Page::Alias(id) => self.alias(id, &mut context),
            Page::Dates => self.dates(&mut context),
            Page::Decade(first) => self.decade(first, planned, &mut context),
            Page::Year(year) => self.year(year, planned, &mut context),
            Page::Month(year, month) => self.month((year, month), planned, &mut context),
            Page::Undated => self.undated(planned, &mut context),
            Page::Titles => self.titles(planned, &mut context),
            Page::Taxonomy(id) => self.taxonomy(id, &mut context),
            Page::Term(taxonomy, term) => {
                self.term((taxonomy, term), planned, &mut context)
            }
            // Files are no pages: they have no template.
            Page::NotFound
            | Page::Record(..)
            | Page::Listing(..)
            | Page::File(_)
            | Page::Asset(_)
            | Page::NoJekyll => "not-found.html",
        };
        insert(&mut context, "page", &self.frame(planned, template));
        (template, context)
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
