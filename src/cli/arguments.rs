//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A static archive generator for policy documents.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 90, subcommand_required = true)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) shared: Shared,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What every command understands, before or after its name.
#[derive(Debug, Args)]
pub(super) struct Shared {
    /// The folder of `site.toml`.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) site: PathBuf,
    /// How many threads to use; all processors if not given.
    #[arg(long, global = true, value_name = "N", value_parser = jobs)]
    pub(super) jobs: Option<usize>,
    /// Say nothing unless something is wrong.
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site.
    Build(Build),
}

/// `chancery build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Where to write; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Where the site will be served; `base_url` in `site.toml` if not given.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(super) base_url: Option<String>,
    /// Publish drafts too.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Leave out documents that have errors, and say which.
    #[arg(long)]
    pub(super) keep_going: bool,
}

fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number @ 1..=1024) => Ok(number),
        _ => Err("expected a number from 1 to 1024".to_owned()),
    }
}

fn web_address(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
    let is_plain = !text.contains(['?', '#', '"', '<', '>', '\\'])
        && !text.contains(char::is_whitespace);
    match rest {
        Some(rest) if !rest.is_empty() && is_plain => Ok(text.to_owned()),
        _ => Err("expected a web address such as `https://user.github.io/repo/`".into()),
    }
}
