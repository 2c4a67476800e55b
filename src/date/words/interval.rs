//! An interval in words: what its ends share is said once.

use super::super::Qualification;
use super::super::interval::{End, Interval};
use super::super::partial::PartialDate;
use super::super::reduced::{ReducedDate, reduced};
use super::phrase::{day, join, month, month_alone, phrase, year};
use super::vocabulary::Vocabulary;
use super::{alone, fill};

pub(super) fn interval(interval: Interval, words: &Vocabulary) -> String {
    match (interval.start, interval.end) {
        (End::Date(start), End::Date(end)) if start == end => alone(start, words),
        (End::Date(start), End::Date(end)) => between(start, end, words),
        (End::Date(start), end) => {
            let text = fill(words.from, &[('a', &side(start, words))]);
            with_remark(text, end, words.unknown_end, words)
        }
        (start, End::Date(end)) => {
            let text = fill(words.until, &[('a', &side(end, words))]);
            with_remark(text, start, words.unknown_start, words)
        }
        (_, _) => words.unknown_date.to_owned(),
    }
}

/// From one date to another.
pub(super) fn between(
    start: PartialDate,
    end: PartialDate,
    words: &Vocabulary,
) -> String {
    let whole = |date| exact(date).zip(exact(end)).filter(|(a, b)| a.year == b.year);
    whole(start)
        .and_then(|(start, end)| within_year(start, end, words))
        .unwrap_or_else(|| join(&side(start, words), &side(end, words), words))
}

/// One end in full.
pub(super) fn side(date: PartialDate, words: &Vocabulary) -> String {
    phrase(date, words).text(words)
}

fn with_remark(text: String, end: End, remark: &str, words: &Vocabulary) -> String {
    match end {
        End::Unknown => format!("{text}{}", fill(words.remark, &[('a', remark)])),
        End::Open | End::Date(_) => text,
    }
}

/// The date, if all of it is known and none of it doubted.
fn exact(date: PartialDate) -> Option<ReducedDate> {
    let is_doubted = |part| part != Qualification::Plain;
    let is_exact = date.season().is_none()
        && date.year.significant == 0
        && !date.any(is_doubted)
        && date.month.is_none_or(|part| part.known().is_some())
        && date.day.is_none_or(|part| part.known().is_some());
    reduced(date).filter(|_| is_exact)
}

fn within_year(
    start: ReducedDate,
    end: ReducedDate,
    words: &Vocabulary,
) -> Option<String> {
    let (m, n) = (start.month?, end.month?);
    let year = year(start.year, words);
    match (start.day, end.day) {
        (Some(d), Some(e)) => {
            let pattern = if m == n { words.days_of_month } else { words.days_of_year };
            let (d, e) = (day(d, words), day(e, words));
            let (m, n) = (month(m, words), month(n, words));
            Some(fill(pattern, &[('d', &d), ('e', &e), ('m', m), ('n', n), ('y', &year)]))
        }
        (None, None) => {
            let (m, n) = (month_alone(m, words), month_alone(n, words));
            Some(fill(words.months_of_year, &[('m', m), ('n', n), ('y', &year)]))
        }
        _ => None,
    }
}
