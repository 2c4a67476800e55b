//! The keys of front matter, and what people write for them.

use std::sync::Arc;

use crate::config::{Config, Meaning};
use crate::diagnostic::{Code, Diagnostic};
use crate::spelling;

/// The keys that front matter may have, in the manual's order.
pub(super) const KEYS: &[&str] = &[
    "title",
    "date",
    "place",
    "source",
    "topics",
    "kind",
    "lang",
    "work",
    "id",
    "short_title",
    "title_reading",
    "genre",
    "event",
    "date_note",
    "time",
    "timezone",
    "issuer",
    "people",
    "translation",
    "translator",
    "original_lang",
    "series",
    "references",
    "notes",
    "summary",
    "number",
    "rights",
    "attachments",
    "aliases",
    "transcription",
    "draft",
    "nav",
    "extra",
];

/// Whether readers of a document's source may see a key: not what is kept under `extra`
/// or unknown, unless the site has a taxonomy of it, nor whether it is a draft.
pub(super) fn is_published(key: &str, config: &Config) -> bool {
    let is_public = |key: &str| KEYS.contains(&key) && !matches!(key, "draft" | "extra");
    let is_shown = config.taxonomies.iter().any(|taxonomy| taxonomy.key == key);
    match config.meaning(key) {
        Some(Meaning::Ignore) => false,
        Some(Meaning::Extra) => is_shown,
        Some(Meaning::Key { key, .. }) => is_public(key),
        None => is_public(key) || is_shown,
    }
}

/// Whether a key's value is seen by readers, beyond the document's address.
pub(super) fn is_shown(key: &str) -> bool {
    !matches!(key, "work" | "id" | "aliases" | "title_reading" | "nav")
}

/// Mappings of `site.toml` to keys that documents do not have.
pub fn mapping_mistakes(config: &Config) -> Vec<Diagnostic> {
    let path: Arc<str> = "site.toml".into();
    let mappings = config.keys.iter().filter_map(|mapping| match &mapping.meaning {
        Meaning::Key { key, .. } if !KEYS.contains(&key.as_str()) => Some((mapping, key)),
        _ => None,
    });
    let mistakes = mappings.map(|(mapping, key)| {
        let message = format!("`{key}` is not a key of documents");
        let help = match closest(key) {
            Some(known) => format!("did you mean `{known}`?"),
            None => "map to a key of documents, to `extra` or to `ignore`".to_owned(),
        };
        Diagnostic::new(Code::InvalidConfig, &path, mapping.span, message).help(help)
    });
    mistakes.collect()
}

/// The key that was probably meant.
pub(super) fn closest(key: &str) -> Option<&'static str> {
    let key = key.to_lowercase().replace([' ', '-'], "_");
    let known_elsewhere = match &*key {
        "language" => Some("lang"),
        "tags" | "subjects" | "keywords" | "categories" => Some("topics"),
        "type" => Some("kind"),
        "author" | "authors" | "persons" | "speaker" => Some("people"),
        "location" => Some("place"),
        "url" | "link" => Some("source"),
        "description" | "abstract" => Some("summary"),
        "license" | "licence" => Some("rights"),
        _ => None,
    };
    known_elsewhere.or_else(|| spelling::closest(&key, KEYS.iter().copied()))
}
