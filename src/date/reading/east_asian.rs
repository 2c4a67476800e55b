//! Dates with their units: `2018年4月23日`, `令和5年9月21日`, `二〇一八年四月`, `1940年代`,
//! `20世紀`, `2018년 4월 23일`.

use super::super::era;

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

fn date(text: &str) -> Option<String> {
    let (era, rest) = era::names()
        .find_map(|name| Some((Some(name), text.strip_prefix(name)?)))
        .unwrap_or((None, text));
    let (year, rest) = unit(rest, ['年', '년'])?;
    if let Some("代" | "대") = Some(rest) {
        return (era.is_none() && year % 10 == 0).then(|| format!("{:03}X", year / 10));
    }
    let year = match era {
        Some(name) => era::gregorian_year(name, i32::try_from(year).ok()?)?,
        None => i32::try_from(year).ok()?,
    };
    if rest.is_empty() {
        return Some(format!("{year:04}"));
    }
    let (month, rest) = unit(rest, ['月', '월'])?;
    if rest.is_empty() {
        return Some(format!("{year:04}-{month:02}"));
    }
    let (day, rest) = unit(rest, ['日', '일'])?;
    rest.is_empty().then(|| format!("{year:04}-{month:02}-{day:02}"))
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
