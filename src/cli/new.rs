//! `chancery new`: the beginning of a document.

use std::fmt::Write as _;

use super::Outcome;
use super::arguments::{New, Shared};
use super::report;
use crate::config::Config;
use crate::date::Edtf;
use crate::error::Result;
use crate::fs;
use crate::slug::slug;

pub(super) fn run(new: &New, shared: &Shared) -> Result<Outcome> {
    let Some(config) = report::settings(shared)? else { return Ok(Outcome::Findings) };
    let folder = match &new.into {
        Some(folder) => folder.clone(),
        None => shared.site.join(&config.content).join(year(new.date.as_ref())),
    };
    let path = folder.join(name(new, &config));
    if fs::stat(&path)?.is_some() {
        report::talk(&format!(
            "error: `{}` is there already, and stays as it is",
            path.display()
        ));
        return Ok(Outcome::Usage);
    }
    fs::put(&path, text(new).as_bytes())?;
    let content = shared.site.join(&config.content);
    if !fs::real(&path).starts_with(fs::real(&content)) {
        let content = &config.content;
        report::talk(&format!("it is not below `{content}/`, where documents are read"));
    }
    report::result(&path.display().to_string());
    Ok(Outcome::Done)
}

/// The folder of a year, where the date has one.
fn year(date: Option<&Edtf>) -> String {
    let text = date.map(ToString::to_string).unwrap_or_default();
    let year: String = text.chars().take_while(char::is_ascii_digit).collect();
    if year.len() == 4 { year } else { String::new() }
}

/// `20180423-the-title.ja.md`: day, title, and the language where it is not the site's.
fn name(new: &New, config: &Config) -> String {
    let date = new.date.as_ref().map(ToString::to_string).unwrap_or_default();
    let day: String = date.chars().filter(char::is_ascii_digit).take(8).collect();
    let is_plain = date.chars().all(|c| c.is_ascii_digit() || c == '-');
    let title = slug(&new.title);
    let parts = [day, title].into_iter().filter(|part| !part.is_empty());
    let mut name = match is_plain {
        true => parts.collect::<Vec<_>>().join("-"),
        false => slug(&new.title),
    };
    if let Some(language) = &new.lang
        && *language != config.document_language
    {
        // A string takes whatever is written.
        let _ = write!(name, ".{language}");
    }
    name + ".md"
}

/// The file: what is known, and what else there may be.
fn text(new: &New) -> String {
    let title = serde_json::Value::String(new.title.clone());
    let date = match &new.date {
        Some(date) => format!("date: {date}"),
        None => "# date: 2018-04-23".to_owned(),
    };
    format!("---\ntitle: {title}\n{date}\n{FIELDS}---\n\n")
}

/// Fields that many documents have.
const FIELDS: &str = "\
# place: Toronto, Canada
# source: {name: …, url: https://…, retrieved: 2026-11-21}
# topics: [one, another]
# kind: statement
# issuer: [a body]
# people: [{family: Kamikawa, given: Yoko, role: speaker}]
# number: its own number
# series: {name: …, position: 1}
# references: [another document]
# summary: in your words
# notes: remarks of the source
# draft: true
";
