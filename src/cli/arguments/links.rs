//! `chancery links`.

use std::time::Duration;

use clap::Args;

use super::desk::{CheckFormat, Denied};
use super::values::{address_pattern, seconds, some_seconds};
use crate::config::AddressPattern;

/// `chancery links`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Links {
    /// In which form.
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(in crate::cli) format: CheckFormat,
    /// Take warnings for errors.
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) deny: Option<Denied>,
    /// List the addresses and their places, and ask nobody; in JSON with `--format json`.
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    /// Only addresses of this host, or with this beginning.
    #[arg(long, value_name = "HOST", value_parser = address_pattern)]
    pub(in crate::cli) include: Vec<AddressPattern>,
    /// No addresses of this host, or with this beginning.
    #[arg(long, value_name = "HOST", value_parser = address_pattern)]
    pub(in crate::cli) exclude: Vec<AddressPattern>,
    /// Look at drafts as if they were published.
    #[arg(long)]
    pub(in crate::cli) drafts: bool,
    /// For how many days a good answer holds; `max_age` in `site.toml` if not given.
    #[arg(long, value_name = "DAYS")]
    pub(in crate::cli) max_age: Option<u32>,
    /// How long one request may take; `timeout` in `site.toml` if not given.
    #[arg(long, value_name = "SECONDS", value_parser = some_seconds)]
    pub(in crate::cli) timeout: Option<Duration>,
    /// How long a host is left alone between two requests; `pause` in `site.toml` if not
    /// given.
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(in crate::cli) pause: Option<Duration>,
    /// The longest wait that a host may ask for.
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "60")]
    pub(in crate::cli) patience: Duration,
    /// How often to ask again where no answer came or a passing one.
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub(in crate::cli) retries: u32,
}
