//! GitHub Actions' workflow commands: findings as annotations on a pull request.

use super::{Diagnostic, Severity, Sources};

/// `::error file=…,line=…,col=…,title=…::message`, escaped as GitHub wants it.
pub fn github(diagnostic: &Diagnostic, sources: &mut Sources<'_>) -> String {
    let place = sources.place(&diagnostic.primary);
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!("\n{help}"));
    format!(
        "::{command} file={},line={},col={},title={}::{}",
        property(&diagnostic.primary.path),
        place.line,
        place.column,
        property(diagnostic.code.name()),
        data(&format!("{}{help}", diagnostic.message)),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
