//! What formats that know only years, months and days can say of a date.

use crate::date::{Edtf, ReducedDate};

/// The part of a date that is certain to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A year, a month or a day.
    One(ReducedDate),
    /// From one to another.
    Between(ReducedDate, ReducedDate),
    /// Nothing but words can say it: `194X`, `1945/..`, `[1667,1668]`.
    Words,
}

/// What is known of a date.
pub(super) fn known(date: &Edtf) -> Known {
    let is_set = date.to_string().starts_with(['[', '{']);
    match (date.reduced(), date.reduced_end()) {
        _ if is_set => Known::Words,
        (Some(first), Some(last)) if date.is_interval() => Known::Between(first, last),
        (Some(one), _) if !date.is_interval() => Known::One(one),
        _ => Known::Words,
    }
}

/// The first day, month or year, for formats without ranges; none before the common era,
/// which they do not know.
pub(super) fn beginning(date: &Edtf) -> Option<ReducedDate> {
    let first = date.reduced()?;
    (1..=9999).contains(&first.year).then_some(first)
}

/// The same as text: `2018-04-23`, `1945-08`, `1945`.
pub(in crate::render) fn exact_date(date: &Edtf) -> Option<String> {
    beginning(date).map(|first| first.to_string())
}

/// The date in words and in EDTF, where its beginning does not say all.
pub(super) fn remark(date: &Edtf, language: &str) -> Option<String> {
    let edtf = date.to_string();
    let is_told = beginning(date).is_some_and(|first| first.to_string() == edtf);
    (!is_told).then(|| format!("{} (EDTF: {edtf})", date.words(language)))
}

/// The date as biblatex reads it (EDTF level 1), else its beginning.
pub(super) fn level_1(date: &Edtf) -> Option<String> {
    let edtf = date.to_string();
    let is_level_1 = edtf.split('/').all(|end| end == ".." || is_level_1_date(end));
    if is_level_1 { Some(edtf) } else { Some(date.reduced()?.to_string()) }
}

/// Year, month or season, and day, the last ones perhaps unspecified; at most one
/// qualifier, at the end.
fn is_level_1_date(text: &str) -> bool {
    let bare = text.strip_suffix(['?', '~', '%']).unwrap_or(text);
    let bare = bare.strip_prefix('-').unwrap_or(bare);
    let parts: Vec<&str> = bare.split('-').collect();
    let digits = bare.replace('-', "");
    let specified = digits.trim_end_matches('X');
    let has_season = || parts.get(1).is_some_and(|m| m.parse().is_ok_and(|m: u8| m > 24));
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    matches!(lengths[..], [4] | [4, 2] | [4, 2, 2])
        && specified.len() >= 2
        && specified.bytes().all(|b| b.is_ascii_digit())
        && (specified.len() == digits.len() || text == bare)
        && !has_season()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        Edtf::parse(text).unwrap()
    }

    #[test]
    fn what_is_known_is_told() {
        let check = |text: &str, expected: &str| {
            let found = match known(&date(text)) {
                Known::One(one) => one.to_string(),
                Known::Between(first, last) => format!("{first} to {last}"),
                Known::Words => "words".to_owned(),
            };
            assert_eq!(found, expected, "{text}");
        };
        check("2018-04-23", "2018-04-23");
        check("1945-08", "1945-08");
        check("1945~", "1945");
        check("1945-08?", "1945-08");
        check("1945-08-XX", "1945-08");
        check("2018-04-22/2018-04-23", "2018-04-22 to 2018-04-23");
        check("194X", "words");
        check("1945/..", "words");
        check("../1945", "words");
        check("[1667,1668]", "words");
        check("{1667,1668}", "words");
        check("-0043-03-15", "-0043-03-15");
    }

    #[test]
    fn the_rest_is_remarked() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(remark(&date(text), "en").as_deref(), expected, "{text}");
        };
        check("2018-04-23", None);
        check("1945-08", None);
        check("1945~", Some("c. 1945 (EDTF: 1945~)"));
        check("194X", Some("1940s (EDTF: 194X)"));
        check(
            "2018-04-22/2018-04-23",
            Some("22–23 April 2018 (EDTF: 2018-04-22/2018-04-23)"),
        );
    }

    #[test]
    fn biblatex_reads_level_1() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(level_1(&date(text)).as_deref(), expected, "{text}");
        };
        check("2018-04-23", Some("2018-04-23"));
        check("1945~", Some("1945~"));
        check("194X", Some("194X"));
        check("1945-08-XX", Some("1945-08-XX"));
        check("1945-21", Some("1945-21"));
        check("1945-33", Some("1945"));
        check("1945/..", Some("1945/.."));
        check("1945-~08-15", Some("1945-08-15"));
        check("[1667,1668]", None);
        check("1945-XX-15", Some("1945"));
    }
}
