//! Publication Manual of the American Psychological Association, 7th edition: an entry of
//! the references.
//!
//! Author, date in brackets, title in italics, what it is in square brackets, source. A
//! document without an author has its title in the author's place. Treaties and laws are
//! cited as lawyers do. No full stop follows the address.

use super::chicago::bracketed;
use super::date::{Order, in_style};
use super::names;
use super::text::Text;
use super::words::{capitalised, translation};
use super::writer::{Mark, Writer};
use super::{Creator, Record};
use crate::date::Edtf;
use crate::document::Kind;

/// An entry of the references.
pub(super) fn reference(record: &Record<'_>) -> Text {
    match record.kind {
        Some(Kind::Treaty | Kind::ExchangeOfNotes) => treaty(record),
        Some(Kind::Law) => law(record),
        _ => document(record),
    }
}

fn document(record: &Record<'_>) -> Text {
    let authors = &record.author;
    let mut writer = Writer::default();
    if authors.is_empty() {
        title(&mut writer, record);
        writer.then(Mark::Stop).roman(&date(record));
    } else {
        writer.roman(&names::apa(authors)).then(Mark::Stop);
        writer.roman(&date(record)).then(Mark::Stop);
        title(&mut writer, record);
    }
    writer.then(Mark::Stop);
    if record.is_of_a_meeting() {
        writer.maybe(record.event).then(Mark::Comma);
        writer.maybe(record.venue).then(Mark::Comma);
        writer.maybe(record.place).then(Mark::Stop);
    }
    source(&mut writer, record, authors);
    writer.then(Mark::Stop).roman(&record.url);
    end(&mut writer, record)
}

/// Title, parties, date, source, address.
fn treaty(record: &Record<'_>) -> Text {
    let mut writer = Writer::default();
    let date = in_style(record, Order::Chicago);
    let publisher = record.publisher_besides(&[]);
    writer.roman(record.title).then(Mark::Comma);
    writer.roman(&names::parties(record.parties())).then(Mark::Comma);
    writer.roman(date.as_deref().unwrap_or("n.d.")).then(Mark::Comma);
    writer.number(record.number_besides_title().as_deref()).then(Mark::Comma);
    writer.maybe(publisher).then(Mark::Comma);
    writer.maybe(record.page_range().as_deref()).then(Mark::Comma);
    writer.roman(record.archive_besides(publisher)).then(Mark::Comma);
    writer.roman(&record.url);
    end(&mut writer, record)
}

/// Title, number, year in brackets, address.
fn law(record: &Record<'_>) -> Text {
    let mut writer = Writer::default();
    let year = record.issued.and_then(year).or_else(|| in_style(record, Order::Apa));
    writer.roman(record.title).then(Mark::Comma);
    writer.number(record.number_besides_title().as_deref());
    writer.instead_of_comma(&bracketed(year.as_deref().unwrap_or("n.d.")));
    writer.then(Mark::Stop);
    writer.roman(record.archive_besides(None)).then(Mark::Stop);
    writer.roman(&record.url);
    end(&mut writer, record)
}

/// The year of a date that nobody doubts.
fn year(date: &Edtf) -> Option<String> {
    let is_doubted = date.is_uncertain() || date.is_approximate();
    let year = date.reduced()?.year.to_string();
    (!is_doubted).then_some(year)
}

/// The title, and in brackets its translator and number, and what it is.
fn title(writer: &mut Writer, record: &Record<'_>) {
    if record.has_supplied_title() {
        writer.roman(record.title);
    } else {
        writer.italic(record.title);
    }
    let translated = match (record.translation, record.translator) {
        (None, Some(name)) => Some(format!("{name}, Trans.")),
        _ => translation(record, "").map(|words| capitalised(&words)),
    };
    let number = record.number_besides_title();
    let details: Vec<String> = translated.into_iter().chain(number).collect();
    if !details.is_empty() {
        writer.then(Mark::Space).roman(&bracketed(&details.join("; ")));
    }
    if let Some(genre) = record.genre_to_recipients() {
        writer.then(Mark::Space).roman(&format!("[{}]", capitalised(&genre)));
    }
}

/// The publisher, or the printed source with its pages, then the archive.
fn source(writer: &mut Writer, record: &Record<'_>, authors: &[Creator<'_>]) {
    let publisher = record.publisher_besides(authors);
    match (publisher, record.page_range()) {
        (Some(name), Some(pages)) => {
            let is_one = pages.chars().all(|c| c.is_ascii_digit());
            let word = if is_one { "p." } else { "pp." };
            writer.roman("In").then(Mark::Space).italic(name);
            writer.then(Mark::Space).roman(&format!("({word} {pages})"));
        }
        (name, _) => {
            writer.maybe(name);
        }
    }
    writer.then(Mark::Stop).roman(record.archive_besides(record.publisher_besides(&[])));
}

fn date(record: &Record<'_>) -> String {
    bracketed(in_style(record, Order::Apa).as_deref().unwrap_or("n.d."))
}

/// An address has no full stop behind it; without one, the entry ends as sentences do.
fn end(writer: &mut Writer, record: &Record<'_>) -> Text {
    if record.url.is_empty() { writer.stopped() } else { writer.open() }
}
