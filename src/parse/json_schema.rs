//! The JSON Schema of front matter says what the parser does.

use serde_json::{Value, json};

use super::keys::KEYS;
use super::{JSON_SCHEMA, document};
use crate::config;
use crate::diagnostic::Code;
use crate::document::Kind;
use crate::text::TextFile;

fn schema() -> Value {
    serde_json::from_str(JSON_SCHEMA).unwrap()
}

#[test]
fn every_key_is_in_the_schema() {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    let mut keys = KEYS.to_vec();
    keys.sort_unstable();
    let mut named: Vec<&str> = properties.keys().map(String::as_str).collect();
    named.sort_unstable();
    assert_eq!(named, keys);
    assert!(properties.values().all(|property| property["description"].is_string()));
    let mut kinds = schema["properties"]["kind"]["enum"].as_array().unwrap().clone();
    assert_eq!(kinds.pop(), Some(Value::Null));
    let known: Vec<Value> = Kind::ALL.iter().map(|kind| json!(kind.name())).collect();
    assert_eq!(kinds, known);
}

#[test]
fn schema_and_parser_judge_alike() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let settings = "title = \"A\"\nbase_url = \"https://example.org/\"\n";
    let config = config::read(&TextFile::decode("site.toml", settings));
    let config = config.value.unwrap();
    let check = |key: &str, value: Value, expected: bool| {
        // JSON is YAML.
        let text = format!("---\n{key}: {value}\n---\n# T\n");
        let read = document(&TextFile::decode("a.md", &text), "a.md", &config);
        let found: Vec<_> =
            read.diagnostics.iter().filter(|d| d.code != Code::MissingDate).collect();
        assert_eq!(found.is_empty(), expected, "{text}{found:#?}");
        let is_valid = validator.is_valid(&json!({key: value}));
        assert_eq!(is_valid, expected, "the schema judges {text}");
    };
    check("title", json!("A"), true);
    check("title", json!(1945), true);
    check("title", json!(["a"]), false);
    check("titel", json!("A"), false);
    for date in [
        "2018-04-23",
        "2018-04",
        "2018",
        "1945~",
        "1945-08?",
        "194X",
        "2018-04-22/2018-04-23",
        "1962-XX-22",
        "1945/..",
        "2018-21",
    ] {
        check("date", json!(date), true);
    }
    check("date", json!(2018), true);
    check("date", Value::Null, true);
    for date in ["2018-13-22", "April 2018", "2018/04/23", "18-04-23", "2018-04-32", "x"]
    {
        check("date", json!(date), false);
    }
    check("date", json!(["2018"]), false);
    check("place", json!("Toronto"), true);
    check("place", json!({"name": "Toronto", "country": "CA", "venue": "Hall"}), true);
    check("place", json!({"name": "Toronto", "city": "x"}), false);
    check("source", json!({"name": "A", "url": "https://a.example/"}), true);
    check("source", json!({"name": "A", "url": "a.example"}), false);
    check("source", json!({"name": "A", "retrieved": "yesterday"}), false);
    check("topics", json!("a"), true);
    check("topics", json!(["a", "b"]), true);
    check("topics", json!({"a": 1}), false);
    check("topics", json!([["a"]]), false);
    check("kind", json!("treaty"), true);
    check("kind", json!("treatise"), false);
    check("lang", json!("zh-Hant"), true);
    check("lang", json!("english language"), false);
    check("people", json!([{"family": "Kamikawa", "given": "Yoko"}, "A"]), true);
    check("people", json!({"role": "speaker"}), false);
    check("people", json!({"name": "A", "born": 1950}), false);
    check("translation", json!("official"), true);
    check("translation", json!("good"), false);
    check("series", json!([{"name": "A", "position": 3}, "B"]), true);
    check("series", json!({"position": 3}), false);
    check("rights", json!({"statement": "free"}), true);
    check("rights", json!({"text": "free"}), false);
    check("attachments", json!([{"file": "a.pdf", "lang": "en"}, "b.pdf"]), true);
    check("attachments", json!({"title": "A"}), false);
    check("draft", json!(true), true);
    check("draft", json!("perhaps"), false);
    check("nav", json!(3), true);
    check("nav", json!("first"), false);
    check("extra", json!({"a": [1, {"b": 2}]}), true);
    check("extra", json!("a"), false);
}
