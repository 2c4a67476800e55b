//! What is wrong with a site, kept by what it was found in, so that a part can be found
//! again alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Severity};

/// Everything that was found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// In settings, names of files, vocabularies.
    pub(super) site: Vec<Diagnostic>,
    /// In each text alone.
    pub(super) texts: BTreeMap<Arc<str>, Vec<Diagnostic>>,
    /// Between texts.
    pub(super) archive: Vec<Diagnostic>,
    /// Addresses that were published and lead nowhere.
    pub(super) dropped: Vec<Diagnostic>,
    /// In the theme.
    pub(super) theme: Vec<Diagnostic>,
}

impl Findings {
    /// All in order of place. What seems missing between texts is often what could not be
    /// read in one, so that a text's own errors are said alone, and dropped addresses where
    /// no text has errors.
    pub(super) fn sorted(&self) -> Vec<Diagnostic> {
        let texts = self.texts.values().flatten();
        let archive = self.archive.iter().filter(|found| !self.has_errors(found));
        let dropped = self.dropped.iter().filter(|_| !self.has_wrong_texts());
        let all = self.site.iter().chain(texts).chain(archive).chain(dropped);
        let mut all: Vec<Diagnostic> = all.chain(&self.theme).cloned().collect();
        all.sort();
        all.dedup();
        all
    }

    /// Whether the text that something was found in has errors of its own.
    fn has_errors(&self, found: &Diagnostic) -> bool {
        let own = self.texts.get(&found.primary.path).into_iter().flatten();
        own.into_iter().any(|found| found.severity == Severity::Error)
    }

    /// Whether some text has errors.
    fn has_wrong_texts(&self) -> bool {
        let mut all = self.texts.values().flatten();
        all.any(|found| found.severity == Severity::Error)
    }

    /// Notes what was found in a text; returns whether it was something else before.
    pub(super) fn in_text(&mut self, path: &Arc<str>, found: Vec<Diagnostic>) -> bool {
        if self.texts.get(path).map_or(&[][..], Vec::as_slice) == found {
            return false;
        }
        match found.is_empty() {
            true => drop(self.texts.remove(path)),
            false => drop(self.texts.insert(path.clone(), found)),
        }
        true
    }

    /// Whether something of this kind was found between texts.
    pub(super) fn has_in_archive(&self, code: Code) -> bool {
        self.archive.iter().any(|found| found.code == code)
    }

    /// Whether something is wrong with this file itself, which is then none of the site's.
    pub(super) fn site_names(&self, path: &str) -> bool {
        self.site.iter().any(|found| *found.primary.path == *path)
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
