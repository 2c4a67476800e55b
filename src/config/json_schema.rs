//! The JSON Schema of `site.toml` says what the parser does.

use serde_json::Value;

use super::{JSON_SCHEMA, read};
use crate::text::TextFile;

const HEAD: &str = "title = \"A\"\nbase_url = \"https://example.org/\"\n";

fn schema() -> Value {
    serde_json::from_str(JSON_SCHEMA).unwrap()
}

/// The keys that the parser says there are, at a place of the file.
fn known(place: &str) -> Vec<String> {
    let text = format!("{place}nothing_of_the_sort = 1\n");
    let found = read(&TextFile::decode("site.toml", text)).diagnostics;
    let unknown = found.iter().find(|f| f.message.contains("nothing_of_the_sort"));
    let help = unknown.unwrap().help.clone().unwrap();
    let names = help.strip_prefix("there are ").expect(&help);
    let mut names: Vec<String> = names.split(", ").map(str::to_owned).collect();
    names.sort();
    names
}

fn named(schema: &Value) -> Vec<String> {
    let properties = schema["properties"].as_object().unwrap();
    assert!(properties.values().all(|property| property["description"].is_string()));
    let mut names: Vec<String> = properties.keys().cloned().collect();
    names.sort();
    names
}

#[test]
fn every_key_is_in_the_schema() {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let properties = &schema["properties"];
    assert_eq!(named(&schema), known(""));
    for table in ["feeds", "links", "markdown", "downloads"] {
        assert_eq!(named(&properties[table]), known(&format!("{HEAD}[{table}]\n")));
    }
    let taxonomy = &properties["taxonomies"]["additionalProperties"];
    assert_eq!(named(taxonomy), known(&format!("{HEAD}[taxonomies.a]\n")));
}

#[test]
fn schema_and_parser_judge_alike() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let whole = |text: &str, expected: bool| {
        let found = read(&TextFile::decode("site.toml", text)).diagnostics;
        assert_eq!(found.is_empty(), expected, "{text}{found:#?}");
        let value: Value = toml::from_str(text).unwrap();
        assert_eq!(validator.is_valid(&value), expected, "the schema judges {text}");
    };
    let check = |lines: &str, expected| whole(&format!("{HEAD}{lines}\n"), expected);
    whole("title = \"A\"\n", false);
    whole("title = \"A\"\nbase_url = \"example.org\"\n", false);
    whole("title = { en = \"A\", ja = \"B\" }\nbase_url = \"http://a/\"\n", true);
    whole("title = 3\nbase_url = \"http://a/\"\n", false);
    check("tilte = 1", false);
    check("languages = [\"en\", \"zh-Hant\"]", true);
    check("languages = [\"english language\"]", false);
    check("languages = \"en\"", false);
    check("theme = \"plain\"", true);
    check("theme = \"../x\"", false);
    check("content = \"texts/all\"", true);
    check("content = \"../x\"", false);
    check("content = \"/x\"", false);
    check("output = \"/var/www\"", true);
    check("output = \"../site\"", true);
    check("output = \"static/x\"", false);
    check("output = \".\"", false);
    check("page_size = 1", true);
    check("page_size = 0", false);
    check("page_size = 1001", false);
    check("page_size = \"10\"", false);
    check("[links]\nexclude = [\"example.org\", \"https://example.org/a\"]", true);
    check("[links]\nexclude = [\"[::1]\"]\npause = 0\nmax_age = 0", true);
    check("[links]\nexclude = [\"example.org/a\"]", false);
    check("[links]\nexclude = [\"example.org:80\"]", false);
    check("[links]\nexclude = [\"\"]", false);
    check("[links]\ntimeout = 0", false);
    check("[links]\npause = 601", false);
    check("[links]\npause = 0.5", false);
    check("filters = []", true);
    check("filters = \"kinds\"", false);
    check("data = false\nhistory = true\nlock = false\nsearch = false", true);
    check("data = \"no\"", false);
    check("license = \"https://a.example/by/\"", true);
    check("license = \"CC BY\"", false);
    check("repository = \"https://a.example/b\"\nbranch = \"x\"", true);
    check("[feeds]\nenabled = false\nentries = 20", true);
    check("[feeds]\nentries = 0", false);
    check("[feeds]\nlists = false", true);
    check("[feeds]\nlists = 1", false);
    check("[markdown]\ntrusted = true\nsmart_punctuation = true", true);
    check("[markdown]\ntrusting = true", false);
    check("[keys]\npublished = \"date\"", true);
    check("[keys]\npublished = 3", false);
    check("[lints]\nmissing-date = \"allow\"", true);
    check("[lints]\nmissing-date = \"never\"", false);
    check("[taxonomies.volumes]\nkey = \"volume\"\nlabel = { en = \"V\" }", true);
    check("[taxonomies.volumes]\nname = \"volume\"", false);
    check("[downloads]\ndocuments = [\"ris\"]\nlists = [\"csv\"]", true);
    check("[downloads]\ndocuments = [\"docx\"]", false);
    check("[extra]\na = 1", true);
}
