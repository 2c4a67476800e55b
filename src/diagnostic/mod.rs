//! Findings about the author's content: what is wrong, where, and what to do.
//!
//! One file for the findings there are ([`Code`]), one for each rendering.

mod code;
mod sources;
mod terminal;
mod short;
mod json;
mod github;
mod sarif;
mod fix;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use code::{Code, Level};
pub use fix::{Fix, mended};
pub use github::github;
pub use json::json;
pub use sarif::sarif;
pub use short::short;
pub use sources::Sources;
pub use terminal::{Terminal, terminal};

/// How grave a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Severity {
    /// The document cannot be published as it is.
    Error,
    /// The document is published, and somebody should look at it.
    Warning,
}

impl Severity {
    /// The word that people and programs read.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A place in a file, with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// The file, relative to the site.
    pub path: Arc<str>,
    /// The bytes of its text; an empty span at 0 means the file as a whole.
    pub span: Span,
    /// A few words to stand beside the marked text; may be empty.
    pub text: String,
}

/// One finding about the author's content.
///
/// Ordered by place, then by code, so that reports do not depend on which thread
/// found what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where it is.
    pub primary: Label,
    /// Which kind of finding.
    pub code: Code,
    /// How grave; the site's settings may have changed the code's default.
    pub severity: Severity,
    /// A terse headline: lower case, no full stop, literals in backticks.
    pub message: String,
    /// Other places that matter.
    pub secondary: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// The one safe answer, where there is one.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding of `code`'s default gravity at `span` of the file at `path`.
    pub fn new(
        code: Code,
        path: &Arc<str>,
        span: Span,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            primary: Label { path: path.clone(), span, text: String::new() },
            code,
            severity: code.severity(),
            message: message.into(),
            secondary: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Adds a few words beside the marked text.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        self.primary.text = text.into();
        self
    }

    /// Adds the one safe answer.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// Whether it is the name of a file that is wrong. What the file holds is then nobody's
    /// business: it may lie outside the site.
    fn is_of_a_name(&self) -> bool {
        self.code == Code::InvalidPath && self.primary.span == Span::default()
    }

    /// Adds another place.
    #[must_use]
    pub fn also(
        mut self,
        path: &Arc<str>,
        span: Span,
        text: impl Into<String>,
    ) -> Diagnostic {
        self.secondary.push(Label { path: path.clone(), span, text: text.into() });
        self
    }
}

/// A stage's value together with what it found wrong on the way.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    /// What the stage made of its input.
    pub value: T,
    /// What it found, in the order it was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with nothing to say against it.
    pub fn clean(value: T) -> Checked<T> {
        Checked { value, diagnostics: Vec::new() }
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// Hands over the value, adding the findings to `all`.
    pub fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}
