//! “About” and “perhaps” in words: `c. 1945`, `1945年頃`, `maybe 1945`.

use super::{strict, unqualified};

/// The readings of a text that says it is approximate or uncertain; `None` if it does
/// not say so.
pub(super) fn qualified(text: &str) -> Option<Vec<String>> {
    let (rest, is_uncertain) = without_doubt(text);
    let (rest, is_approximate) = without_about(rest);
    let sign = match (is_uncertain, is_approximate) {
        (false, false) => return None,
        (true, false) => '?',
        (false, true) => '~',
        (true, true) => '%',
    };
    let is_plain = |reading: &String| {
        strict(reading).is_some_and(|date| {
            !date.is_interval() && !date.is_uncertain() && !date.is_approximate()
        })
    };
    let readings = unqualified(rest).into_iter().filter(is_plain);
    Some(readings.map(|reading| format!("{reading}{sign}")).collect())
}

fn without_doubt(text: &str) -> (&str, bool) {
    const BEFORE: [&str; 4] = ["maybe ", "perhaps ", "possibly ", "probably "];
    const AFTER: [&str; 5] = ["(uncertain)", "(?)", "(不確実)", "?", "[?]"];
    without(text, &BEFORE, &AFTER)
}

fn without_about(text: &str) -> (&str, bool) {
    const BEFORE: [&str; 16] = [
        "circa",
        "ca.",
        "ca",
        "c.",
        "c",
        "about ",
        "around ",
        "approximately ",
        "approx.",
        "approx",
        "vers ",
        "um ",
        "hacia ",
        "около ",
        "約",
        "约",
    ];
    const AFTER: [&str; 8] =
        ["頃", "ごろ", "ころ", "경", "approximately", "approx.", "approx", "~"];
    without(text, &BEFORE, &AFTER)
}

/// The text without the first of the words that stands before a digit or space, or
/// behind; and whether there was one.
fn without<'a>(text: &'a str, before: &[&str], after: &[&str]) -> (&'a str, bool) {
    let found = before.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let is_word = word.ends_with([' ', '.', '約', '约'])
            || rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit());
        is_word.then_some(rest)
    });
    let found = found.or_else(|| after.iter().find_map(|word| text.strip_suffix(word)));
    found.map_or((text, false), |rest| (rest.trim(), true))
}
