//! What can be said on the command line.

mod desk;
mod links;
mod publish;
mod ask;
mod programs;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(in crate::cli) use ask::{Export, ExportFormat, Search, Stats};
pub(in crate::cli) use desk::{Check, CheckFormat, Denied, Explain, Import, Init, New};
pub(in crate::cli) use links::Links;
pub(in crate::cli) use programs::{Completions, Man, Schema, SchemaOf};
pub(in crate::cli) use publish::{Build, Eject, Merge, Serve, Theme, Variables};
use values::jobs;

/// A static archive generator for policy documents.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 90, subcommand_required = true)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    pub(in crate::cli) shared: Shared,
    #[command(subcommand)]
    pub(in crate::cli) command: Command,
}

/// What every command understands, before or after its name.
#[derive(Debug, Args)]
pub(in crate::cli) struct Shared {
    /// The folder of `site.toml`.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(in crate::cli) site: PathBuf,
    /// How many threads to use; all processors if not given.
    #[arg(long, global = true, value_name = "N", value_parser = jobs)]
    pub(in crate::cli) jobs: Option<usize>,
    /// Say nothing unless something is wrong.
    #[arg(long, short, global = true)]
    pub(in crate::cli) quiet: bool,
    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(in crate::cli) color: Color,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
    /// Make a new archive that builds at once.
    #[command(arg_required_else_help = true)]
    Init(Init),
    /// Begin a document.
    #[command(arg_required_else_help = true)]
    New(New),
    /// Build the site.
    Build(Build),
    /// Make one site of the parts that `build --shard` made.
    #[command(arg_required_else_help = true)]
    Merge(Merge),
    /// Find everything that is wrong or odd, and write nothing.
    Check(Check),
    /// Ask whether what the archive links to on other hosts is still there.
    Links(Links),
    /// Say what a finding means and what to do about it.
    Explain(Explain),
    /// Show the site in a browser while it is written.
    Serve(Serve),
    /// Look at the theme, and take over parts of it.
    #[command(subcommand, arg_required_else_help = true)]
    Theme(Theme),
    /// Write documents as data.
    Export(Export),
    /// Find documents by their words in the built site.
    #[command(arg_required_else_help = true)]
    Search(Search),
    /// Make documents of foreign texts, and say what was understood.
    Import(Import),
    /// Tell the archive in figures.
    Stats(Stats),
    /// Print the JSON Schema of what people write.
    #[command(arg_required_else_help = true)]
    Schema(Schema),
    /// Print what a shell completes.
    #[command(arg_required_else_help = true)]
    Completions(Completions),
    /// Print the manual page, or write those of all commands.
    Man(Man),
}
