//! Times of day, and the zones of their clocks.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn invalid(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(time) = look.written.first("time") else { return };
    if is_impossible(&time.text) {
        let message = format!("the time `{}` does not exist", time.text);
        let help = "hours go from 00 to 24, minutes from 00 to 59: `11:10`";
        found.push(look.found(Code::InvalidTime, time.span, message).help(help));
    }
}

/// Whether it has the form of `11:10` or `11:10:05`, and no clock shows it. The words of a
/// source, such as "midnight", are its own affair.
fn is_impossible(text: &str) -> bool {
    let parts: Vec<Option<u8>> = text.split(':').map(|part| part.parse().ok()).collect();
    match *parts.as_slice() {
        [Some(24), Some(0)] | [Some(24), Some(0), Some(0)] => false,
        [Some(hour), Some(minute)] => hour > 23 || minute > 59,
        [Some(hour), Some(minute), Some(second)] => {
            hour > 23 || minute > 59 || second > 60
        }
        _ => text.bytes().all(|b| b.is_ascii_digit() || b == b':') && !text.is_empty(),
    }
}

pub(super) fn without_day(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let metadata = &look.document.metadata;
    let (Some(_), Some(date)) = (&metadata.time, &metadata.date) else { return };
    if date.as_day().is_none() && !date.is_interval() {
        let message = format!("a time of day stands beside the date `{date}`");
        let help = "say the day, or leave the time out";
        let span = look.written.span("time");
        found.push(look.found(Code::TimeWithoutDay, span, message).help(help));
    }
}

pub(super) fn unknown_zone(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(zone) = look.written.first("timezone") else { return };
    if !zone.text.is_empty() && !is_known(&zone.text) {
        let message = format!("`{}` is not a time zone", zone.text);
        let help = "write an offset such as `+09:00`, or a name such as `Asia/Tokyo`";
        found.push(look.found(Code::UnknownTimezone, zone.span, message).help(help));
    }
}

/// The areas of the time zone database.
const AREAS: &[&str] = &[
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Etc",
    "Europe",
    "Indian",
    "Pacific",
];

const ABBREVIATIONS: &[&str] = &[
    "ACST", "ADT", "AEDT", "AEST", "AKDT", "AKST", "AST", "AWST", "BST", "CAT", "CDT",
    "CEST", "CET", "CST", "EAT", "EDT", "EEST", "EET", "EST", "GMT", "GST", "HKT", "HST",
    "ICT", "IDT", "IRST", "IST", "JST", "KST", "MDT", "MSK", "MST", "NDT", "NPT", "NST",
    "NZDT", "NZST", "PDT", "PHT", "PKT", "PST", "SAST", "SGT", "TRT", "UTC", "WAT",
    "WEST", "WET", "WIB", "Z",
];

fn is_known(zone: &str) -> bool {
    let area = zone.split_once('/').map(|(area, place)| (area, !place.is_empty()));
    let offset = zone.strip_prefix("UTC").or(zone.strip_prefix("GMT")).unwrap_or(zone);
    ABBREVIATIONS.contains(&zone)
        || area.is_some_and(|(area, has_place)| has_place && AREAS.contains(&area))
        || is_offset(offset, offset.len() != zone.len())
}

/// `+09:00`, `+0900`; after `UTC` also `+9`.
fn is_offset(offset: &str, is_after_name: bool) -> bool {
    let Some(digits) = offset.strip_prefix(['+', '-', '−', '±']) else { return false };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(2).unwrap_or((digits, "")),
    };
    let is_hour = hours.len() == 2 || is_after_name && hours.len() == 1;
    let is_minute = minutes.len() == 2 || is_after_name && minutes.is_empty();
    let is_below = |text: &str, limit: u8| {
        text.is_empty() || text.parse::<u8>().is_ok_and(|number| number < limit)
    };
    is_hour && is_minute && is_below(hours, 15) && is_below(minutes, 60)
}

#[cfg(test)]
mod tests {
    use super::{is_impossible, is_known};

    #[test]
    fn clocks_show_some_times() {
        for time in ["11:10", "00:00", "24:00", "9:05", "23:59:60", "midnight", "5 p.m."]
        {
            assert!(!is_impossible(time), "{time}");
        }
        for time in ["25:00", "24:01", "11:60", "11:10:61", "1110", "11:10:00:00"] {
            assert!(is_impossible(time), "{time}");
        }
    }

    #[test]
    fn zones_have_names_and_offsets() {
        let known =
            ["+09:00", "-0330", "UTC", "UTC+9", "GMT-03:30", "Asia/Tokyo", "JST", "Z"];
        for zone in known {
            assert!(is_known(zone), "{zone}");
        }
        for zone in ["+9", "+25:00", "+09:60", "Tokyo", "Asia/", "Moon/Base", "JPT", "9"]
        {
            assert!(!is_known(zone), "{zone}");
        }
    }
}
