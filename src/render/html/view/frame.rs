//! What a page says of itself: its address, its other languages, the way to it.

use serde::Serialize;
use tera::Value;

use super::Scene;
use super::dates::{decade_label, month_label, year_label};
use super::feeds::FeedLink;
use crate::archive::{
    Direction, DocumentId, InterfaceId, Page, Planned, decade_name, year_name,
};
use crate::citation::{Record, Style, cite};
use crate::date::Edtf;
use crate::markdown::shortened;
use crate::render::html::names::{Field, Made};
use crate::render::html::rows::Failure;
use crate::text::TextFile;

/// `page` in templates.
#[derive(Serialize)]
pub(super) struct Frame<'a> {
    /// Without the site's name.
    title: String,
    /// A language other than the interface's.
    title_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    description: Made<String>,
    /// The whole address.
    url: String,
    /// The address of the page that has the same in search engines.
    canonical: String,
    href: String,
    template: &'static str,
    #[serde(skip_serializing_if = "Made::is_left_out")]
    alternates: Made<Vec<Alternate>>,
    /// From the home page to the page above this one.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    breadcrumbs: Made<Vec<Crumb>>,
    /// The main navigation in HTML.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    navigation: Made<Value>,
    /// Feeds of what it lists.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    feeds: Made<Vec<FeedLink>>,
    number: usize,
    /// Whether search engines are to leave it out.
    hidden: bool,
    /// What it is, as JSON-LD; empty where there is nothing to say.
    #[serde(skip_serializing_if = "Made::is_left_out")]
    json_ld: Made<String>,
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

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(in crate::render::html) struct Crumb {
    pub(super) label: String,
    pub(in crate::render::html) href: String,
}

impl<'a> Scene<'a> {
    pub(super) fn frame(
        &self,
        planned: &Planned,
        template: &'static str,
        text: Option<&TextFile>,
    ) -> Result<Frame<'a>, Failure> {
        let (title, title_language) = self.title(planned.page);
        let url = format!("{}{}", self.archive.config.base_url, planned.route.href());
        let wanted = self.names.wanted(template);
        let has_way = [Field::Breadcrumbs, Field::Navigation, Field::JsonLd];
        let breadcrumbs = match has_way.into_iter().any(|field| wanted.has(field)) {
            true => self.breadcrumbs(planned.page),
            false => Vec::new(),
        };
        let href = self.archive.route_href(&planned.route);
        let navigation =
            wanted.make(Field::Navigation, || self.ways.get(self, &href, &breadcrumbs));
        Ok(Frame {
            navigation: navigation.transpose()?,
            json_ld: wanted.make(Field::JsonLd, || {
                self.linked_data(planned, &url, &breadcrumbs, text)
            }),
            title,
            title_language,
            description: wanted
                .make(Field::Description, || self.description(planned.page)),
            canonical: self.canonical(planned.page, &url),
            url,
            href,
            template,
            alternates: wanted.make(Field::Alternates, || self.alternates(planned)),
            breadcrumbs: wanted.make(Field::Breadcrumbs, || breadcrumbs),
            feeds: wanted.make(Field::Feeds, || self.feeds(planned.page)),
            number: planned.number,
            hidden: matches!(planned.page, Page::NotFound | Page::Alias(_)),
        })
    }

    pub(super) fn title(&self, page: Page) -> (String, Option<&'a str>) {
        let archive = self.archive;
        let plain = |text: &str| (text.to_owned(), None);
        match page {
            Page::References(id, direction) => {
                let label = match direction {
                    Direction::Cites => self.texts.get("cites"),
                    Direction::CitedBy => self.texts.get("cited_by"),
                };
                (format!("{label} · {}", archive.document(id).metadata.title), None)
            }
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
            Page::Data => plain(self.texts.get("data.title")),
            Page::Search => plain(self.texts.get("search.title")),
            Page::NotFound => plain(self.texts.get("not_found")),
            Page::Home
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
            | Page::NoJekyll => plain(""),
        }
    }

    fn description(&self, page: Page) -> String {
        let archive = self.archive;
        match page {
            Page::Document(id) | Page::Parallel(id, _) => self.document_description(id),
            Page::Plain(id) => described(&archive.plain(id).body.excerpt),
            Page::Data => described(self.texts.get("data.lead")),
            Page::Search => described(self.texts.get("search.lead")),
            Page::Term(taxonomy, term) => {
                let term = archive.taxonomy(taxonomy).term(term);
                let text = term.description.closest(self.language());
                text.map_or_else(String::new, |(text, _)| described(text))
            }
            Page::Home => {
                let text = archive.config.description.closest(self.language());
                text.map_or_else(String::new, |(text, _)| described(text))
            }
            _ => String::new(),
        }
    }

    /// What the document says of itself, else how it begins; of one without a text, how it
    /// is cited.
    fn document_description(&self, id: DocumentId) -> String {
        let document = self.archive.document(id);
        let summary = document.metadata.summary.as_deref();
        let words = described(summary.unwrap_or(&document.body.excerpt));
        if !words.is_empty() {
            return words;
        }
        let record = Record { url: String::new(), ..Record::new(self.archive, id) };
        described(&cite(&record, Style::Plain, self.language()).to_string())
    }

    /// The address that search engines should name: two versions side by side are those
    /// of the document's own pages.
    fn canonical(&self, page: Page, url: &str) -> String {
        match page {
            Page::Parallel(id, _) => self.archive.url(&self.archive.document_path(id)),
            _ => url.to_owned(),
        }
    }

    /// The page in every language that it has, this one among them.
    fn alternates(&self, planned: &Planned) -> Vec<Alternate> {
        let archive = self.archive;
        let current = match planned.page {
            Page::Document(id) => &archive.document(id).language,
            Page::Plain(id) => &archive.plain(id).language,
            _ => self.language(),
        };
        let alternates = archive.alternates(planned).into_iter();
        alternates
            .map(|(language, path)| Alternate {
                language: language.to_string(),
                name: language.endonym().unwrap_or(language.as_str()).to_owned(),
                href: archive.href(&path),
                url: archive.url(&path),
                current: language == current,
            })
            .collect()
    }

    fn breadcrumbs(&self, page: Page) -> Vec<Crumb> {
        let archive = self.archive;
        let crumb = |label: String, name: &str| self.crumb(label, name);
        let home = || crumb(self.texts.get("home").to_owned(), "");
        let dates = || crumb(self.texts.get("dates").to_owned(), "date");
        let decade = |year: i32| self.decade_crumb(year);
        let year = |year: i32| self.year_crumb(year);
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
            Page::References(id, _) => {
                let mut crumbs = self.breadcrumbs(Page::Document(id));
                crumbs.push(Crumb {
                    label: archive.document(id).metadata.title.to_string(),
                    href: archive.href(&archive.document_path(id)),
                });
                crumbs
            }
            Page::Document(id) | Page::Parallel(id, _) => match archive.work_of(id) {
                Some(work) => self.crumbs_above(archive.work(work).date.as_ref()),
                None => vec![home()],
            },
            _ => vec![home()],
        }
    }

    /// The way to a document: to its year, or to the decade that it may be of, or to those
    /// without a date.
    fn crumbs_above(&self, date: Option<&Edtf>) -> Vec<Crumb> {
        let text = |key: &str| self.texts.get(key).to_owned();
        let mut crumbs =
            vec![self.crumb(text("home"), ""), self.crumb(text("dates"), "date")];
        let timeline = &self.archive.timeline;
        let Some(date) = date else {
            crumbs.push(self.crumb(text("undated"), "date/undated"));
            return crumbs;
        };
        let year = date.year().filter(|year| timeline.year(*year).is_some());
        crumbs.extend(
            year.or_else(|| only_decade(date)).map(|year| self.decade_crumb(year)),
        );
        crumbs.extend(year.map(|year| self.year_crumb(year)));
        crumbs
    }

    fn crumb(&self, label: String, name: &str) -> Crumb {
        Crumb { label, href: self.index_href(name) }
    }

    fn decade_crumb(&self, year: i32) -> Crumb {
        let first = year.div_euclid(10).saturating_mul(10);
        self.crumb(decade_label(self, first), &format!("date/{}", decade_name(first)))
    }

    fn year_crumb(&self, year: i32) -> Crumb {
        self.crumb(year_label(self, year), &format!("date/{}", year_name(year)))
    }
}

/// A year of the decade, where the date can be of no other one.
fn only_decade(date: &Edtf) -> Option<i32> {
    let bounds = date.bounds();
    let [first, last] = [bounds.first, bounds.last].map(|day| day.year().div_euclid(10));
    (first == last).then(|| bounds.first.year())
}

impl Scene<'_> {
    /// The interface that a link from a page in this interface leads to.
    pub(super) fn index_href(&self, name: &str) -> String {
        let interface: InterfaceId = self.interface;
        self.archive.href(&self.archive.index_path(interface, name))
    }
}

/// On one line, and no longer than search engines show.
fn described(text: &str) -> String {
    const MAX_CHARACTERS: usize = 160;
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "), MAX_CHARACTERS)
}
