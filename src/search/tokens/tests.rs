//! Units as the fixture has them, which the browser's script reads too.

use serde_json::Value;

use super::{Tokenizer, Unit, stem};

fn fixture() -> Value {
    let text =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/tokens.json"));
    serde_json::from_str(text).unwrap()
}

/// Words as they are, characters with `-` where a run begins and `+` where it goes on.
fn written(text: &str) -> Vec<String> {
    let mut units = Vec::new();
    Tokenizer::default().units(text, |unit| {
        units.push(match unit {
            Unit::Word(word) => word.to_owned(),
            Unit::First(c) => format!("-{c}"),
            Unit::Next(c) => format!("+{c}"),
        });
    });
    units
}

#[test]
fn units_are_those_of_the_fixture() {
    let fixture = fixture();
    let cases = fixture["cases"].as_array().unwrap();
    assert!(cases.len() >= 300);
    for case in cases {
        let text = case["text"].as_str().unwrap();
        let expected: Vec<&str> = case["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|u| u.as_str().unwrap())
            .collect();
        assert_eq!(written(text), expected, "{text:?}");
    }
}

#[test]
fn stems_are_those_of_the_fixture() {
    for pair in fixture()["stems"].as_array().unwrap() {
        let (form, expected) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
        assert_eq!(stem(form), expected, "{form}");
    }
}

#[test]
fn the_surroundings_of_a_word_do_not_change_it() {
    for case in fixture()["cases"].as_array().unwrap() {
        let text = case["text"].as_str().unwrap();
        let (alone, among) = (written(text), written(&format!("x ({text}) y")));
        assert_eq!(among[1..among.len() - 1], alone, "{text:?}");
    }
}
