//! What each text is called in feeds, whatever becomes of its file's name.

use std::collections::BTreeSet;

use crate::archive::{Archive, DocumentId};
use crate::date::Moment;

/// By document: the name of its work when it was first published, as far as the history
/// knows it.
pub(super) struct Names(Vec<String>);

impl Names {
    /// Gives out names, to older texts first: a later one whose work has a name that an
    /// older one began with is told from it by its first day, or else by its address.
    pub(super) fn new(archive: &Archive) -> Names {
        let mut order: Vec<DocumentId> =
            (0..archive.documents.len()).map(DocumentId::new).collect();
        order.sort_by_key(|&id| {
            (first_moment(archive, id).is_none(), first_moment(archive, id))
        });
        let mut names = vec![String::new(); order.len()];
        let mut taken = BTreeSet::new();
        for id in order {
            let document = archive.document(id);
            let first = document.first_work.as_deref().unwrap_or(&document.work.value);
            let is_free = taken.insert((first, &document.language));
            let name = match first_moment(archive, id) {
                _ if is_free => first.to_owned(),
                Some(moment) => format!("{};{moment}", document.work.value),
                // A second text of the work in one language has an address of its own.
                None => format!("{};{}", document.work.value, archive.document_path(id)),
            };
            if let Some(slot) = names.get_mut(id.index()) {
                *slot = name;
            }
        }
        Names(names)
    }

    /// The name of a text's work, without its language.
    pub(super) fn of(&self, id: DocumentId) -> &str {
        self.0.get(id.index()).map_or("", String::as_str)
    }
}

fn first_moment(archive: &Archive, id: DocumentId) -> Option<Moment> {
    archive.document(id).changes.first().map(|change| change.moment)
}
