//! Atom (RFC 4287): the newest works, and the frame that it shares with changes.

use super::Channelled;
use super::item::{Item, Topic};
use crate::archive::InterfaceId;
use crate::date::Moment;
use crate::render::xml::Xml;

/// The newest works.
pub(super) fn feed(channel: &Channelled<'_>) -> Vec<u8> {
    let works = channel.newest();
    let updated = works.iter().filter_map(|&work| {
        let (_, updated) = channel.moments(channel.version(work))?;
        Some(updated)
    });
    let mut xml = begin(channel, updated.max());
    for work in works {
        xml.written(channel.feeds.entries.get(channel, work).map_or("", |e| &e.atom));
    }
    end(xml)
}

/// The feed's own elements (RFC 4287, 4.1.1).
pub(super) fn begin(channel: &Channelled<'_>, updated: Option<Moment>) -> Xml {
    let archive = channel.archive();
    let language = archive.interface(channel.interface).as_str();
    let (own, page) = (channel.own_url(), channel.page_url());
    let path = archive.feed_path(InterfaceId::default(), channel.feed);
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]);
    xml.text("id", &[], &channel.feeds.tags.name(&format!("feeds/{language}/{path}")));
    xml.text("title", &[], &channel.title());
    if let Some(updated) = updated {
        xml.text("updated", &[], &updated.to_string());
    }
    let own_type = channel.feed.format.media_type();
    xml.empty("link", &[("rel", "self"), ("type", own_type), ("href", &own)]);
    let page = [
        ("rel", "alternate"),
        ("type", "text/html"),
        ("hreflang", language),
        ("href", &page),
    ];
    xml.empty("link", &page);
    author(channel.publisher(), &mut xml);
    let generator = [("version", env!("CARGO_PKG_VERSION"))];
    xml.text("generator", &generator, "chancery");
    xml
}

pub(super) fn end(mut xml: Xml) -> Vec<u8> {
    xml.close("feed");
    xml.into_bytes()
}

/// RFC 4287, 4.1.2.
pub(super) fn entry(channel: &Channelled<'_>, item: &Item<'_>) -> String {
    let mut xml = Xml::part();
    let record = &item.record;
    let language = [("xml:lang", item.document.language.as_str())];
    xml.open("entry", &[]);
    xml.text("id", &[], &item.id);
    xml.text("title", &language, record.title);
    alternates(item, &mut xml);
    if let Some(source) = &item.source {
        xml.empty("link", &[("rel", "via"), ("href", source)]);
    }
    if let Some(licence) = &item.licence {
        xml.empty("link", &[("rel", "license"), ("href", licence)]);
    }
    xml.text("published", &[], &item.published.to_string());
    xml.text("updated", &[], &item.updated.to_string());
    for name in &item.authors {
        author(name, &mut xml);
    }
    topics(channel, &item.topics, &mut xml);
    if !item.summary.is_empty() {
        xml.text("summary", &language, item.summary);
    }
    let rights = record.rights.and_then(|rights| rights.statement.as_deref());
    if let Some(rights) = rights.or(item.licence.as_deref()) {
        xml.text("rights", &[], rights);
    }
    xml.close("entry");
    xml.into_text()
}

/// The page of the text; those of its other versions are related ones, since many readers
/// open the last alternate whatever its language.
pub(super) fn alternates(item: &Item<'_>, xml: &mut Xml) {
    for (at, (language, url)) in item.versions.iter().enumerate() {
        let attributes = [
            ("rel", if at == 0 { "alternate" } else { "related" }),
            ("type", "text/html"),
            ("hreflang", language.as_str()),
            ("href", url),
        ];
        xml.empty("link", &attributes);
    }
}

pub(super) fn topics(channel: &Channelled<'_>, topics: &[Topic<'_>], xml: &mut Xml) {
    let archive = channel.archive();
    let scheme = archive.url(&archive.index_path(InterfaceId::default(), "topics"));
    for topic in topics {
        let attributes =
            [("term", topic.slug), ("scheme", &scheme), ("label", topic.label)];
        xml.empty("category", &attributes);
    }
}

fn author(name: &str, xml: &mut Xml) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    xml.close("author");
}
