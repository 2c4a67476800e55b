//! What happened to texts: put in, corrected, withdrawn; in Atom.

use super::Channelled;
use super::atom::{alternates, begin, end, topics};
use crate::archive::{DocumentId, Event, Page, What};
use crate::document::{ChangeSort, Document};
use crate::render::xml::Xml;
use crate::route::Route;

/// The latest events.
pub(super) fn feed(channel: &Channelled<'_>) -> Vec<u8> {
    let events = channel.latest();
    let updated = events.iter().map(|event| event.moment).max();
    let mut xml = begin(channel, updated);
    for &event in &events {
        entry(channel, event, &mut xml);
    }
    end(xml)
}

fn entry(channel: &Channelled<'_>, event: Event, xml: &mut Xml) {
    let Some(subject) = subject(channel, event.what) else { return };
    let (document, text) = match subject {
        Subject::There(id) => (channel.archive().document(id), channel.name(id)),
        Subject::Gone(document) => (document, former_name(channel, document)),
    };
    let word = word(event.what);
    let label = channel.text(&format!("feeds.{word}"));
    let title = channel.text("feeds.entry").replace("{what}", label);
    let scheme = channel.feeds.tags.name("changes");
    let moment = event.moment.to_string();
    xml.open("entry", &[]);
    xml.text("id", &[], &channel.feeds.tags.event(event, word, &text));
    xml.text("title", &[], &title.replace("{title}", &document.metadata.title));
    match subject {
        Subject::There(id) => link(channel, id, xml),
        Subject::Gone(document) => former_address(channel, document, xml),
    }
    xml.text("published", &[], &moment);
    xml.text("updated", &[], &moment);
    xml.empty("category", &[("term", word), ("scheme", &scheme), ("label", label)]);
    if let Subject::There(id) = subject {
        let work = channel.archive().work_of(id);
        topics(channel, &work.map_or_else(Vec::new, |work| channel.topics(work)), xml);
    }
    xml.text("content", &[], channel.text(&format!("feeds.{word}_text")));
    xml.close("entry");
}

/// The text that something happened to.
#[derive(Clone, Copy)]
enum Subject<'a> {
    There(DocumentId),
    Gone(&'a Document),
}

fn subject<'a>(channel: &Channelled<'a>, what: What) -> Option<Subject<'a>> {
    Some(match what {
        What::New(id) | What::Corrected(id) | What::Restored(id) => Subject::There(id),
        What::Withdrawn(at) | What::Formerly(at, _) => {
            Subject::Gone(&channel.archive().withdrawn.get(at)?.document)
        }
    })
}

/// The name that a text had in feeds while it was there.
fn former_name(channel: &Channelled<'_>, document: &Document) -> String {
    let work = document.first_work.as_deref().unwrap_or(&document.work.value);
    channel.feeds.tags.text(work, &document.language)
}

/// The category's term, a key of interface texts.
fn word(what: What) -> &'static str {
    match what {
        What::New(_) | What::Formerly(_, ChangeSort::New) => "new",
        What::Corrected(_) | What::Formerly(_, ChangeSort::Corrected) => "corrected",
        What::Restored(_) | What::Formerly(_, ChangeSort::Restored) => "restored",
        What::Withdrawn(_) => "withdrawn",
    }
}

fn link(channel: &Channelled<'_>, id: DocumentId, xml: &mut Xml) {
    if let Some(item) = channel.item(id) {
        alternates(&item, xml);
    }
}

/// Where another document took over the address of one that was withdrawn, readers are
/// led on; else there is nothing to link to.
fn former_address(channel: &Channelled<'_>, document: &Document, xml: &mut Xml) {
    let archive = channel.archive();
    let work = format!("documents/{}", document.work.value);
    let version = format!("{work}/{}", document.language);
    let alias = [version, work].into_iter().find_map(|path| {
        let planned = archive.plan.get(&Route::page(&path).ok()?)?;
        matches!(planned.page, Page::Alias(_)).then(|| planned.route.href())
    });
    if let Some(path) = alias {
        let url = format!("{}{path}", archive.config.base_url);
        let link = [("rel", "alternate"), ("type", "text/html"), ("href", &url)];
        xml.empty("link", &link);
    }
}
