//! Dates in words, in the languages that have a vocabulary here.
//!
//! The vocabularies are constants: a date in words costs the string it returns, and there
//! is no formatter to build or keep. Day and month patterns agree with CLDR; what CLDR
//! does not know (approximate, unknown, decade, century, open interval) stands beside
//! them. A new language is one file and one line of `VOCABULARIES`.

mod vocabulary;
mod pattern;
mod phrase;
mod remark;
mod interval;
mod set;
mod english;
mod french;
mod german;
mod spanish;
mod italian;
mod portuguese;
mod dutch;
mod russian;
mod arabic;
mod japanese;
mod chinese;
mod chinese_traditional;
mod korean;

use super::era::era;
use super::partial::PartialDate;
use super::{Edtf, Value, reduced};
use pattern::fill;
use vocabulary::Vocabulary;

static VOCABULARIES: [&Vocabulary; 13] = [
    &english::ENGLISH,
    &japanese::JAPANESE,
    &french::FRENCH,
    &german::GERMAN,
    &spanish::SPANISH,
    &italian::ITALIAN,
    &portuguese::PORTUGUESE,
    &dutch::DUTCH,
    &russian::RUSSIAN,
    &arabic::ARABIC,
    &chinese::CHINESE,
    &chinese_traditional::CHINESE_TRADITIONAL,
    &korean::KOREAN,
];

/// Whether dates have words in a language, given as a BCP 47 tag.
#[must_use]
pub fn has_words(language: &str) -> bool {
    vocabulary(language).is_some()
}

/// The name of a month, 1 to 12, standing alone; two digits in a language without a
/// vocabulary, and for any other number.
#[must_use]
pub fn month_name(month: u8, language: &str) -> String {
    let name = vocabulary(language).and_then(|words| {
        let index = usize::from(month).checked_sub(1)?;
        words.months_alone.get(index)
    });
    name.map_or_else(|| format!("{month:02}"), ToString::to_string)
}

/// An astronomical year in words: `1945`, `1945年`, `44 BCE` for -43.
#[must_use]
pub fn year_words(year: i32, language: &str) -> String {
    match vocabulary(language) {
        Some(words) => phrase::year(year, words),
        None if year < 0 => format!("-{:04}", year.unsigned_abs()),
        None => format!("{year:04}"),
    }
}

pub(super) fn words(date: &Edtf, language: &str) -> String {
    let Some(words) = vocabulary(language) else { return date.to_string() };
    match &date.0 {
        Value::Date(date) => alone(*date, words),
        Value::Interval(interval) => interval::interval(*interval, words),
        Value::Set(set) => set::set(set, words),
    }
}

/// The month of a name in any language, in lower case: `août`, `aug`, `sept`.
pub(super) fn month_of_name(name: &str) -> Option<u8> {
    let english = &english::ENGLISH.months;
    let short = match name {
        "sept" => Some(8),
        _ => english.iter().position(|month| {
            month.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(name))
        }),
    };
    let index = short.or_else(|| {
        VOCABULARIES.iter().find_map(|words| {
            let is_name = |month: &&str| month.to_lowercase() == name;
            let inflected = words.months.iter().position(&is_name);
            inflected.or_else(|| words.months_alone.iter().position(is_name))
        })
    });
    index.and_then(|index| u8::try_from(index + 1).ok())
}

/// The season of an English name in lower case, 21 to 24.
pub(super) fn season_of_name(name: &str) -> Option<u8> {
    match name {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}

/// A date by itself; in Japanese a full one also has its era.
fn alone(date: PartialDate, words: &Vocabulary) -> String {
    let mut phrase = phrase::phrase(date, words);
    if words.tag == "ja"
        && let Some(era) = reduced::reduced(date).and_then(|date| era(date.as_day()?))
    {
        phrase.remarks.insert(0, era.to_string());
    }
    phrase.text(words)
}

/// The vocabulary of a BCP 47 tag, by its language and, for Chinese, its script.
fn vocabulary(tag: &str) -> Option<&'static Vocabulary> {
    let mut subtags = tag.split(['-', '_']);
    let language = subtags.next()?;
    let is_traditional = |subtag: &str| {
        ["hant", "tw", "hk", "mo"].iter().any(|name| subtag.eq_ignore_ascii_case(name))
    };
    let is_simplified = |subtag: &str| subtag.eq_ignore_ascii_case("hans");
    if language.eq_ignore_ascii_case("zh")
        && !tag.split(['-', '_']).any(is_simplified)
        && subtags.any(is_traditional)
    {
        return Some(&chinese_traditional::CHINESE_TRADITIONAL);
    }
    VOCABULARIES.iter().find(|words| language.eq_ignore_ascii_case(words.tag)).copied()
}
