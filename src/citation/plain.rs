//! A citation in plain words: no rules but those of any sentence, and nothing left out.

use super::Record;
use super::date::{Order, in_style};
use super::names;
use super::text::Text;
use super::words::translation;
use super::writer::{Mark, Writer};

/// Who, what, of what sort, where and when, from where, at what address.
pub(super) fn sentence(record: &Record<'_>) -> Text {
    let lead = record.lead();
    let publisher = record.publisher_besides(lead);
    let mut writer = Writer::default();
    writer.roman(&names::plain(lead)).then(Mark::Stop);
    writer.roman(record.title).then(Mark::Stop);
    writer.roman(&names::parties_in_words(record.parties())).then(Mark::Comma);
    writer.words(&record.genre_to_recipients().unwrap_or_default());
    writer.then(Mark::Comma);
    writer.words(&translation(record, "translated by").unwrap_or_default());
    writer.then(Mark::Comma).number(record.number_besides_title().as_deref());
    writer.then(Mark::Comma).maybe(record.event);
    writer.then(Mark::Comma).maybe(record.venue);
    writer.then(Mark::Comma).maybe(record.place).then(Mark::Comma);
    writer.words(in_style(record, Order::Plain).as_deref().unwrap_or("n.d."));
    writer.then(Mark::Stop).maybe(publisher);
    writer.then(Mark::Comma).maybe(record.page_range().as_deref());
    writer.then(Mark::Stop).roman(record.archive_besides(publisher));
    writer.then(Mark::Stop).roman(&record.url);
    if record.url.is_empty() { writer.stopped() } else { writer.open() }
}
