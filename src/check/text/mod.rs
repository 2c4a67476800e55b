//! Checks of a text, be it a document's or a plain page's.

mod conflict;
mod pasted;
mod empty;
mod headings;
pub(super) mod links;
mod images;
mod script;
mod characters;
mod placeholder;

use super::Site;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{Outline, Source};
use crate::text::{Span, TextFile};

/// A text that is looked at.
pub(super) struct Text<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) file: &'a TextFile,
    pub(super) source: Source<'a>,
    pub(super) outline: &'a Outline,
    /// Where the front matter says the language.
    pub(super) language_span: Span,
}

/// Looks at one text for one fault.
pub(super) type Check = fn(&Text<'_>, &mut Vec<Diagnostic>);

/// Every check, in the order of the manual.
pub(super) const CHECKS: &[Check] = &[
    conflict::marks,
    pasted::header,
    pasted::front_matter,
    empty::text,
    headings::empty,
    headings::skipped,
    links::empty,
    links::localhost,
    links::absolute,
    links::tracking,
    images::without_text,
    script::mismatch,
    characters::garbled,
    characters::invisible,
    characters::decomposed,
    characters::half_width_kana,
    placeholder::notes,
];

impl<'a> Text<'a> {
    /// A finding in this file.
    pub(super) fn found(
        &self,
        code: Code,
        span: Span,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, &self.file.path, span, message)
    }

    /// The text below the front matter.
    pub(super) fn body(&self) -> &'a str {
        self.source.text.get(self.source.start..).unwrap_or_default()
    }

    /// The lines of the body that have anything on them, each with its place; without the
    /// white space around.
    pub(super) fn lines(&self) -> impl Iterator<Item = (Span, &'a str)> {
        let mut at = self.source.start;
        self.body().split_inclusive('\n').filter_map(move |line| {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            let line = line.trim();
            (!line.is_empty()).then(|| (Span::new(start, start + line.len()), line))
        })
    }

    /// The place of so many bytes from byte `at` of the body.
    pub(super) fn span(&self, at: usize, bytes: usize) -> Span {
        Span::new(self.source.start + at, self.source.start + at + bytes)
    }
}

/// `, the first of 3` where there are more than one.
pub(super) fn first_of(count: usize) -> String {
    if count == 1 { String::new() } else { format!(", the first of {count}") }
}
