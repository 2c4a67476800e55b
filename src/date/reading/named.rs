//! Dates with words: `April 23, 2018`, `23 avril 2018`, `Spring 1945`, `1940s`,
//! `20th century`, `44 BCE`.

use super::super::words::{month_of_name, season_of_name};
use super::tokens::{Token, tokens};

/// The readings of a date with words in it.
pub(super) fn named(text: &str) -> Vec<String> {
    use Token::{Mark, Number, Word};
    let mut tokens = tokens(text);
    tokens.retain(|token| !matches!(token, Mark(',' | '.' | '\'' | '’' | 'º' | '°')));
    match tokens.as_slice() {
        [Number(year), Word("s")] => decade(year),
        [Number(number), Word("st" | "nd" | "rd" | "th"), Word("century" | "c")] => {
            century(number)
        }
        [Number(year), Word("bc" | "bce")] => before_common_era(year),
        [Number(year), Word("ad" | "ce")] | [Word("ad"), Number(year)] => {
            vec![format!("{year:0>4}")]
        }
        tokens => with_name(tokens).into_iter().collect(),
    }
}

/// `1900s` may be the decade or the century.
fn decade(year: &str) -> Vec<String> {
    let Some((century, tens)) = year.split_at_checked(2) else { return Vec::new() };
    match (tens.split_at_checked(1), tens) {
        (_, "00") => vec![format!("{century}0X"), format!("{century}XX")],
        (Some((ten, "0")), _) => vec![format!("{century}{ten}X")],
        _ => Vec::new(),
    }
}

fn century(number: &str) -> Vec<String> {
    let before = number.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
    before.map(|before| format!("{before:02}XX")).into_iter().collect()
}

fn before_common_era(year: &str) -> Vec<String> {
    let before = year.parse::<u32>().ok().and_then(|year| year.checked_sub(1));
    let text = |before| if before == 0 { "0000".into() } else { format!("-{before:04}") };
    before.map(text).into_iter().collect()
}

/// A month or season, a year and perhaps a day, in any order; words that only join them
/// are passed over, and any other word means that this is no date.
fn with_name(tokens: &[Token<'_>]) -> Option<String> {
    let (mut name, mut day, mut year) = (None, None, None);
    for token in tokens {
        let slot = match token {
            Token::Word(word) if is_joining(word) => continue,
            Token::Word(_) => &mut name,
            Token::Number(digits) if digits.len() <= 2 => &mut day,
            Token::Number(digits) if digits.len() <= 4 => &mut year,
            Token::Number(_) | Token::Mark(_) => return None,
        };
        let (Token::Word(text) | Token::Number(text)) = token else { return None };
        if slot.replace(*text).is_some() {
            return None;
        }
    }
    let (name, year) = (name?, year?);
    match (month_of_name(name), day) {
        (Some(month), Some(day)) => Some(format!("{year:0>4}-{month:02}-{day:0>2}")),
        (Some(month), None) => Some(format!("{year:0>4}-{month:02}")),
        (None, None) => Some(format!("{year:0>4}-{}", season_of_name(name)?)),
        (None, Some(_)) => None,
    }
}

fn is_joining(word: &str) -> bool {
    const JOINING: &str = "of the de del le er st nd rd th г года monday tuesday wednesday \
                           thursday friday saturday sunday";
    JOINING.split(' ').any(|joining| joining == word)
}
