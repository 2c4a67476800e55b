//! JSON Feed 1.1: the newest works.

use serde::Serialize;

use super::Channelled;
use super::item::Item;

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    #[serde(rename = "feed_url")]
    own_url: String,
    language: &'a str,
    authors: Vec<Author<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
}

/// The newest works.
pub(super) fn feed(channel: &Channelled<'_>) -> Vec<u8> {
    let feed = Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: channel.title(),
        home_page_url: channel.page_url(),
        own_url: channel.own_url(),
        language: channel.archive().interface(channel.interface).as_str(),
        authors: vec![Author { name: channel.publisher() }],
    };
    let works = channel.newest().into_iter();
    let entries = works.filter_map(|work| channel.feeds.entries.get(channel, work));
    let mut file = json(&feed).into_bytes();
    // More belongs to the object than its head.
    file.pop();
    file.extend_from_slice(b",\"items\":[\n");
    for (at, entry) in entries.enumerate() {
        if at > 0 {
            file.extend_from_slice(b",\n");
        }
        file.extend_from_slice(entry.json.as_bytes());
    }
    file.extend_from_slice(b"\n]}\n");
    file
}

/// In JSON nothing looks like a tag, wherever the file may be shown.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default().replace('<', "\\u003c")
}

/// A work as an item.
pub(super) fn entry(item: &Item<'_>) -> String {
    let record = &item.record;
    json(&Entry {
        id: &item.id,
        url: item.versions.first().map(|(_, url)| url.as_str()),
        external_url: item.source.as_deref(),
        title: record.title,
        // Every item has some contents.
        content_text: if item.summary.is_empty() { record.title } else { item.summary },
        summary: record.summary,
        date_published: item.published.to_string(),
        date_modified: item.updated.to_string(),
        authors: item.authors.iter().map(|name| Author { name }).collect(),
        tags: item.topics.iter().map(|topic| topic.label).collect(),
        language: item.document.language.as_str(),
    })
}
