//! Front matter as people would write it: quotes only where they are needed.

use std::borrow::Cow;
use std::fmt::Write;

use super::draft::{Draft, Value};

/// The keys in the order in which a document has them.
pub const ORDER: &[&str] = &[
    "title",
    "short_title",
    "date",
    "date_note",
    "time",
    "timezone",
    "place",
    "source",
    "issuer",
    "people",
    "kind",
    "genre",
    "topics",
    "lang",
    "work",
    "id",
    "number",
    "series",
    "translation",
    "translator",
    "notes",
    "summary",
    "rights",
    "extra",
];

/// The whole document: front matter, then the text as Markdown.
///
/// `with_language` says whether the front matter names the language; where the file's name
/// does, it need not.
pub fn document(draft: &Draft, with_language: bool) -> String {
    let mut out = "---\n".to_owned();
    for key in ORDER {
        if *key == "lang" && !with_language {
            continue;
        }
        if let Some(value) = merged(draft, key) {
            entry(key, &value, &mut out);
        }
    }
    out.push_str("---\n");
    let body = draft.markdown();
    if !body.is_empty() {
        out.push('\n');
        out.push_str(&body);
    }
    out
}

/// All that was said of a key in one value: lists and groups grow, notes follow one
/// another, of any other key the first counts.
pub(super) fn merged(draft: &Draft, key: &str) -> Option<Value> {
    let mut values =
        draft.fields.iter().filter(|field| field.key == key).map(|field| &field.value);
    let mut merged = values.next()?.clone();
    for value in values {
        match (&mut merged, value) {
            (Value::List(items), Value::List(more)) => items.extend(more.iter().cloned()),
            (Value::Map(pairs), Value::Map(more)) => {
                for (key, value) in more {
                    if pairs.iter().all(|(known, _)| known != key) {
                        pairs.push((key.clone(), value.clone()));
                    }
                }
            }
            (Value::Text(text), Value::Text(more)) if key == "notes" => {
                text.push('\n');
                text.push_str(more);
            }
            _ => {}
        }
    }
    Some(merged)
}

fn entry(key: &str, value: &Value, out: &mut String) {
    match value {
        Value::Text(text) => line(out, format_args!("{key}: {}", block(text, ""))),
        Value::List(items) if items.is_empty() => {}
        Value::List(items) => {
            line(out, format_args!("{key}:"));
            for item in items {
                line(out, format_args!("  - {}", flow(item)));
            }
        }
        Value::Map(pairs) => {
            line(out, format_args!("{key}:"));
            for (key, value) in pairs {
                let value = match value {
                    Value::Text(text) => block(text, "  "),
                    other => flow(other),
                };
                line(out, format_args!("  {}: {value}", name(key)));
            }
        }
    }
}

/// Adds a line; a string takes whatever is written to it.
fn line(out: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{line}");
}

/// A text in block style; one of several lines as it stands.
fn block(text: &str, margin: &str) -> String {
    let can_stand = text.contains('\n')
        && text.lines().all(|line| line.trim() == line && !line.is_empty())
        && !text.ends_with('\n')
        && !text.chars().any(|c| c.is_control() && c != '\n');
    if can_stand {
        let margin = format!("\n{margin}  ");
        let lines: Vec<&str> = text.lines().collect();
        return format!("|-{margin}{}", lines.join(&margin));
    }
    scalar(text, is_plain(text)).into_owned()
}

/// A value on one line.
fn flow(value: &Value) -> String {
    match value {
        Value::Text(text) => scalar(text, is_plain(text)).into_owned(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(inner).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Map(pairs) => {
            let pairs: Vec<String> = pairs
                .iter()
                .map(|(key, value)| format!("{}: {}", name(key), inner(value)))
                .collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// A value within brackets, which some characters would end.
fn inner(value: &Value) -> String {
    match value {
        Value::Text(text) => {
            let is_plain = is_plain(text) && !text.contains([',', '[', ']', '{', '}']);
            scalar(text, is_plain).into_owned()
        }
        other => flow(other),
    }
}

/// A key of the reader's own.
fn name(key: &str) -> Cow<'_, str> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    scalar(key, !key.is_empty() && key.chars().all(is_word) && is_plain(key))
}

fn scalar(text: &str, is_plain: bool) -> Cow<'_, str> {
    if is_plain {
        return Cow::Borrowed(text);
    }
    let needs_escapes = text.contains(['"', '\\']) || text.chars().any(must_escape);
    match (needs_escapes, text.contains('\'') || text.chars().any(must_escape)) {
        (false, _) => Cow::Owned(format!("\"{text}\"")),
        (true, false) => Cow::Owned(format!("'{text}'")),
        (true, true) => Cow::Owned(escaped(text)),
    }
}

/// Whether YAML has a character only as an escape.
fn must_escape(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}')
}

fn escaped(text: &str) -> String {
    let mut out = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if must_escape(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether YAML reads a text as it stands, and as a text.
fn is_plain(text: &str) -> bool {
    const INDICATORS: &[char] = &[
        '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%',
        '@', '`',
    ];
    let is_item = text == "-" || text.starts_with("- ");
    let is_other = matches!(
        text.to_ascii_lowercase().as_str(),
        "" | "~"
            | "null"
            | "true"
            | "false"
            | "yes"
            | "no"
            | "on"
            | "off"
            | "---"
            | "..."
    );
    let is_fraction =
        text.contains(['.', 'e', 'E', '_', '+']) && text.parse::<f64>().is_ok();
    let is_special_number = text.starts_with(['.', '+', '0'])
        && text.len() > 1
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
    !is_item
        && !is_other
        && !is_fraction
        && !is_special_number
        && !text.starts_with(INDICATORS)
        && !text.starts_with("---")
        && text.trim() == text
        && !text.chars().any(must_escape)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn quotes_come_where_they_are_needed() {
        let check = |text: &str, expected: &str| assert_eq!(block(text, ""), expected);
        check("Toronto, Canada", "Toronto, Canada");
        check("2018-04-23", "2018-04-23");
        check("http://a.example/b#c", "http://a.example/b#c");
        check("日本外交の課題−日本の安全確保", "日本外交の課題−日本の安全確保");
        check("A: B", "\"A: B\"");
        check("\"The World\" and Japan", "'\"The World\" and Japan'");
        check("\"a\" isn't b", "\"\\\"a\\\" isn't b\"");
        check("a \"b\"", "a \"b\"");
        check("[a] b", "\"[a] b\"");
        check("{1960-10-21,1960-10-22}", "\"{1960-10-21,1960-10-22}\"");
        check("- a", "\"- a\"");
        check("yes", "\"yes\"");
        check("1.10", "\"1.10\"");
        check("1969", "1969");
        check("007", "\"007\"");
        check("", "\"\"");
        check("a\nb", "|-\n  a\n  b");
        check("a\n b", "\"a\\n b\"");
        check("a\u{1}", "\"a\\u0001\"");
    }

    #[test]
    fn keys_stand_in_order_and_once() {
        let mut draft = Draft::default();
        let at = Span::default();
        draft.state("source", Value::map([("url", Some("https://a.example"))]), at);
        draft.state(
            "people",
            Value::List(vec![Value::map([("name", Some("A, B"))])]),
            at,
        );
        draft.state("people", Value::list(["C"]), at);
        draft.state("title", "T", at);
        draft.state("title", "other", at);
        draft.state("notes", "one", at);
        draft.state("notes", "two", at);
        draft.state("source", Value::map([("name", Some("S"))]), at);
        draft.state("lang", "ja", at);
        assert_eq!(
            document(&draft, false),
            "---\ntitle: T\nsource:\n  url: https://a.example\n  name: S\npeople:\n  \
             - {name: \"A, B\"}\n  - C\nnotes: |-\n  one\n  two\n---\n"
        );
        assert!(document(&draft, true).contains("\nlang: ja\n"));
    }
}
