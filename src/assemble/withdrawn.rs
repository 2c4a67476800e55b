//! Which texts of former days are no longer there.

use std::collections::BTreeSet;

use crate::document::{Document, Withdrawn};

/// Of texts that were taken out, the latest first, those that are nowhere else now.
pub(super) fn withdrawn(
    removed: Vec<Withdrawn>,
    documents: &[Document],
) -> Vec<Withdrawn> {
    let text =
        |document: &Document| (document.work.value.clone(), document.language.clone());
    let mut known: BTreeSet<_> = documents.iter().map(text).collect();
    let mut removed = removed;
    removed.retain(|removed| known.insert(text(&removed.document)));
    removed
}
