//! Each value of front matter by the name that it has for chancery, and its place.

use super::front_matter::{self, Data, Node};
use super::schema::is_web_address;
use crate::config::{Config, Meaning};
use crate::document::{Written, WrittenValue};
use crate::text::{Span, TextFile};

/// Reads how a file's front matter was written, and says nothing of its mistakes.
pub fn written(file: &TextFile, config: &Config) -> Written {
    // `document` has reported them.
    let mut known = Vec::new();
    let front = front_matter::read(file, &mut known);
    let mut written = Written::default();
    for entry in &front.entries {
        let key = match config.meaning(&entry.key) {
            Some(Meaning::Ignore) => continue,
            // The part of a person is a role, and the value is a name.
            Some(Meaning::Key { key, part: Some(part) }) if key != "people" => {
                format!("{key}.{part}")
            }
            Some(Meaning::Key { key, .. }) => key.clone(),
            Some(Meaning::Extra) | None => entry.key.to_string(),
        };
        add(&mut written, key, entry.key_span, &entry.value);
    }
    written
}

fn add(written: &mut Written, key: String, key_span: Span, node: &Node<'_>) {
    match &node.data {
        Data::Null => push(written, key, "", key_span),
        Data::Text(text) => push(written, whole(key, text), text.trim(), node.span),
        Data::List(items) if items.is_empty() => push(written, key, "", key_span),
        Data::List(items) => {
            for item in items {
                add(written, key.clone(), key_span, item);
            }
        }
        Data::Map(entries) if entries.is_empty() => push(written, key, "", key_span),
        Data::Map(entries) => {
            for entry in entries {
                let key = match key.as_str() {
                    "extra" => entry.key.to_string(),
                    key => format!("{key}.{}", entry.key),
                };
                add(written, key, entry.key_span, &entry.value);
            }
        }
    }
}

/// The part that a value written in one stands for.
fn whole(key: String, text: &str) -> String {
    let part = match key.as_str() {
        "source" | "rights" if is_web_address(text.trim()) => "url",
        "rights" => "statement",
        "source" | "place" | "series" | "people" => "name",
        "attachments" => "file",
        _ => return key,
    };
    format!("{key}.{part}")
}

fn push(written: &mut Written, key: String, text: &str, span: Span) {
    written.values.push(WrittenValue { key, text: text.to_owned(), span });
}

#[cfg(test)]
mod tests {
    use super::written;
    use crate::text::TextFile;

    fn check(front: &str, expected: &[(&str, &str)]) {
        let settings = "title = \"A\"\nbase_url = \"https://x.org/\"\n\
                        [keys]\nspeaker = \"people.speaker\"\nurl = \"source.url\"\n\
                        subject = \"topics\"\nlayout = \"ignore\"\n";
        let settings = TextFile::decode("site.toml", settings.as_bytes());
        let config = crate::config::read(&settings).value.unwrap();
        let text = format!("---\n{front}---\nText.\n");
        let file = TextFile::decode("content/a.md", text.clone().into_bytes());
        let written = written(&file, &config);
        let values = written.values.iter();
        let found: Vec<(&str, &str)> =
            values.clone().map(|value| (&*value.key, &*value.text)).collect();
        assert_eq!(found, expected, "{front}");
        for value in values.filter(|value| !value.text.is_empty()) {
            let place = text.get(value.span.range()).unwrap();
            assert!(place.contains(&value.text), "{place} lacks {}", value.text);
        }
    }

    #[test]
    fn values_have_names_and_places() {
        check("date: 2018\n", &[("date", "2018")]);
        check("place: Rome\n", &[("place.name", "Rome")]);
        check(
            "place: {name: Rome, country: IT}\n",
            &[("place.name", "Rome"), ("place.country", "IT")],
        );
        check("source: https://a.org/\n", &[("source.url", "https://a.org/")]);
        check("url: https://a.org/\n", &[("source.url", "https://a.org/")]);
        check(
            "topics: [a, \"b c\"]\nsubject: d\n",
            &[("topics", "a"), ("topics", "b c"), ("topics", "d")],
        );
        check(
            "speaker: Abe\npeople:\n  - {name: Ban, role: chair}\n",
            &[("people.name", "Abe"), ("people.name", "Ban"), ("people.role", "chair")],
        );
        check("rights:\nlayout: x\nextra: {box: 12}\n", &[("rights", ""), ("box", "12")]);
    }
}
