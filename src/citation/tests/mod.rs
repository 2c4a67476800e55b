//! Documents and their exact citations. Italics are written `*so*`.

mod kinds;
mod parties;
mod recipients;
mod institutions;
mod names;
mod dates;
mod punctuation;
mod translations;
mod japanese;
mod languages;
mod records;
mod every;

use std::sync::LazyLock;

use super::{Creator, Face, Record, Style, cite};
use crate::date::Edtf;
use crate::document::{Kind, Name};
use crate::language::Language;

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::parse("en").unwrap());
static JAPANESE: LazyLock<Language> = LazyLock::new(|| Language::parse("ja").unwrap());
static FRENCH: LazyLock<Language> = LazyLock::new(|| Language::parse("fr").unwrap());
static FINNISH: LazyLock<Language> = LazyLock::new(|| Language::parse("fi").unwrap());
static ARABIC: LazyLock<Language> = LazyLock::new(|| Language::parse("ar").unwrap());
static CHINESE: LazyLock<Language> = LazyLock::new(|| Language::parse("zh").unwrap());

/// An English document at `https://x.org/d/` of which nothing else is known.
fn titled(title: &str) -> Record<'_> {
    Record { url: "https://x.org/d/".to_owned(), ..Record::titled(title, &ENGLISH) }
}

fn date(text: &str) -> Option<&'static Edtf> {
    Edtf::parse(text).ok().map(|date| &*Box::leak(Box::new(date)))
}

fn person(family: &str, given: &str) -> Creator<'static> {
    let name = Name::Parts { family: family.into(), given: Some(given.into()) };
    Creator::Person(Box::leak(Box::new(name)))
}

fn literal(name: &str) -> Creator<'static> {
    Creator::Person(Box::leak(Box::new(Name::Literal(name.into()))))
}

fn shown(record: &Record<'_>, style: Style, reader: &Language) -> String {
    let text = cite(record, style, reader);
    let runs = text.runs.iter().map(|run| match run.face {
        Face::Roman => run.text.clone(),
        Face::Italic => format!("*{}*", run.text),
    });
    runs.collect()
}

#[track_caller]
fn check(record: &Record<'_>, style: Style, expected: &str) {
    assert_eq!(shown(record, style, &ENGLISH), expected, "{style:?}");
}

/// The citations in Chicago's note and bibliography, MLA, APA and plain words.
#[track_caller]
fn check_all(record: &Record<'_>, expected: [&str; 5]) {
    let found: Vec<String> =
        Style::ALL.iter().map(|&style| shown(record, style, &ENGLISH)).collect();
    assert_eq!(found, expected, "{found:#?}");
}
