//! Values of a graph: dates, names, sources.

use serde_json::{Map, Value, json};

use crate::citation::{Creator, Record};
use crate::date::Edtf;
use crate::document::Name;

/// Adds a value, unless it is empty.
pub(super) fn add(node: &mut Map<String, Value>, name: &str, value: Value) {
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if !is_empty {
        node.insert(name.to_owned(), value);
    }
}

/// A date as far as it is known; what is no single date is the time that the text covers.
pub(super) fn tell_date(node: &mut Map<String, Value>, date: &Edtf) {
    let first = date.reduced().filter(|first| first.year > 0);
    let last = date.reduced_end().filter(|last| last.year > 0);
    match first.as_ref().or(last.as_ref()) {
        Some(_) if date.is_interval() => {
            // An end that is open or unknown has two dots.
            let [first, last] = [first, last]
                .map(|end| end.map_or("..".to_owned(), |end| end.to_string()));
            add(node, "temporalCoverage", json!(format!("{first}/{last}")));
        }
        Some(date) => add(node, "dateCreated", json!(date.to_string())),
        None => {
            let bounds = date.bounds();
            let (first, last) = (bounds.first.year(), bounds.last.year());
            if first > 0 && last < 10_000 {
                let years = format!("{first:04}/{last:04}");
                add(node, "temporalCoverage", json!(years));
            }
        }
    }
}

/// The document's number, and the archive's own name for it.
pub(super) fn identifiers(record: &Record<'_>, id: &str) -> Vec<Value> {
    let named = [("number", record.number), ("id", Some(id))].into_iter();
    named
        .filter_map(|(name, value)| {
            let value = value?;
            Some(json!({ "@type": "PropertyValue", "propertyID": name, "value": value }))
        })
        .collect()
}

pub(super) fn agent(creator: Creator<'_>) -> Value {
    match creator {
        Creator::Institution(name) => json!({ "@type": "Organization", "name": name }),
        Creator::Person(name) => {
            let mut person = Map::new();
            tell!(person, "@type": "Person", "name": name.direct());
            if let Name::Parts { family, given } = name {
                tell!(person, "familyName": &**family, "givenName": given.as_deref());
            }
            Value::Object(person)
        }
    }
}

pub(super) fn organizations(names: &[&str]) -> Vec<Value> {
    let names = names.iter();
    names.map(|name| json!({ "@type": "Organization", "name": name })).collect()
}

/// The source that the text was taken from.
pub(super) fn based_on(record: &Record<'_>) -> Option<Value> {
    let mut node = Map::new();
    tell!(node, "name": record.publisher, "url": record.source_url);
    if node.is_empty() {
        return None;
    }
    // Of what sort it is nobody says, and only some sorts may have pages.
    tell!(node, "@type": "CreativeWork");
    Some(Value::Object(node))
}

pub(super) fn series(record: &Record<'_>) -> Vec<Value> {
    let series = record.series.iter();
    series
        .map(|series| json!({ "@type": "CreativeWorkSeries", "name": &*series.name }))
        .collect()
}
