//! The command line: one file a command.
//!
//! Results go to standard output, talk to standard error. Only this module reads the
//! environment and prints.

mod arguments;
mod build;
mod check;
mod completions;
mod explain;
mod export;
mod import;
mod init;
mod links;
mod man;
mod merge;
mod new;
mod progress;
mod report;
mod schema;
mod search;
mod serve;
mod stats;
mod theme;
mod today;

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::error::Error;
use arguments::{Arguments, Command};

/// How a run ended, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done = 0,
    /// The content has mistakes.
    Findings = 1,
    /// The command line has mistakes.
    Usage = 2,
    /// The world failed.
    Failed = 3,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(outcome as u8)
    }
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => command(&arguments),
        Err(error) => usage(&error),
    };
    outcome.into()
}

fn command(arguments: &Arguments) -> Outcome {
    if let Some(jobs) = arguments.shared.jobs {
        // Only fails when threads run already, and none do yet.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let outcome = match &arguments.command {
        Command::Build(build) => build::run(build, &arguments.shared),
        Command::Merge(merge) => merge::run(merge, &arguments.shared),
        Command::Check(check) => check::run(check, &arguments.shared),
        Command::Links(links) => links::run(links, &arguments.shared),
        Command::Explain(explain) => explain::run(explain),
        Command::Theme(theme) => theme::run(theme, &arguments.shared),
        Command::Export(export) => export::run(export, &arguments.shared),
        Command::Search(search) => search::run(search, &arguments.shared),
        Command::Import(import) => import::run(import, &arguments.shared),
        Command::Init(init) => init::run(init, &arguments.shared),
        Command::New(new) => new::run(new, &arguments.shared),
        Command::Stats(stats) => stats::run(stats, &arguments.shared),
        Command::Schema(schema) => schema::run(schema),
        Command::Completions(completions) => completions::run(completions),
        Command::Man(man) => man::run(man),
        Command::Serve(serve) => serve::run(serve, &arguments.shared),
    };
    outcome.unwrap_or_else(|error| failed(&error))
}

fn failed(error: &Error) -> Outcome {
    report::talk(&format!("error: {error}"));
    Outcome::Failed
}

/// Help and version are results; everything else is a mistake in the command line.
fn usage(error: &clap::Error) -> Outcome {
    let is_result =
        matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    // Nothing can be said where standard output is closed.
    let _ = error.print();
    if is_result { Outcome::Done } else { Outcome::Usage }
}
