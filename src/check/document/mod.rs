//! Checks of a document: what its front matter says, and whether text and file agree.

mod dates;
mod date_elsewhere;
mod date_in_text;
mod time;
mod country;
mod person;
mod id;
mod source;
mod rights;
mod title;
mod topics;
mod translation;

use super::Site;
use super::text::Text;
use crate::archive::DocumentId;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Written};
use crate::text::Span;

/// A document that is looked at.
pub(super) struct Look<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) id: DocumentId,
    pub(super) document: &'a Document,
    pub(super) written: &'a Written,
    pub(super) text: &'a Text<'a>,
}

/// Looks at one document for one fault.
pub(super) type Check = fn(&Look<'_>, &mut Vec<Diagnostic>);

/// Every check, in the order of the manual.
pub(super) const CHECKS: &[Check] = &[
    dates::future,
    dates::early,
    dates::early_retrieval,
    date_elsewhere::in_name,
    date_elsewhere::in_address,
    date_in_text::head,
    time::invalid,
    time::without_day,
    time::unknown_zone,
    country::unknown,
    person::unknown_role,
    id::invalid,
    source::missing,
    source::without_address,
    source::tracking,
    rights::empty,
    title::markup,
    topics::repeated,
    topics::unknown,
    translation::contradictory,
    translation::orphan,
];

impl Look<'_> {
    /// A finding in this document's file.
    pub(super) fn found(
        &self,
        code: Code,
        span: Span,
        message: impl Into<String>,
    ) -> Diagnostic {
        self.text.found(code, span, message)
    }

    /// Whether it is the version that speaks for what others leave out.
    pub(super) fn is_main(&self) -> bool {
        let work = self.site.archive.work_of(self.id);
        work.is_some_and(|work| self.site.archive.work(work).main == self.id)
    }
}
