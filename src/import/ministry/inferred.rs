//! The date of a page without a date line, as far as its text tells it.

use super::date_line::time;
use super::place;
use crate::date::{Day, month_name};
use crate::import::body::Part;
use crate::import::draft::{Draft, Field};
use crate::import::format::Foreign;

/// A month and a day in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MonthDay {
    month: u8,
    day: u8,
    start: usize,
    end: usize,
}

/// Adds the date on which the first paragraph lets things happen, with a note on how it was
/// found. Where the text names no year for it there is only the note.
pub(super) fn date(draft: &mut Draft, parts: &[Part], foreign: &Foreign<'_>) {
    let Some((part, first)) = parts.iter().take(3).find_map(|part| {
        let found = month_days(&part.plain).into_iter().next()?;
        Some((part, found))
    }) else {
        return;
    };
    let text = part.plain.as_str();
    let span = place(foreign, part, first.start..first.end);
    let quoted = text.get(first.start..first.end).unwrap_or_default();
    let other = other_zone(text, first);
    let Some((year, words)) = year(parts, first.month) else {
        let note = format!("the text says “{quoted}”, and no year");
        return draft.state("date_note", note, span);
    };
    let Some(day) = Day::new(year, first.month, first.day) else { return };
    let zones = match other {
        Some((other, zone)) => {
            format!("{} local time, {} {zone}; the", in_words(first), in_words(other))
        }
        None => "the".to_owned(),
    };
    let note = format!("{zones} year follows from “{words}”");
    let why = format!("“{quoted}”, and “{words}”");
    draft.derive(Field::guessed("date", day.to_string(), span), why);
    let field = Field::derived("date_note", note, span);
    draft.derive(field, "how the date was found");
    happened_at(draft, (part, first), foreign);
}

/// The time and the place that the same paragraph gives.
fn happened_at(
    draft: &mut Draft,
    (part, date): (&Part, MonthDay),
    foreign: &Foreign<'_>,
) {
    let text = part.plain.as_str();
    let after = text.get(date.end..).unwrap_or_default();
    let near: String = after.chars().take(40).collect();
    if let Some(at) = near.find(" at ") {
        let rest = near.get(at + 4..).unwrap_or_default();
        if let Some((time, after)) = time(rest) {
            let start = date.end + at + 4;
            let span = place(foreign, part, start..start + rest.len() - after.len());
            let field = Field::derived("time", time, span);
            draft.derive(field, "the time beside the date");
        }
    }
    let Some(at) = text.find("visiting ") else { return };
    let start = at + "visiting ".len();
    let rest = text.get(start..).unwrap_or_default();
    let Some((name, _)) = rest.split_once(" to ").filter(|(name, _)| name.len() < 60)
    else {
        return;
    };
    let is_name =
        name.split([' ', ',']).all(|word| !word.starts_with(char::is_lowercase));
    if is_name && draft.field("place").is_none() {
        let span = place(foreign, part, start..start + name.len());
        draft.derive(Field::guessed("place", name, span), "“visiting …”");
    }
}

/// The date that it was elsewhere: `(local time; September 22, 12:10 a.m. JST)`.
fn other_zone(text: &str, first: MonthDay) -> Option<(MonthDay, &'static str)> {
    let after = text.get(first.end..)?;
    let open = after.find("(local time").filter(|&at| at < 80)?;
    let inner = after.get(open..)?;
    let inner = inner.get(..inner.find(')')?)?;
    let other = month_days(inner).into_iter().next()?;
    let zone = if inner.contains("JST") { "in Japan" } else { "elsewhere" };
    (other.day != first.day || other.month != first.month).then_some((other, zone))
}

/// The year that the text names with a month, and the words that do, if it is one year.
fn year(parts: &[Part], month: u8) -> Option<(i32, String)> {
    let name = month_name(month, "en");
    let mut found: Option<(i32, String)> = None;
    for part in parts {
        let text = part.plain.as_str();
        for (at, _) in text.match_indices(&name) {
            let rest = text.get(at + name.len()..).unwrap_or_default();
            let after_day = rest
                .trim_start()
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .strip_prefix(", ");
            let year = four_digits(rest.trim_start()).or(after_day.and_then(four_digits));
            let Some(year) = year else { continue };
            if found.as_ref().is_some_and(|(known, _)| *known != year) {
                return None;
            }
            if found.is_none() {
                let before = text.get(..at).unwrap_or_default();
                let lead = ["as of ", "since ", "in ", "on "]
                    .iter()
                    .find(|lead| before.to_lowercase().ends_with(**lead));
                let digits = year.to_string();
                let end = rest.find(&digits).map_or(0, |at| at + digits.len());
                let lead = lead.map_or("", |lead| lead);
                let date = rest.get(..end).unwrap_or_default();
                found = Some((year, format!("{lead}{name}{date}")));
            }
        }
    }
    found
}

fn four_digits(text: &str) -> Option<i32> {
    let digits = text.get(..4)?;
    let is_year =
        digits.starts_with(['1', '2']) && digits.bytes().all(|b| b.is_ascii_digit());
    let ends = !text.get(4..)?.starts_with(|c: char| c.is_ascii_digit());
    (is_year && ends).then(|| digits.parse().ok())?
}

/// Months by name with a day behind them.
fn month_days(text: &str) -> Vec<MonthDay> {
    let mut found = Vec::new();
    for month in 1..=12 {
        let name = month_name(month, "en");
        for (start, _) in text.match_indices(&name) {
            let rest = text.get(start + name.len()..).unwrap_or_default();
            let digits: String =
                rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
            if let (1 | 2, Ok(day @ 1..=31)) = (digits.len(), digits.parse()) {
                let end =
                    start + name.len() + rest.find(&digits).unwrap_or(0) + digits.len();
                found.push(MonthDay { month, day, start, end });
            }
        }
    }
    found.sort_by_key(|found| found.start);
    found
}

fn in_words(date: MonthDay) -> String {
    format!("{} {}", date.day, month_name(date.month, "en"))
}
