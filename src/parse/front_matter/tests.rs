//! Front matter as people write it, and as nobody should.

use super::node::{Data, Entry};
use super::{FrontMatter, read, scan, yaml};
use crate::diagnostic::Diagnostic;
use crate::text::{LineColumn, Span, TextFile};

fn with_read(text: &str, then: impl FnOnce(FrontMatter<'_>, Vec<Diagnostic>)) {
    let file = TextFile::decode("a.md", text.as_bytes());
    let mut found = Vec::new();
    let front = read(&file, &mut found);
    then(front, found);
}

/// Keys and values without places.
fn shape(data: &Data<'_>) -> String {
    match data {
        Data::Null => "null".to_owned(),
        Data::Text(text) => format!("{text:?}"),
        Data::List(items) => {
            let items: Vec<_> = items.iter().map(|item| shape(&item.data)).collect();
            format!("[{}]", items.join(", "))
        }
        Data::Map(entries) => format!("{{{}}}", shapes(entries)),
    }
}

fn shapes(entries: &[Entry<'_>]) -> String {
    let each = entries.iter().map(|e| format!("{}: {}", e.key, shape(&e.value.data)));
    each.collect::<Vec<_>>().join(", ")
}

#[test]
fn values_of_every_form_are_read() {
    let check = |block: &str, expected: &str| {
        with_read(&format!("---\n{block}\n---\n"), |front, found| {
            assert_eq!(found, [], "{block}");
            assert_eq!(shapes(&front.entries), expected, "{block}");
        });
    };
    check("title: A text", r#"title: "A text""#);
    check("title: \"A: text\"", r#"title: "A: text""#);
    check("title: \"say \\\"x\\\"\"", r#"title: "say \"x\"""#);
    check("number: 007", r#"number: "007""#);
    check("number: 1.10 # so", r#"number: "1.1""#);
    check("date:", "date: null");
    check("topics: [a, \"b, c\"]", r#"topics: ["a", "b, c"]"#);
    check("topics:\n  - a\n  - b", r#"topics: ["a", "b"]"#);
    check("topics:\n- a\n- b\nkind: law", r#"topics: ["a", "b"], kind: "law""#);
    check("place: {name: A, country: CA}", r#"place: {name: "A", country: "CA"}"#);
    check("place:\n  name: A\n  country: CA", r#"place: {name: "A", country: "CA"}"#);
    check(
        "files:\n  - file: a\n    lang: en\n  - file: b",
        r#"files: [{file: "a", lang: "en"}, {file: "b"}]"#,
    );
    check("notes: |\n  one\n  two\n", r#"notes: "one\ntwo\n""#);
    check("notes: >-\n  one\n  two", r#"notes: "one two""#);
    check("{title: A, kind: law}", r#"title: "A", kind: "law""#);
    check("a: &x 1\nb: *x", r#"a: "1", b: "1""#);
    check("# a comment\ntitle: A\n# another\nkind: law", r#"title: "A", kind: "law""#);
    check("title: 日本語：副題", r#"title: "日本語：副題""#);
    check("\"title\": A", r#"title: "A""#);
    check("url: https://a.b/c#d", r#"url: "https://a.b/c#d""#);
    check("a: -5", r#"a: "-5""#);
}

#[test]
fn places_are_exact() {
    let text = "---\ntitle: A\ntopics:\n  - one\n  - {x: \"two\"}\n---\n";
    with_read(text, |front, _| {
        let Data::List(items) = &front.entries[1].value.data else { panic!() };
        assert_eq!(text.get(items[0].span.range()), Some("one"));
        let Data::Map(pairs) = &items[1].data else { panic!() };
        assert_eq!(text.get(pairs[0].value.span.range()), Some("\"two\""));
        assert_eq!(text.get(front.entries[0].key_span.range()), Some("title"));
    });
}

#[test]
fn mistakes_have_their_place() {
    let check = |text: &str, code: &str, line, column| {
        with_read(text, |_, found| {
            let found =
                found.first().unwrap_or_else(|| panic!("nothing found: {text:?}"));
            let place = LineColumn::of(text, found.primary.span.start as usize);
            assert_eq!(found.code.name(), code, "{text:?}");
            assert_eq!(place, LineColumn { line, column }, "{text:?}");
        });
    };
    check("---\ntitle: A: B\n---\n", "invalid-yaml", 2, 9);
    check("---\ntitle：A\n---\n", "invalid-yaml", 2, 6);
    check("---\ntitle:A\n---\n", "invalid-yaml", 2, 1);
    check("---\na: 1\n\tb: 2\n---\n", "tab-in-yaml", 3, 1);
    check("---\na: 1\n", "unclosed-front-matter", 1, 1);
    check("+++\na = 1\n+++\n", "toml-front-matter", 1, 1);
    check("---\na: 1\nb: \"x\nc: 2\n---\n", "invalid-yaml", 3, 4);
}

#[test]
fn one_wrong_value_hides_no_other() {
    with_read("---\na: x: y\nb: \"\nc: fine\nd: [\n---\n", |front, found| {
        let keys: Vec<_> = front.entries.iter().map(|entry| &*entry.key).collect();
        assert_eq!(keys, ["c"]);
        assert_eq!(found.len(), 3);
    });
}

/// Values by hand and by the library, over every text of up to five pieces.
#[test]
fn hand_and_library_read_the_same() {
    let pieces = [
        "a", " ", "\n", "- ", ": ", "'", "\"", "[", "]", "{", "}", ",", "#", "\n  ", "é",
        "~", "1",
    ];
    let mut read_by_hand = 0;
    for number in 0..pieces.len().pow(5) {
        let mut rest = number;
        let mut text = String::new();
        for _ in 0..5 {
            text.push_str(pieces[rest % pieces.len()]);
            rest /= pieces.len();
        }
        // At the margin the next key would begin: such a text is never one value.
        if text
            .split('\n')
            .skip(1)
            .any(|line| !line.is_empty() && !line.starts_with([' ', '-']))
        {
            continue;
        }
        let Some(node) = scan::value(&text, 0) else { continue };
        let whole = format!("k: {text}");
        let Ok(entries) = yaml::mapping(&whole, Span::default()) else {
            panic!("read by hand, refused by the library: {whole:?}: {node:?}")
        };
        assert_eq!(shape(&node.data), shape(&entries[0].value.data), "{whole:?}");
        read_by_hand += 1;
    }
    assert!(read_by_hand > 10_000);
}
