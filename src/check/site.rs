//! What every check may know.

use std::collections::{BTreeMap, BTreeSet};

use crate::archive::Archive;
use crate::config::Vocabulary;
use crate::date::Day;
use crate::document::Translation;
use crate::language::Language;
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
    /// Whether works name their sources, as far as the archive shows.
    pub(super) has_sources: bool,
    /// Whether nearly all sources have an address.
    pub(super) has_addresses: bool,
    /// Whether translations stand beside another version of their work, as far as the
    /// archive shows.
    pub(super) has_originals: bool,
    /// The names of what is not published, without languages.
    pub(super) absent: BTreeSet<&'a str>,
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
            has_sources: are_usual(sources.len(), archive.works.len()),
            has_addresses: are_nearly_all(addressed, sources.len()),
            has_originals: has_originals(archive),
            absent: archive.absent.keys().map(|path| name(path)).collect(),
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
    are_usual(count, all)
}

/// Half of all; of few nobody knows yet what is usual, and it is asked for.
fn are_usual(count: usize, all: usize) -> bool {
    all < 20 || 2 * count >= all
}

/// A document's path without its language and extension: `content/memo` of
/// `content/memo.ja.md`.
pub(super) fn name(path: &str) -> &str {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    match stem.rsplit_once('.') {
        Some((name, tag)) if Language::parse_known(tag).is_some() => name,
        _ => stem,
    }
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

#[cfg(test)]
mod tests {
    use super::{are_usual, name};

    #[test]
    fn what_is_usual_shows_in_many() {
        let check = |count, all, usual| {
            assert_eq!(are_usual(count, all), usual, "{count} of {all}");
        };
        check(0, 1, true);
        check(0, 19, true);
        check(9, 20, false);
        check(10, 20, true);
        check(49, 100, false);
    }

    #[test]
    fn names_have_no_language() {
        assert_eq!(name("content/memo.ja.md"), "content/memo");
        assert_eq!(name("content/memo.md"), "content/memo");
        assert_eq!(name("content/v1.2.md"), "content/v1.2");
    }
}
