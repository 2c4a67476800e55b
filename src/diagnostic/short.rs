//! One line a finding, for editors and `grep`.

use super::{Diagnostic, Sources};

/// `path:line:column: error[code]: message (help)`.
pub fn short(diagnostic: &Diagnostic, sources: &mut Sources<'_>) -> String {
    let place = sources.place(&diagnostic.primary);
    let help =
        diagnostic.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
    format!(
        "{}:{}:{}: {}[{}]: {}{help}",
        diagnostic.primary.path,
        place.line,
        place.column,
        diagnostic.severity.word(),
        diagnostic.code,
        diagnostic.message,
    )
}
