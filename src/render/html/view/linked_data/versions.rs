//! Which version of a work is the original, and which are translations of it.
//!
//! The language that an archive lists a work in first need not be the one that it was
//! written in. Where documents do not tell which is the original, nothing is claimed.

use serde_json::{Map, Value, json};

use super::{Scene, values::add};
use crate::archive::{Archive, DocumentId, WorkId};
use crate::document::{Document, Translation};

impl Scene<'_> {
    /// The original of a translation and the translations of an original.
    pub(super) fn tell_versions(
        &self,
        node: &mut Map<String, Value>,
        work: WorkId,
        id: DocumentId,
    ) {
        let archive = self.archive;
        let reference = |id: DocumentId| {
            let url = archive.url(&archive.document_path(id));
            json!({ "@id": url, "inLanguage": archive.document(id).language.as_str() })
        };
        let is_translation =
            |id: DocumentId| archive.document(id).metadata.translation != NO_TRANSLATION;
        match original(archive, work) {
            Some(original) if original == id => {
                let others = archive.versions(work).filter(|&other| other != id);
                let others = others.filter(|&other| is_translation(other));
                add(node, "workTranslation", others.map(reference).collect());
            }
            Some(original) if is_translation(id) => {
                add(node, "translationOfWork", reference(original));
            }
            _ => {}
        }
    }
}

const NO_TRANSLATION: Option<Translation> = Some(Translation::None);

/// The version in the language that the work was first written in; where none is told,
/// the only one that is not said to be a translation.
fn original(archive: &Archive, work: WorkId) -> Option<DocumentId> {
    let told = archive
        .versions(work)
        .filter_map(|id| archive.document(id).metadata.original_language.as_ref());
    let told: Vec<_> = told.collect();
    let Some(&first) = told.first() else {
        return only(archive, work, |document| !is_translated(document));
    };
    if told.iter().any(|&other| other != first) {
        return None;
    }
    let exact = only(archive, work, |document| document.language == *first);
    exact.or_else(|| {
        only(archive, work, |document| document.language.primary() == first.primary())
    })
}

fn is_translated(document: &Document) -> bool {
    let metadata = &document.metadata;
    let sort = metadata.translation.filter(|sort| *sort != Translation::None);
    sort.is_some() || metadata.translator.is_some()
}

/// The version of which this is true, if it is true of no other.
fn only(
    archive: &Archive,
    work: WorkId,
    is_it: impl Fn(&Document) -> bool,
) -> Option<DocumentId> {
    let mut found = archive.versions(work).filter(|&id| is_it(archive.document(id)));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
