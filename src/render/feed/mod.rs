//! Feeds: the newest works in Atom and JSON Feed, and what happened to texts in Atom.
//!
//! A feed is a function of its address and the archive. Every date in it is one that the
//! archive knows; a work without any is in no feed.

mod tag;
mod names;
mod newest;
mod item;
mod entries;
mod atom;
mod changes;
mod json_feed;

use crate::archive::{Archive, DocumentId, Event, Feed, FeedFormat, InterfaceId, WorkId};
use crate::render::html::Renderer;
use entries::Entries;
use names::Names;
use newest::Newest;
use tag::Tags;

/// Makes feeds of an archive.
pub struct Feeds<'a> {
    archive: &'a Archive,
    /// Has the words of the interface languages.
    renderer: &'a Renderer<'a>,
    tags: Tags,
    names: Names,
    newest: Newest,
    entries: Entries,
    /// Everything that happened to the texts that are there, the latest first.
    events: Vec<Event>,
}

impl<'a> Feeds<'a> {
    /// Puts works and events in the order of feeds.
    pub fn new(archive: &'a Archive, renderer: &'a Renderer<'a>) -> Feeds<'a> {
        Feeds {
            archive,
            renderer,
            tags: Tags::new(&archive.config),
            names: Names::new(archive),
            newest: Newest::new(archive),
            entries: Entries::new(archive),
            events: newest::events(archive),
        }
    }

    /// The bytes of a feed.
    pub fn bytes(&self, interface: InterfaceId, feed: Feed) -> Vec<u8> {
        let channel = Channelled { feeds: self, interface, feed };
        match feed.format {
            FeedFormat::Atom => atom::feed(&channel),
            FeedFormat::Json => json_feed::feed(&channel),
            FeedFormat::Changes => changes::feed(&channel),
        }
    }

    /// Gives back the memory of all entries in an interface language.
    pub fn forget(&mut self, interface: InterfaceId) {
        self.entries.forget(interface);
    }
}

/// A feed in an interface language.
#[derive(Clone, Copy)]
struct Channelled<'a> {
    feeds: &'a Feeds<'a>,
    interface: InterfaceId,
    feed: Feed,
}

impl<'a> Channelled<'a> {
    fn archive(&self) -> &'a Archive {
        self.feeds.archive
    }

    /// The version of a work that the interface's readers get.
    fn version(&self, work: WorkId) -> DocumentId {
        let archive = self.archive();
        archive.version_for(work, archive.interface(self.interface))
    }

    fn title(&self) -> String {
        self.feeds.renderer.feed_title(self.interface, self.feed)
    }

    fn text(&self, path: &str) -> &'a str {
        self.feeds.renderer.text(self.interface, path)
    }

    /// The address of the feed itself.
    fn own_url(&self) -> String {
        let archive = self.archive();
        archive.url(&archive.feed_path(self.interface, self.feed))
    }

    /// The address of the page that lists the same works.
    fn page_url(&self) -> String {
        let archive = self.archive();
        let name = archive.channel_name(self.feed.channel);
        archive.url(&archive.index_path(self.interface, &name))
    }

    /// Who makes the archive: its publisher, or else the archive itself.
    fn publisher(&self) -> &'a str {
        let config = &self.archive().config;
        let language = self.archive().interface(self.interface);
        let publisher = config.publisher.closest(language);
        publisher.or_else(|| config.title.closest(language)).map_or("", |(text, _)| text)
    }
}
