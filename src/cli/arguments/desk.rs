//! The commands of an editor's desk: beginning, taking over, checking.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::{date, format, language, title};
use crate::date::Edtf;
use crate::import::Format;
use crate::language::Language;

/// `chancery init`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Init {
    /// A folder that is empty or does not exist; a repository may be in it.
    #[arg(value_name = "DIR")]
    pub(in crate::cli) folder: PathBuf,
}

/// `chancery new`.
#[derive(Debug, Args)]
pub(in crate::cli) struct New {
    /// The title.
    #[arg(long, value_name = "TITLE", value_parser = title)]
    pub(in crate::cli) title: String,
    /// The date: `1945`, `1945-08-15`, `1945~`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) date: Option<Edtf>,
    /// The language; that of the site's documents if not given.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(in crate::cli) lang: Option<Language>,
    /// Where the file goes; the folder of the date's year if not given.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) into: Option<PathBuf>,
}

/// `chancery import`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Where the documents go; the site's folder of documents if not given.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) into: Option<PathBuf>,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    /// Overwrite documents that are there.
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// A JSON object a line for each document, for programs.
    #[arg(long)]
    pub(in crate::cli) json: bool,
    /// Which format the files have, if it is not to be found out: tei, database, ministry,
    /// html, csv, text.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(in crate::cli) format: Option<Format>,
}

/// `chancery check`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Check {
    /// In which form.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(in crate::cli) format: CheckFormat,
    /// Take warnings for errors.
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) deny: Option<Denied>,
    /// Mend what has one safe answer: the spelling of dates and topics.
    #[arg(long)]
    pub(in crate::cli) fix: bool,
    /// Look at drafts as if they were published.
    #[arg(long)]
    pub(in crate::cli) drafts: bool,
}

/// The forms of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CheckFormat {
    /// With the lines they are about.
    Terminal,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
    /// One log of SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations in GitHub's workflows.
    Github,
}

/// What is not to be passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Denied {
    /// Every warning.
    Warnings,
}

/// `chancery explain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Explain {
    /// The name of the finding; all are listed if not given.
    #[arg(value_name = "NAME")]
    pub(in crate::cli) name: Option<String>,
}
