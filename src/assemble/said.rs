//! What documents say under facets, and what terms are called in addresses.

use crate::document::Document;
use crate::fingerprint::Fingerprint;
use crate::slug::slug;

/// Hands on each thing that a document says under a facet's key.
pub(super) fn each_said(document: &Document, key: &str, mut hear: impl FnMut(&str)) {
    let metadata = &document.metadata;
    match key {
        "topics" => metadata.topics.iter().for_each(|topic| hear(&topic.value)),
        "places" => metadata.place.iter().for_each(|place| hear(&place.name)),
        "sources" => {
            let names = metadata.source.iter().filter_map(|source| source.name.as_ref());
            names.for_each(|name| hear(name));
        }
        "kinds" => metadata.kind.iter().for_each(|kind| hear(kind.name())),
        "languages" => hear(document.language.as_str()),
        "series" => metadata.series.iter().for_each(|series| hear(&series.name)),
        "people" => {
            let people = metadata.people.iter();
            people.for_each(|person| hear(&person.name.inverted()));
        }
        "issuer" => metadata.issuer.iter().for_each(|issuer| hear(issuer)),
        "genre" => metadata.genre.iter().for_each(|genre| hear(genre)),
        _ => {
            let extra = metadata.extra.iter().filter(|extra| &*extra.key == key);
            extra.flat_map(|extra| &extra.values).for_each(|value| hear(value));
        }
    }
}

/// All that a document says under a facet's key.
pub(super) fn said(document: &Document, key: &str) -> Vec<String> {
    let mut all = Vec::new();
    each_said(document, key, |spelling| all.push(spelling.to_owned()));
    all
}

/// Longer slugs make addresses that nobody can read.
const MAX_CHARACTERS: usize = 80;

/// A term's slug. A long one is cut, and one of nothing but signs is empty: a hash tells
/// them apart.
pub(super) fn term_slug(label: &str) -> String {
    let slug = slug(label);
    if (1..=MAX_CHARACTERS).contains(&slug.chars().count()) {
        return slug;
    }
    let hash = Fingerprint::of(label.as_bytes()).to_string();
    let hash = hash.get(..8).unwrap_or_default();
    let kept: String = slug.chars().take(60).collect();
    format!("{kept}-{hash}").trim_start_matches('-').to_owned()
}
