//! What a feed has room for: the newest works, the latest events.

use std::cmp::Reverse;

use super::Channelled;
use crate::archive::{Archive, Channel, DocumentId, Event, InterfaceId, WorkId};

/// By interface language: the place of each work among the newest, from 0; nothing for one
/// without any date.
pub(super) struct Newest(Vec<Vec<Option<u32>>>);

impl Newest {
    pub(super) fn new(archive: &Archive) -> Newest {
        Newest(archive.interfaces().map(|interface| places(archive, interface)).collect())
    }

    fn place(&self, interface: InterfaceId, work: WorkId) -> Option<u32> {
        *self.0.get(interface.index())?.get(work.index())?
    }
}

/// The later put in first; of those of one moment, the later by its own date.
fn places(archive: &Archive, interface: InterfaceId) -> Vec<Option<u32>> {
    let language = archive.interface(interface);
    let works = (0..archive.works.len()).map(WorkId::new);
    let mut entered: Vec<_> = works
        .filter_map(|work| {
            Some((archive.entered(archive.version_for(work, language))?, work))
        })
        .collect();
    entered.sort_by_key(|&entered| Reverse(entered));
    let mut places = vec![None; archive.works.len()];
    for (place, (_, work)) in (0..).zip(entered) {
        if let Some(slot) = places.get_mut(work.index()) {
            *slot = Some(place);
        }
    }
    places
}

/// Everything that happened to the texts that are there, the latest first.
pub(super) fn events(archive: &Archive) -> Vec<Event> {
    let documents = (0..archive.documents.len()).map(DocumentId::new);
    let mut events: Vec<Event> = documents.flat_map(|id| archive.events_of(id)).collect();
    events.sort_by_key(|event| (Reverse(event.moment), event.what));
    events
}

impl Channelled<'_> {
    /// The newest works of the channel.
    pub(super) fn newest(&self) -> Vec<WorkId> {
        let archive = self.archive();
        let newest = &self.feeds.newest;
        let placed = |work: WorkId| Some((newest.place(self.interface, work)?, work));
        let works: Vec<(u32, WorkId)> = match self.feed.channel {
            Channel::Site => {
                (0..archive.works.len()).map(WorkId::new).filter_map(placed).collect()
            }
            Channel::List(list) => {
                archive.listed(list).iter().copied().filter_map(placed).collect()
            }
        };
        let works = first(works, archive.config.feeds.entries).into_iter();
        works.map(|(_, work)| work).collect()
    }

    /// The latest events of the channel.
    pub(super) fn latest(&self) -> Vec<Event> {
        let archive = self.archive();
        let room = archive.config.feeds.entries;
        let withdrawn = |at: usize| archive.events_of_withdrawn(at);
        let mut events: Vec<Event> = match self.feed.channel {
            Channel::Site => {
                let gone = (0..archive.withdrawn.len()).flat_map(withdrawn);
                self.feeds.events.iter().take(room).copied().chain(gone).collect()
            }
            Channel::List(list) => {
                let works = archive.listed(list).iter();
                let versions = works.flat_map(|&work| archive.versions(work));
                let events = versions.flat_map(|id| archive.events_of(id));
                let gone = archive.withdrawn_from(list).into_iter();
                events.chain(gone.flat_map(withdrawn)).collect()
            }
        };
        events.sort_by_key(|event| (Reverse(event.moment), event.what));
        events.truncate(room);
        events
    }
}

/// The first of a list in order; only those are sorted.
fn first<T: Ord>(mut list: Vec<T>, room: usize) -> Vec<T> {
    if list.len() > room {
        list.select_nth_unstable(room);
        list.truncate(room);
    }
    list.sort_unstable();
    list
}
