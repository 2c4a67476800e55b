//! The line below a title: `February 16, 2024`, or date, time and place in one.

use std::ops::Range;

use crate::date::Edtf;
use crate::import::dates;

/// What such a line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    pub(super) date: Edtf,
    /// Hours and minutes of the day: `09:50`.
    pub(super) time: Option<String>,
    pub(super) place: Option<String>,
}

/// Reads `Friday, September 22, 2023, 9:50 a.m. New York`, and less.
pub(super) fn read(text: &str) -> Option<DateLine> {
    let text = text.trim_matches(['(', ')', '（', '）']);
    if text.chars().count() > 100 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Ok(date) = dates::read(text) {
        return Some(DateLine { date, time: None, place: None });
    }
    let pieces: Vec<&str> = text.split(',').map(str::trim).collect();
    let at = pieces.iter().position(|piece| time(piece).is_some())?;
    let date = dates::read(&pieces.get(..at)?.join(", ")).ok()?;
    let (time, rest) = time(pieces.get(at)?)?;
    let after = std::iter::once(rest).chain(pieces.iter().skip(at + 1).copied());
    let place: Vec<&str> = after.filter(|piece| !piece.is_empty()).collect();
    let place = Some(place.join(", ")).filter(|place| !place.is_empty());
    Some(DateLine { date, time: Some(time), place })
}

/// The part of such a line that has the form of a day, be there such a day or not.
pub(super) fn written(text: &str) -> Option<Range<usize>> {
    let inner = text.trim_matches(['(', ')', '（', '）']);
    let start = text.find(inner)?;
    let before_time = inner
        .match_indices(',')
        .find(|(at, _)| {
            inner.get(at + 1..).is_some_and(|rest| time(rest.trim()).is_some())
        })
        .map_or(inner.len(), |(at, _)| at);
    let day = inner.get(..before_time)?;
    dates::is_written(day).then_some(start..start + day.len())
}

/// A time of day at the beginning of a text, and what follows.
pub(super) fn time(text: &str) -> Option<(String, &str)> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, rest) = rest.split_at_checked(2)?;
    let (hour, minute): (u8, u8) = (hour.trim().parse().ok()?, minute.parse().ok()?);
    let rest = rest.trim_start();
    let half = ["a.m.", "am", "AM"].iter().find_map(|half| rest.strip_prefix(half));
    let other = ["p.m.", "pm", "PM"].iter().find_map(|half| rest.strip_prefix(half));
    let (hour, rest) = match (half, other) {
        (Some(rest), _) => (hour % 12, rest),
        (_, Some(rest)) => (hour % 12 + 12, rest),
        (None, None) => (hour, rest),
    };
    (hour < 24 && minute < 60).then(|| (format!("{hour:02}:{minute:02}"), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn date_lines_are_read() {
        let check = |text: &str, expected: &str| {
            let found = read(text).map(|line| {
                let or = |text: Option<String>| text.unwrap_or("-".to_owned());
                format!("{} {} {}", line.date, or(line.time), or(line.place))
            });
            assert_eq!(found.as_deref().unwrap_or("none"), expected, "{text}");
        };
        check("February 16, 2024", "2024-02-16 - -");
        check("(April 21, 2014)", "2014-04-21 - -");
        check(
            "Friday, September 22, 2023, 9:50 a.m. New York",
            "2023-09-22 09:50 New York",
        );
        check(
            "Tuesday, May 2, 2023, 12:05 p.m. Accra, Ghana",
            "2023-05-02 12:05 Accra, Ghana",
        );
        check("令和6年9月26日", "2024-09-26 - -");
        check("On March 25, commencing at 3:45 p.m.", "none");
        check("In 2000, the Council", "none");
        check("New York", "none");
    }

    #[test]
    fn days_that_do_not_exist_are_seen() {
        let check = |text: &str, expected: &str| {
            let found = written(text).and_then(|day| text.get(day));
            assert_eq!(found.unwrap_or("none"), expected, "{text}");
        };
        check("February 30, 2024", "February 30, 2024");
        check("（令和6年13月1日）", "令和6年13月1日");
        check("Friday, April 31, 2023, 9:50 a.m. New York", "Friday, April 31, 2023");
        check("In 2000, the Council", "none");
        check("On March 25, commencing at 3:45 p.m.", "none");
    }
}
