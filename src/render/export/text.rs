//! A document as plain text: its title, what is known of it in labelled lines, its text.

use crate::archive::{Archive, DocumentId};
use crate::citation::Record;
use crate::document::{Kind, Name, Person};
use crate::markdown::{self, Settings, Source};
use crate::render::html::Texts;

/// The document with its facts; labels and the date are in the words of the interface.
pub(super) fn text(
    archive: &Archive,
    id: DocumentId,
    source: &str,
    words: &Texts,
) -> String {
    let document = archive.document(id);
    let source = Source {
        text: source,
        start: document.body.start as usize,
        language: &document.language,
        title: Some(&document.metadata.title),
    };
    let settings = Settings::of(&archive.config);
    let plain = markdown::text(&source, &settings, words.labels());
    let mut text = format!("{}{}\n\n", document.metadata.title, plain.title_marks);
    for (label, value) in facts(archive, id, words) {
        let value = super::line::folded(&value);
        if !value.is_empty() {
            let line = words.get("join.labelled").replace("{label}", words.get(label));
            text.push_str(&line.replace("{value}", &value));
            text.push('\n');
        }
    }
    text.push('\n');
    text.push_str(&plain.text);
    text
}

/// Labels and values in the order of the document's page.
fn facts(
    archive: &Archive,
    id: DocumentId,
    words: &Texts,
) -> Vec<(&'static str, String)> {
    let record = Record::new(archive, id);
    let comma = words.get("join.comma");
    let told = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let date = record.issued.map(|date| date.words(words.language.as_str()));
    let place = [record.place, record.venue].into_iter().flatten().collect::<Vec<_>>();
    vec![
        ("kind", told(record.genre.or_else(|| kind(&record, words)))),
        ("number", told(record.number)),
        ("date", date.unwrap_or_default()),
        ("place", place.join(comma)),
        ("issuer", record.issuers.join(comma)),
        ("people", people(archive, id, words)),
        ("source", source(&record, words)),
        ("series", series(&record, words)),
        ("topics", record.keywords.join(comma)),
        ("translation", translation(&record, words)),
        ("notes", told(record.notes)),
        ("rights", rights(&record)),
        ("address", record.url),
    ]
}

fn kind<'a>(record: &Record<'_>, words: &'a Texts) -> Option<&'a str> {
    let kind = record.kind.filter(|kind| *kind != Kind::Other)?;
    words.find(&format!("kinds.{}", kind.name()))
}

fn people(archive: &Archive, id: DocumentId, words: &Texts) -> String {
    let own = &archive.document(id).metadata.people;
    let main = archive.work_of(id).map(|work| &archive.main_version(work).metadata);
    let shared = main.map_or(&[] as &[Person], |main| &main.people);
    let people = if own.is_empty() { shared } else { own };
    let each = people.iter().map(|person| {
        let name = Name::direct(&person.name);
        let Some(role) = person.role.as_deref() else { return name };
        let role = words.find(&format!("roles.{role}")).unwrap_or(role);
        let aside = words.get("join.aside").replace("{text}", role);
        // Full-width brackets bring their own space.
        let space = if aside.starts_with('（') { "" } else { " " };
        format!("{name}{space}{aside}")
    });
    let each: Vec<String> = each.collect();
    let has_commas = each.iter().any(|name| name.contains(','));
    each.join(if has_commas { "; " } else { words.get("join.comma") })
}

fn source(record: &Record<'_>, words: &Texts) -> String {
    let language = words.language.as_str();
    let pages = record.pages.map(|p| words.get("source_pages").replace("{pages}", p));
    let retrieved = record
        .retrieved
        .map(|date| words.get("retrieved").replace("{date}", &date.words(language)));
    let own = |text: Option<&str>| text.map(str::to_owned);
    let parts = [own(record.publisher), pages, own(record.source_url), retrieved];
    parts.into_iter().flatten().collect::<Vec<_>>().join(words.get("join.comma"))
}

fn series(record: &Record<'_>, words: &Texts) -> String {
    let comma = words.get("join.comma");
    let each = record.series.iter().map(|series| match series.position.as_deref() {
        Some(position) => {
            let position = words.get("series_position").replace("{position}", position);
            format!("{}{comma}{position}", series.name)
        }
        None => series.name.to_string(),
    });
    each.collect::<Vec<_>>().join(comma)
}

fn translation(record: &Record<'_>, words: &Texts) -> String {
    let sort = record.translation.map(|sort| format!("translations.{}", sort.name()));
    let sort = sort.map(|key| words.get(&key).to_owned());
    let original = record.original_language.map(|language| {
        let name = words.find(&format!("languages.{language}")).or(language.endonym());
        let name = name.unwrap_or(language.as_str());
        words.get("translated_from").replace("{language}", name)
    });
    let by = record.translator.map(|n| words.get("translated_by").replace("{name}", n));
    let parts = [sort, original, by].into_iter().flatten();
    parts.collect::<Vec<_>>().join(words.get("join.comma"))
}

fn rights(record: &Record<'_>) -> String {
    let Some(rights) = record.rights else { return String::new() };
    let parts = [rights.statement.as_deref(), rights.url.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
