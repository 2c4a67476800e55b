//! What a build found and did.

use super::Order;
use crate::diagnostic::{Checked, Code, Diagnostic, Severity};
use crate::write::Summary;

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Everything that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// Documents left out because of their errors, by path; where nothing is written, those
    /// that would be.
    pub left_out: Vec<String>,
    /// What was published; nothing if errors stopped the build.
    pub published: Option<Published>,
}

/// What was published.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Documents in the archive.
    pub documents: usize,
    /// Works in the archive.
    pub works: usize,
    /// What happened to the output folder.
    pub written: Summary,
}

impl Report {
    /// Keeps a document without errors, or with such as leave something to look at where
    /// the order wants it; notes what has errors.
    pub(super) fn keep<T>(
        &mut self,
        parsed: Checked<Option<T>>,
        order: &Order,
    ) -> Option<T> {
        let wrong = errors(&parsed.diagnostics).next().map(str::to_owned);
        let is_kept = order.keeps_wrong() && is_understood(&parsed.diagnostics);
        let value = parsed.into_value(&mut self.diagnostics);
        match wrong {
            Some(path) => {
                self.left_out.push(path);
                value.filter(|_| is_kept)
            }
            None => value,
        }
    }

    /// Whether some error forbids publishing.
    pub(super) fn must_stop(&self, order: &Order) -> bool {
        match order.keep_going {
            true => self.has_errors_outside_documents(),
            false => errors(&self.diagnostics).next().is_some(),
        }
    }

    /// Errors that leaving documents out cannot mend.
    pub(super) fn has_errors_outside_documents(&self) -> bool {
        errors(&self.diagnostics)
            .any(|path| !self.left_out.iter().any(|left_out| left_out == path))
    }

    /// The findings in order of place.
    #[must_use]
    pub fn sorted(mut self) -> Report {
        self.diagnostics.sort();
        self.left_out.sort();
        self.left_out.dedup();
        self
    }
}

/// Whether front matter and text are known apart, and the document has an address.
fn is_understood(found: &[Diagnostic]) -> bool {
    !found.iter().any(|found| {
        matches!(
            found.code,
            Code::NotUtf8
                | Code::InvalidPath
                | Code::UnclosedFrontMatter
                | Code::FrontMatterTooLong
                | Code::TomlFrontMatter
        )
    })
}

pub(super) fn errors(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &str> {
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| &*found.primary.path)
}
