//! Frictionless Data Package (version 2): the tables, with types for the columns of the
//! first.

use serde_json::{Value as Json, json};

use super::schema::DAY;
use super::{About, Digests, about, told};
use crate::archive::Archive;
use crate::config::DataFile;
use crate::date::{Day, Edtf};
use crate::render::export::{
    ABOUT_OWN_TAXONOMY, Field, OWN_TAXONOMY, SEPARATOR, Value, columns, own_taxonomies,
};

/// The description of the package.
pub(super) fn package(archive: &Archive, known: &Digests) -> Json {
    let told_of = About::of(archive, archive.config.main_language());
    let publisher = told_of.publisher;
    let contributors =
        publisher.map(|name| json!([{ "title": name, "roles": ["publisher"] }]));
    let license = told_of.license.map(|url| json!([{ "path": url }]));
    let table = [
        ("type", json!("table")),
        (
            "schema",
            json!({
                "fields": fields(archive),
                "primaryKey": ["work", "language"],
                "missingValues": [""],
            }),
        ),
    ];
    told([
        ("$schema", json!("https://datapackage.org/profiles/2.0/datapackage.json")),
        ("name", json!(name(archive))),
        ("id", json!(told_of.url)),
        ("title", json!(told_of.title)),
        ("description", json!(told_of.description)),
        ("homepage", json!(archive.config.base_url)),
        ("contributors", json!(contributors)),
        ("licenses", json!(license)),
        (
            "resources",
            json!([
                resource("documents", DataFile::Csv, known, table.into()),
                resource("documents-jsonl", DataFile::Jsonl, known, Vec::new()),
            ]),
        ),
    ])
}

/// A name that is an address too: letters of ASCII, digits, `.`, `-` and `/`.
fn name(archive: &Archive) -> String {
    let url = &archive.config.base_url;
    let place = url.split_once("://").map_or(&**url, |(_, place)| place);
    let place = place.trim_end_matches('/').to_lowercase();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
    place.chars().map(|c| if is_plain(c) { c } else { '-' }).collect()
}

fn resource(
    name: &str,
    file: DataFile,
    known: &Digests,
    more: Vec<(&str, Json)>,
) -> Json {
    let digest = known.get(file);
    let checksum = digest.and_then(|digest| digest.checksum);
    let format = match file {
        // Under its usual name programs take it for a table, and guess what its lists are.
        DataFile::Jsonl => "json-lines",
        _ => file.name(),
    };
    let mut resource = told([
        ("name", json!(name)),
        ("path", json!(file.file())),
        ("description", json!(about(file))),
        ("format", json!(format)),
        ("mediatype", json!(file.media_type())),
        ("encoding", json!("utf-8")),
        ("bytes", json!(digest.map(|digest| digest.size))),
        ("hash", json!(checksum.map(|checksum| format!("sha256:{checksum}")))),
    ]);
    if let Some(resource) = resource.as_object_mut() {
        resource.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
    resource
}

/// The columns in the order of the header.
fn fields(archive: &Archive) -> Vec<Json> {
    let days = Days::of(archive);
    let own = own_taxonomies(archive).map(|taxonomy| {
        let name = format!("{OWN_TAXONOMY}{}", taxonomy.name);
        let about = format!("{ABOUT_OWN_TAXONOMY} {PARTED}");
        json!({ "name": name, "type": "string", "description": about })
    });
    columns()
        .map(|(field, column)| described(column.name, field, days))
        .chain(own)
        .collect()
}

fn described(name: &str, field: &Field, days: Days) -> Json {
    let required = field.is_in_every_row().then_some(true);
    let (sort, format, pattern, words) = match (field.value, days) {
        (Value::Day, Days::Plain) => ("date", None, None, None),
        (Value::Day, Days::Long) => ("string", None, Some(DAY), None),
        (Value::Url, _) => ("string", Some("uri"), None, None),
        (Value::OneOf(words), _) => ("string", None, None, Some(words())),
        (Value::Text | Value::Group, _) => ("string", None, None, None),
    };
    let constraints = told([
        ("required", json!(required)),
        ("pattern", json!(pattern)),
        ("enum", json!(words)),
    ]);
    let has_constraints = constraints.as_object().is_some_and(|all| !all.is_empty());
    let about = match field.is_listed() {
        true => format!("{} {PARTED}", field.about),
        false => field.about.to_owned(),
    };
    told([
        ("name", json!(name)),
        ("type", json!(sort)),
        ("format", json!(format)),
        ("description", json!(about)),
        ("constraints", json!(has_constraints.then_some(constraints))),
    ])
}

/// How lists stand in a cell; as [`SEPARATOR`] has it.
const PARTED: &str = "Several are parted by a semicolon and a space.";
const _: () = assert!(matches!(SEPARATOR.as_bytes(), b"; "));

/// Whether all days are of years that have four digits, which programs know as dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Days {
    Plain,
    Long,
}

impl Days {
    fn of(archive: &Archive) -> Days {
        let dates = archive.documents.iter().filter_map(|d| d.metadata.date.as_ref());
        let ends = |date: &Edtf| {
            let bounds = date.bounds();
            [bounds.first, bounds.last]
        };
        let is_open = |day: &Day| *day == Day::MIN || *day == Day::MAX;
        let mut days = dates.flat_map(ends).filter(|day| !is_open(day));
        match days.all(|day| (1..10_000).contains(&day.year())) {
            true => Days::Plain,
            false => Days::Long,
        }
    }
}
