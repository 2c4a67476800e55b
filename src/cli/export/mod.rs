//! `chancery export`: documents as data, on standard output or in a file.

mod selection;

use super::Outcome;
use super::arguments::{Export, ExportFormat, Shared};
use super::progress::Bar;
use super::report::{self, Talk};
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Assembled, Order, Report};
use crate::render::export::{self, Format};
use selection::selected;

pub(super) fn run(export: &Export, shared: &Shared) -> Result<Outcome> {
    let order = Order { site: shared.site.clone(), ..Order::default() };
    let mut report = Report::default();
    let bar = Bar::new(shared);
    let assembled = pipeline::assembled(&order, &bar, &mut report);
    bar.finish();
    let assembled = assembled?;
    let found = report.sorted().diagnostics;
    report::findings(&found, &order.site, Talk::of(shared));
    let Some(Assembled { archive, .. }) = assembled else {
        if !shared.quiet {
            let (errors, warnings) = report::count(&found);
            let findings = report::counted(errors, warnings);
            report::talk(&format!("nothing was exported: {findings}"));
        }
        return Ok(Outcome::Findings);
    };
    let ids = match selected(&archive, export) {
        Ok(ids) => ids,
        Err(message) => {
            report::talk(&format!("error: {message}"));
            return Ok(Outcome::Usage);
        }
    };
    let bytes = export::documents(&archive, format(export.format), ids);
    match &export.output {
        Some(path) => fs::write(path, &bytes)?,
        None => report::say(&bytes)?,
    }
    Ok(Outcome::Done)
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Ris => Format::Ris,
        ExportFormat::Bibtex => Format::Bibtex,
        ExportFormat::CslJson => Format::CslJson,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Jsonl => Format::Jsonl,
    }
}
