//! The note that a build leaves to the next: what it made the site from.
//!
//! It names the manifest that it belongs to, so that a build which was cut short, or which
//! left no note, cannot pass for another.

use std::path::Path;

use super::layout::Layout;
use super::manifest::Manifest;
use super::sealed;
use super::site::Site;
use crate::error::Result;
use crate::fingerprint::Fingerprint;
use crate::fs::{self, Found};

const HEADING: &str = "chancery note 1";

/// What the last build noted, where it is the one that left the files of the output folder.
pub fn note(output: &Path) -> Result<Option<String>> {
    let layout = Layout::of(output);
    let manifest = Manifest::read(&layout.manifest)?;
    match fs::look(&layout.journal)? {
        Found::Nothing => read(&layout, &manifest),
        _ => Ok(None),
    }
}

/// How many files the last build left, if nobody has touched any of them since.
pub fn untouched(output: &Path) -> Result<Option<u64>> {
    let manifest = Manifest::read(&Layout::of(output).manifest)?;
    Site::new(output.to_path_buf(), manifest).untouched()
}

/// What belongs to this manifest.
pub(super) fn read(layout: &Layout, manifest: &Manifest) -> Result<Option<String>> {
    let Some(lines) = sealed::read(&layout.note, HEADING)? else { return Ok(None) };
    let lines = String::from_utf8(lines).unwrap_or_default();
    let own = format!("{}\n", manifest.fingerprint());
    Ok(lines.strip_prefix(&own).map(str::to_owned))
}

/// Writes what belongs to the manifest of this fingerprint.
pub(super) fn write(layout: &Layout, manifest: Fingerprint, note: &str) -> Result<()> {
    sealed::write(&layout.note, HEADING, |out| write!(out, "{manifest}\n{note}"))
}
