//! Works as entries, each made once in each interface language.
//!
//! A work stands in a dozen feeds; its entry is the same in all of them.

use std::sync::OnceLock;

use super::{Channelled, atom, json_feed};
use crate::archive::{Archive, InterfaceId, WorkId};

/// By interface language: entries made when they are first asked for.
pub(super) struct Entries {
    works: usize,
    made: Vec<OnceLock<Made>>,
}

/// By work.
type Made = Vec<OnceLock<Entry>>;

/// A work in each format; empty where no date is known.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) atom: Box<str>,
    pub(super) json: Box<str>,
}

impl Entries {
    /// None is made.
    pub(super) fn new(archive: &Archive) -> Entries {
        let made = archive.interfaces().map(|_| OnceLock::new()).collect();
        Entries { works: archive.works.len(), made }
    }

    /// Gives back the memory of all entries in an interface language.
    pub(super) fn forget(&mut self, interface: InterfaceId) {
        if let Some(made) = self.made.get_mut(interface.index()) {
            *made = OnceLock::new();
        }
    }

    /// A work as an entry.
    pub(super) fn get(&self, channel: &Channelled<'_>, work: WorkId) -> Option<&Entry> {
        let made = self.made.get(channel.interface.index())?;
        let room = || (0..self.works).map(|_| OnceLock::new()).collect();
        let place = made.get_or_init(room).get(work.index())?;
        Some(place.get_or_init(|| make(channel, work).unwrap_or_default()))
    }
}

fn make(channel: &Channelled<'_>, work: WorkId) -> Option<Entry> {
    let item = channel.item(channel.version(work))?;
    Some(Entry {
        atom: atom::entry(channel, &item).into(),
        json: json_feed::entry(&item).into(),
    })
}
