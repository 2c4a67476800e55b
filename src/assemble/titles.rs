//! Works in the order of their titles.

use super::letters::index;
use crate::archive::{Archive, Index, InterfaceId, WorkId};

/// The order for each interface language.
pub(super) fn titles(archive: &Archive) -> Vec<Index<WorkId>> {
    archive.interfaces().map(|interface| titles_in(archive, interface)).collect()
}

fn titles_in(archive: &Archive, interface: InterfaceId) -> Index<WorkId> {
    let language = archive.interface(interface);
    let words = (0..archive.works.len()).map(|at| {
        let version = archive.version_for(WorkId::new(at), language);
        let metadata = &archive.document(version).metadata;
        metadata.title_reading.as_deref().unwrap_or(&metadata.title)
    });
    let Index { order, groups } = index(language, words);
    Index { order: order.into_iter().map(WorkId::new).collect(), groups }
}
