//! The same page in other languages.

use super::{Archive, DATA, Page, PlainId, Planned, SEARCH};
use crate::language::Language;

impl Archive {
    /// The languages that a page has, its own among them, each with its path; the first
    /// is for readers of any other language.
    pub fn alternates(&self, planned: &Planned) -> Vec<(&Language, String)> {
        match planned.page {
            Page::Document(id) => {
                let Some(work) = self.work_of(id) else { return Vec::new() };
                let versions = self.versions(work);
                versions
                    .map(|id| (&self.document(id).language, self.document_path(id)))
                    .collect()
            }
            Page::Plain(id) => self.plain_alternates(id),
            page => {
                let Some(name) = self.index_name(page) else { return Vec::new() };
                let interfaces = self.interfaces().map(|interface| {
                    let mut path = self.index_path(interface, &name);
                    if planned.number > 1 {
                        path = format!("{path}page-{}/", planned.number);
                    }
                    (self.interface(interface), path)
                });
                interfaces.collect()
            }
        }
    }

    fn plain_alternates(&self, id: PlainId) -> Vec<(&Language, String)> {
        let name = &self.plain(id).name;
        let all = self.pages.iter().enumerate();
        let same = all.filter(|(_, page)| page.name == *name);
        let mut same: Vec<_> = same
            .map(|(at, page)| (&page.language, self.plain_path(PlainId::new(at))))
            .collect();
        let languages = &self.config.languages;
        same.sort_by_key(|(language, _)| {
            languages.iter().position(|l| l == *language).unwrap_or(languages.len())
        });
        same
    }

    /// The name of an index page, the same in every interface language.
    pub fn index_name(&self, page: Page) -> Option<String> {
        Some(match page {
            Page::Home => String::new(),
            Page::Dates => "date".to_owned(),
            Page::Titles => "titles".to_owned(),
            Page::Data => DATA.to_owned(),
            Page::Search => SEARCH.to_owned(),
            Page::Taxonomy(id) => self.taxonomy(id).name.to_string(),
            Page::Filtered(id) => self.filter_name(id),
            page => return page.listed().map(|list| self.list_name(list)),
        })
    }
}
