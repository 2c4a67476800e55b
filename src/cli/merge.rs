//! `chancery merge`: the parts that several machines built become one site.

use super::Outcome;
use super::arguments::{Merge, Shared};
use super::progress::Bar;
use super::report;
use crate::error::Result;
use crate::pipeline;

pub(super) fn run(merge: &Merge, shared: &Shared) -> Result<Outcome> {
    let output = match &merge.output {
        Some(output) => output.clone(),
        None => match report::settings(shared)? {
            Some(config) => shared.site.join(&config.output),
            None => return Ok(Outcome::Findings),
        },
    };
    let bar = Bar::new(shared);
    let merged = pipeline::merge(&merge.parts, &output, &bar);
    let seconds = bar.finish();
    let done = merged?;
    if let Some(seconds) = seconds {
        report::talk(&format!(
            "{} files written, {} unchanged, {} removed, in {seconds:.1} s",
            done.written, done.unchanged, done.removed
        ));
    }
    Ok(Outcome::Done)
}
