//! Records and their exact forms.

mod kinds;
mod forms;

use std::sync::LazyLock;

use crate::citation::{Creator, Record};
use crate::date::Edtf;
use crate::document::{Kind, Name};
use crate::language::Language;

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::parse("en").unwrap());

/// A document at `https://x.org/d/` of which nothing else is known.
fn titled(title: &str) -> Record<'_> {
    Record { url: "https://x.org/d/".to_owned(), ..Record::titled(title, &ENGLISH) }
}

fn of_kind(kind: Kind) -> Record<'static> {
    Record { kind: Some(kind), publisher: Some("MOFA"), ..titled("T") }
}

fn dated(text: &str) -> Record<'static> {
    let date = Edtf::parse(text).unwrap();
    Record { issued: Some(Box::leak(Box::new(date))), ..titled("T") }
}

fn person(family: &str, given: &str) -> Creator<'static> {
    let name = Name::Parts { family: family.into(), given: Some(given.into()) };
    Creator::Person(Box::leak(Box::new(name)))
}

fn literal(name: &str) -> Creator<'static> {
    Creator::Person(Box::leak(Box::new(Name::written(name.into()))))
}

fn by(author: Creator<'_>) -> Record<'_> {
    Record { author: vec![author], ..titled("T") }
}

fn ris(record: &Record<'_>) -> String {
    let mut out = Vec::new();
    super::ris::write(record, &mut out);
    String::from_utf8(out).unwrap()
}

fn bibtex(record: &Record<'_>) -> String {
    super::bibtex::entry(record, "k")
}

fn csl(record: &Record<'_>) -> serde_json::Value {
    serde_json::to_value(super::csl_json::Variables::of(record, "k")).unwrap()
}

/// The values of a tag.
#[track_caller]
fn check_ris(record: &Record<'_>, tag: &str, expected: &[&str]) {
    let text = ris(record);
    let prefix = format!("{tag}  - ");
    let values: Vec<_> =
        text.split("\r\n").filter_map(|line| line.strip_prefix(&prefix)).collect();
    assert_eq!(values, expected, "{text}");
}

/// The value of a field as it is written; none where there is no such field.
#[track_caller]
fn check_bibtex(record: &Record<'_>, field: &str, expected: Option<&str>) {
    let text = bibtex(record);
    let prefix = format!("  {field} = {{");
    let value = text.lines().find_map(|line| line.strip_prefix(&*prefix));
    assert_eq!(value.map(|line| line.strip_suffix("},").unwrap()), expected, "{text}");
}

/// The value of a variable as JSON; `null` where there is none.
#[track_caller]
fn check_csl(record: &Record<'_>, variable: &str, expected: &str) {
    let found = csl(record);
    let found = found.get(variable).unwrap_or(&serde_json::Value::Null);
    assert_eq!(found.to_string(), expected);
}
