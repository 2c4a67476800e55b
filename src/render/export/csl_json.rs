//! CSL-JSON: the variables of the Citation Style Language 1.0.2, in an array.

use serde::Serialize;

use super::dates::{Known, known};
use super::line::{folded, told};
use super::names::{Parted, parted};
use super::ris::notes;
use super::{Export, Item};
use crate::citation::{Creator, Record};
use crate::date::{Edtf, ReducedDate};

/// CSL-JSON: an array with an item a line.
pub(super) struct CslJson;

impl Export for CslJson {
    fn begin(&self, out: &mut Vec<u8>) {
        out.push(b'[');
    }

    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>) {
        out.push(b'\n');
        // Strings and numbers always make JSON.
        let json = serde_json::to_vec(&Variables::of(&item.record, &item.key));
        out.extend(json.unwrap_or_default());
    }

    fn between(&self) -> &'static [u8] {
        b","
    }

    fn end(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n]\n");
    }
}

/// An item of a bibliography.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Variables<'a> {
    id: &'a str,
    r#type: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    title_short: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipient: Vec<Author>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translator: Vec<Author>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Issued>,
    #[serde(skip_serializing_if = "String::is_empty")]
    genre: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    number: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    publisher: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    publisher_place: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    event_title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    event_place: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    page: String,
    language: &'a str,
    #[serde(skip_serializing_if = "String::is_empty")]
    keyword: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    r#abstract: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    archive: String,
    #[serde(rename = "URL", skip_serializing_if = "String::is_empty")]
    url: String,
}

/// A name.
#[derive(Serialize)]
#[serde(untagged)]
enum Author {
    Parts { family: String, given: String },
    Literal { literal: String },
}

/// A date.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Issued {
    /// One, or the first and the last; of one to three parts each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    date_parts: Vec<Vec<i32>>,
    /// 1 to 4, from spring.
    #[serde(skip_serializing_if = "Option::is_none")]
    season: Option<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    circa: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

impl<'a> Variables<'a> {
    /// The variables of a record.
    pub(super) fn of(record: &'a Record<'_>, id: &'a str) -> Variables<'a> {
        let text = |value: Option<&str>| value.map(folded).unwrap_or_default();
        let r#type = record.types().csl;
        let (publisher_place, event_place) = match (r#type, record.venue) {
            ("speech", _) => (String::new(), whole_place(record)),
            (_, Some(_)) => (text(record.place), whole_place(record)),
            (_, None) => (text(record.place), String::new()),
        };
        Variables {
            id,
            r#type,
            title: folded(record.title),
            title_short: text(record.title_short),
            author: record.author.iter().filter_map(|&author| name(author)).collect(),
            recipient: record.recipient.iter().filter_map(|&to| name(to)).collect(),
            translator: record.translator.and_then(literal).into_iter().collect(),
            issued: record.issued.map(|date| issued(date, record.date_language())),
            genre: text(record.genre_in_words().as_deref()),
            number: text(record.number),
            publisher: text(record.publisher_or_issuer()),
            publisher_place,
            event_title: text(record.event),
            event_place,
            page: text(record.page_range().map(|p| p.replace('–', "-")).as_deref()),
            language: record.language.as_str(),
            keyword: keywords(record),
            r#abstract: text(record.summary),
            note: told(notes(record).iter().map(String::as_str)).join("\n"),
            archive: folded(record.archive),
            url: folded(&record.url),
        }
    }
}

/// Labels parted by semicolons, of which they have none themselves.
fn keywords(record: &Record<'_>) -> String {
    let labels = told(record.keywords.iter().copied()).into_iter();
    labels.map(|label| label.replace(';', ",")).collect::<Vec<_>>().join("; ")
}

/// The building or room, and the place.
fn whole_place(record: &Record<'_>) -> String {
    told([record.venue, record.place].into_iter().flatten()).join(", ")
}

fn name(creator: Creator<'_>) -> Option<Author> {
    match parted(creator) {
        Parted::Parts(family, given) => {
            Some(Author::Parts { family: folded(family), given: folded(given) })
        }
        Parted::Whole(name) => literal(name),
    }
}

fn literal(name: &str) -> Option<Author> {
    let literal = folded(name);
    (!literal.is_empty()).then_some(Author::Literal { literal })
}

fn issued(date: &Edtf, language: &str) -> Issued {
    let date_parts = match known(date) {
        Known::One(one) => vec![parts(one)],
        Known::Between(first, last) => vec![parts(first), parts(last)],
        Known::Words => Vec::new(),
    };
    Issued {
        literal: date_parts.is_empty().then(|| date.words(language)),
        season: season(date).filter(|_| date_parts.len() == 1),
        circa: date.is_uncertain() || date.is_approximate(),
        date_parts,
    }
}

fn parts(date: ReducedDate) -> Vec<i32> {
    let rest = [date.month, date.day].into_iter().flatten().map(i32::from);
    std::iter::once(date.year).chain(rest).collect()
}

/// EDTF's seasons 21 to 24.
fn season(date: &Edtf) -> Option<u8> {
    let text = date.to_string();
    let bare = text.trim_end_matches(['?', '~', '%']);
    let (_, last) = bare.rsplit_once('-')?;
    let is_second = bare.trim_start_matches('-').matches('-').count() == 1;
    let number: u8 = last.parse().ok().filter(|_| is_second)?;
    (21..=24).contains(&number).then(|| number - 20)
}
