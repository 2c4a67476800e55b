//! The feeds of what a page lists, and on a document's page those of the site.

use serde::Serialize;

use super::Scene;
use crate::archive::{Channel, Feed, FeedFormat, Page};

/// A feed as pages link it.
#[derive(Serialize)]
pub(super) struct FeedLink {
    /// Its media type.
    #[serde(rename = "type")]
    media_type: &'static str,
    /// In few words, beside the others.
    label: String,
    title: String,
    href: String,
}

impl Scene<'_> {
    pub(super) fn feeds(&self, page: Page) -> Vec<FeedLink> {
        let archive = self.archive;
        let feeds = match (page, archive.channel_of(page)) {
            (Page::Document(_), _) => {
                archive.feeds_of_works(self.interface, Channel::Site)
            }
            (_, Some(channel)) => archive.feeds(self.interface, channel),
            (_, None) => Vec::new(),
        };
        let feeds = feeds.into_iter();
        feeds
            .map(|feed| FeedLink {
                media_type: feed.format.media_type(),
                label: match feed.format {
                    FeedFormat::Atom => "Atom".to_owned(),
                    FeedFormat::Json => "JSON".to_owned(),
                    FeedFormat::Changes => self.texts.get("feeds.changes").to_owned(),
                },
                title: self.feed_title(feed),
                href: archive.href(&archive.feed_path(self.interface, feed)),
            })
            .collect()
    }

    /// What readers call a feed: the site's title, the term's and what it tells.
    pub(in crate::render::html) fn feed_title(&self, feed: Feed) -> String {
        let site = self.archive.config.title.closest(self.language());
        let site = site.map_or("", |(title, _)| title);
        let title = match feed.channel {
            Channel::Site => site.to_owned(),
            Channel::List(list) => format!("{} · {site}", self.list_label(list).label),
        };
        match feed.format {
            FeedFormat::Atom | FeedFormat::Json => title,
            FeedFormat::Changes => {
                format!("{} · {title}", self.texts.get("feeds.changes"))
            }
        }
    }
}
