//! Properties of every short text and of many values.

use super::super::{Day, Edtf};

const LANGUAGES: [&str; 4] = ["en", "ja", "ru", "fi"];

/// What holds for every text: an error lies inside it, a value survives its own text.
fn check(text: &str) {
    match Edtf::parse(text) {
        Ok(date) => {
            let again = date.to_string();
            assert_eq!(Edtf::parse(&again).as_ref(), Ok(&date), "{text} {again}");
            let bounds = date.bounds();
            assert!(bounds.first <= bounds.last, "{text}");
            assert!(date.as_day().is_none_or(|day| day == bounds.first), "{text}");
            assert!(LANGUAGES.iter().all(|tag| !date.words(tag).is_empty()), "{text}");
        }
        Err(error) => {
            assert!(error.start <= error.end, "{text}");
            assert!(text.get(error.start..error.end).is_some(), "{text}");
            if let Some(suggestion) = error.suggestion {
                let date = Edtf::parse(&suggestion).unwrap();
                assert_eq!(date.to_string(), suggestion, "{text}");
            }
        }
    }
}

#[test]
fn every_short_text() {
    const ALPHABET: &str = "012-X?~%/.YSET[]{},: s年月日十元代〜ｃ";
    let characters: Vec<char> = ALPHABET.chars().collect();
    let mut texts = vec![String::new()];
    for _ in 0..3 {
        texts = texts
            .iter()
            .flat_map(|text| characters.iter().map(move |c| format!("{text}{c}")))
            .collect();
        for text in &texts {
            check(text);
        }
    }
}

#[test]
fn every_ending_of_a_year_and_month() {
    const ALPHABET: &str = "029-X?~/.";
    for start in [
        "194",
        "1945",
        "1945-0",
        "1945-",
        "1945-02-",
        "1945-02-2",
        "1945/",
        "[1945.",
        "-000",
        "XXXX-XX-",
        "XXX1-02-",
    ] {
        let mut texts = vec![start.to_owned()];
        for _ in 0..3 {
            texts = texts
                .iter()
                .flat_map(|text| ALPHABET.chars().map(move |c| format!("{text}{c}")))
                .collect();
            for text in &texts {
                check(text);
            }
        }
    }
}

#[test]
fn every_combination_of_parts() {
    let signs = ["", "?", "~", "%"].as_slice();
    let years = ["2018", "-0043", "0000", "201X", "20XX", "XXXX", "1X45"].as_slice();
    let months = ["-04", "-02", "-XX", "-1X", "-X2"].as_slice();
    let days = ["-23", "-29", "-XX", "-2X", "-X1"].as_slice();
    let behind = [years, signs, months, signs, days, signs];
    let in_front =
        [signs, years, &["-"], signs, &["04", "0X"], &["-"], signs, &["23", "3X"]];
    all(&behind).iter().chain(&all(&in_front)).for_each(|text| check(text));
}

/// Every choice of one piece from each list, joined.
fn all(lists: &[&[&str]]) -> Vec<String> {
    lists.iter().fold(vec![String::new()], |texts, pieces| {
        let longer =
            |text: &String| pieces.iter().map(|p| format!("{text}{p}")).collect();
        texts.iter().flat_map::<Vec<String>, _>(longer).collect()
    })
}

#[test]
fn every_day_of_four_centuries() {
    let mut previous = Day::MIN;
    for year in 1800..2200 {
        for (month, day) in (1..=12).flat_map(|m| (1..=31).map(move |d| (m, d))) {
            let text = format!("{year:04}-{month:02}-{day:02}");
            let parsed = Edtf::parse(&text).ok().and_then(|date| date.as_day());
            assert_eq!(parsed, Day::new(year, month, day), "{text}");
            let Some(found) = parsed else { continue };
            assert!(previous < found, "{text}");
            assert_eq!(found.to_string(), text);
            previous = found;
        }
    }
}

/// The words of an unlikely text must not be slow: readings stop at a fixed length.
#[test]
fn long_texts() {
    for piece in ["1945-", "[", "1945,", "X", "年", "c. ", "?", "from ", "(", "–", "10"]
    {
        check(&piece.repeat(200_000));
    }
    check(&format!("[{}1945]", "1945,".repeat(100_000)));
}
