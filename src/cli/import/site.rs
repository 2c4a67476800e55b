//! The site that documents are imported into; for a look at what would be, none is needed.

use std::path::{Path, PathBuf};

use crate::cli::arguments::{Import as Wanted, Shared};
use crate::cli::report::{self, Talk};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::fs;
use crate::language::Language;
use crate::pipeline::{self, Order, Report};

/// What of a site an import needs to know.
pub(super) struct Site {
    /// Where documents go.
    pub(super) folder: PathBuf,
    /// The language of documents that do not say theirs.
    pub(super) language: Option<Language>,
    config: Option<Config>,
}

impl Site {
    /// The site; nothing where its settings have mistakes, which are said.
    pub(super) fn of(wanted: &Wanted, shared: &Shared) -> Result<Option<Site>> {
        if fs::stat(&shared.site.join("site.toml"))?.is_none() {
            let folder = match (&wanted.into, wanted.dry_run) {
                (Some(folder), _) => folder.clone(),
                (None, true) => PathBuf::new(),
                (None, false) => return Err(Error::NoSite(shared.site.clone())),
            };
            return Ok(Some(Site { folder, language: None, config: None }));
        }
        let order = Order { site: shared.site.clone(), ..Order::default() };
        let mut report = Report::default();
        let config = pipeline::settings(&order, &mut report)?;
        let found = report.sorted().diagnostics;
        report::findings(&found, &order.site, Talk::of(shared));
        Ok(config.map(|config| {
            let content = content(&shared.site, &config.content);
            Site {
                folder: wanted.into.clone().unwrap_or(content),
                language: Some(config.document_language.clone()),
                config: Some(config),
            }
        }))
    }

    /// Findings as the site wants to hear of them.
    pub(super) fn judged(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        match &self.config {
            Some(config) => config.lints.apply(found),
            None => found,
        }
    }
}

/// The folder of documents; of the current folder, without the dot.
fn content(site: &Path, content: &str) -> PathBuf {
    if site == Path::new(".") { PathBuf::from(content) } else { site.join(content) }
}
