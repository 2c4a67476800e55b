//! Addresses that look the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archive::{Archive, Page, Planned};
use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Some servers and disks do not tell capitals from small letters.
pub(super) fn similar(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &Planned> = BTreeMap::new();
    for planned in &site.archive.plan.pages {
        let Some(path) = origin(site.archive, planned.page) else { continue };
        let folded = planned.route.as_str().to_lowercase();
        let Some(other) = first.get(&folded) else {
            first.insert(folded, planned);
            continue;
        };
        let Some(other_path) = origin(site.archive, other.page) else { continue };
        if other.route == planned.route {
            continue;
        }
        let message = format!(
            "`/{}` and `/{}` differ only in capitals",
            planned.route.href(),
            other.route.href()
        );
        found.push(
            Diagnostic::new(Code::SimilarAddress, path, Span::default(), message)
                .also(other_path, Span::default(), "the other one")
                .help("rename one of them: some servers cannot tell them apart"),
        );
    }
}

/// The file that an address is named after.
fn origin(archive: &Archive, page: Page) -> Option<&Arc<str>> {
    match page {
        Page::Document(id) | Page::Alias(id) => Some(&archive.document(id).path),
        Page::Plain(id) => Some(&archive.plain(id).path),
        Page::File(id) => Some(&archive.file(id).path),
        _ => None,
    }
}
