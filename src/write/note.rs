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

/// What the last build left in an output folder, and what it noted.
#[derive(Debug)]
pub struct Left {
    /// What it noted.
    pub note: String,
    /// The fingerprint of the manifest that the note belongs to.
    pub manifest: Fingerprint,
    site: Site,
}

impl Left {
    /// How many files there are, if nobody has touched any of them since.
    pub fn untouched(&self) -> Result<Option<u64>> {
        self.site.untouched()
    }
}

/// What the last build left, where it came to its end and left a note.
pub fn left(output: &Path) -> Result<Option<Left>> {
    let layout = Layout::of(output);
    let manifest = Manifest::read(&layout.manifest)?;
    if fs::look(&layout.journal)? != Found::Nothing {
        return Ok(None);
    }
    let print = manifest.fingerprint();
    let note = read(&layout, print)?;
    let site = Site::new(layout.site, manifest);
    Ok(note.map(|note| Left { note, manifest: print, site }))
}

/// What belongs to the manifest of this fingerprint.
fn read(layout: &Layout, manifest: Fingerprint) -> Result<Option<String>> {
    let Some(lines) = sealed::read(&layout.note, HEADING)? else { return Ok(None) };
    let mut lines = String::from_utf8(lines).unwrap_or_default();
    let own = format!("{manifest}\n");
    Ok(lines.starts_with(&own).then(|| lines.split_off(own.len())))
}

/// Writes what belongs to the manifest of this fingerprint.
pub(super) fn write(layout: &Layout, manifest: Fingerprint, note: &str) -> Result<()> {
    sealed::write(&layout.note, HEADING, |out| write!(out, "{manifest}\n{note}"))
}
