//! One JSON object a finding, for programs.

use serde::Serialize;

use super::{Diagnostic, Sources};

#[derive(Serialize)]
struct Finding<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
}

/// `{"path", "line", "column", "code", "severity", "message", "help"}` on one line.
pub fn json(diagnostic: &Diagnostic, sources: &mut Sources<'_>) -> String {
    let place = sources.place(&diagnostic.primary);
    let finding = Finding {
        path: &diagnostic.primary.path,
        line: place.line,
        column: place.column,
        code: diagnostic.code.name(),
        severity: diagnostic.severity.word(),
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
    };
    serde_json::to_string(&finding).unwrap_or_default()
}
