//! The same text twice.

use std::collections::BTreeMap;

use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

pub(super) fn twice(site: &Site<'_>, seen: &[Seen], found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (document, seen) in site.archive.documents.iter().zip(seen) {
        let Some(words) = seen.words else { continue };
        let Some(other) = first.get(&words) else {
            first.insert(words, document);
            continue;
        };
        let (message, help) = match document.work.value == other.work.value {
            true => (
                "two versions of a work have the same text",
                "one of them waits for its translation: keep it back with `draft: true`",
            ),
            false => (
                "two documents have the same text",
                "keep one, and lead the other's address to it with `aliases`",
            ),
        };
        found.push(
            Diagnostic::new(Code::SameText, &document.path, Span::default(), message)
                .also(&other.path, Span::default(), "the other one")
                .help(help),
        );
    }
}
