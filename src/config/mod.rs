//! `site.toml`: the only settings file. First as written, then what it means.

mod written;
mod wording;
mod vocabulary;
mod downloads;
mod links;
mod form;
mod read;
mod lints;
#[cfg(test)]
mod json_schema;

use crate::language::Language;
use crate::text::Span;

pub use downloads::{DataFile, Downloads, Form, ListForm};
pub use links::{AddressPattern, Links};
pub use lints::Lints;
pub use read::read;
pub use vocabulary::{Vocabulary, VocabularyEntry};
pub use wording::Wording;

/// The taxonomies that every archive has, in the order of the navigation.
pub const TAXONOMIES: &[&str] =
    &["topics", "places", "sources", "kinds", "languages", "series", "people"];

/// The JSON Schema (2020-12) of `site.toml`.
pub const JSON_SCHEMA: &str = include_str!("site.schema.json");

/// What a site's settings mean.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch in `site.toml`")]
#[derive(Clone, Debug)]
pub struct Config {
    /// The archive's name.
    pub title: Wording,
    /// A sentence on the archive.
    pub description: Wording,
    /// Who publishes it.
    pub publisher: Wording,
    /// Where it will be served: `https://user.github.io/repo/`, ending in a slash.
    pub base_url: String,
    /// The path of `base_url`: `/repo/`, beginning and ending in a slash.
    pub base_path: String,
    /// Interface languages; the first has its index pages at the root. Never empty.
    pub languages: Vec<Language>,
    /// The language of documents that do not say theirs.
    pub document_language: Language,
    /// Folder names that give a language and are not part of a work's name.
    pub language_folders: Vec<Language>,
    /// The theme's name.
    pub theme: String,
    /// Where `site.toml` says so; empty where it does not.
    pub theme_span: Span,
    /// The folder of the documents, relative to the site.
    pub content: String,
    /// The folder that a build writes, relative to the site.
    pub output: String,
    /// How many entries a page of a list has.
    pub page_size: usize,
    /// The address of the repository that holds the sources, without a slash at the end.
    pub repository: Option<String>,
    /// The branch of the repository that is published.
    pub branch: String,
    /// What becomes of documents' texts.
    pub markdown: Markdown,
    /// What foreign front matter keys mean.
    pub keys: Vec<KeyMapping>,
    /// The level of each kind of finding.
    pub lints: Lints,
    /// Taxonomies beyond those that every archive has.
    pub taxonomies: Vec<ExtraTaxonomy>,
    /// The taxonomies that long lists can be narrowed by.
    pub filters: Vec<String>,
    /// Which files for other programs are made.
    pub downloads: Downloads,
    /// Whether the whole archive is published as data.
    pub data: bool,
    /// The address of the licence under which the data may be used.
    pub license: Option<String>,
    /// Whether the archive knows when its texts were put in, changed and taken out, as git
    /// remembers it.
    pub history: bool,
    /// Whether `chancery.lock` keeps the addresses that were published.
    pub lock: bool,
    /// What feed readers get.
    pub feeds: Feeds,
    /// How links to other hosts are checked.
    pub links: Links,
    /// Whether documents can be searched.
    pub search: bool,
    /// Whether drafts are published.
    pub drafts: bool,
    /// `[extra]`, for themes; each value as JSON.
    pub extra: serde_json::Value,
}

/// `[feeds]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feeds {
    /// Whether there are any.
    pub enabled: bool,
    /// How many entries each has at most.
    pub entries: usize,
    /// Whether terms and periods have their own besides those of the site.
    pub lists: bool,
}

/// What becomes of documents' texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    /// Whether raw HTML is passed on as it is.
    pub trusted: bool,
    /// Whether quotation marks and dashes are made typographic.
    pub smart_punctuation: bool,
}

/// What a key of foreign front matter means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMapping {
    /// The key as the files have it.
    pub key: String,
    /// What it stands for.
    pub meaning: Meaning,
    /// Where `site.toml` says so.
    pub span: Span,
}

/// What a foreign key stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing.
    Ignore,
    /// Kept for taxonomies, themes and exports.
    Extra,
    /// A key of chancery's, or a part of one: `date`, `source.url`, `people.speaker`.
    Key {
        /// The key.
        key: String,
        /// The part, or for people the role.
        part: Option<String>,
    },
}

/// A taxonomy over a key of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtraTaxonomy {
    /// Its name and address: `volumes`.
    pub name: String,
    /// The front matter key that holds its terms.
    pub key: String,
    /// What readers call it.
    pub label: Wording,
}

impl Config {
    /// The interface language that the site's root speaks.
    pub fn main_language(&self) -> &Language {
        self.languages.first().unwrap_or(&self.document_language)
    }

    /// What a front matter key that chancery does not have means.
    pub fn meaning(&self, key: &str) -> Option<&Meaning> {
        self.keys.iter().find(|mapping| mapping.key == key).map(|m| &m.meaning)
    }

    /// Serves the site from another address.
    pub fn set_base_url(&mut self, url: &str) {
        let url = url.trim_end_matches('/');
        let authority = url.find("://").map_or(0, |at| at + 3);
        let path = url.get(authority..).and_then(|rest| rest.split_once('/'));
        self.base_path = match path {
            Some((_, path)) => format!("/{path}/"),
            None => "/".to_owned(),
        };
        self.base_url = format!("{url}/");
    }
}
