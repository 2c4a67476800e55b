//! `site.toml` as it is written, before anything is made of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) title: Wording,
    pub(super) base_url: Spanned<String>,
    pub(super) description: Option<Wording>,
    pub(super) publisher: Option<Wording>,
    #[serde(default)]
    pub(super) languages: Vec<Spanned<String>>,
    pub(super) document_language: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) language_folders: Vec<Spanned<String>>,
    pub(super) theme: Option<Spanned<String>>,
    pub(super) content: Option<Spanned<String>>,
    pub(super) output: Option<Spanned<String>>,
    pub(super) page_size: Option<Spanned<usize>>,
    pub(super) repository: Option<Spanned<String>>,
    pub(super) branch: Option<String>,
    pub(super) filters: Option<Vec<Spanned<String>>>,
    pub(super) data: Option<bool>,
    pub(super) license: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) history: bool,
    pub(super) lock: Option<bool>,
    pub(super) search: Option<bool>,
    #[serde(default)]
    pub(super) feeds: Feeds,
    #[serde(default)]
    pub(super) links: Links,
    #[serde(default)]
    pub(super) markdown: Markdown,
    #[serde(default)]
    pub(super) keys: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    pub(super) lints: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub(super) taxonomies: BTreeMap<Spanned<String>, Taxonomy>,
    #[serde(default)]
    pub(super) downloads: Downloads,
    #[serde(default)]
    pub(super) extra: toml::Table,
}

/// One text for all languages, or one a language.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Wording {
    Same(String),
    Each(BTreeMap<String, String>),
}

/// `[feeds]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Feeds {
    pub(super) enabled: Option<bool>,
    pub(super) entries: Option<Spanned<usize>>,
    pub(super) lists: Option<bool>,
}

/// `[links]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Links {
    #[serde(default)]
    pub(super) exclude: Vec<Spanned<String>>,
    pub(super) pause: Option<Spanned<u32>>,
    pub(super) timeout: Option<Spanned<u32>>,
    pub(super) max_age: Option<u32>,
}

/// `[markdown]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Markdown {
    #[serde(default)]
    pub(super) trusted: bool,
    #[serde(default)]
    pub(super) smart_punctuation: bool,
}

/// `[downloads]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Downloads {
    pub(super) documents: Option<Vec<Spanned<String>>>,
    pub(super) lists: Option<Vec<Spanned<String>>>,
}

/// `[taxonomies.<name>]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Taxonomy {
    pub(super) key: Option<String>,
    pub(super) label: Option<Wording>,
}
