//! `chancery check`: every mistake, in the form that somebody can use.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Outcome;
use super::arguments::{Check, CheckFormat, Denied, Shared};
use super::progress::Bar;
use super::report::{self, Talk};
use super::today::today;
use crate::diagnostic::{
    Diagnostic, Fix, Severity, Sources, github, json, mended, sarif, short, terminal,
};
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Checked, Order};

pub(super) fn run(check: &Check, shared: &Shared) -> Result<Outcome> {
    let mut checked = look(check, shared)?;
    if check.fix {
        checked = mend(checked, check, shared)?;
    }
    if shared.quiet {
        checked.diagnostics.retain(|found| found.severity == Severity::Error);
    }
    say(&checked.diagnostics, check.format, shared)?;
    Ok(conclude(&checked, check, shared))
}

fn look(check: &Check, shared: &Shared) -> Result<Checked> {
    let order =
        Order { site: shared.site.clone(), drafts: check.drafts, ..Order::default() };
    let bar = Bar::new(shared);
    let mut checked = pipeline::check(&order, today(), &bar);
    bar.finish();
    if let (Ok(checked), Some(Denied::Warnings)) = (&mut checked, check.deny) {
        for found in &mut checked.diagnostics {
            found.severity = Severity::Error;
        }
    }
    checked
}

/// Mends until nothing is left to mend: an answer may show that another is wanted.
fn mend(mut checked: Checked, check: &Check, shared: &Shared) -> Result<Checked> {
    let (mut places, mut files) = (0, BTreeSet::new());
    for _ in 0..MAX_ROUNDS {
        let mended = fix(&checked.diagnostics, &shared.site, &mut files)?;
        if mended == 0 {
            break;
        }
        places += mended;
        checked = look(check, shared)?;
    }
    if places > 0 {
        let places = report::many(places, "place");
        let files = report::many(files.len(), "file");
        report::talk(&format!("mended {places} in {files}"));
    }
    Ok(checked)
}

/// Answers that undid each other would never end.
const MAX_ROUNDS: usize = 8;

/// Puts every safe answer into its file; says how many, and adds the files.
fn fix(
    found: &[Diagnostic],
    site: &Path,
    files: &mut BTreeSet<PathBuf>,
) -> Result<usize> {
    let mut fixes: BTreeMap<&Arc<str>, Vec<Fix>> = BTreeMap::new();
    for found in found {
        if let Some(fix) = &found.fix {
            fixes.entry(&found.primary.path).or_default().push(fix.clone());
        }
    }
    let mut places = 0;
    for (path, fixes) in fixes {
        let path = site.join(&**path);
        let (bytes, count) = mended(&fs::read(&path)?, &fixes);
        if count > 0 {
            fs::replace(&path, &bytes)?;
            places += count;
            files.insert(path);
        }
    }
    Ok(places)
}

/// Writes findings to standard output.
pub(super) fn say(
    found: &[Diagnostic],
    format: CheckFormat,
    shared: &Shared,
) -> Result<()> {
    let mut sources = Sources::new(|path| pipeline::shown(&shared.site, path));
    if format == CheckFormat::Sarif {
        return report::say(format!("{}\n", sarif(found, &mut sources)).as_bytes());
    }
    let styled = Talk::of_result(shared).terminal;
    for found in found {
        let text = match format {
            CheckFormat::Short => short(found, &mut sources),
            CheckFormat::Json => json(found, &mut sources),
            CheckFormat::Github => github(found, &mut sources),
            _ => terminal(found, &mut sources, styled) + "\n",
        };
        report::say(format!("{text}\n").as_bytes())?;
    }
    Ok(())
}

fn conclude(checked: &Checked, check: &Check, shared: &Shared) -> Outcome {
    let (errors, warnings) = report::count(&checked.diagnostics);
    let has_findings = errors + warnings > 0;
    let is_for_people =
        matches!(check.format, CheckFormat::Terminal | CheckFormat::Short);
    if has_findings && is_for_people && !shared.quiet {
        let documents = report::many(checked.documents, "document");
        report::talk(&format!("{documents}: {}", report::counted(errors, warnings)));
    }
    if errors > 0 { Outcome::Findings } else { Outcome::Done }
}
