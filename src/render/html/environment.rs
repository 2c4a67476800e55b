//! The template engine with a theme's templates.

use std::collections::BTreeMap;
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
    let mut prefixes: Vec<String> =
        theme.layers.iter().map(|layer| format!("{}/", layer.name)).collect();
    prefixes.dedup();
    let mut found = Vec::new();
    if let Err(error) = tera.set_fallback_prefixes(prefixes) {
        found.push(finding(&error, "base.html"));
    }
    let mut templates = BTreeMap::new();
    for layer in theme.layers.iter().rev() {
        for (name, bytes) in layer.below("templates") {
            let text = String::from_utf8_lossy(bytes).into_owned();
            templates.insert(format!("{}/{name}", layer.name), text);
        }
    }
    let templates: Vec<(String, String)> = templates.into_iter().collect();
    if let Err(error) = tera.add_raw_templates(templates.clone()) {
        found.extend(reported(&error, &templates));
    }
    Checked { value: tera, diagnostics: found }
}

/// What the engine says of templates that name things which do not exist: one text with a
/// report of each, the reports parted by blank lines.
fn reported(error: &Error, templates: &[(String, String)]) -> Vec<Diagnostic> {
    // Nothing is being rendered yet, which the finding would speak of.
    let unhelped = || Diagnostic { help: None, ..finding(error, "base.html") };
    let whole = || vec![unhelped().help(VARIABLES)];
    let ErrorKind::Msg(reports) = error.kind() else { return whole() };
    if let Some(found) = doubled(reports, templates) {
        return vec![found];
    }
    let placed = reports.split("\n\n").filter_map(|report| placed(report, templates));
    let placed: Vec<Diagnostic> = placed.collect();
    if placed.is_empty() { whole() } else { placed }
}

/// Reads ``Component `date` is defined in both `a.html` and `b.html` ``; placed in the
/// second.
fn doubled(report: &str, templates: &[(String, String)]) -> Option<Diagnostic> {
    let mut quoted = report.strip_prefix("Component `")?.split('`').step_by(2);
    let component = quoted.next()?;
    let name = quoted.nth(1)?;
    let (_, text) = templates.iter().find(|(known, _)| known == name)?;
    let at = text.find(&format!("component {component}"))?;
    let span = Span::new(at, at + "component ".len() + component.len());
    let message = terse(report);
    let finding =
        Diagnostic::new(Code::TemplateError, &template_path(name), span, message);
    Some(
        finding
            .help("a theme has one component of a name; themes over it may replace it"),
    )
}

/// Reads `error: Unknown filter …`, and below it ` --> default/base.html:2:10`.
fn placed(report: &str, templates: &[(String, String)]) -> Option<Diagnostic> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let column: usize = place.next()?.parse().ok()?;
    let line: usize = place.next()?.parse().ok()?;
    let name = place.next()?;
    let (_, text) = templates.iter().find(|(known, _)| known == name)?;
    let before = text.split_inclusive('\n').take(line.checked_sub(1)?);
    let start: usize = before.map(str::len).sum();
    let within = text.get(start..)?.chars().take(column.checked_sub(1)?);
    let at = start + within.map(char::len_utf8).sum::<usize>();
    let path = template_path(name);
    let span = Span::new(at, at + 1);
    let finding = Diagnostic::new(Code::TemplateError, &path, span, terse(message));
    Some(finding.help(VARIABLES))
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
                true => finding.help(VARIABLES),
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

const VARIABLES: &str = "`chancery theme variables` shows what templates see";

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
