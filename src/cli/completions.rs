//! `chancery completions`: what a shell completes.

use clap::CommandFactory;

use super::Outcome;
use super::arguments::{Arguments, Completions};
use super::report;
use crate::error::Result;

pub(super) fn run(completions: &Completions) -> Result<Outcome> {
    let mut script = Vec::new();
    let command = &mut Arguments::command();
    clap_complete::generate(completions.shell, command, "chancery", &mut script);
    report::say(&script)?;
    Ok(Outcome::Done)
}
