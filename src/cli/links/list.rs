//! What would be asked, and where it stands.

use serde_json::{Value, json};

use crate::cli::arguments::{CheckFormat, Shared};
use crate::cli::report;
use crate::diagnostic::{Label, Sources};
use crate::error::Result;
use crate::links::{Address, Cited, Place};
use crate::pipeline;

/// Lists each address with its places, for people or as one JSON object a line.
pub(super) fn list(cited: &Cited, format: CheckFormat, shared: &Shared) -> Result<()> {
    let mut sources = Sources::new(|path| pipeline::shown(&shared.site, path));
    let mut text = String::new();
    for (address, places) in &cited.places {
        match format {
            CheckFormat::Json => text += &object(address, places, &mut sources),
            _ => text += &lines(address, places, &mut sources),
        }
    }
    report::say(text.as_bytes())
}

fn lines(address: &Address, places: &[Place], sources: &mut Sources<'_>) -> String {
    let places = places.iter().map(|place| {
        let (line, column) = position(place, sources);
        format!("  {}:{line}:{column}\n", place.path)
    });
    format!("{address}\n{}", places.collect::<String>())
}

fn object(address: &Address, places: &[Place], sources: &mut Sources<'_>) -> String {
    let places: Vec<Value> = places
        .iter()
        .map(|place| {
            let (line, column) = position(place, sources);
            json!({"path": &*place.path, "line": line, "column": column})
        })
        .collect();
    format!("{}\n", json!({"address": address.as_str(), "places": places}))
}

fn position(place: &Place, sources: &mut Sources<'_>) -> (usize, usize) {
    let label = Label { path: place.path.clone(), span: place.span, text: String::new() };
    let place = sources.place(&label);
    (place.line, place.column)
}
