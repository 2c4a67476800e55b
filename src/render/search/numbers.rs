//! The numbers of documents in the index.

use crate::archive::{Archive, DocumentId, WorkId};

/// Documents and works in the order of the index: from the newest work to the oldest, then
/// those without a date, so that among equals the lower number comes first.
pub(super) struct Numbers {
    /// Works in the order of their numbers.
    pub(super) works: Vec<WorkId>,
    /// Documents in the order of their numbers.
    pub(super) documents: Vec<DocumentId>,
    by_document: Vec<u32>,
}

impl Numbers {
    pub(super) fn new(archive: &Archive) -> Numbers {
        let dated = archive.works.iter().take_while(|work| work.date.is_some()).count();
        let undated = dated..archive.works.len();
        let works: Vec<WorkId> =
            (0..dated).rev().chain(undated).map(WorkId::new).collect();
        let documents: Vec<DocumentId> =
            works.iter().flat_map(|&work| archive.versions(work)).collect();
        let mut by_document = vec![u32::MAX; archive.documents.len()];
        for (number, id) in (0..).zip(&documents) {
            if let Some(own) = by_document.get_mut(id.index()) {
                *own = number;
            }
        }
        Numbers { works, documents, by_document }
    }

    /// The number of a document.
    pub(super) fn of(&self, id: DocumentId) -> Option<u32> {
        self.by_document.get(id.index()).copied().filter(|&number| number < u32::MAX)
    }
}
