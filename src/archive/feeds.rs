//! What can be followed: the site or a term, as a feed of works or of changes.

use super::{Archive, DocumentId, InterfaceId, Listed, Page, TaxonomyId, TermId};
use crate::date::Moment;
use crate::document::{ChangeSort, Document};

/// What a feed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// The whole site.
    Site,
    /// The works under a term.
    Term(TaxonomyId, TermId),
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
}

/// The taxonomies whose terms can be followed.
const FOLLOWED: &[&str] = &["topics", "places", "sources", "kinds", "series", "people"];

impl FeedFormat {
    /// Every format.
    pub const ALL: &[FeedFormat] =
        &[FeedFormat::Atom, FeedFormat::Json, FeedFormat::Changes];

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
        let mut channels = vec![Channel::Site];
        for (at, taxonomy) in self.taxonomies.iter().enumerate() {
            if FOLLOWED.contains(&&*taxonomy.name) {
                let id = TaxonomyId::new(at);
                channels.extend(taxonomy.used().map(|(term, _)| Channel::Term(id, term)));
            }
        }
        channels
    }

    /// The feeds of a channel that have something to tell, in an interface language.
    pub fn feeds(&self, interface: InterfaceId, channel: Channel) -> Vec<Feed> {
        if !self.config.feeds.enabled {
            return Vec::new();
        }
        let has_works = self.has_entered(interface, channel);
        let has_changes = self.has_changed(channel);
        let formats = FeedFormat::ALL.iter().filter(|format| match format {
            FeedFormat::Atom | FeedFormat::Json => has_works,
            FeedFormat::Changes => has_changes,
        });
        formats.map(|&format| Feed { channel, format }).collect()
    }

    /// The channel that a page lists the works of.
    pub fn channel_of(&self, page: Page) -> Option<Channel> {
        match page {
            Page::Home => Some(Channel::Site),
            Page::Term(id, term) => {
                let name = &*self.taxonomy(id).name;
                FOLLOWED.contains(&name).then_some(Channel::Term(id, term))
            }
            _ => None,
        }
    }

    /// The path of a channel's page below an index: empty, or `topics/peace`.
    pub fn channel_name(&self, channel: Channel) -> String {
        match channel {
            Channel::Site => String::new(),
            Channel::Term(taxonomy, term) => self.list_name(Listed::Term(taxonomy, term)),
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

    fn has_entered(&self, interface: InterfaceId, channel: Channel) -> bool {
        let language = self.interface(interface);
        let has = |id: DocumentId| self.entered(id).is_some();
        match channel {
            Channel::Site => (0..self.documents.len()).map(DocumentId::new).any(has),
            Channel::Term(taxonomy, term) => {
                let works = &self.taxonomy(taxonomy).term(term).works;
                works.iter().any(|&work| has(self.version_for(work, language)))
            }
        }
    }

    fn has_changed(&self, channel: Channel) -> bool {
        let has = |document: &Document| !document.changes.is_empty();
        match channel {
            Channel::Site => !self.withdrawn.is_empty() || self.documents.iter().any(has),
            Channel::Term(taxonomy, term) => {
                let term = self.taxonomy(taxonomy).term(term);
                let mut versions =
                    term.works.iter().flat_map(|&work| self.versions(work));
                !term.withdrawn.is_empty() || versions.any(|id| has(self.document(id)))
            }
        }
    }
}
