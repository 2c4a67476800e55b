//! Works as entries, each made once in each interface language.
//!
//! A work stands in a dozen feeds; its entry is the same in all of them.

use std::sync::OnceLock;

use super::{Channelled, atom, json_feed};
use crate::archive::{Archive, InterfaceId, WorkId};

/// By interface language, then by work: entries made when they are first asked for.
pub(super) struct Entries(Vec<Vec<OnceLock<Entry>>>);

/// A work in each format; empty where no date is known.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) atom: Box<str>,
    pub(super) json: Box<str>,
}

impl Entries {
    /// Room for the entries of all works.
    pub(super) fn new(archive: &Archive) -> Entries {
        Entries(archive.interfaces().map(|_| room(archive.works.len())).collect())
    }

    /// Gives back the memory of all entries in an interface language.
    pub(super) fn forget(&mut self, interface: InterfaceId) {
        if let Some(made) = self.0.get_mut(interface.index()) {
            *made = room(made.len());
        }
    }

    /// A work as an entry.
    pub(super) fn get(&self, channel: &Channelled<'_>, work: WorkId) -> Option<&Entry> {
        let place = self.0.get(channel.interface.index())?.get(work.index())?;
        Some(place.get_or_init(|| make(channel, work).unwrap_or_default()))
    }
}

fn room(works: usize) -> Vec<OnceLock<Entry>> {
    (0..works).map(|_| OnceLock::new()).collect()
}

fn make(channel: &Channelled<'_>, work: WorkId) -> Option<Entry> {
    let item = channel.item(channel.version(work))?;
    Some(Entry {
        atom: atom::entry(channel, &item).into(),
        json: json_feed::entry(&item).into(),
    })
}
