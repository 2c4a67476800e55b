//! Which texts of former days are no longer there.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, Metadata, Withdrawn};

/// Of texts that were taken out, the latest first, those that are nowhere else now; what
/// a translation left out, the other versions of its work say.
pub(super) fn withdrawn(
    removed: Vec<Withdrawn>,
    documents: &[Document],
) -> Vec<Withdrawn> {
    if removed.is_empty() {
        return removed;
    }
    let text =
        |document: &Document| (document.work.value.clone(), document.language.clone());
    let mut known: BTreeSet<_> = documents.iter().map(text).collect();
    let mut removed = removed;
    removed.retain(|removed| known.insert(text(&removed.document)));
    complete(&mut removed, documents);
    removed
}

/// Adds to each text by which it would be found in lists.
fn complete(removed: &mut [Withdrawn], documents: &[Document]) {
    let mut works: BTreeMap<Box<str>, Metadata> = BTreeMap::new();
    for gone in removed.iter() {
        works.entry(gone.document.work.value.clone()).or_default();
    }
    // What is still there says it better than what has gone.
    let gone = removed.iter().map(|gone| &gone.document);
    for document in documents.iter().chain(gone) {
        if let Some(work) = works.get_mut(&document.work.value) {
            inherit(work, &document.metadata);
        }
    }
    for gone in removed {
        if let Some(work) = works.get(&gone.document.work.value) {
            inherit(&mut gone.document.metadata, work);
        }
    }
}

/// Takes what lists are made by from another version, where this one does not say it.
fn inherit(own: &mut Metadata, other: &Metadata) {
    own.kind = own.kind.or(other.kind);
    own.date = own.date.take().or_else(|| other.date.clone());
    own.place = own.place.take().or_else(|| other.place.clone());
    own.source = own.source.take().or_else(|| other.source.clone());
    fill(&mut own.topics, &other.topics);
    fill(&mut own.series, &other.series);
    fill(&mut own.people, &other.people);
}

fn fill<T: Clone>(own: &mut Vec<T>, other: &[T]) {
    if own.is_empty() {
        own.extend_from_slice(other);
    }
}
