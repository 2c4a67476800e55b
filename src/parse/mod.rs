//! Stage 2: a file's text becomes a document.
//!
//! Sees one file at a time, and keeps no text: what other pages need to know of it is in
//! [`Body`](crate::document::Body).

mod front_matter;
mod value;
mod keys;
#[cfg(test)]
mod json_schema;
mod schema;
mod naming;
mod private;
mod version;
mod written;

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::{Document, PlainPage, Spanned};
use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::markdown::{self, Facts};
use crate::route::Route;
use crate::text::{Span, TextFile};
use schema::Described;

pub use keys::mapping_mistakes;
pub use version::{Version, version};
pub use written::written;

/// The JSON Schema (2020-12) of front matter.
pub const JSON_SCHEMA: &str = include_str!("front-matter.schema.json");

/// Reads a document from the text of the file at `name`, relative to the content folder.
///
/// No value where the file is no text; a value with errors is for `assemble` to leave
/// out.
pub fn document(
    file: &TextFile,
    name: &str,
    config: &Config,
) -> Checked<Option<Document>> {
    let mut found = Vec::new();
    let value = read(file, name, config, &mut found).map(Read::document);
    Checked { value, diagnostics: config.lints.apply(found) }
}

/// Reads a plain page, such as "About", from a file of `content/pages/`.
pub fn page(file: &TextFile, name: &str, config: &Config) -> Checked<Option<PlainPage>> {
    let mut found = Vec::new();
    let value = read(file, name, config, &mut found).map(Read::page);
    Checked { value, diagnostics: config.lints.apply(found) }
}

/// What documents and plain pages have in common.
struct Read {
    path: Arc<str>,
    work: Spanned<Box<str>>,
    language: Language,
    described: Described,
    facts: Facts,
    private: Box<[Span]>,
    fingerprint: Fingerprint,
}

fn read(
    file: &TextFile,
    name: &str,
    config: &Config,
    found: &mut Vec<Diagnostic>,
) -> Option<Read> {
    if let Some(at) = file.invalid {
        found.push(not_utf8(file, at));
        return None;
    }
    let before = found.len();
    let front = front_matter::read(file, found);
    // What could not be read may say what seems missing.
    let is_unread = found.len() > before;
    let mut described = schema::describe(&front.entries, config, &file.path, found);
    let naming = naming::naming(name, config);
    let language = described
        .language
        .take()
        .or(naming.language)
        .unwrap_or_else(|| config.document_language.clone());
    let title = &described.metadata.title;
    let source = markdown::Source {
        text: &file.text,
        start: front.body,
        language: &language,
        title: Some(&**title).filter(|title| !title.is_empty()),
    };
    let settings = markdown::Settings::of(config);
    let facts = markdown::facts(&file.path, &source, &settings).into_value(found);
    settle_title(&mut described, &facts, file, is_unread, found);
    let work = described
        .work
        .take()
        .unwrap_or_else(|| Spanned::new(naming.work.into(), Span::default()));
    if let Err(error) = Route::page(&format!("documents/{}", work.value)) {
        let message = format!("`{}` cannot be an address: {error}", work.value);
        found.push(
            Diagnostic::new(Code::InvalidPath, &file.path, work.span, message)
                .help("rename the file, or give the work a name with `work:`"),
        );
    }
    let private = private::private(&file.text, front.block, &front.entries, config);
    let fingerprint = Fingerprint::of(file.text.as_bytes());
    let path = file.path.clone();
    Some(Read { path, work, language, described, facts, private, fingerprint })
}

fn settle_title(
    described: &mut Described,
    facts: &Facts,
    file: &TextFile,
    is_unread: bool,
    found: &mut Vec<Diagnostic>,
) {
    if !described.metadata.title.is_empty() {
        return;
    }
    match &facts.title {
        Some(title) => described.metadata.title = value::on_one_line(title).into(),
        None if is_unread => {}
        None => found.push(
            Diagnostic::new(
                Code::MissingTitle,
                &file.path,
                described.title_span,
                "the document has no title",
            )
            .help("add `title: …` to the front matter, or a heading to the text"),
        ),
    }
}

fn not_utf8(file: &TextFile, at: usize) -> Diagnostic {
    let looks_like_utf16 =
        file.text.starts_with(['\u{FFFD}']) && file.text.contains('\0');
    let message = if looks_like_utf16 {
        "the file is UTF-16, expected UTF-8"
    } else {
        "the file is not UTF-8"
    };
    Diagnostic::new(Code::NotUtf8, &file.path, Span::new(at, at + 3), message)
        .label("the first byte that is not")
        .help("save it as UTF-8; older Japanese files are often Shift_JIS or EUC-JP")
}

impl Read {
    fn document(self) -> Document {
        let (mut metadata, mut body) = (self.described.metadata, self.facts.body);
        metadata.shrink();
        body.shrink();
        Document {
            path: self.path,
            work: self.work,
            language: self.language,
            metadata,
            body,
            private: self.private,
            fingerprint: self.fingerprint,
            changes: Vec::new(),
            first_work: None,
        }
    }

    fn page(self) -> PlainPage {
        PlainPage {
            path: self.path,
            name: self.work.value,
            language: self.language,
            title: self.described.metadata.title,
            nav: self.described.nav,
            body: self.facts.body,
            fingerprint: self.fingerprint,
        }
    }
}
