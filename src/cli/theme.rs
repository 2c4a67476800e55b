//! `chancery theme`: what the theme is made of, what its templates see, and parts of it to
//! begin one's own with.

use super::Outcome;
use super::arguments::{Eject, Shared, Theme as Command, Variables};
use super::progress::Bar;
use super::report::{self, Talk};
use crate::archive::{Archive, Page, Planned};
use crate::discover;
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Assembled, Order, Report};
use crate::render::html::Renderer;
use crate::spelling;
use crate::theme::{Layer, Origin};

pub(super) fn run(command: &Command, shared: &Shared) -> Result<Outcome> {
    let order = Order { site: shared.site.clone(), ..Order::default() };
    let mut report = Report::default();
    let outcome = match command {
        Command::Eject(eject) => self::eject(eject, &order, &mut report),
        Command::List => list(&order, &mut report),
        Command::Variables(wanted) => variables(wanted, shared, &order, &mut report),
    };
    let report = report.sorted();
    report::findings(&report.diagnostics, &order.site, Talk::of(shared));
    match report::count(&report.diagnostics) {
        (0, _) => outcome,
        _ => outcome.map(|_| Outcome::Findings),
    }
}

/// The folders of a theme that hold what it shows; `theme.toml` is each theme's own.
const FOLDERS: &[&str] = &["assets", "i18n", "templates"];

/// Copies files; those that the site has changed stay as they are unless forced.
fn eject(eject: &Eject, order: &Order, report: &mut Report) -> Result<Outcome> {
    let Some(config) = pipeline::settings(order, report)? else {
        return Ok(Outcome::Findings);
    };
    let embedded = Layer::embedded();
    let all: Vec<&str> =
        FOLDERS.iter().flat_map(|folder| paths(&embedded, folder)).collect();
    let wanted: Option<Vec<&str>> = match eject.files.is_empty() {
        true => Some(all),
        false => eject.files.iter().map(|file| chosen(file, &all)).collect(),
    };
    let Some(wanted) = wanted else { return Ok(Outcome::Usage) };
    let mut outcome = Outcome::Done;
    for path in wanted {
        let Some(bytes) = embedded.files.get(path) else { continue };
        let target = format!("themes/{}/{path}", config.theme);
        let disk = order.site.join(&target);
        match fs::read_if_there(&disk)? {
            Some(there) if there == **bytes => {}
            Some(_) if !eject.force => {
                report::talk(&format!(
                    "error: `{target}` is not as the theme has it; `--force` replaces it"
                ));
                outcome = Outcome::Failed;
            }
            _ => {
                fs::put(&disk, bytes)?;
                report::result(&target);
            }
        }
    }
    Ok(outcome)
}

/// The files of a layer below a folder, with their paths in the theme.
fn paths<'a>(layer: &'a Layer, folder: &'a str) -> impl Iterator<Item = &'a str> {
    let is_below = move |path: &&str| {
        path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    };
    layer.files.keys().map(String::as_str).filter(is_below)
}

/// The file that is meant by its path in the theme, or by its name alone; says so where
/// there is none or more than one.
fn chosen<'a>(file: &str, all: &[&'a str]) -> Option<&'a str> {
    if let Some(path) = all.iter().find(|path| **path == file) {
        return Some(path);
    }
    let named: Vec<&'a str> =
        all.iter().filter(|path| name(path) == file).copied().collect();
    if let [path] = *named {
        return Some(path);
    }
    let known = all.iter().flat_map(|path| [*path, name(path)]);
    let problem = match (named.len(), spelling::closest(file, known)) {
        (0, Some(meant)) => {
            format!("the theme has no `{file}`; did you mean `{meant}`?")
        }
        (0, None) => format!("the theme has no `{file}`"),
        _ => format!("`{file}` could be `{}`", named.join("` or `")),
    };
    report::talk(&format!("error: {problem}\n\nfiles that can be ejected:"));
    for path in all {
        report::talk(&format!("  {path}"));
    }
    None
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Every file that counts, beside the theme that it is taken from.
fn list(order: &Order, report: &mut Report) -> Result<Outcome> {
    let Some(config) = pipeline::settings(order, report)? else {
        return Ok(Outcome::Findings);
    };
    let theme = discover::theme(&order.site, &config)?;
    let theme = theme.into_value(&mut report.diagnostics);
    let mut lines: Vec<(&str, String)> = Vec::new();
    for layer in &theme.layers {
        let place = match layer.origin {
            Origin::Disk => format!("themes/{}", layer.name),
            Origin::Embedded => format!("{}, embedded", layer.name),
        };
        for path in FOLDERS.iter().flat_map(|folder| paths(layer, folder)) {
            // Interface texts are merged: each layer's counts.
            let is_hidden = !path.starts_with("i18n/")
                && lines.iter().any(|(known, _)| *known == path);
            if !is_hidden {
                lines.push((path, place.clone()));
            }
        }
    }
    lines.sort_by_key(|(path, _)| *path);
    let width = lines.iter().map(|(path, _)| path.chars().count()).max().unwrap_or(0);
    for (path, place) in lines {
        report::result(&format!("{path:width$}  {place}"));
    }
    Ok(Outcome::Done)
}

/// Shows what a page's template sees.
fn variables(
    wanted: &Variables,
    shared: &Shared,
    order: &Order,
    report: &mut Report,
) -> Result<Outcome> {
    let bar = Bar::new(shared);
    let assembled = pipeline::assembled(order, &bar, report);
    bar.finish();
    let Some(Assembled { archive, theme, .. }) = assembled? else {
        return Ok(Outcome::Findings);
    };
    let Some(planned) = page_at(&archive, &wanted.address) else {
        return Ok(Outcome::Usage);
    };
    let renderer = Renderer::new(&archive, &theme).into_value(&mut report.diagnostics);
    let texts = pipeline::texts(&order.site, &archive, planned.page)?;
    let seen = match (wanted.row, planned.page) {
        (true, Page::Document(id)) => {
            let work = archive.work_of(id);
            work.and_then(|work| renderer.row_variables(planned.interface, work))
        }
        (true, _) => None,
        (false, _) => match renderer.variables(&planned, &texts) {
            Ok(seen) => seen,
            Err(found) => {
                report.diagnostics.push(*found);
                return Ok(Outcome::Findings);
            }
        },
    };
    match seen {
        Some(seen) => {
            report::result(&format!("{:#}", seen.values));
            Ok(Outcome::Done)
        }
        None => {
            let address = &wanted.address;
            let problem = match wanted.row {
                true => "is not a document, which lists show in a row",
                false => "is a file, which no template makes",
            };
            report::talk(&format!("error: `{address}` {problem}"));
            Ok(Outcome::Usage)
        }
    }
}

/// The page at an address, whole or below the site's; says so where there is none.
fn page_at(archive: &Archive, address: &str) -> Option<Planned> {
    let config = &archive.config;
    let below = address
        .strip_prefix(config.base_url.as_str())
        .or_else(|| address.strip_prefix(config.base_path.as_str()))
        .unwrap_or(address);
    let wanted = bare(below);
    let is_meant = |planned: &&Planned| {
        bare(&planned.route.href()) == wanted || bare(planned.route.as_str()) == wanted
    };
    let pages = &archive.plan.pages;
    let beside = || archive.plan.find(wanted);
    let found = pages.iter().find(is_meant).cloned().or_else(beside);
    if found.is_none() {
        let known = pages.iter().map(|planned| format!("/{}", planned.route.href()));
        let known: Vec<String> = known.collect();
        let word = format!("/{wanted}/");
        let meant = spelling::closest(&word, known.iter().map(String::as_str));
        let help = meant.map(|meant| format!("; did you mean `{meant}`?"));
        let help = help.unwrap_or_default();
        report::talk(&format!("error: there is no page at `{address}`{help}"));
    }
    found
}

/// An address without what may be left out.
fn bare(address: &str) -> &str {
    let folder = address.strip_suffix("index.html").unwrap_or(address);
    folder.trim_matches('/')
}
