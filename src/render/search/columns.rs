//! The columns of the index, from the archive.

use super::numbers::Numbers;
use crate::archive::Archive;
use crate::date::{Day, Edtf};
use crate::search::format::{Columns, Span, quantised};

/// The columns. `lengths` are those of documents by their numbers.
pub(super) fn columns(archive: &Archive, numbers: &Numbers, lengths: &[u64]) -> Columns {
    let works = || numbers.works.iter().map(|&work| archive.work(work));
    let documents = numbers.documents.iter();
    let tag = |&id: &_| archive.document(id).language.as_str();
    let mut tags: Vec<&str> = documents.clone().map(tag).collect();
    tags.sort_unstable();
    tags.dedup();
    let place = |tag: &str| tags.binary_search(&tag).unwrap_or(0);
    Columns {
        versions: works().map(|work| small(1 + work.others.len())).collect(),
        dates: works().map(|work| span(work.date.as_ref())).collect(),
        languages: documents.map(|id| small(place(tag(id)))).collect(),
        lengths: lengths.iter().map(|&length| quantised(length)).collect(),
        tags: tags.iter().map(ToString::to_string).collect(),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn span(date: Option<&Edtf>) -> Span {
    let Some(date) = date else { return Span::Undated };
    let bounds = date.bounds();
    let day = |day: Day| (day != Day::MIN && day != Day::MAX).then(|| day.since_1970());
    match (day(bounds.first), day(bounds.last)) {
        (Some(first), Some(last)) => Span::Closed(first, last),
        (Some(first), None) => Span::From(first),
        (None, Some(last)) => Span::Until(last),
        (None, None) => Span::Open,
    }
}
