//! Which texts of former days are no longer there.

use std::collections::BTreeSet;

use crate::document::{Document, Withdrawn};

/// Of files that were removed, the latest first, those whose text was published and is
/// nowhere else now.
pub(super) fn withdrawn(
    removed: Vec<Withdrawn>,
    documents: &[Document],
) -> Vec<Withdrawn> {
    let text =
        |document: &Document| (document.work.value.clone(), document.language.clone());
    let mut known: BTreeSet<_> = documents.iter().map(text).collect();
    let mut removed = removed;
    removed.retain(|removed| {
        !removed.document.metadata.draft && known.insert(text(&removed.document))
    });
    removed
}
