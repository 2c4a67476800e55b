//! Speeches in the Diet: no title of their own, and a date for each chamber.

use super::header::{Entry, Header};
use super::labels::Label;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::import::dates;
use crate::import::draft::{Draft, Field, Value};
use crate::import::format::Foreign;

/// Adds what the labels of such a speech say.
pub(super) fn facts(
    draft: &mut Draft,
    header: &Header,
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let of = |wanted: Label| {
        let entry = header.entries.iter().find(|entry| entry.label == wanted);
        entry.filter(|entry| !entry.value.is_empty())
    };
    if let Some(speaker) = of(Label::Speaker) {
        let person =
            Value::map([("name", Some(&speaker.value)), ("role", Some("speaker"))]);
        draft.state("people", Value::List(vec![person]), speaker.span);
        let field = Field::derived("kind", "speech", speaker.label_span);
        draft.derive(field, "the label “演説者”");
    }
    let extra = [("cabinet", of(Label::Cabinet)), ("session", of(Label::Session))];
    for (key, entry) in extra {
        if let Some(entry) = entry {
            let value = Value::map([(key, Some(&entry.value))]);
            draft.state("extra", value, entry.span);
        }
    }
    let parts = [of(Label::Session), of(Label::Speaker), of(Label::Genre)];
    title(draft, &parts.into_iter().flatten().collect::<Vec<_>>());
    let chambers = |entry: &&Entry| matches!(entry.label, Label::Chamber(_));
    let days: Vec<&Entry> = header
        .entries
        .iter()
        .filter(chambers)
        .filter(|entry| !entry.value.is_empty())
        .collect();
    date(draft, &days, foreign, found);
}

/// Session, speaker and sort of speech are what such speeches are called by.
fn title(draft: &mut Draft, parts: &[&Entry]) {
    let Some(first) = parts.first().filter(|_| parts.len() > 1) else { return };
    if draft.field("title").is_none() {
        let texts: Vec<&str> = parts.iter().map(|entry| entry.value.as_str()).collect();
        let field = Field::derived("title", texts.join("\u{3000}"), first.span);
        draft.derive(field, "session, speaker and sort of speech");
    }
}

/// One date where all chambers have the same, else all of them.
fn date(
    draft: &mut Draft,
    days: &[&Entry],
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let mut dates: Vec<Edtf> = Vec::new();
    for entry in days {
        match dates::read(&entry.value) {
            Ok(date) => {
                if !dates.contains(&date) {
                    dates.push(date);
                }
            }
            Err(fault) => found.push(fault.diagnostic(foreign, entry.span)),
        }
    }
    let Some(first) = days.first() else { return };
    dates.sort_by_key(Edtf::sort_key);
    let written: Vec<String> = dates.iter().map(ToString::to_string).collect();
    let value = match written.as_slice() {
        [] => None,
        [date] => Some(date.clone()),
        all => Some(format!("{{{}}}", all.join(","))),
    };
    let note: Vec<String> = days
        .iter()
        .map(|entry| match entry.label {
            Label::Chamber(chamber) => format!("{chamber} {}", entry.value),
            _ => entry.value.clone(),
        })
        .collect();
    let note = note.join("、");
    if let Some(value) = value {
        draft.derive(Field::derived("date", value, first.span), format!("“{note}”"));
    }
    if written.len() != 1 || written.len() < days.len() {
        draft.state("date_note", note, first.span);
    }
}
