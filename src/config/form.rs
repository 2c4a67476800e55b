//! The forms that settings have, to say in plain words where one has another.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::spelling;

/// The form of a value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// A text in quotation marks.
    Text,
    /// A text, or a table of texts by language.
    Wording,
    /// A whole number from 0.
    Number,
    /// `true` or `false`.
    Switch,
    /// A list of texts.
    Texts,
    /// A text or a list of texts.
    OneOrMore,
    /// A table of texts under any keys.
    TextByKey,
    /// A table of these keys; those with `true` have to be there.
    Group(&'static [(&'static str, Form, bool)]),
    /// A table of such tables under any keys.
    Groups(&'static [(&'static str, Form, bool)]),
    /// Whatever its reader wants.
    Anything,
}

/// Something that has another form than it should.
pub(super) struct Mistake {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// `site.toml`, key by key.
pub(super) const SITE: Form = Form::Group(&[
    ("title", Form::Wording, true),
    ("base_url", Form::Text, true),
    ("description", Form::Wording, false),
    ("publisher", Form::Wording, false),
    ("languages", Form::Texts, false),
    ("document_language", Form::Text, false),
    ("language_folders", Form::Texts, false),
    ("theme", Form::Text, false),
    ("content", Form::Text, false),
    ("output", Form::Text, false),
    ("page_size", Form::Number, false),
    ("repository", Form::Text, false),
    ("branch", Form::Text, false),
    ("filters", Form::Texts, false),
    ("data", Form::Switch, false),
    ("license", Form::Text, false),
    ("history", Form::Switch, false),
    ("lock", Form::Switch, false),
    ("search", Form::Switch, false),
    (
        "feeds",
        Form::Group(&[
            ("enabled", Form::Switch, false),
            ("entries", Form::Number, false),
            ("lists", Form::Switch, false),
        ]),
        false,
    ),
    (
        "links",
        Form::Group(&[
            ("exclude", Form::Texts, false),
            ("pause", Form::Number, false),
            ("timeout", Form::Number, false),
            ("max_age", Form::Number, false),
        ]),
        false,
    ),
    (
        "markdown",
        Form::Group(&[
            ("trusted", Form::Switch, false),
            ("smart_punctuation", Form::Switch, false),
        ]),
        false,
    ),
    ("keys", Form::TextByKey, false),
    ("lints", Form::TextByKey, false),
    (
        "taxonomies",
        Form::Groups(&[("key", Form::Text, false), ("label", Form::Wording, false)]),
        false,
    ),
    (
        "downloads",
        Form::Group(&[("documents", Form::Texts, false), ("lists", Form::Texts, false)]),
        false,
    ),
    ("extra", Form::Anything, false),
]);

/// A vocabulary: a table for each term.
pub(super) const VOCABULARY: Form = Form::Groups(&[
    ("label", Form::Wording, false),
    ("reading", Form::Wording, false),
    ("description", Form::Wording, false),
    ("broader", Form::OneOrMore, false),
    ("related", Form::OneOrMore, false),
    ("aliases", Form::Texts, false),
    ("url", Form::Text, false),
]);

/// Everything in a file that has not its form; nothing where the file is no TOML.
pub(super) fn mistakes(text: &str, form: Form) -> Vec<Mistake> {
    let mut found = Vec::new();
    if let Ok(file) = DeTable::parse(text) {
        let file = file.into_inner();
        match form {
            Form::Group(keys) => group(&file, keys, 0..0, &mut found),
            Form::Groups(keys) => groups(&file, keys, &mut found),
            _ => {}
        }
    }
    found.sort_by_key(|mistake| mistake.span.start);
    found
}

type Keys = &'static [(&'static str, Form, bool)];

fn group(table: &DeTable<'_>, keys: Keys, place: Range<usize>, found: &mut Vec<Mistake>) {
    for (key, value) in table {
        let name: &str = key.get_ref();
        match keys.iter().find(|(known, ..)| *known == name) {
            Some((_, form, _)) => self::value(name, value, *form, found),
            None => found.push(unknown(name, key.span(), keys)),
        }
    }
    for (name, ..) in keys.iter().filter(|(name, _, is_needed)| {
        *is_needed && !table.keys().any(|key| key.get_ref() == name)
    }) {
        found.push(Mistake {
            span: place.clone(),
            message: format!("`{name}` is missing"),
            help: None,
        });
    }
}

fn groups(table: &DeTable<'_>, keys: Keys, found: &mut Vec<Mistake>) {
    for (name, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => group(inner, keys, name.span(), found),
            other => found.push(another(name.get_ref(), "a table", value.span(), other)),
        }
    }
}

fn unknown(name: &str, span: Range<usize>, keys: Keys) -> Mistake {
    let names = || keys.iter().map(|(name, ..)| *name);
    let help = match spelling::closest(name, names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
    };
    Mistake {
        span,
        message: format!("there is no setting `{name}` here"),
        help: Some(help),
    }
}

fn value(name: &str, value: &Spanned<DeValue<'_>>, form: Form, found: &mut Vec<Mistake>) {
    let is_text = |value: &DeValue<'_>| matches!(value, DeValue::String(_));
    let inner = value.get_ref();
    let wanted = match (form, inner) {
        (Form::Group(keys), DeValue::Table(table)) => {
            return group(table, keys, value.span(), found);
        }
        (Form::Groups(keys), DeValue::Table(table)) => return groups(table, keys, found),
        (Form::Wording | Form::TextByKey, DeValue::Table(table)) => {
            let wrong = table.iter().filter(|(_, text)| !is_text(text.get_ref()));
            found.extend(wrong.map(|(key, text)| {
                another(key.get_ref(), "a text", text.span(), text.get_ref())
            }));
            return;
        }
        (Form::Texts | Form::OneOrMore, DeValue::Array(items)) => {
            let wrong = items.iter().filter(|item| !is_text(item.get_ref()));
            found.extend(
                wrong.map(|item| another(name, "texts", item.span(), item.get_ref())),
            );
            return;
        }
        (Form::Number, DeValue::Integer(number)) if number.as_str().starts_with('-') => {
            "a number from 0 on"
        }
        (Form::Anything, _)
        | (Form::Text | Form::Wording | Form::OneOrMore, DeValue::String(_))
        | (Form::Number, DeValue::Integer(_))
        | (Form::Switch, DeValue::Boolean(_)) => return,
        (Form::Text, _) => "a text",
        (Form::Wording, _) => "a text, or a text for each language",
        (Form::Number, _) => "a whole number",
        (Form::Switch, _) => "`true` or `false`",
        (Form::Texts, _) => "a list of texts",
        (Form::OneOrMore, _) => "a text or a list of texts",
        (Form::TextByKey | Form::Group(_) | Form::Groups(_), _) => "a table",
    };
    found.push(another(name, wanted, value.span(), inner));
}

/// A value of another form than wanted, with what to write where that is plain.
fn another(name: &str, wanted: &str, span: Range<usize>, value: &DeValue<'_>) -> Mistake {
    let (noun, help) = match value {
        DeValue::String(text) => ("a text", unquoted(wanted, text)),
        DeValue::Integer(number) => ("a number", Some(format!("\"{number}\""))),
        DeValue::Float(number) => ("a number", Some(format!("\"{number}\""))),
        DeValue::Boolean(switch) => ("a switch", Some(format!("\"{switch}\""))),
        DeValue::Datetime(date) => ("a date", Some(format!("\"{date}\""))),
        DeValue::Array(_) => ("a list", None),
        DeValue::Table(_) => ("a table", None),
    };
    let help = help.filter(|help| help.starts_with('"') == wanted.starts_with("a text"));
    let help = help.or_else(|| match (wanted, value) {
        ("a list of texts", DeValue::String(text)) => Some(format!("[\"{text}\"]")),
        _ => None,
    });
    Mistake {
        span,
        message: format!("`{name}` wants {wanted}, found {noun}"),
        help: help.map(|help| format!("write `{help}`")),
    }
}

/// A switch or a number that stands in quotation marks.
fn unquoted(wanted: &str, text: &str) -> Option<String> {
    let plain = match (wanted, text.trim()) {
        ("`true` or `false`", "true" | "yes" | "on") => "true",
        ("`true` or `false`", "false" | "no" | "off") => "false",
        ("a whole number", number) if number.parse::<u32>().is_ok() => number,
        _ => return None,
    };
    Some(plain.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Form, SITE, VOCABULARY, mistakes};
    use crate::text::TextFile;

    fn check(text: &str, expected: &[&str]) {
        let found = mistakes(text, SITE).into_iter().map(|mistake| {
            let help = mistake.help.map_or(String::new(), |help| format!(": {help}"));
            let place = text.get(mistake.span).unwrap_or_default();
            format!("{place}| {}{help}", mistake.message)
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn everything_is_said_at_once() {
        let head = "title = \"A\"\nbase_url = \"https://a.org/\"\n";
        check(head, &[]);
        check(
            "title = 5\n",
            &[
                "| `base_url` is missing",
                "5| `title` wants a text, or a text for each language, found a number: write `\"5\"`",
            ],
        );
        check(
            &format!("{head}page_siz = 5\nsearch = \"no\"\nlanguages = \"en\"\n"),
            &[
                "page_siz| there is no setting `page_siz` here: did you mean `page_size`?",
                "\"no\"| `search` wants `true` or `false`, found a text: write `false`",
                "\"en\"| `languages` wants a list of texts, found a text: write `[\"en\"]`",
            ],
        );
        check(
            &format!("{head}page_size = \"50\"\n[feeds]\nentrys = 5\nentries = -1\n"),
            &[
                "\"50\"| `page_size` wants a whole number, found a text: write `50`",
                "entrys| there is no setting `entrys` here: there are enabled, entries, lists",
                "-1| `entries` wants a number from 0 on, found a number",
            ],
        );
        check(
            &format!("{head}lints = 5\n[taxonomies]\na = 5\n[extra]\na = 5\n"),
            &[
                "5| `lints` wants a table, found a number",
                "5| `a` wants a table, found a number",
            ],
        );
        check(
            &format!("{head}languages = [\"en\", 5]\ntheme = true\n"),
            &[
                "5| `languages` wants texts, found a number",
                "true| `theme` wants a text, found a switch: write `\"true\"`",
            ],
        );
    }

    /// The readers know the same keys, in the same order: they list them themselves.
    #[test]
    fn the_forms_are_those_of_the_readers() {
        let names = |form: Form| match form {
            Form::Group(keys) | Form::Groups(keys) => {
                let names: Vec<_> = keys.iter().map(|(n, ..)| format!("`{n}`")).collect();
                names.join(", ")
            }
            _ => String::new(),
        };
        let site = toml::from_str::<super::super::written::Written>("zzz = 1\n");
        let site = site.unwrap_err().message().to_owned();
        assert!(site.ends_with(&format!("one of {}", names(SITE))), "{site}");
        let file = TextFile::decode("a.toml", b"[a]\nzzz = 1\n");
        let found = super::super::Vocabulary::read(&file, "a").diagnostics;
        let help = found[0].help.as_deref().unwrap().replace("there are ", "");
        assert_eq!(help, names(VOCABULARY).replace('`', ""));
    }
}
