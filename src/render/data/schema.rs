//! JSON Schema (2020-12) of a document as a line of JSON.

use serde_json::{Map, Value as Json, json};

use crate::archive::Archive;
use crate::config::DataFile;
use crate::render::export::{FIELDS, Field, Presence, Value};

/// A day of any year. JSON Schema's own days have years of four digits only.
pub(super) const DAY: &str = r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$";

/// The schema of a line.
pub(super) fn schema(archive: &Archive) -> Json {
    let title = archive.config.title.closest(archive.config.main_language());
    let title = title.map_or("", |(title, _)| title);
    let mut schema = object("");
    schema
        .insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    let own = archive.url(&archive.data_path(DataFile::Schema));
    schema.insert("$id".into(), own.into());
    schema.insert("title".into(), title.into());
    schema.insert("description".into(), "A version of a document.".into());
    Json::Object(schema)
}

/// An object of the facts directly below a path, which is empty or ends in a dot.
fn object(path: &str) -> Map<String, Json> {
    let own = FIELDS.iter().filter_map(|field| {
        let name = field.path.strip_prefix(path)?;
        (!name.contains('.')).then_some((name, field))
    });
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, field) in own {
        let (name, schema) = property(name, field);
        if field.presence == Presence::Always {
            required.push(name);
        }
        properties.insert(name.to_owned(), schema);
    }
    let mut object = Map::new();
    object.insert("type".into(), "object".into());
    object.insert("properties".into(), properties.into());
    object.insert("required".into(), required.into());
    object.insert("additionalProperties".into(), false.into());
    object
}

fn property<'a>(name: &'a str, field: &Field) -> (&'a str, Json) {
    let Some(name) = name.strip_suffix("[]") else {
        let mut one = value(field);
        one.insert("description".into(), field.about.into());
        return (name, Json::Object(one));
    };
    // What says nothing is left out, so that no list is empty.
    let list = json!({
        "type": "array",
        "items": value(field),
        "minItems": 1,
        "description": field.about,
    });
    (name, list)
}

fn value(field: &Field) -> Map<String, Json> {
    let entries = match field.value {
        Value::Group => return object(&format!("{}.", field.path)),
        Value::Text => json!({ "type": "string" }),
        Value::Url => json!({ "type": "string", "format": "uri" }),
        Value::Day => json!({ "type": "string", "pattern": DAY }),
        Value::OneOf(words) => json!({ "type": "string", "enum": words() }),
    };
    entries.as_object().cloned().unwrap_or_default()
}
