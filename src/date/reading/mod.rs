//! Dates as people write them, read only to say how EDTF writes them.
//!
//! A reading is offered where the text has one meaning; where it may mean two dates both
//! are named and none is chosen. Nothing is offered that EDTF itself would refuse.

mod plain;
mod qualified;
mod range;
mod east_asian;
mod tokens;
mod numeric;
mod named;

use super::error::DateError;
use super::parse::strict;
use plain::plain;

/// The error for a text that is not EDTF.
pub(super) fn explain(text: &str) -> DateError {
    let plain = plain(text);
    if plain.is_empty() {
        return empty(text);
    }
    let readings = readings(&plain);
    let help = match readings.as_slice() {
        [] => unread(&plain),
        [reading] => format!("write `{reading}`"),
        [one, other, ..] => format!("write `{one}` or `{other}`, whichever is meant"),
    };
    let suggestion = match readings.as_slice() {
        [reading] => Some(reading.clone()),
        _ => None,
    };
    DateError {
        start: 0,
        end: text.len(),
        message: format!("`{}` is not an EDTF date", shown(text)),
        label: Some("expected year, month and day with hyphens".to_owned()),
        help: Some(help),
        suggestion,
    }
}

/// What to do about a text that may mean no date.
fn unread(plain: &str) -> String {
    match east_asian::beyond_era(plain) {
        Some(limit) => {
            format!("{limit}: look which day is meant, and write it in the common era")
        }
        None => "write a day as `2018-04-23`, a month as `2018-04`, a year as `2018`, \
                 about 1945 as `1945~`"
            .to_owned(),
    }
}

/// Where a date is named by a Japanese era, and that era had ended or not begun: when it
/// did, as in `昭和 ended on 1989-01-07`.
pub fn beyond_era(text: &str) -> Option<String> {
    east_asian::beyond_era(&plain(text))
}

/// The EDTF texts that a plain text may mean, in canonical form; none if it is longer
/// than any date that people write.
fn readings(plain: &str) -> Vec<String> {
    if plain.len() > 120 {
        return Vec::new();
    }
    let range = range::range(plain);
    let found = if range.is_empty() { single(plain) } else { range };
    valid(found)
}

/// The readings of one date, which may be qualified.
fn single(text: &str) -> Vec<String> {
    let almost = valid(plain::almost_edtf(text));
    if !almost.is_empty() {
        return almost;
    }
    match qualified::qualified(text) {
        Some(readings) => readings,
        None => unqualified(text),
    }
}

fn unqualified(text: &str) -> Vec<String> {
    let ways =
        [plain::almost_edtf, east_asian::east_asian, numeric::numeric, named::named];
    let found = ways.iter().map(|way| valid(way(text)));
    found.into_iter().find(|readings| !readings.is_empty()).unwrap_or_default()
}

/// The readings that are EDTF, each once.
fn valid(readings: Vec<String>) -> Vec<String> {
    let mut valid = Vec::new();
    for reading in readings {
        if let Some(date) = strict(&reading).map(|date| date.to_string())
            && !valid.contains(&date)
        {
            valid.push(date);
        }
    }
    valid
}

fn empty(text: &str) -> DateError {
    DateError {
        start: 0,
        end: text.len(),
        message: "the date is empty".to_owned(),
        label: Some("expected a date".to_owned()),
        help: Some("leave the field out if the date is unknown".to_owned()),
        suggestion: None,
    }
}

/// The text as a message shows it: one line, not too long.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars().take(60) {
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
