//! The Chicago Manual of Style, 18th edition: notes and bibliography.
//!
//! A document is cited like a paper that was never printed by itself: its title between
//! quotation marks, then what it is, where and when it was made, who holds it. Reports are
//! books; treaties, laws and resolutions have plain titles, as in legal citations.

use super::date::{Order, in_style};
use super::names;
use super::text::Text;
use super::words::{english, translation};
use super::writer::{Mark, Writer};
use super::{Creator, Record};
use crate::document::Kind;

/// A full note: parts divided by commas, names in their natural order.
pub(super) fn note(record: &Record<'_>) -> Text {
    let lead = record.lead();
    let mut writer = Writer::default();
    let correspondents = correspondents(record, lead);
    let genre = match correspondents {
        Some(_) => record.genre_besides_title(english),
        None => record.genre_to_recipients(),
    };
    let names = correspondents.unwrap_or_else(|| names::chicago_note(lead));
    writer.roman(&names).then(Mark::Comma);
    title(&mut writer, record, Mark::Comma);
    writer.maybe(translation(record, "trans.").as_deref()).then(Mark::Comma);
    facts(&mut writer, record, genre);
    if is_a_book(record) {
        imprint(&mut writer, record, lead);
    } else {
        date(&mut writer, record);
        writer.then(Mark::Comma);
        source(&mut writer, record, lead);
    }
    writer.then(Mark::Comma);
    archive(&mut writer, record, Mark::Comma);
    writer.stopped()
}

/// An entry of the bibliography: parts divided by full stops, the first name inverted.
pub(super) fn bibliography(record: &Record<'_>) -> Text {
    let lead = record.lead();
    let mut writer = Writer::default();
    writer.roman(&names::chicago_bibliography(lead)).then(Mark::Stop);
    let after_title = if has_plain_title(record) { Mark::Comma } else { Mark::Stop };
    title(&mut writer, record, after_title);
    let translated = translation(record, "translated by");
    writer.words(&translated.unwrap_or_default()).then(after_title);
    facts(&mut writer, record, record.genre_to_recipients());
    if is_a_book(record) {
        writer.then(Mark::Stop);
        source(&mut writer, record, lead);
        writer.then(Mark::Comma);
        date(&mut writer, record);
    } else {
        date(&mut writer, record);
        writer.then(Mark::Stop);
        source(&mut writer, record, lead);
    }
    writer.then(Mark::Stop);
    archive(&mut writer, record, Mark::Stop);
    writer.stopped()
}

/// `George F. Kennan to James F. Byrnes`: before a letter or telegram whose title names
/// neither.
fn correspondents(record: &Record<'_>, lead: &[Creator<'_>]) -> Option<String> {
    let recipients = record.recipients_besides_title();
    let is_sent = matches!(record.kind, Some(Kind::Letter | Kind::Telegram));
    let is_told = is_sent && !lead.is_empty() && !recipients.is_empty();
    is_told.then(|| {
        format!("{} to {}", names::chicago_note(lead), names::chicago_note(recipients))
    })
}

fn is_a_book(record: &Record<'_>) -> bool {
    record.kind == Some(Kind::Report)
}

fn has_plain_title(record: &Record<'_>) -> bool {
    let plain = [Kind::Treaty, Kind::ExchangeOfNotes, Kind::Law, Kind::Resolution];
    record.kind.is_some_and(|kind| plain.contains(&kind))
}

fn title(writer: &mut Writer, record: &Record<'_>, after: Mark) {
    if has_plain_title(record) || record.has_supplied_title() {
        writer.roman(record.title);
    } else if is_a_book(record) {
        writer.italic(record.title);
    } else {
        writer.quoted(record.title);
    }
    writer.then(after);
}

/// Between whom, what it is, its number, where it was made.
fn facts(writer: &mut Writer, record: &Record<'_>, genre: Option<String>) {
    writer.roman(&names::parties(record.parties())).then(Mark::Comma);
    writer.words(&genre.unwrap_or_default()).then(Mark::Comma);
    writer.number(record.number_besides_title().as_deref()).then(Mark::Comma);
    if record.is_of_a_meeting() {
        writer.maybe(record.event).then(Mark::Comma);
        writer.maybe(record.venue).then(Mark::Comma);
    }
    if !record.is_a_publication() {
        writer.maybe(record.place).then(Mark::Comma);
    }
}

fn date(writer: &mut Writer, record: &Record<'_>) {
    writer.words(in_style(record, Order::Chicago).as_deref().unwrap_or("n.d."));
}

fn source(writer: &mut Writer, record: &Record<'_>, lead: &[Creator<'_>]) {
    writer.maybe(record.publisher_besides(lead)).then(Mark::Comma);
    writer.maybe(record.page_range().as_deref());
}

/// A book's publisher and date in brackets, then the pages.
fn imprint(writer: &mut Writer, record: &Record<'_>, lead: &[Creator<'_>]) {
    let publisher = record.publisher_besides(lead);
    let date = in_style(record, Order::Chicago).unwrap_or_else(|| "n.d.".to_owned());
    let imprint: Vec<&str> = publisher.into_iter().chain([date.as_str()]).collect();
    writer.instead_of_comma(&bracketed(&imprint.join(", "))).then(Mark::Comma);
    writer.maybe(record.page_range().as_deref());
}

/// Between round brackets; brackets within become square.
pub(super) fn bracketed(text: &str) -> String {
    format!("({})", text.replace('(', "[").replace(')', "]"))
}

fn archive(writer: &mut Writer, record: &Record<'_>, between: Mark) {
    let publisher = record.publisher_besides(&[]);
    writer.roman(record.archive_besides(publisher)).then(between);
    writer.roman(&record.url);
}
