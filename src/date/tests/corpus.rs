//! Cases of another implementation, if they are at hand.

use super::super::{Bounds, Day, Edtf};
use std::path::Path;

#[expect(clippy::disallowed_methods, reason = "a test reads its cases")]
fn cases(name: &str) -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("../shared/corpus/formats").join(name));
    if text.is_err() {
        println!("skipped: no {name}");
    }
    text.ok()
}

/// The string literals of JSON that has no escapes.
fn strings(json: &str) -> Vec<&str> {
    json.split('"').skip(1).step_by(2).collect()
}

/// `[text, [first, last, …]]` each: strict bounds, then those widened by qualifiers.
#[test]
fn values_and_bounds() {
    let Some(json) = cases("edtf_python_parse.json") else { return };
    // The other implementation ends a winter with its year, gives an unknown end ten
    // years, and takes the significant digits of a year for a qualifier.
    let differs = |text: &str| {
        text == "2010-24"
            || text.starts_with('/')
            || text.ends_with('/')
            || text.contains('S')
    };
    let mut compared = 0;
    for case in json.split("\n [\n").skip(1) {
        // A full date has one strict bound, other values two; fuzzy bounds come in pairs.
        let (text, first, last) = match strings(case).as_slice() {
            [text, day] | [text, day, _, _] => (*text, *day, *day),
            [text, first, last, ..] => (*text, *first, *last),
            other => panic!("{other:?}"),
        };
        let date = Edtf::parse(text).unwrap();
        if !differs(text) {
            assert_eq!(shown(date.bounds()), [first, last].map(str::to_owned), "{text}");
            compared += 1;
        }
    }
    assert!(compared > 60, "{compared}");
}

fn shown(bounds: Bounds) -> [String; 2] {
    let end = |day: Day| match day {
        Day::MIN => "-inf".to_owned(),
        Day::MAX => "inf".to_owned(),
        day => day.to_string(),
    };
    [end(bounds.first), end(bounds.last)]
}

#[test]
fn texts_that_are_no_dates() {
    let Some(json) = cases("edtf_python_bad.json") else { return };
    for text in strings(&json) {
        assert!(Edtf::parse(text).is_err(), "{text}");
    }
}

/// `[spoken, edtf]` each: where a reading is offered, it is the same date. The other
/// implementation counts years BCE without a year 0.
#[test]
fn natural_language() {
    let Some(json) = cases("edtf_python_natlang.json") else { return };
    let mut offered = 0;
    for case in strings(&json).chunks_exact(2) {
        if case[0].ends_with("BCE") {
            continue;
        }
        let Err(error) = Edtf::parse(case[0]) else { continue };
        let Some(suggestion) = error.suggestion else { continue };
        offered += 1;
        assert_eq!(suggestion, case[1], "{}", case[0]);
    }
    assert!(offered > 30, "{offered}");
}
