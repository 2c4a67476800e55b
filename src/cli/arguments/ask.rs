//! The commands that ask the archive: for documents as data, by words, in figures.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::{date, kind, language};
use crate::date::Edtf;
use crate::document::Kind;
use crate::language::Language;

/// `chancery export`. Each choice may be made repeatedly: any of its values is enough.
#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    /// In which format.
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::cli) format: ExportFormat,
    /// Only documents under this topic or a narrower one.
    #[arg(long, value_name = "TOPIC")]
    pub(in crate::cli) topic: Vec<String>,
    /// Only documents of this kind.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(in crate::cli) kind: Vec<Kind>,
    /// Versions in this language; if not given, main versions, in tables all.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(in crate::cli) lang: Vec<Language>,
    /// Only documents made at this place.
    #[arg(long, value_name = "PLACE")]
    pub(in crate::cli) place: Vec<String>,
    /// Only documents from this source.
    #[arg(long, value_name = "SOURCE")]
    pub(in crate::cli) source: Vec<String>,
    /// Nothing that is certainly earlier: `1945`, `1945-08-15`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) from: Option<Edtf>,
    /// Nothing that is certainly later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) to: Option<Edtf>,
    /// Where to write; standard output if not given. A bag needs a folder.
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// The formats of `chancery export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    /// For reference managers.
    Ris,
    /// For LaTeX: biblatex, in UTF-8.
    Bibtex,
    /// For citation processors.
    CslJson,
    /// A table.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// A folder for preservation (RFC 8493): sources, texts, files and tables.
    Bagit,
}

/// `chancery search`. Each choice may be made repeatedly: any of its values is enough.
#[derive(Debug, Args)]
pub(in crate::cli) struct Search {
    /// What to find: words, `"a phrase"`, `-without`, `begins*`, `this NEAR that`;
    /// all documents, the newest first, if not given.
    #[arg(value_name = "QUERY")]
    pub(in crate::cli) query: Vec<String>,
    /// Nothing that is certainly earlier: `1945`, `1945-08-15`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) from: Option<Edtf>,
    /// Nothing that is certainly later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(in crate::cli) to: Option<Edtf>,
    /// Only documents under this topic or a narrower one.
    #[arg(long, value_name = "TOPIC")]
    pub(in crate::cli) topic: Vec<String>,
    /// Only documents of this kind.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(in crate::cli) kind: Vec<Kind>,
    /// Only documents made at this place.
    #[arg(long, value_name = "PLACE")]
    pub(in crate::cli) place: Vec<String>,
    /// Only documents from this source.
    #[arg(long, value_name = "SOURCE")]
    pub(in crate::cli) source: Vec<String>,
    /// Only texts in this language.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(in crate::cli) lang: Vec<Language>,
    /// How many hits to show.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(in crate::cli) limit: usize,
    /// Where the site was built; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

/// `chancery stats`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Stats {
    /// A JSON object, for programs.
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
