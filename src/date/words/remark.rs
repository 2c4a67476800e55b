//! Remarks on the months and days that a date leaves open.

use super::super::partial::{Part, PartialDate};
use super::fill;
use super::phrase::month_alone;
use super::vocabulary::Vocabulary;

/// `month unknown`, or the months it may be.
pub(super) fn month_remark(date: PartialDate, words: &Vocabulary) -> Vec<String> {
    let Some(part) = date.month else { return Vec::new() };
    if part.unspecified == 0b11 {
        return vec![unknown(1, words)];
    }
    let months: Vec<u8> = date.months().collect();
    vec![choices(&months, |number| month_alone(number, words).to_owned())]
}

/// `day unknown`, or the number of the day as far as it is known.
pub(super) fn day_remark(date: PartialDate, words: &Vocabulary) -> Vec<String> {
    let Some(part) = date.day else { return Vec::new() };
    if part.unspecified == 0b11 {
        return vec![unknown(2, words)];
    }
    let month = date.month.and_then(Part::known).unwrap_or(1);
    let days: Vec<u8> = date.days(0, month).collect();
    let number = choices(&days, |number| number.to_string());
    vec![fill(words.day_number, &[('d', &number)])]
}

/// The first and last of successive numbers, or all of others: `10–19`, `5/15/25`.
fn choices(numbers: &[u8], name: impl Fn(u8) -> String) -> String {
    let is_run = numbers.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    match numbers {
        [first, .., last] if is_run => format!("{}–{}", name(*first), name(*last)),
        _ => numbers.iter().map(|number| name(*number)).collect::<Vec<_>>().join("/"),
    }
}

/// `year unknown`, `month unknown`, `day unknown`, for part 0, 1, 2.
pub(super) fn unknown(part: usize, words: &Vocabulary) -> String {
    words.unknown_parts.get(part).copied().unwrap_or_default().to_owned()
}
