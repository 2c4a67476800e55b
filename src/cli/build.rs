//! `chancery build`: silent when all is well, exact when not.

use super::Outcome;
use super::arguments::{Build, Shared};
use super::progress::{self, Bar};
use super::report::{self, Talk};
use crate::error::Result;
use crate::fs;
use crate::pipeline::{self, Order, Report};

pub(super) fn run(build: &Build, shared: &Shared) -> Result<Outcome> {
    let order = Order {
        site: shared.site.clone(),
        output: build.output.clone(),
        base_url: build.base_url.clone(),
        drafts: build.drafts,
        keep_going: build.keep_going,
        program: program(),
        writes_nothing: false,
        shard: build.shard,
    };
    let bar = Bar::new(shared);
    let built = pipeline::build(&order, &bar);
    let seconds = bar.finish();
    let report = built?;
    report::findings(&report.diagnostics, &order.site, Talk::of(shared));
    if build.timings {
        bar.timings().iter().for_each(|line| report::talk(line));
    }
    if !shared.quiet {
        summary(&report, seconds);
    }
    Ok(outcome(&report))
}

/// The program's size and time: one of the same version that was built anew has others.
fn program() -> String {
    let stat = std::env::current_exe().ok().and_then(|path| fs::stat(&path).ok()?);
    stat.map_or_else(String::new, |stat| format!("{} {}", stat.size, stat.modified))
}

fn outcome(report: &Report) -> Outcome {
    match report.published {
        Some(_) => Outcome::Done,
        None => Outcome::Findings,
    }
}

fn summary(report: &Report, seconds: Option<f64>) {
    if !report.left_out.is_empty() && report.published.is_some() {
        report::talk(&format!("left out {}:", documents(report.left_out.len())));
        for path in &report.left_out {
            report::talk(&format!("  {path}"));
        }
    }
    let (errors, warnings) = report::count(&report.diagnostics);
    let findings = report::counted(errors, warnings);
    match (report.published, seconds) {
        (None, _) => report::talk(&format!("nothing was published: {findings}")),
        (Some(_), None) if errors + warnings > 0 => report::talk(&findings),
        (Some(_), None) => {}
        (Some(published), Some(seconds)) => {
            let written = published.written;
            let mut line = format!(
                "{} in {} works: {} files written ({}), {} unchanged, {} removed, in {seconds:.1} s",
                documents(published.documents),
                published.works,
                written.written,
                progress::size(written.bytes),
                written.unchanged,
                written.removed,
            );
            if errors + warnings > 0 {
                line = format!("{line}; {findings}");
            }
            report::talk(&line);
        }
    }
}

fn documents(count: usize) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
}
