//! From one date to another: `22–23 April 2018`, `1939-1945`, `2018年4月22日〜23日`.

use super::{single, strict, valid};

/// The readings of a text that joins two dates, or says that one end is open; none for
/// other texts.
pub(super) fn range(text: &str) -> Vec<String> {
    let joined = joined(text);
    if joined.is_empty() { open(text) } else { joined }
}

const DASHES: [&str; 9] =
    ["–", "—", "〜", "から", " to ", " until ", " - ", "至", " and "];

fn joined(text: &str) -> Vec<String> {
    let text = ["from ", "between "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let text = text.strip_suffix("まで").unwrap_or(text);
    let parts = DASHES.iter().find_map(|dash| text.split_once(dash));
    let parts = parts.or_else(|| years_with_hyphen(text));
    let parts = parts.or_else(|| days_with_hyphen(text)).or_else(|| text.split_once('/'));
    let Some((start, end)) = parts else { return Vec::new() };
    both(start.trim(), end.trim())
}

/// `1939-1945`; a hyphen elsewhere belongs to a date.
fn years_with_hyphen(text: &str) -> Option<(&str, &str)> {
    let is_year =
        |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').filter(|(start, end)| is_year(start) && is_year(end))
}

/// `April 22-23, 2018`, `22-23 April 2018`: one hyphen, between two numbers of a date whose
/// month is a word.
fn days_with_hyphen(text: &str) -> Option<(&str, &str)> {
    let (start, end) = text.split_once('-').filter(|(_, end)| !end.contains('-'))?;
    let ends_in_day = start.rsplit(' ').next().is_some_and(is_day);
    let begins_with_day = end.split([' ', ',']).next().is_some_and(is_day);
    let has_month = text.contains(|c: char| c.is_alphabetic());
    (ends_in_day && begins_with_day && has_month).then_some((start, end))
}

fn is_day(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Either side may leave out what the other says.
fn both(start: &str, end: &str) -> Vec<String> {
    let (starts, ends) = (one(start), one(end));
    let pair = match (starts, ends) {
        (Some(start), Some(end)) => Some((start, end)),
        (None, Some(end)) => completed_before(start, &end).map(|start| (start, end)),
        (Some(start), None) => completed_after(&start, end).map(|end| (start, end)),
        (None, None) => within_month(start, end),
    };
    valid(pair.map(|(start, end)| format!("{start}/{end}")).into_iter().collect())
}

/// The reading of a text that has only one.
fn one(text: &str) -> Option<String> {
    let readings = single(text);
    match readings.as_slice() {
        [reading] if !reading.contains('/') => Some(reading.clone()),
        _ => None,
    }
}

/// `April 22` before `23, 2018`.
fn within_month(start: &str, end: &str) -> Option<(String, String)> {
    let (month, day) = start.split_once(' ')?;
    small_number(day)?;
    let end = one(&format!("{month} {end}"))?;
    completed_before(start, &end).map(|start| (start, end))
}

/// `22` before 23 April 2018, `22 April` before 3 May 2018.
fn completed_before(start: &str, end: &str) -> Option<String> {
    let date = strict(end)?.reduced()?;
    match (small_number(start), date.month, date.day) {
        (Some(day), Some(month), Some(_)) => {
            Some(format!("{:04}-{month:02}-{day:02}", date.year))
        }
        (None, Some(_), _) => one(&format!("{start} {:04}", date.year)),
        _ => None,
    }
}

/// `25` after `2018-04-23`, `45` after `1939`, `5月3日` after `2018年4月22日`.
fn completed_after(start: &str, end: &str) -> Option<String> {
    let date = strict(start)?.reduced()?;
    let bare = end.strip_suffix(['日', '일']).unwrap_or(end);
    match (small_number(bare), date.month, date.day) {
        (Some(day), Some(month), Some(_)) => {
            Some(format!("{:04}-{month:02}-{day:02}", date.year))
        }
        (Some(year), None, None) if year > 12 => {
            Some(format!("{:04}", date.year - date.year % 100 + year))
        }
        _ => one(&format!("{:04}年{end}", date.year)),
    }
}

fn small_number(text: &str) -> Option<i32> {
    text.parse().ok().filter(|number| (1..100).contains(number))
}

/// `from 1945`, `until 1945`, `1945年から`.
fn open(text: &str) -> Vec<String> {
    let from = ["from ", "since "].iter().find_map(|word| text.strip_prefix(word));
    let from = from.or_else(|| text.strip_suffix("から"));
    let until = text.strip_prefix("until ").or_else(|| text.strip_suffix("まで"));
    let from = from.and_then(|rest| one(rest.trim())).map(|start| format!("{start}/.."));
    let until = until.and_then(|rest| one(rest.trim())).map(|end| format!("../{end}"));
    from.into_iter().chain(until).collect()
}
