//! What a page says of itself: its address, its other languages, the way to it.

use serde::Serialize;

use super::Scene;
use super::dates::{decade_label, month_label, year_label};
use crate::archive::{InterfaceId, Page, Planned, decade_name, year_name};

/// `page` in templates.
#[derive(Serialize)]
pub(super) struct Frame<'a> {
    /// Without the site's name.
    title: String,
    /// A language other than the interface's.
    title_language: Option<&'a str>,
    description: String,
    /// The whole address.
    url: String,
    href: String,
    template: &'static str,
    alternates: Vec<Alternate>,
    /// From the home page to the page above this one.
    breadcrumbs: Vec<Crumb>,
    number: usize,
    /// Whether search engines are to leave it out.
    hidden: bool,
    /// What it is, as JSON-LD; empty where there is nothing to say.
    json_ld: String,
}

#[derive(Serialize)]
struct Alternate {
    language: String,
    /// The language's own name.
    name: String,
    href: String,
    url: String,
    current: bool,
}

#[derive(Serialize)]
pub(super) struct Crumb {
    pub(super) label: String,
    pub(super) href: String,
}

impl<'a> Scene<'a> {
    pub(super) fn frame(&self, planned: &Planned, template: &'static str) -> Frame<'a> {
        let (title, title_language) = self.title(planned.page);
        let url = format!("{}{}", self.archive.config.base_url, planned.route.href());
        let breadcrumbs = self.breadcrumbs(planned.page);
        Frame {
            json_ld: self.linked_data(planned.page, &url, &breadcrumbs),
            title,
            title_language,
            description: self.description(planned.page),
            url,
            href: self.archive.route_href(&planned.route),
            template,
            alternates: self.alternates(planned),
            breadcrumbs,
            number: planned.number,
            hidden: matches!(planned.page, Page::NotFound | Page::Alias(_)),
        }
    }

    pub(super) fn title(&self, page: Page) -> (String, Option<&'a str>) {
        let archive = self.archive;
        let plain = |text: &str| (text.to_owned(), None);
        match page {
            Page::Document(id) | Page::Alias(id) | Page::Parallel(id, _) => {
                let document = archive.document(id);
                (document.metadata.title.to_string(), self.foreign(&document.language))
            }
            Page::Plain(id) => {
                let page = archive.plain(id);
                (page.title.to_string(), self.foreign(&page.language))
            }
            Page::Dates => plain(self.texts.get("dates")),
            Page::Decade(first) => (decade_label(self, first), None),
            Page::Year(year) => (year_label(self, year), None),
            Page::Month(year, month) => (month_label(self, year, month), None),
            Page::Undated => plain(self.texts.get("undated")),
            Page::Titles => plain(self.texts.get("titles")),
            Page::Taxonomy(id) => (self.taxonomy_label(id), None),
            Page::Term(taxonomy, term) => self.term_label(taxonomy, term),
            Page::Filtered(id) => {
                let filter = archive.filter(id);
                let list = self.list_label(filter.list).label;
                let (term, _) = self.term_label(filter.taxonomy, filter.term);
                (format!("{list} · {term}"), None)
            }
            Page::NotFound => plain(self.texts.get("not_found")),
            Page::Home
            | Page::Record(..)
            | Page::Listing(..)
            | Page::File(_)
            | Page::Asset(_)
            | Page::SearchIndex
            | Page::NoJekyll => plain(""),
        }
    }

    fn description(&self, page: Page) -> String {
        let archive = self.archive;
        match page {
            Page::Document(id) => {
                let document = archive.document(id);
                let summary = document.metadata.summary.as_deref();
                cut(summary.unwrap_or(&document.body.excerpt), 160)
            }
            Page::Plain(id) => cut(&archive.plain(id).body.excerpt, 160),
            Page::Term(taxonomy, term) => {
                let term = archive.taxonomy(taxonomy).term(term);
                let text = term.description.closest(self.language());
                text.map_or_else(String::new, |(text, _)| cut(text, 160))
            }
            Page::Home => {
                let text = archive.config.description.closest(self.language());
                text.map_or_else(String::new, |(text, _)| cut(text, 160))
            }
            _ => String::new(),
        }
    }

    /// The page in every language that it has, this one among them.
    fn alternates(&self, planned: &Planned) -> Vec<Alternate> {
        let archive = self.archive;
        let alternate =
            |language: &crate::language::Language, path: &str, current| Alternate {
                language: language.to_string(),
                name: language.endonym().unwrap_or(language.as_str()).to_owned(),
                href: archive.href(path),
                url: archive.url(path),
                current,
            };
        match planned.page {
            Page::Document(id) => {
                let Some(work) = archive.work_of(id) else { return Vec::new() };
                let versions = archive.versions(work).map(|version| {
                    let language = &archive.document(version).language;
                    alternate(language, &archive.document_path(version), version == id)
                });
                versions.collect()
            }
            Page::Plain(id) => {
                let own = archive.plain(id);
                let same = archive.pages.iter().enumerate();
                let same = same.filter(|(_, page)| page.name == own.name);
                same.map(|(at, page)| {
                    let other = crate::archive::PlainId::new(at);
                    alternate(&page.language, &archive.plain_path(other), other == id)
                })
                .collect()
            }
            Page::NotFound | Page::Alias(_) => Vec::new(),
            page => {
                let Some(name) = self.index_name(page) else { return Vec::new() };
                let each = archive.interfaces().map(|interface| {
                    let mut path = archive.index_path(interface, &name);
                    if planned.number > 1 {
                        path = format!("{path}page-{}/", planned.number);
                    }
                    let current = interface == self.interface;
                    alternate(archive.interface(interface), &path, current)
                });
                each.collect()
            }
        }
    }

    /// The name of an index page, the same in every interface language.
    fn index_name(&self, page: Page) -> Option<String> {
        let archive = self.archive;
        Some(match page {
            Page::Home => String::new(),
            Page::Dates => "date".to_owned(),
            Page::Titles => "titles".to_owned(),
            Page::Taxonomy(id) => archive.taxonomy(id).name.to_string(),
            Page::Filtered(id) => archive.filter_name(id),
            _ => return page.listed().map(|list| archive.list_name(list)),
        })
    }

    fn breadcrumbs(&self, page: Page) -> Vec<Crumb> {
        let archive = self.archive;
        let crumb = |label: String, name: &str| Crumb {
            label,
            href: archive.href(&archive.index_path(self.interface, name)),
        };
        let home = || crumb(self.texts.get("home").to_owned(), "");
        let dates = || crumb(self.texts.get("dates").to_owned(), "date");
        let decade = |year: i32| {
            let first = year.div_euclid(10) * 10;
            crumb(decade_label(self, first), &format!("date/{}", decade_name(first)))
        };
        let year = |year: i32| {
            crumb(year_label(self, year), &format!("date/{}", year_name(year)))
        };
        match page {
            Page::Home | Page::NotFound | Page::Alias(_) => Vec::new(),
            Page::Decade(_) | Page::Undated => vec![home(), dates()],
            Page::Year(number) => vec![home(), dates(), decade(number)],
            Page::Month(number, _) => vec![home(), dates(), decade(number), year(number)],
            Page::Term(id, _) => {
                vec![home(), crumb(self.taxonomy_label(id), &archive.taxonomy(id).name)]
            }
            Page::Filtered(id) => {
                let list = archive.filter(id).list;
                let mut crumbs = self.breadcrumbs(list.into());
                crumbs.push(crumb(self.list_label(list).label, &archive.list_name(list)));
                crumbs
            }
            Page::Document(id) | Page::Parallel(id, _) => {
                let date = archive.work_of(id).and_then(|work| {
                    let date = archive.work(work).date.as_ref()?;
                    let number = date.year()?;
                    archive.timeline.year(number).map(|_| number)
                });
                let mut crumbs = vec![home()];
                if let Some(number) = date {
                    crumbs.extend([dates(), decade(number), year(number)]);
                }
                crumbs
            }
            _ => vec![home()],
        }
    }
}

impl Scene<'_> {
    /// The interface that a link from a page in this interface leads to.
    pub(super) fn index_href(&self, name: &str) -> String {
        let interface: InterfaceId = self.interface;
        self.archive.href(&self.archive.index_path(interface, name))
    }
}

/// At most `length` characters, cut between words where there are any.
fn cut(text: &str, length: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(length) else { return text };
    let head = text.get(..end).unwrap_or("");
    let head = match head.rsplit_once(' ') {
        Some((words, _)) if words.len() > end / 2 => words,
        _ => head,
    };
    format!("{}…", head.trim_end_matches([',', ';', ':', '.', '、', '。']))
}
