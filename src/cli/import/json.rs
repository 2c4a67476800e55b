//! What was understood of a file, for programs: a JSON object a line for each document.

use serde_json::{Value as Json, json};

use super::place::{Fate, Placed};
use super::places::Places;
use crate::cli::report;
use crate::diagnostic::Diagnostic;
use crate::import::{Import, Value};
use crate::text::{LineColumn, Span};

/// Says all documents of a file; what was found in the file stands with the first.
pub(super) fn say(import: &Import, placed: &[Placed<'_>], found: &[Diagnostic]) {
    let places = Places::of(&import.file.text);
    let mut findings: Vec<Json> =
        found.iter().map(|finding| self::finding(finding, &places)).collect();
    for placed in placed {
        let object = document(import, placed, &places, &findings);
        findings.clear();
        report::result(&object.to_string());
    }
    if placed.is_empty() {
        let source = &*import.file.path;
        report::result(&json!({ "source": source, "findings": findings }).to_string());
    }
}

fn document(
    import: &Import,
    placed: &Placed<'_>,
    places: &Places<'_>,
    findings: &[Json],
) -> Json {
    let draft = placed.draft;
    let fields: Vec<Json> = draft
        .fields
        .iter()
        .map(|field| {
            let (line, column) = place(places, field.span);
            json!({
                "key": field.key,
                "value": value(&field.value),
                "confidence": field.confidence.word(),
                "why": field.why.as_deref().filter(|why| !why.is_empty()),
                "line": line,
                "column": column,
            })
        })
        .collect();
    let empty: Vec<&str> = draft.empty.iter().map(|empty| empty.key).collect();
    let left_out: Vec<Json> = draft
        .left_out
        .iter()
        .map(|part| {
            let (line, column) = place(places, part.span);
            json!({ "what": part.what, "line": line, "column": column })
        })
        .collect();
    json!({
        "source": &*import.file.path,
        "format": import.format.name(),
        "encoding": import.encoding,
        "path": placed.path.to_string_lossy(),
        "written": placed.fate == Fate::Written,
        "version_of": placed.version_of,
        "fields": fields,
        "empty": empty,
        "left_out": left_out,
        "findings": findings,
    })
}

fn finding(found: &Diagnostic, places: &Places<'_>) -> Json {
    let (line, column) = place(places, found.primary.span);
    json!({
        "line": line,
        "column": column,
        "code": found.code.name(),
        "severity": found.severity.word(),
        "message": found.message,
        "help": found.help,
    })
}

fn place(places: &Places<'_>, span: Span) -> (Option<usize>, Option<usize>) {
    let at = places.begin(span);
    (at.map(|LineColumn { line, .. }| line), at.map(|LineColumn { column, .. }| column))
}

fn value(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::String(text.clone()),
        Value::List(items) => items.iter().map(self::value).collect(),
        Value::Map(pairs) => pairs
            .iter()
            .map(|(key, found)| (key.to_string(), self::value(found)))
            .collect(),
    }
}
