//! Writes an invented archive: `cargo bench --bench generate -- --documents N --into DIR`.

#[path = "mod.rs"]
mod generate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use generate::{Edit, Site};

/// Writes an invented archive, for measuring
#[derive(Parser)]
struct Arguments {
    /// How many documents
    #[arg(long, default_value_t = 10_000)]
    documents: usize,
    /// Where to write the site; without it nothing is done
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Another seed makes another archive
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Adds a paragraph to this document of a site written before
    #[arg(long, value_name = "NUMBER", conflicts_with = "retitle")]
    edit: Option<usize>,
    /// Changes the title of this document of a site written before
    #[arg(long, value_name = "NUMBER")]
    retitle: Option<usize>,
    /// What `cargo bench` says to every program
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(folder) = &arguments.into else { return ExitCode::SUCCESS };
    let site = Site { seed: arguments.seed, documents: arguments.documents };
    let done = match (arguments.edit, arguments.retitle) {
        (Some(number), _) => site.put(folder, number, Edit::Text),
        (_, Some(number)) => site.put(folder, number, Edit::Title),
        (None, None) => site.write(folder),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "a program says why it failed")]
            {
                eprintln!("error: {error}");
            }
            ExitCode::from(3)
        }
    }
}
