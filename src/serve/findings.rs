//! What is wrong with a site, kept by what it was found in, so that a part can be found
//! again alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// Everything that was found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// In settings, names of files, vocabularies.
    pub(super) site: Vec<Diagnostic>,
    /// In each text alone.
    pub(super) texts: BTreeMap<Arc<str>, Vec<Diagnostic>>,
    /// Between texts.
    pub(super) archive: Vec<Diagnostic>,
    /// In the theme.
    pub(super) theme: Vec<Diagnostic>,
}

impl Findings {
    /// All in order of place.
    pub(super) fn sorted(&self) -> Vec<Diagnostic> {
        let texts = self.texts.values().flatten();
        let all = self.site.iter().chain(texts).chain(&self.archive).chain(&self.theme);
        let mut all: Vec<Diagnostic> = all.cloned().collect();
        all.sort();
        all.dedup();
        all
    }

    /// Notes what was found in a text.
    pub(super) fn in_text(&mut self, path: &Arc<str>, found: Vec<Diagnostic>) {
        match found.is_empty() {
            true => drop(self.texts.remove(path)),
            false => drop(self.texts.insert(path.clone(), found)),
        }
    }

    /// Whether something between texts is placed in this one.
    pub(super) fn archive_names(&self, path: &str) -> bool {
        let mut labels = self
            .archive
            .iter()
            .flat_map(|d| std::iter::once(&d.primary).chain(&d.secondary));
        labels.any(|label| *label.path == *path)
    }
}
