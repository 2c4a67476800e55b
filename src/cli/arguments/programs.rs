//! The commands that tell other programs of this one.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// `chancery schema`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Schema {
    /// Of what.
    #[arg(value_name = "WHAT")]
    pub(in crate::cli) of: SchemaOf,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum SchemaOf {
    /// The lines above a document's text.
    FrontMatter,
    /// `site.toml`.
    Site,
}

/// `chancery completions`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Completions {
    /// Which shell.
    #[arg(value_name = "SHELL")]
    pub(in crate::cli) shell: clap_complete::Shell,
}

/// `chancery man`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Man {
    /// Where to write a page for each command; the program's page is printed if not given.
    #[arg(value_name = "DIR")]
    pub(in crate::cli) folder: Option<PathBuf>,
}
