//! Bounds, order, reduced dates and qualifiers.

use super::super::{Bounds, Day, Edtf};

fn date(text: &str) -> Edtf {
    Edtf::parse(text).unwrap()
}

#[test]
fn bounds_are_the_first_and_last_possible_day() {
    let check = |text: &str, first: &str, last: &str| {
        let Bounds { first: from, last: to } = date(text).bounds();
        assert_eq!(
            (from.to_string().as_str(), to.to_string().as_str()),
            (first, last),
            "{text}"
        );
    };
    check("2018-04-23", "2018-04-23", "2018-04-23");
    check("1945-08", "1945-08-01", "1945-08-31");
    check("1945~", "1945-01-01", "1945-12-31");
    check("2024-02", "2024-02-01", "2024-02-29");
    check("194X", "1940-01-01", "1949-12-31");
    check("19XX-02-29", "1904-02-29", "1996-02-29");
    check("1962-XX-22", "1962-01-22", "1962-12-22");
    check("1962-XX-31", "1962-01-31", "1962-12-31");
    check("1962-XX-30", "1962-01-30", "1962-12-30");
    check("1984-1X", "1984-10-01", "1984-12-31");
    check("1984-02-X9", "1984-02-09", "1984-02-29");
    check("1985-02-X9", "1985-02-09", "1985-02-19");
    check("-01XX", "-0199-01-01", "-0100-12-31");
    check("2010-24", "2010-12-01", "2011-02-28");
    check("2011-24", "2011-12-01", "2012-02-29");
    check("2010-36", "2010-10-01", "2010-12-31");
    check("2010-38", "2010-05-01", "2010-08-31");
    check("2010-41", "2010-07-01", "2010-12-31");
    check("2018-04-22/2018-04-23", "2018-04-22", "2018-04-23");
    check("1953S3", "1950-01-01", "1959-12-31");
    check("{1961-12,1960}", "1960-01-01", "1961-12-31");
    assert_eq!(date("../1945").bounds().first, Day::MIN);
    assert_eq!(date("/1945").bounds().first, Day::MIN);
    assert_eq!(date("1945/..").bounds().last, Day::MAX);
    assert_eq!(date("Y-999999999").bounds().first, Day::new(-999_999_999, 1, 1).unwrap());
}

#[test]
fn sorted_by_first_day_then_the_more_precise() {
    let sorted = [
        "-0043-03-15",
        "18XX",
        "1945-01-01",
        "1945-01",
        "../1945",
        "1945",
        "1945/1946",
        "194X-01-02",
        "1945-08-15",
        "1945-09/..",
        "Y17000",
    ];
    let mut dates: Vec<Edtf> = sorted.iter().rev().map(|text| date(text)).collect();
    dates.sort_by_key(Edtf::sort_key);
    let found: Vec<String> = dates.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "-0043-03-15",
            "18XX",
            "194X-01-02",
            "1945-01-01",
            "1945-01",
            "1945",
            "../1945",
            "1945/1946",
            "1945-08-15",
            "1945-09/..",
            "Y17000",
        ]
    );
}

#[test]
fn reduced_dates_invent_nothing() {
    let check = |text: &str, start: &str, end: &str| {
        let text_of = |date: Option<super::super::ReducedDate>| {
            date.map_or("none".to_owned(), |date| date.to_string())
        };
        let found = date(text);
        let found = (text_of(found.reduced()), text_of(found.reduced_end()));
        assert_eq!(found, (start.to_owned(), end.to_owned()), "{text}");
    };
    check("2018-04-23", "2018-04-23", "2018-04-23");
    check("1945-08?", "1945-08", "1945-08");
    check("1945~", "1945", "1945");
    check("194X", "none", "none");
    check("194X-08-15", "none", "none");
    check("1962-XX-22", "1962", "1962");
    check("1962-12-XX", "1962-12", "1962-12");
    check("1962-21", "1962", "1962");
    check("2018-04-22/2018-05", "2018-04-22", "2018-05");
    check("../1945", "none", "1945");
    check("1945/", "1945", "none");
    check("[1945-08-14,1945-08-15]", "1945-08", "1945-08");
    check("[1667,1668]", "none", "none");
    check("[1667..]", "none", "none");
    check("{1667,1668}", "1667", "1668");
}

#[test]
fn qualifiers_and_days() {
    let check = |text: &str, uncertain: bool, approximate: bool, day: Option<&str>| {
        let date = date(text);
        assert_eq!(date.is_uncertain(), uncertain, "{text}");
        assert_eq!(date.is_approximate(), approximate, "{text}");
        assert_eq!(date.as_day().map(|day| day.to_string()).as_deref(), day, "{text}");
    };
    check("2018-04-23", false, false, Some("2018-04-23"));
    check("2018-04-23?", true, false, Some("2018-04-23"));
    check("2018-04-~23", false, true, Some("2018-04-23"));
    check("2018-04%", true, true, None);
    check("1984~/2004?", true, true, None);
    check("[1667?,1668]", true, false, None);
    check("2018-04-XX", false, false, None);
    check("2018-04-23/2018-04-24", false, false, None);
}

#[test]
fn a_value_is_small() {
    assert!(size_of::<Edtf>() <= 40, "{}", size_of::<Edtf>());
}
