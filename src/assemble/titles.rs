//! Works in the order of their titles.

use super::collation::Collation;
use super::letters::{groups, index, sorted_by};
use crate::archive::{Archive, Index, InterfaceId, WorkId};

/// The order for each interface language.
pub(super) fn titles(archive: &Archive) -> Vec<Index<WorkId>> {
    archive.interfaces().map(|interface| titles_in(archive, interface)).collect()
}

fn titles_in(archive: &Archive, interface: InterfaceId) -> Index<WorkId> {
    let words =
        (0..archive.works.len()).map(|at| title(archive, interface, WorkId::new(at)));
    let Index { order, groups } = index(archive.interface(interface), words);
    Index { order: order.into_iter().map(WorkId::new).collect(), groups }
}

/// Puts a work whose title has changed where it belongs now.
pub(super) fn move_work(archive: &mut Archive, work: WorkId) {
    let titles = std::mem::take(&mut archive.titles);
    let titles = archive.interfaces().zip(titles);
    let titles = titles.map(|(at, titles)| with_moved(archive, at, titles, work));
    archive.titles = titles.collect();
}

/// Whether a work stands between those that it belongs between.
pub(super) fn stands_right(
    archive: &Archive,
    interface: InterfaceId,
    titles: &Index<WorkId>,
    work: WorkId,
) -> bool {
    let collation = Collation::of(archive.interface(interface));
    let key = |work| (collation.key(sorted_by(title(archive, interface, work))), work);
    let order = &titles.order;
    let at = order.iter().position(|other| *other == work).unwrap_or_default();
    let around = order.get(at.saturating_sub(1)..order.len().min(at + 2));
    around.unwrap_or_default().iter().is_sorted_by_key(|work| key(*work))
}

/// Works by title, where one of them may not stand where it belongs.
pub(super) fn with_moved(
    archive: &Archive,
    interface: InterfaceId,
    titles: Index<WorkId>,
    work: WorkId,
) -> Index<WorkId> {
    let mut order = titles.order;
    order.retain(|other| *other != work);
    let collation = Collation::of(archive.interface(interface));
    let key = |work| (collation.key(sorted_by(title(archive, interface, work))), work);
    let own = key(work);
    let at = order.partition_point(|other| key(*other) < own);
    order.insert(at, work);
    let words = order.iter().map(|work| title(archive, interface, *work));
    let groups = groups(words.map(sorted_by));
    Index { order, groups }
}

/// What a work is looked up under by readers of an interface language.
fn title(archive: &Archive, interface: InterfaceId, work: WorkId) -> &str {
    let version = archive.version_for(work, archive.interface(interface));
    let metadata = &archive.document(version).metadata;
    metadata.title_reading.as_deref().unwrap_or(&metadata.title)
}
