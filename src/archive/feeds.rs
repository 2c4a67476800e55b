//! What can be followed: the site, a term or a period, as a feed of works or of changes.

use super::{Archive, DocumentId, InterfaceId, Listed, Page};
use crate::date::{Bounds, Edtf, Moment};
use crate::document::{ChangeSort, Document};

/// What a feed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// The whole site.
    Site,
    /// The works of a list.
    List(Listed),
}

/// What a feed tells, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedFormat {
    /// The newest works, in Atom (RFC 4287).
    Atom,
    /// The newest works, in JSON Feed 1.1.
    Json,
    /// New, corrected and withdrawn texts, in Atom.
    Changes,
}

/// A file that programs read again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Feed {
    /// What it is about.
    pub channel: Channel,
    /// What it tells, and how.
    pub format: FeedFormat,
}

/// Something that happened to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// When.
    pub moment: Moment,
    /// What.
    pub what: What,
}

/// What happened to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It was put into the archive.
    New(DocumentId),
    /// It was changed.
    Corrected(DocumentId),
    /// It was put in again.
    Restored(DocumentId),
    /// It was taken out: its position among the withdrawn.
    Withdrawn(usize),
    /// What became of it before it was taken out.
    Formerly(usize, ChangeSort),
}

/// The taxonomies whose terms can be followed.
const FOLLOWED: &[&str] =
    &["topics", "places", "sources", "kinds", "languages", "series", "people"];

impl FeedFormat {
    /// The name of the file.
    pub fn file_name(self) -> &'static str {
        match self {
            FeedFormat::Atom => "feed.atom",
            FeedFormat::Json => "feed.json",
            FeedFormat::Changes => "changes.atom",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            FeedFormat::Json => "application/feed+json",
            FeedFormat::Atom | FeedFormat::Changes => "application/atom+xml",
        }
    }
}

impl Archive {
    /// Everything that can be followed, whether or not there is something to tell.
    pub fn channels(&self) -> Vec<Channel> {
        let lists = self.lists().into_iter().filter(|list| self.is_followed(*list));
        std::iter::once(Channel::Site).chain(lists.map(Channel::List)).collect()
    }

    /// Nobody waits for more works without a date.
    fn is_followed(&self, list: Listed) -> bool {
        match list {
            _ if !self.config.feeds.lists => false,
            Listed::Decade(_) | Listed::Year(_) | Listed::Month(..) => true,
            Listed::Undated => false,
            Listed::Term(id, _) => FOLLOWED.contains(&&*self.taxonomy(id).name),
        }
    }

    /// The feeds of a channel that have something to tell, in an interface language.
    pub fn feeds(&self, interface: InterfaceId, channel: Channel) -> Vec<Feed> {
        let mut feeds = self.feeds_of_works(interface, channel);
        if self.config.feeds.enabled && self.has_changed(channel) {
            feeds.push(Feed { channel, format: FeedFormat::Changes });
        }
        feeds
    }

    /// Those of them that tell the newest works.
    pub fn feeds_of_works(&self, interface: InterfaceId, channel: Channel) -> Vec<Feed> {
        if !self.config.feeds.enabled || !self.has_entered(interface, channel) {
            return Vec::new();
        }
        [FeedFormat::Atom, FeedFormat::Json].map(|format| Feed { channel, format }).into()
    }

    /// The channel that a page lists the works of.
    pub fn channel_of(&self, page: Page) -> Option<Channel> {
        match page {
            Page::Home => Some(Channel::Site),
            page => {
                let list = page.listed().filter(|list| self.is_followed(*list));
                list.map(Channel::List)
            }
        }
    }

    /// The path of a channel's page below an index: empty, or `topics/peace`.
    pub fn channel_name(&self, channel: Channel) -> String {
        match channel {
            Channel::Site => String::new(),
            Channel::List(list) => self.list_name(list),
        }
    }

    /// The path of a feed.
    pub fn feed_path(&self, interface: InterfaceId, feed: Feed) -> String {
        let folder = self.index_path(interface, &self.channel_name(feed.channel));
        format!("{folder}{}", feed.format.file_name())
    }

    /// When a text was put into the archive, as far as that is known: by the site's
    /// history, else the day it was taken from its source, else its own date.
    pub fn entered(&self, id: DocumentId) -> Option<Moment> {
        let document = self.document(id);
        let shared = self.work_of(id).map(|work| self.main_version(work));
        let retrieved = |document: &Document| {
            let source = document.metadata.source.as_ref()?;
            Moment::midnight(source.retrieved.as_ref()?.bounds().first)
        };
        let dated = || {
            let date = document.metadata.date.as_ref();
            let work = || self.work(self.work_of(id)?).date.as_ref();
            Moment::midnight(date.or_else(work)?.bounds().first)
        };
        let known = document.changes.first().map(|change| change.moment);
        known
            .or_else(|| retrieved(document))
            .or_else(|| shared.and_then(retrieved))
            .or_else(dated)
    }

    /// What happened to a text, the first first.
    pub fn events_of(&self, id: DocumentId) -> impl Iterator<Item = Event> + '_ {
        self.document(id).changes.iter().map(move |change| Event {
            moment: change.moment,
            what: match change.sort {
                ChangeSort::New => What::New(id),
                ChangeSort::Corrected => What::Corrected(id),
                ChangeSort::Restored => What::Restored(id),
            },
        })
    }

    /// What happened to a text that was taken out, the first first: its position among the
    /// withdrawn.
    pub fn events_of_withdrawn(&self, at: usize) -> impl Iterator<Item = Event> + '_ {
        self.withdrawn.get(at).into_iter().flat_map(move |gone| {
            let before = gone.document.changes.iter();
            let before = before.map(move |change| Event {
                moment: change.moment,
                what: What::Formerly(at, change.sort),
            });
            before.chain([Event { moment: gone.moment, what: What::Withdrawn(at) }])
        })
    }

    /// Texts that were taken out of a list: their positions, the latest first.
    pub fn withdrawn_from(&self, list: Listed) -> Vec<usize> {
        let (first, last) = match list {
            Listed::Term(id, term) => {
                return self.taxonomy(id).term(term).withdrawn.clone();
            }
            Listed::Decade(first) => ((first, 1), (first.saturating_add(9), 12)),
            Listed::Year(year) => ((year, 1), (year, 12)),
            Listed::Month(year, month) => ((year, month), (year, month)),
            Listed::Undated => return Vec::new(),
        };
        let is_within = |date: &Edtf| {
            let Bounds { first: from, last: to } = date.bounds();
            (from.year(), from.month()) <= last && (to.year(), to.month()) >= first
        };
        let gone = self.withdrawn.iter().enumerate().filter(|(_, gone)| {
            gone.document.metadata.date.as_ref().is_some_and(is_within)
        });
        gone.map(|(at, _)| at).collect()
    }

    fn has_entered(&self, interface: InterfaceId, channel: Channel) -> bool {
        let language = self.interface(interface);
        let has = |id: DocumentId| self.entered(id).is_some();
        match channel {
            Channel::Site => (0..self.documents.len()).map(DocumentId::new).any(has),
            Channel::List(list) => {
                let mut works = self.listed(list).iter();
                works.any(|&work| has(self.version_for(work, language)))
            }
        }
    }

    fn has_changed(&self, channel: Channel) -> bool {
        if !self.config.history {
            return false;
        }
        let has = |document: &Document| !document.changes.is_empty();
        match channel {
            Channel::Site => !self.withdrawn.is_empty() || self.documents.iter().any(has),
            Channel::List(list) => {
                let works = self.listed(list).iter();
                let mut versions = works.flat_map(|&work| self.versions(work));
                versions.any(|id| has(self.document(id)))
                    || !self.withdrawn_from(list).is_empty()
            }
        }
    }
}
