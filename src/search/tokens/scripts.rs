//! Which characters make words, and which stand in runs without spaces.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, Script};

/// Scripts whose words have no spaces between them, digits left out: Han, kana, bopomofo,
/// Hangul, Thai, Lao, Myanmar, Khmer, Tai. The ranges are written out so that every
/// version of Unicode has the same.
const RUNS: &[(char, char)] = &[
    ('\u{E01}', '\u{E3A}'),
    ('\u{E40}', '\u{E4E}'),
    ('\u{E81}', '\u{ECE}'),
    ('\u{EDC}', '\u{EDF}'),
    ('\u{1000}', '\u{103F}'),
    ('\u{1050}', '\u{108F}'),
    ('\u{109A}', '\u{109D}'),
    ('\u{1100}', '\u{11FF}'),
    ('\u{1780}', '\u{17B3}'),
    ('\u{17B6}', '\u{17D3}'),
    ('\u{17D7}', '\u{17D7}'),
    ('\u{17DC}', '\u{17DD}'),
    ('\u{1950}', '\u{19C9}'),
    ('\u{1A20}', '\u{1A7C}'),
    ('\u{2E80}', '\u{2FDF}'),
    ('\u{3005}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    ('\u{3031}', '\u{3035}'),
    ('\u{3038}', '\u{303C}'),
    ('\u{3041}', '\u{309A}'),
    ('\u{309D}', '\u{309F}'),
    ('\u{30A1}', '\u{30FA}'),
    ('\u{30FC}', '\u{31BF}'),
    ('\u{31F0}', '\u{31FF}'),
    ('\u{3400}', '\u{4DBF}'),
    ('\u{4E00}', '\u{9FFF}'),
    ('\u{A960}', '\u{A97F}'),
    ('\u{A9E0}', '\u{A9EF}'),
    ('\u{A9FA}', '\u{A9FE}'),
    ('\u{AA60}', '\u{AADF}'),
    ('\u{AC00}', '\u{D7FF}'),
    ('\u{F900}', '\u{FAFF}'),
    ('\u{1AFF0}', '\u{1B16F}'),
    ('\u{20000}', '\u{3FFFF}'),
];

/// Whether the character stands in a run without spaces.
pub(super) fn is_joined(c: char) -> bool {
    is_in(RUNS, c)
}

/// Whether the character can begin a word.
pub(super) fn is_alone(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphanumeric(),
        false => {
            let category = category(c);
            GeneralCategoryGroup::Letter.contains(category)
                || GeneralCategoryGroup::Number.contains(category)
        }
    }
}

/// Whether the character only changes the one before it.
pub(super) fn is_mark(c: char) -> bool {
    c >= '\u{300}' && GeneralCategoryGroup::Mark.contains(category(c))
}

/// Whether the character is of a script whose letters are folded.
pub(super) fn is_latin_or_greek(c: char) -> bool {
    match c.is_ascii() {
        true => c.is_ascii_alphabetic(),
        false => {
            let script = CodePointMapData::<Script>::new().get(c);
            script == Script::Latin || script == Script::Greek
        }
    }
}

/// Whether `c` lies in one of the ranges, which are sorted.
pub(super) fn is_in(ranges: &[(char, char)], c: char) -> bool {
    let at = ranges.partition_point(|&(_, last)| last < c);
    ranges.get(at).is_some_and(|&(first, _)| first <= c)
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}
