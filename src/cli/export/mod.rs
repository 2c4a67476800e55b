//! `chancery export`: documents as data, on standard output, in a file or in a folder.

mod bag;
mod selection;

use super::Outcome;
use super::arguments::{Export, ExportFormat, Shared};
use super::progress::Bar;
use super::report::{self, Talk};
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Order, Report};
use crate::render::export::{self, Format};
use selection::selected;

pub(super) fn run(export: &Export, shared: &Shared) -> Result<Outcome> {
    if export.format == ExportFormat::Bagit && export.output.is_none() {
        report::talk("error: a bag is a folder; name it with `--output`");
        return Ok(Outcome::Usage);
    }
    let order = Order { site: shared.site.clone(), ..Order::default() };
    let mut report = Report::default();
    let bar = Bar::new(shared);
    let assembled = pipeline::assembled(&order, &bar, &mut report);
    bar.finish();
    let assembled = assembled?;
    let found = report.sorted().diagnostics;
    report::findings(&found, &order.site, Talk::of(shared));
    let Some(assembled) = assembled else {
        if !shared.quiet {
            let (errors, warnings) = report::count(&found);
            let findings = report::counted(errors, warnings);
            report::talk(&format!("nothing was exported: {findings}"));
        }
        return Ok(Outcome::Findings);
    };
    let ids = match selected(&assembled.archive, export) {
        Ok(ids) => ids,
        Err(message) => {
            report::talk(&format!("error: {message}"));
            return Ok(Outcome::Usage);
        }
    };
    match (format(export.format), &export.output) {
        (None, Some(folder)) => bag::write(&assembled, &ids, &order.site, folder)?,
        (None, None) => {}
        (Some(format), output) => {
            let bytes = export::documents(&assembled.archive, format, ids);
            match output {
                Some(path) => fs::write(path, &bytes)?,
                None => report::say(&bytes)?,
            }
        }
    }
    Ok(Outcome::Done)
}

/// The format of the one file; none for what is more than a file.
fn format(format: ExportFormat) -> Option<Format> {
    Some(match format {
        ExportFormat::Ris => Format::Ris,
        ExportFormat::Bibtex => Format::Bibtex,
        ExportFormat::CslJson => Format::CslJson,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Jsonl => Format::Jsonl,
        ExportFormat::Bagit => return None,
    })
}
