//! The commands that make the site, or show it, and its theme.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::values::{shard, web_address};
use crate::pipeline::Shard;

/// `chancery build`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Build {
    /// Where to write; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Where the site will be served; `base_url` in `site.toml` if not given.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(in crate::cli) base_url: Option<String>,
    /// Publish drafts too.
    #[arg(long)]
    pub(in crate::cli) drafts: bool,
    /// Leave out documents that have errors, and say which.
    #[arg(long)]
    pub(in crate::cli) keep_going: bool,
    /// Build one of several parts, for `chancery merge`; written to `parts/I-of-N` if not
    /// told where.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(in crate::cli) shard: Option<Shard>,
    /// Show how long each stage took.
    #[arg(long)]
    pub(in crate::cli) timings: bool,
}

/// `chancery merge`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Merge {
    /// The folders of all parts, in any order.
    #[arg(value_name = "PART", required = true)]
    pub(in crate::cli) parts: Vec<PathBuf>,
    /// Where to write; `output` in `site.toml` if not given.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) output: Option<PathBuf>,
}

/// `chancery serve`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Serve {
    /// The port; 0 for any that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8000)]
    pub(in crate::cli) port: u16,
    /// The name or address of this machine to serve at; others than the default let other
    /// machines read the site.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(in crate::cli) host: String,
    /// Where the site will be published; `base_url` in `site.toml` if not given.
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(in crate::cli) base_url: Option<String>,
    /// Leave drafts out, as a build does.
    #[arg(long)]
    pub(in crate::cli) no_drafts: bool,
    /// Look at the files twice a second, where the system does not tell of changes, as on
    /// network drives.
    #[arg(long)]
    pub(in crate::cli) poll: bool,
}

/// `chancery theme`.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Theme {
    /// Copy files of the built-in theme to the site's theme, for editing.
    Eject(Eject),
    /// List the files of the site's theme, and where each comes from.
    List,
    /// Show what the template of a page sees, as JSON.
    Variables(Variables),
}

/// `chancery theme eject`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Eject {
    /// Which files, such as `templates/term.html` or `term.html`; all if not given.
    #[arg(value_name = "FILE")]
    pub(in crate::cli) files: Vec<String>,
    /// Replace files that differ.
    #[arg(long)]
    pub(in crate::cli) force: bool,
}

/// `chancery theme variables`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Variables {
    /// The page's address: `/topics/`, or with all that stands before it.
    #[arg(value_name = "ADDRESS")]
    pub(in crate::cli) address: String,
    /// What `entry.html` sees, which makes the document's row in lists.
    #[arg(long)]
    pub(in crate::cli) row: bool,
}
