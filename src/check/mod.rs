//! Stage 4 of those who write: what may be wrong with an archive that can be built.
//!
//! Each check is one function with one purpose, and stands in one of three tables: of
//! texts, of documents, of the archive as a whole. Texts come one at a time and are not
//! kept; what the archive's checks need to know of them is in [`Seen`]. What `parse` and
//! `assemble` report on their way is not reported again.

mod site;
mod seen;
mod days;
mod address;
mod fold;
mod text;
mod document;
mod archive;

use crate::archive::{DocumentId, PlainId};
use crate::diagnostic::Diagnostic;
use crate::document::Written;
use crate::markdown::{Settings, Source, outline};
use crate::text::{Span, TextFile};

use document::Look;
use text::Text;

pub use archive::dropped;
pub use seen::Seen;
pub use site::Site;

/// Looks at a document and its text, and notes what the archive's checks ask for.
pub fn document(
    site: &Site<'_>,
    id: DocumentId,
    file: &TextFile,
    written: &Written,
) -> (Vec<Diagnostic>, Seen) {
    let document = site.archive.document(id);
    let has_title = written.first("title").is_some_and(|title| !title.text.is_empty());
    let source = Source {
        text: &file.text,
        start: document.body.start as usize,
        language: &document.language,
        title: has_title.then_some(&*document.metadata.title),
    };
    let outline = outline(&source, &Settings::of(&site.archive.config));
    let language_span = written.span("lang");
    let text = Text { site, file, source, outline: &outline, language_span };
    let mut found = Vec::new();
    for check in text::CHECKS {
        check(&text, &mut found);
    }
    let look = Look { site, id, document, written, text: &text };
    for check in document::CHECKS {
        check(&look, &mut found);
    }
    (found, Seen::of(&look))
}

/// Looks at the text of a plain page.
pub fn page(site: &Site<'_>, id: PlainId, file: &TextFile) -> Vec<Diagnostic> {
    let page = site.archive.plain(id);
    let source = Source {
        text: &file.text,
        start: page.body.start as usize,
        language: &page.language,
        title: None,
    };
    let outline = outline(&source, &Settings::of(&site.archive.config));
    let language_span = Span::default();
    let text = Text { site, file, source, outline: &outline, language_span };
    let mut found = Vec::new();
    for check in text::CHECKS {
        check(&text, &mut found);
    }
    found
}

/// Looks at the archive as a whole; `seen` is by document.
pub fn archive(site: &Site<'_>, seen: &[Seen]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for check in archive::CHECKS {
        check(site, seen, &mut found);
    }
    found
}
