//! What every check may know.

use std::collections::BTreeMap;

use crate::archive::Archive;
use crate::config::Vocabulary;
use crate::date::Day;
use crate::document::Translation;
use crate::register::Register;
use crate::slug::slug;

/// An archive and what surrounds it.
#[derive(Debug)]
pub struct Site<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// The vocabularies, as they were read.
    pub vocabularies: &'a [Vocabulary],
    /// The addresses that were published; empty where that is not known.
    pub register: &'a Register,
    /// The day of today in UTC, where somebody has a calendar.
    pub today: Option<Day>,
    /// The keys, labels and aliases of the vocabulary of topics, by slug; none where there
    /// is no vocabulary.
    pub(super) topics: Option<BTreeMap<String, &'a str>>,
    /// Whether nearly all works name a source.
    pub(super) has_sources: bool,
    /// Whether nearly all sources have an address.
    pub(super) has_addresses: bool,
    /// Whether nearly all translations stand beside another version of their work.
    pub(super) has_originals: bool,
}

impl<'a> Site<'a> {
    /// Gets to know an archive.
    pub fn new(
        archive: &'a Archive,
        vocabularies: &'a [Vocabulary],
        register: &'a Register,
        today: Option<Day>,
    ) -> Site<'a> {
        let main = archive.works.iter().map(|work| archive.document(work.main));
        let sources: Vec<_> =
            main.filter_map(|document| document.metadata.source.as_ref()).collect();
        let addressed = sources.iter().filter(|source| source.url.is_some()).count();
        Site {
            archive,
            vocabularies,
            register,
            today,
            topics: topics(vocabularies),
            has_sources: are_nearly_all(sources.len(), archive.works.len()),
            has_addresses: are_nearly_all(addressed, sources.len()),
            has_originals: has_originals(archive),
        }
    }
}

fn has_originals(archive: &Archive) -> bool {
    let (mut count, mut all) = (0, 0);
    for (document, &work) in archive.documents.iter().zip(&archive.work_of) {
        let translation = document.metadata.translation;
        if translation.is_some_and(|sort| sort != Translation::None) {
            all += 1;
            count += usize::from(!archive.work(work).others.is_empty());
        }
    }
    are_nearly_all(count, all)
}

/// Nine in ten of all but one, and one at least: what the one should be.
fn are_nearly_all(count: usize, all: usize) -> bool {
    count > 0 && 10 * count >= 9 * all.saturating_sub(1)
}

fn topics(vocabularies: &[Vocabulary]) -> Option<BTreeMap<String, &str>> {
    let vocabulary = vocabularies.iter().find(|known| known.taxonomy == "topics")?;
    let mut topics = BTreeMap::new();
    for entry in vocabulary.entries.iter().rev() {
        let aliases = entry.aliases.iter().map(String::as_str);
        for spelling in entry.label.texts().chain(aliases).chain([entry.slug.as_str()]) {
            topics.insert(slug(spelling), spelling);
        }
    }
    (!topics.is_empty()).then_some(topics)
}
