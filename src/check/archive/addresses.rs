//! Addresses: such as look the same, and such as are no more.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archive::{Archive, Direction, Page, Planned};
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

const DOCUMENTS: &str = "documents/";
const INDEX: &str = "/index.html";

pub(super) fn dropped(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    let pages = &site.archive.plan.pages;
    let is_there = |route: &str| {
        pages.binary_search_by(|planned| planned.route.as_str().cmp(route)).is_ok()
    };
    let mut last: Option<&str> = None;
    let folders = site.published.iter().filter(|route| !is_there(route));
    let mut folders: Vec<&str> = folders
        .filter(|route| route.starts_with(DOCUMENTS))
        .filter_map(|route| route.strip_suffix(INDEX))
        .filter(|folder| !is_made(folder))
        .collect();
    folders.sort_unstable();
    for folder in folders {
        // With a work its versions go; one word is enough.
        let is_below = last.is_some_and(|last| {
            folder.strip_prefix(last).is_some_and(|rest| rest.starts_with('/'))
        });
        if is_below {
            continue;
        }
        last = Some(folder);
        let message = format!("`/{folder}/` was published, and leads nowhere any more");
        let path = "site.toml".into();
        found.push(
            Diagnostic::new(Code::DroppedAddress, &path, Span::default(), message).help(
                format!(
                    "give the document in its place the alias: `aliases: [/{folder}/]`"
                ),
            ),
        );
    }
}

/// Pages that the archive makes of others: lists of references, two versions side by side.
fn is_made(folder: &str) -> bool {
    let own = folder.rsplit('/').next().unwrap_or_default();
    let is_list =
        |name: &str| Direction::ALL.iter().any(|direction| direction.name() == name);
    let is_pair = own.split_once('-').is_some_and(|(left, right)| {
        let is_tag = |text| crate::language::Language::parse_known(text).is_some();
        is_tag(left) && is_tag(right)
    });
    is_list(own) || own.starts_with("page-") || is_pair
}
