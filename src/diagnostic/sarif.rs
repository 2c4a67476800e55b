//! All findings as one log of SARIF 2.1.0, for code scanning.

use serde_json::{Value, json};

use super::{Code, Diagnostic, Fix, Label, Level, Sources};
use crate::text::{LineColumn, Span};

/// The log of one run, ending without a line break. Columns count characters.
pub fn sarif(found: &[Diagnostic], sources: &mut Sources<'_>) -> String {
    let rules: Vec<Value> = Code::ALL.iter().copied().map(rule).collect();
    let results: Vec<Value> = found.iter().map(|found| result(found, sources)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "chancery",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    log.to_string()
}

fn rule(code: Code) -> Value {
    let level = match code.level() {
        Level::Allow => "none",
        Level::Warn => "warning",
        Level::Deny => "error",
    };
    json!({
        "id": code.name(),
        "shortDescription": {"text": code.summary()},
        "defaultConfiguration": {"level": level, "enabled": code.level() != Level::Allow},
    })
}

fn result(found: &Diagnostic, sources: &mut Sources<'_>) -> Value {
    let help = found.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    let mut result = json!({
        "ruleId": found.code.name(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == found.code),
        "level": found.severity.word(),
        "message": {"text": format!("{}{help}", found.message)},
        "locations": [location(&found.primary, sources)],
    });
    let related: Vec<Value> = found
        .secondary
        .iter()
        .map(|label| {
            let mut place = location(label, sources);
            add(&mut place, "message", json!({"text": label.text}));
            place
        })
        .collect();
    if !related.is_empty() {
        add(&mut result, "relatedLocations", related.into());
    }
    if let Some(fix) = found.fix.as_ref().and_then(|fix| self::fix(fix, found, sources)) {
        add(&mut result, "fixes", json!([fix]));
    }
    result
}

fn add(to: &mut Value, key: &str, value: Value) {
    if let Some(object) = to.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn location(label: &Label, sources: &mut Sources<'_>) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": artifact(label),
        "region": region(label, label.span, sources),
    }})
}

fn fix(fix: &Fix, found: &Diagnostic, sources: &mut Sources<'_>) -> Option<Value> {
    let label = &found.primary;
    let place = fix.place(sources.text(&label.path).as_bytes())?;
    Some(json!({"artifactChanges": [{
        "artifactLocation": artifact(label),
        "replacements": [{
            "deletedRegion": region(label, place, sources),
            "insertedContent": {"text": fix.new},
        }],
    }]}))
}

/// A path is a URI here: what addresses may not have is written with percent signs.
fn artifact(label: &Label) -> Value {
    json!({"uri": crate::route::encode(&label.path)})
}

fn region(label: &Label, span: Span, sources: &mut Sources<'_>) -> Value {
    let text = sources.text(&label.path);
    let start = LineColumn::of(&text, span.range().start);
    let end = LineColumn::of(&text, span.range().end);
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}
