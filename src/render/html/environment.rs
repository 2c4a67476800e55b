//! The template engine with a theme's templates.

use std::sync::Arc;

use tera::{Error, ErrorKind, Tera};

use super::filters;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::text::Span;
use crate::theme::Theme;

/// Loads every template of every layer, as `<theme>/<file>`; a bare `<file>` is that of
/// the first theme that has it.
pub(super) fn load(theme: &Theme) -> Checked<Tera> {
    let mut tera = Tera::default();
    filters::register(&mut tera);
    let prefixes = theme.layers.iter().map(|layer| format!("{}/", layer.name));
    let mut found = Vec::new();
    if let Err(error) = tera.set_fallback_prefixes(prefixes) {
        found.push(finding(&error, "base.html"));
    }
    let mut templates = Vec::new();
    for layer in &theme.layers {
        for (name, bytes) in layer.below("templates") {
            let text = String::from_utf8_lossy(bytes).into_owned();
            templates.push((format!("{}/{name}", layer.name), text));
        }
    }
    if let Err(error) = tera.add_raw_templates(templates) {
        found.push(finding(&error, "base.html"));
    }
    Checked { value: tera, diagnostics: found }
}

/// A template's mistake in its place; `rendering` is the template that was asked for.
pub(super) fn finding(error: &Error, rendering: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = report.span();
            let span = Span::new(place.range.start, place.range.end);
            let path = template_path(report.filename());
            let finding = Diagnostic::new(
                Code::TemplateError,
                &path,
                span,
                terse(report.message()),
            );
            match rendering == report.filename() {
                true => finding,
                false => finding.help(format!("met while rendering `{rendering}`")),
            }
        }
        _ => {
            let path = template_path(rendering);
            let message = terse(&error.to_string());
            Diagnostic::new(Code::TemplateError, &path, Span::default(), message)
        }
    }
}

/// `default/base.html` lies in `themes/default/templates/base.html`.
fn template_path(name: &str) -> Arc<str> {
    match name.split_once('/') {
        Some((theme, file)) => format!("themes/{theme}/templates/{file}").into(),
        None => format!("themes/{}/templates/{name}", crate::theme::DEFAULT).into(),
    }
}

/// One line, beginning in lower case, as all findings do.
fn terse(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace('\n', " ");
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => message,
    }
}
