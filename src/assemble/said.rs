//! What documents say under facets, and what terms are called in addresses.

use std::borrow::Cow;

use crate::document::Document;
use crate::fingerprint::Fingerprint;
use crate::slug::slug;

/// What a document says under a facet's key.
pub(super) fn said<'d>(document: &'d Document, key: &str) -> Vec<Cow<'d, str>> {
    let metadata = &document.metadata;
    let plain = |text: &'d str| Cow::Borrowed(text);
    match key {
        "topics" => metadata.topics.iter().map(|topic| plain(&topic.value)).collect(),
        "places" => metadata.place.iter().map(|place| plain(&place.name)).collect(),
        "sources" => {
            let name = metadata.source.iter().filter_map(|source| source.name.as_deref());
            name.map(plain).collect()
        }
        "kinds" => metadata.kind.iter().map(|kind| plain(kind.name())).collect(),
        "languages" => vec![plain(document.language.as_str())],
        "series" => metadata.series.iter().map(|series| plain(&series.name)).collect(),
        "people" => {
            let people = metadata.people.iter();
            people.map(|person| Cow::Owned(person.name.inverted())).collect()
        }
        "issuer" => metadata.issuer.iter().map(|issuer| plain(issuer)).collect(),
        "genre" => metadata.genre.iter().map(|genre| plain(genre)).collect(),
        _ => {
            let extra = metadata.extra.iter().filter(|extra| &*extra.key == key);
            extra.flat_map(|extra| &extra.values).map(|value| plain(value)).collect()
        }
    }
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
