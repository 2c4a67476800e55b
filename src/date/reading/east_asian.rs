//! Dates with their units: `2018年4月23日`, `令和5年9月21日`, `二〇一八年四月`, `1940年代`,
//! `20世紀`, `2018년 4월 23일`.

use super::super::era::{self, Beyond};

/// The reading of a date written with units, if it is one.
pub(super) fn east_asian(text: &str) -> Vec<String> {
    let text: String = without_brackets(text).chars().filter(|c| *c != ' ').collect();
    century(&text).or_else(|| date(&text)).into_iter().collect()
}

fn century(text: &str) -> Option<String> {
    let number =
        ["世紀", "世纪", "세기"].iter().find_map(|unit| text.strip_suffix(unit))?;
    let before = whole(number)?.checked_sub(1)?;
    Some(format!("{before:02}XX"))
}

/// Where a date is named by an era in which it does not lie: `昭和 ended on 1989-01-07`.
pub(super) fn beyond_era(text: &str) -> Option<String> {
    let text: String = without_brackets(text).chars().filter(|c| *c != ' ').collect();
    let Named { era: Some(name), year, month, day } = named(&text)? else { return None };
    Some(match era::beyond(name, (year, month, day))? {
        Beyond::Before(first) => format!("{name} began on {first}"),
        Beyond::After(last) => format!("{name} ended on {last}"),
    })
}

fn date(text: &str) -> Option<String> {
    let Some(Named { era, year, month, day }) = named(text) else { return decade(text) };
    if era.is_some_and(|name| era::beyond(name, (year, month, day)).is_some()) {
        return None;
    }
    Some(match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    })
}

fn decade(text: &str) -> Option<String> {
    let (year, rest) = unit(text, ['年', '년'])?;
    let is_decade = matches!(rest, "代" | "대") && year % 10 == 0;
    is_decade.then(|| format!("{:03}X", year / 10))
}

/// A date as it is named, its year in the Gregorian calendar.
struct Named {
    era: Option<&'static str>,
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

fn named(text: &str) -> Option<Named> {
    let (era, rest) = era::names()
        .find_map(|name| Some((Some(name), text.strip_prefix(name)?)))
        .unwrap_or((None, text));
    let (year, rest) = unit(rest, ['年', '년'])?;
    let year = i32::try_from(year).ok()?;
    let year = match era {
        Some(name) => era::gregorian_year(name, year)?,
        None => year,
    };
    let part = |number: u32| u8::try_from(number).ok();
    if rest.is_empty() {
        return Some(Named { era, year, month: None, day: None });
    }
    let (month, rest) = unit(rest, ['月', '월'])?;
    let month = Some(part(month)?);
    if rest.is_empty() {
        return Some(Named { era, year, month, day: None });
    }
    let (day, rest) = unit(rest, ['日', '일'])?;
    let day = Some(part(day)?);
    rest.is_empty().then_some(Named { era, year, month, day })
}

/// A number before its unit, and what follows.
fn unit(text: &str, units: [char; 2]) -> Option<(u32, &str)> {
    let (number, rest) = text.split_once(units)?;
    Some((whole(number)?, rest))
}

/// A number of at most four places, in digits or Chinese numerals; 元 is 1.
fn whole(text: &str) -> Option<u32> {
    if text == "元" {
        return Some(1);
    }
    let (mut number, mut is_after_ten) = (0, false);
    for (place, character) in text.chars().enumerate() {
        let digit = match character {
            '十' => {
                (number, is_after_ten) = (number.max(1) * 10, true);
                continue;
            }
            '〇' | '零' => 0,
            _ => numeral(character)?,
        };
        let scale = if is_after_ten { 1 } else { 10 };
        number = number * scale + digit;
        if place > 3 {
            return None;
        }
    }
    (!text.is_empty() && number < 10_000).then_some(number)
}

fn numeral(character: char) -> Option<u32> {
    let place = "一二三四五六七八九".chars().zip(1..);
    let found = place.into_iter().find(|(numeral, _)| *numeral == character);
    found.map(|(_, digit)| digit).or_else(|| character.to_digit(10))
}

/// The text without what stands in brackets: the year of the other calendar, the
/// weekday.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}
