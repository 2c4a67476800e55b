//! One date in words: what is known, and remarks on what is not.

use super::super::Qualification;
use super::super::partial::{Part, PartialDate, Year, season_months};
use super::fill;
use super::remark::{day_remark, month_remark, unknown};
use super::vocabulary::Vocabulary;
use std::ops::RangeInclusive;

/// A date in words before its remarks are put in brackets.
pub(super) struct Phrase {
    date: String,
    pub(super) remarks: Vec<String>,
}

impl Phrase {
    /// The date, and its remarks in brackets behind it.
    pub(super) fn text(&self, words: &Vocabulary) -> String {
        if self.remarks.is_empty() {
            return self.date.clone();
        }
        let remarks = self.remarks.join(words.comma);
        format!("{}{}", self.date, fill(words.remark, &[('a', &remarks)]))
    }
}

pub(super) fn phrase(date: PartialDate, words: &Vocabulary) -> Phrase {
    let mut phrase = match date.year.known() {
        Some(year) => with_year(date, &self::year(year, words), words),
        None => without_year(date, words),
    };
    if date.year.significant > 0 {
        phrase.remarks.push(years(&date.year.range(), words));
    }
    qualify(date, phrase, words)
}

/// A year in words.
pub(super) fn year(year: i32, words: &Vocabulary) -> String {
    let before_common_era = 1 - i64::from(year);
    let number = if year > 0 { i64::from(year) } else { before_common_era };
    let text = fill(words.year, &[('y', &number.to_string())]);
    match year {
        ..=0 => fill(words.before_common_era, &[('y', &text)]),
        1..=99 => fill(words.common_era, &[('y', &text)]),
        _ => text,
    }
}

/// The name of a month inside a full date.
pub(super) fn month(number: u8, words: &Vocabulary) -> &'static str {
    let index = usize::from(number).saturating_sub(1);
    words.months.get(index).copied().unwrap_or_default()
}

/// The name of a month without a day.
pub(super) fn month_alone(number: u8, words: &Vocabulary) -> &'static str {
    let index = usize::from(number).saturating_sub(1);
    words.months_alone.get(index).copied().unwrap_or_default()
}

/// The number of a day.
pub(super) fn day(number: u8, words: &Vocabulary) -> String {
    if number == 1 { words.first_day.to_owned() } else { number.to_string() }
}

fn with_year(date: PartialDate, year: &str, words: &Vocabulary) -> Phrase {
    if let Some(number) = date.season() {
        return season(number, year, words);
    }
    let remarks = Vec::new();
    match (date.month.map(Part::known), date.day.map(Part::known)) {
        (Some(Some(m)), Some(Some(d))) => {
            let values = [('d', day(d, words)), ('m', month(m, words).to_owned())];
            let [(_, d), (_, m)] = &values;
            let date = fill(words.day, &[('d', d), ('m', m), ('y', year)]);
            Phrase { date, remarks }
        }
        (Some(Some(m)), _) => {
            let name = month_alone(m, words);
            let text = fill(words.month, &[('m', name), ('y', year)]);
            Phrase { date: text, remarks: day_remark(date, words) }
        }
        _ => {
            let mut remarks = month_remark(date, words);
            remarks.extend(day_remark(date, words));
            Phrase { date: year.to_owned(), remarks }
        }
    }
}

/// A date whose year has unspecified digits: these become the date itself, or a remark on
/// the day or month that is known.
fn without_year(date: PartialDate, words: &Vocabulary) -> Phrase {
    let span = year_span(date.year, words);
    let unknown_year = span.clone().unwrap_or_else(|| unknown(0, words));
    let text = match (date.season(), date.month.and_then(Part::known)) {
        (Some(number), _) => season_name(number, words),
        (None, Some(m)) => match date.day.and_then(Part::known) {
            Some(d) => {
                fill(words.day_of_month, &[('d', &day(d, words)), ('m', month(m, words))])
            }
            None => month_alone(m, words).to_owned(),
        },
        (None, None) => {
            let mut remarks = month_remark(date, words);
            remarks.extend(day_remark(date, words));
            let is_known = span.is_some();
            remarks.retain(|remark| {
                is_known || !words.unknown_parts.contains(&remark.as_str())
            });
            let date = span.unwrap_or_else(|| words.unknown_date.to_owned());
            return Phrase { date, remarks };
        }
    };
    let mut remarks = vec![unknown_year];
    if date.day.is_some_and(|day| day.known().is_none()) {
        remarks.extend(day_remark(date, words));
    }
    Phrase { date: text, remarks }
}

/// `1940s`, `20th century`, or the first and last year; nothing where all is unspecified.
fn year_span(year: Year, words: &Vocabulary) -> Option<String> {
    let range = year.range();
    let (first, last) = (*range.start(), *range.end());
    match year.unspecified {
        0b1111 => None,
        0b0001 if first > 0 => Some(fill(words.decade, &[('y', &first.to_string())])),
        0b0011 => {
            let number = (year.digits / 100) + 1;
            let number = (words.century_number)(number);
            let century = fill(words.century, &[('y', &number)]);
            let is_before = last <= 0;
            Some(if is_before {
                fill(words.before_common_era, &[('y', &century)])
            } else {
                century
            })
        }
        _ => Some(years(&range, words)),
    }
}

/// The first and last of some years.
fn years(range: &RangeInclusive<i32>, words: &Vocabulary) -> String {
    join(&year(*range.start(), words), &year(*range.end(), words), words)
}

/// Two dates with the dash that suits them.
pub(super) fn join(start: &str, end: &str, words: &Vocabulary) -> String {
    let [tight, loose] = words.dashes;
    let (before, _) = words.approximate.split_once("{a}").unwrap_or_default();
    let is_spaced = |text: &str| text.strip_prefix(before).unwrap_or(text).contains(' ');
    let dash = if is_spaced(start) || is_spaced(end) { loose } else { tight };
    format!("{start}{dash}{end}")
}

/// A season; a quarter or half of the year is said by its months.
fn season(number: u8, year: &str, words: &Vocabulary) -> Phrase {
    let (first, last) = season_months(number);
    let date = if number > 32 {
        let (m, n) = (month_alone(first, words), month_alone(last, words));
        fill(words.months_of_year, &[('m', m), ('n', n), ('y', year)])
    } else {
        fill(words.season, &[('s', &season_name(number, words)), ('y', year)])
    };
    let [northern, southern] = words.hemispheres;
    let remarks = match number {
        25..=28 => vec![northern.to_owned()],
        29..=32 => vec![southern.to_owned()],
        _ => Vec::new(),
    };
    Phrase { date, remarks }
}

fn season_name(number: u8, words: &Vocabulary) -> String {
    if number > 32 {
        let (first, last) = season_months(number);
        return join(month_alone(first, words), month_alone(last, words), words);
    }
    let index = usize::from(number.saturating_sub(21) % 4);
    words.seasons.get(index).copied().unwrap_or_default().to_owned()
}

/// What is said of the truth of the whole date, or of each of its parts.
fn qualify(date: PartialDate, mut phrase: Phrase, words: &Vocabulary) -> Phrase {
    let common = date.year.qualification;
    let parts = date.qualifications();
    if parts.iter().flatten().all(|part| *part == common) {
        if common.is_approximate() {
            phrase.date = fill(words.approximate, &[('a', &phrase.date)]);
        }
        if common.is_uncertain() {
            phrase.remarks.push(words.uncertain.to_owned());
        }
        return phrase;
    }
    for (index, part) in parts.into_iter().enumerate() {
        let part: Qualification = part.unwrap_or_default();
        let remarks = [
            words.uncertain_parts.get(index).filter(|_| part.is_uncertain()),
            words.approximate_parts.get(index).filter(|_| part.is_approximate()),
        ];
        phrase.remarks.extend(remarks.into_iter().flatten().map(ToString::to_string));
    }
    phrase
}
