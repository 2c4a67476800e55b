//! What many files show alike, held while they are made and given back when all are.

use std::sync::{OnceLock, PoisonError, RwLock};

use crate::archive::{Archive, Feed, InterfaceId, Listed};
use crate::config::ListForm;
use crate::render::export::{self, Listings};
use crate::render::feed::Feeds;
use crate::render::html::Renderer;

/// The entries of feeds, and the records of the lists' files in one form.
pub(super) struct Held<'a> {
    archive: &'a Archive,
    renderer: &'a Renderer<'a>,
    feeds: RwLock<OnceLock<Feeds<'a>>>,
    listings: RwLock<Option<Listings<'a>>>,
}

impl<'a> Held<'a> {
    /// Nothing is held yet.
    pub(super) fn new(archive: &'a Archive, renderer: &'a Renderer<'a>) -> Held<'a> {
        let (feeds, listings) = (RwLock::default(), RwLock::default());
        Held { archive, renderer, feeds, listings }
    }

    /// A feed; its entries are held for others.
    pub(super) fn feed(&self, interface: InterfaceId, feed: Feed) -> Vec<u8> {
        let feeds = self.feeds.read().unwrap_or_else(PoisonError::into_inner);
        let feeds = feeds.get_or_init(|| Feeds::new(self.archive, self.renderer));
        feeds.bytes(interface, feed)
    }

    /// Gives back the entries of feeds in an interface language.
    pub(super) fn forget_entries(&self, interface: InterfaceId) {
        let mut feeds = self.feeds.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(feeds) = feeds.get_mut() {
            feeds.forget(interface);
        }
    }

    /// Gives back all that feeds have left.
    pub(super) fn forget_feeds(&self) {
        *self.feeds.write().unwrap_or_else(PoisonError::into_inner) = OnceLock::new();
    }

    /// The file beside a list.
    pub(super) fn listing(&self, list: Listed, form: ListForm) -> Vec<u8> {
        let held = self.listings.read().unwrap_or_else(PoisonError::into_inner);
        match held.as_ref().filter(|held| held.form == form) {
            Some(held) => held.bytes(list),
            None => export::listing(self.archive, list, form),
        }
    }

    /// Holds the records of the lists' files in this form, and gives back all others.
    pub(super) fn hold_records(&self, form: Option<ListForm>) {
        let mut held = self.listings.write().unwrap_or_else(PoisonError::into_inner);
        *held = None;
        *held = form.map(|form| Listings::new(self.archive, form));
    }
}
