//! MLA Handbook, 9th edition: an entry of the works cited.
//!
//! Author, title, container. The document's own publication comes first, the archive is
//! the second container; what sort of document it is stands last. What is missing, the
//! date too, is left out and not told to be missing.

use super::date::{Order, in_style};
use super::facts::{bare_pages, with_dashes};
use super::names;
use super::text::Text;
use super::words::translation;
use super::writer::{Mark, Writer};
use super::{Creator, Record};
use crate::document::Kind;

/// An entry of the works cited.
pub(super) fn entry(record: &Record<'_>) -> Text {
    let lead = authors(record);
    let publisher = record.publisher_besides(lead);
    let archive = record.archive_besides(publisher);
    let mut writer = Writer::default();
    writer.roman(&names::mla(lead)).then(Mark::Stop);
    title(&mut writer, record);
    let translated = translation(record, "translated by");
    writer.words(&translated.unwrap_or_default()).then(Mark::Comma);
    writer.roman(&names::parties_in_words(record.parties())).then(Mark::Comma);
    writer.number(record.number_besides_title().as_deref()).then(Mark::Comma);
    writer.maybe(publisher).then(Mark::Comma);
    let date = in_style(record, Order::Mla);
    writer.words(&date.unwrap_or_default()).then(Mark::Comma);
    writer.maybe(record.pages.map(pages).as_deref()).then(Mark::Comma);
    if record.is_of_a_meeting() {
        writer.maybe(record.event).then(Mark::Comma);
        writer.maybe(record.venue).then(Mark::Comma);
        writer.maybe(record.place).then(Mark::Comma);
    }
    if !archive.is_empty() {
        writer.then(Mark::Stop).italic(archive).then(Mark::Comma);
    }
    writer.roman(&record.url).then(Mark::Stop);
    writer.words(&record.genre_to_recipients().unwrap_or_default());
    writer.stopped()
}

/// A body that is author and publisher in one stands as publisher only.
fn authors<'r, 'a>(record: &'r Record<'a>) -> &'r [Creator<'a>] {
    let lead = record.lead();
    let is_publisher = record.publisher.is_some()
        && lead.len() == 1
        && record.publisher_besides(lead).is_none();
    if is_publisher { &[] } else { lead }
}

/// Reports and resolutions are works by themselves; laws and treaties are plain names.
fn title(writer: &mut Writer, record: &Record<'_>) {
    match record.kind {
        _ if record.has_supplied_title() => writer.roman(record.title),
        Some(Kind::Report | Kind::Resolution) => writer.italic(record.title),
        Some(Kind::Treaty | Kind::ExchangeOfNotes | Kind::Law) => {
            writer.roman(record.title)
        }
        _ => writer.quoted(record.title),
    };
    writer.then(Mark::Stop);
}

/// `p. 12`, `pp. 12–14`; pages that are not told in digits as they are.
fn pages(pages: &str) -> String {
    let bare = bare_pages(pages);
    let is_number = |c: char| c.is_ascii_digit();
    match (bare.starts_with(is_number), bare.chars().all(is_number)) {
        (true, true) => format!("p. {bare}"),
        (true, false) => format!("pp. {bare}"),
        (false, _) => with_dashes(pages),
    }
}
