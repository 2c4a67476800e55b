//! Front matter as an editor writes it.

use std::fmt::Write as _;

use super::dice::Dice;
use super::language::Language;
use super::names;
use super::record::{Form, Record};
use super::subjects::{self, BODIES, PLACES, PUBLICATIONS};
use super::work_path;

/// A document before it is written.
pub(super) struct Draft<'a> {
    pub(super) seed: u64,
    pub(super) record: &'a Record,
    pub(super) language: Language,
    pub(super) title: &'a str,
    /// Works that came before, by number.
    pub(super) references: &'a [usize],
}

/// Writes the block from fence to fence.
pub(super) fn write(draft: &Draft<'_>, dice: &mut Dice, out: &mut String) {
    let Draft { record, language, .. } = *draft;
    out.push_str("---\n");
    line(out, "title", draft.title);
    if let Some(date) = &record.date {
        line(out, "date", date);
    }
    place(record, language, dice, out);
    source(record, language, dice, out);
    topics(record, language, dice, out);
    line(out, "kind", kind(record.form));
    line(out, "number", &format!("{}/{}", record.volume, record.position));
    let body = BODIES.get(record.body).map_or("", |body| body.say(language));
    line(out, "issuer", &format!("[{body}]"));
    people(draft, out);
    let series = match language {
        Language::English => "Documents on Foreign Relations, Volume",
        Language::Japanese => "外交文書集　第",
    };
    let (volume, position) = (record.volume, record.position);
    line(
        out,
        "series",
        &format!("{{name: \"{series} {volume}\", position: {position}}}"),
    );
    references(draft, out);
    remarks(language, dice, out);
    out.push_str("---\n\n");
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key}: {value}");
}

fn place(record: &Record, language: Language, dice: &mut Dice, out: &mut String) {
    let Some((name, country)) = PLACES.get(record.place) else { return };
    let name = name.say(language);
    match dice.percent(50) {
        true => line(out, "place", &format!("{{name: {name}, country: {country}}}")),
        false => line(out, "place", name),
    }
}

fn source(record: &Record, language: Language, dice: &mut Dice, out: &mut String) {
    let name = PUBLICATIONS.get(record.publication).map_or("", |p| p.say(language));
    if dice.percent(50) {
        line(out, "source", name);
        return;
    }
    let page = dice.between(1, 900);
    out.push_str("source:\n");
    let _ = writeln!(out, "  name: {name}");
    let _ = writeln!(out, "  pages: {page}–{}", page + dice.between(1, 9));
    let _ = writeln!(out, "  url: https://archive.example/{}/{page}", record.volume);
    let _ = writeln!(out, "  retrieved: 2024-05-{:02}", dice.between(1, 31));
}

fn topics(record: &Record, language: Language, dice: &mut Dice, out: &mut String) {
    let each = record.topics.iter().map(|&topic| match dice.percent(80) {
        true => {
            let english = subjects::topic(topic, Language::English);
            english.to_lowercase().replace(' ', "-")
        }
        false => subjects::topic(topic, language),
    });
    let each: Vec<String> = each.collect();
    line(out, "topics", &format!("[{}]", each.join(", ")));
}

fn people(draft: &Draft<'_>, out: &mut String) {
    out.push_str("people:\n");
    for (at, &number) in draft.record.people.iter().enumerate() {
        let name = names::person(draft.seed, number, draft.language);
        let role = if at == 0 { "author" } else { "participant" };
        let _ = writeln!(
            out,
            "  - {{family: {}, given: {}, role: {role}}}",
            name.family, name.given
        );
    }
}

fn references(draft: &Draft<'_>, out: &mut String) {
    if draft.references.is_empty() {
        return;
    }
    out.push_str("references:\n");
    for &work in draft.references {
        let _ = writeln!(out, "  - {}", work_path(work));
    }
}

fn remarks(language: Language, dice: &mut Dice, out: &mut String) {
    let japanese = language == Language::Japanese;
    if dice.percent(15) {
        let text = match japanese {
            true => "写し。末尾に手書きの書き込みがある。",
            false => "\"Carbon copy: the last page bears notes by hand.\"",
        };
        line(out, "notes", text);
    }
    if dice.percent(20) {
        line(out, "time", &format!("\"{}:{:02}\"", dice.between(7, 22), dice.below(60)));
    }
    if japanese {
        line(out, "translation", "provisional");
        line(out, "original_lang", "en");
    }
}

fn kind(form: Form) -> &'static str {
    match form {
        Form::Telegram | Form::Instruction => "telegram",
        Form::Conversation => "memorandum",
        Form::Note => "other",
        Form::Letter => "letter",
        Form::Statement => "joint-statement",
        Form::Speech => "speech",
        Form::Treaty => "treaty",
    }
}
