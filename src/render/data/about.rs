//! What there is to say of an archive as a set of data.

use std::collections::BTreeSet;

use crate::archive::{Archive, DATA, InterfaceId};
use crate::config::DataFile;
use crate::document::Document;
use crate::language::Language;

/// A set of data, described.
pub struct About<'a> {
    /// The archive's name.
    pub title: &'a str,
    /// A sentence on the archive; never empty.
    pub description: String,
    /// Who publishes it.
    pub publisher: Option<&'a str>,
    /// The address of the licence.
    pub license: Option<&'a str>,
    /// The address of its page.
    pub url: String,
    /// The day of the last change to a document, where the site keeps a history.
    pub changed: Option<String>,
    /// The first and the last year of its documents: `1995/2024`.
    pub years: Option<String>,
    /// The languages of its documents.
    pub languages: Vec<&'a str>,
}

impl<'a> About<'a> {
    /// What a language's readers are told.
    pub fn of(archive: &'a Archive, language: &Language) -> About<'a> {
        let config = &archive.config;
        let title = config.title.closest(language).map_or("", |(text, _)| text);
        let description = config.description.closest(language).map(|(text, _)| text);
        let description = description.filter(|text| !text.is_empty());
        let publisher = config.publisher.closest(language).map(|(text, _)| text);
        let changed = archive.documents.iter().filter_map(Document::changed);
        let languages = archive.documents.iter().map(|document| &document.language);
        let languages: BTreeSet<&str> = languages.map(Language::as_str).collect();
        About {
            title,
            description: description
                .map_or_else(|| format!("The documents of {title}."), str::to_owned),
            publisher: publisher.filter(|name| !name.is_empty()),
            license: config.license.as_deref(),
            url: archive.url(&archive.index_path(InterfaceId::default(), DATA)),
            changed: changed.max().map(|day| day.to_string()),
            years: years(archive),
            languages: languages.into_iter().collect(),
        }
    }
}

fn years(archive: &Archive) -> Option<String> {
    let years = || archive.timeline.years.iter().map(|year| year.year);
    let (first, last) = (years().min()?, years().max()?);
    (first > 0 && last < 10_000).then(|| format!("{first:04}/{last:04}"))
}

/// What a file holds, in a sentence.
pub(in crate::render) fn about(file: DataFile) -> &'static str {
    match file {
        DataFile::Csv => "Every version of every document, one a row.",
        DataFile::Jsonl => "The same with its structure, one JSON object a line.",
        DataFile::Schema => "What such a line holds, as JSON Schema.",
        DataFile::Package => {
            "The columns of the table and their types, as a Frictionless Data Package."
        }
        DataFile::Crate => "The data set described as an RO-Crate.",
        DataFile::Checksums => "The checksum (SHA-256) of every other file of the site.",
    }
}
