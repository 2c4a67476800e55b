//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::date::Edtf;
use crate::document::Kind;
use crate::import::Format;
use crate::language::Language;
use crate::slug::slug;
use crate::spelling;

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
    /// Make a new archive that builds at once.
    #[command(arg_required_else_help = true)]
    Init(Init),
    /// Begin a document.
    #[command(arg_required_else_help = true)]
    New(New),
    /// Build the site.
    Build(Build),
    /// Find everything that is wrong or odd, and write nothing.
    Check(Check),
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

/// `chancery init`.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// A folder that is empty or does not exist; a repository may be in it.
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// `chancery new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The title.
    #[arg(long, value_name = "TITLE", value_parser = title)]
    pub(super) title: String,
    /// The date: `1945`, `1945-08-15`, `1945~`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) date: Option<Edtf>,
    /// The language; that of the site's documents if not given.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(super) lang: Option<Language>,
    /// Where the file goes; the folder of the date's year if not given.
    #[arg(long, value_name = "DIR")]
    pub(super) into: Option<PathBuf>,
}

/// `chancery stats`.
#[derive(Debug, Args)]
pub(super) struct Stats {
    /// A JSON object, for programs.
    #[arg(long)]
    pub(super) json: bool,
}

/// `chancery schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Of what.
    #[arg(value_name = "WHAT")]
    pub(super) of: SchemaOf,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaOf {
    /// The lines above a document's text.
    FrontMatter,
    /// `site.toml`.
    Site,
}

/// `chancery completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Which shell.
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

/// `chancery man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Where to write a page for each command; the program's page is printed if not given.
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
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

/// `chancery check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// In which form.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(super) format: CheckFormat,
    /// Take warnings for errors.
    #[arg(long, value_name = "WHAT")]
    pub(super) deny: Option<Denied>,
    /// Mend what has one safe answer: the spelling of dates and topics.
    #[arg(long)]
    pub(super) fix: bool,
    /// Look at drafts as if they were published.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Where the site was built; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
}

/// The forms of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
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
pub(super) enum Denied {
    /// Every warning.
    Warnings,
}

/// `chancery explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The name of the finding; all are listed if not given.
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,
}

/// `chancery serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// The port; 0 for any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub(super) port: u16,
    /// The name or address of this machine to serve at; others than the default let other
    /// machines read the site.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(super) host: String,
    /// Where the site will be published; `base_url` in `site.toml` if not given.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(super) base_url: Option<String>,
    /// Leave drafts out, as a build does.
    #[arg(long)]
    pub(super) no_drafts: bool,
    /// Look at the files twice a second, where the system does not tell of changes, as on
    /// network drives.
    #[arg(long)]
    pub(super) poll: bool,
}

/// `chancery theme`.
#[derive(Debug, Subcommand)]
pub(super) enum Theme {
    /// Copy files of the built-in theme to the site's theme, for editing.
    Eject(Eject),
    /// List the files of the site's theme, and where each comes from.
    List,
    /// Show what the template of a page sees, as JSON.
    Variables(Variables),
}

/// `chancery theme eject`.
#[derive(Debug, Args)]
pub(super) struct Eject {
    /// Which files, such as `templates/term.html` or `term.html`; all if not given.
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<String>,
    /// Replace files that differ.
    #[arg(long)]
    pub(super) force: bool,
}

/// `chancery theme variables`.
#[derive(Debug, Args)]
pub(super) struct Variables {
    /// The page's address: `/topics/`, or with all that stands before it.
    #[arg(value_name = "ADDRESS")]
    pub(super) address: String,
    /// What `entry.html` sees, which makes the document's row in lists.
    #[arg(long)]
    pub(super) row: bool,
}

/// `chancery export`. Each choice may be made repeatedly: any of its values is enough.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// In which format.
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: ExportFormat,
    /// Only documents under this topic or a narrower one.
    #[arg(long, value_name = "TOPIC")]
    pub(super) topic: Vec<String>,
    /// Only documents of this kind.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(super) kind: Vec<Kind>,
    /// Versions in this language; if not given, main versions, in tables all.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(super) lang: Vec<Language>,
    /// Only documents made at this place.
    #[arg(long, value_name = "PLACE")]
    pub(super) place: Vec<String>,
    /// Only documents from this source.
    #[arg(long, value_name = "SOURCE")]
    pub(super) source: Vec<String>,
    /// Nothing that is certainly earlier: `1945`, `1945-08-15`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) from: Option<Edtf>,
    /// Nothing that is certainly later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) to: Option<Edtf>,
    /// Where to write; standard output if not given. A bag needs a folder.
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// `chancery search`. Each choice may be made repeatedly: any of its values is enough.
#[derive(Debug, Args)]
pub(super) struct Search {
    /// What to find: words, `"a phrase"`, `-without`, `begins*`, `this NEAR that`;
    /// all documents, the newest first, if not given.
    #[arg(value_name = "QUERY")]
    pub(super) query: Vec<String>,
    /// Nothing that is certainly earlier: `1945`, `1945-08-15`.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) from: Option<Edtf>,
    /// Nothing that is certainly later.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) to: Option<Edtf>,
    /// Only documents under this topic or a narrower one.
    #[arg(long, value_name = "TOPIC")]
    pub(super) topic: Vec<String>,
    /// Only documents of this kind.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(super) kind: Vec<Kind>,
    /// Only documents made at this place.
    #[arg(long, value_name = "PLACE")]
    pub(super) place: Vec<String>,
    /// Only documents from this source.
    #[arg(long, value_name = "SOURCE")]
    pub(super) source: Vec<String>,
    /// Only texts in this language.
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub(super) lang: Vec<Language>,
    /// How many hits to show.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(super) limit: usize,
    /// Where the site was built; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long)]
    pub(super) json: bool,
}

/// The formats of `chancery export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
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

/// `chancery import`.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Where the documents go; the site's folder of documents if not given.
    #[arg(long, value_name = "DIR")]
    pub(super) into: Option<PathBuf>,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Overwrite documents that are there.
    #[arg(long)]
    pub(super) force: bool,
    /// A JSON object a line for each document, for programs.
    #[arg(long)]
    pub(super) json: bool,
    /// Which format the files have, if it is not to be found out: tei, database, ministry,
    /// html, csv, text.
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
}

fn format(text: &str) -> Result<Format, String> {
    let names = || Format::ALL.iter().map(|format| format.name());
    Format::parse(text).ok_or_else(|| match spelling::closest(text, names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("expected one of {}", names().collect::<Vec<_>>().join(", ")),
    })
}

fn kind(text: &str) -> Result<Kind, String> {
    let names = || Kind::ALL.iter().map(|kind| kind.name());
    Kind::parse(text).ok_or_else(|| match spelling::closest(text, names()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("expected one of {}", names().collect::<Vec<_>>().join(", ")),
    })
}

fn language(text: &str) -> Result<Language, String> {
    let expected = || "expected a BCP 47 tag such as `en`, `ja` or `zh-Hant`".to_owned();
    Language::parse(text).ok_or_else(expected)
}

fn date(text: &str) -> Result<Edtf, String> {
    Edtf::parse(text).map_err(|error| error.message)
}

/// A title stands on one line, and a file can be named after it.
fn title(text: &str) -> Result<String, String> {
    let is_line = !text.contains(char::is_control);
    match slug(text).is_empty() {
        false if is_line => Ok(text.trim().to_owned()),
        _ => Err("expected a line with a letter or a digit".to_owned()),
    }
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
