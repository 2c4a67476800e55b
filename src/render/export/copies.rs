//! The files beside a document's page.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Format, documents, markdown, text};
use crate::archive::{Archive, DocumentId};
use crate::config::Form;
use crate::render::html::Texts;
use crate::text::TextFile;

/// The files beside one document's page. Its page tells the checksums of those that have the
/// text, so that each of these is made once and kept.
#[derive(Default)]
pub struct Copies {
    markdown: OnceLock<Vec<u8>>,
    text: OnceLock<Vec<u8>>,
}

impl Copies {
    /// The file in a form. All that is asked of one value is of one document; `file` is its
    /// own, `words` are interface texts in its language or the nearest one.
    pub fn get(
        &self,
        archive: &Archive,
        (id, form): (DocumentId, Form),
        file: Option<&TextFile>,
        words: &Texts,
    ) -> Cow<'_, [u8]> {
        let source = file.map_or("", |file| &file.text);
        let markdown = || markdown::source(archive.document(id), source).into_bytes();
        let text = || text::text(archive, id, source, words).into_bytes();
        let record = |format| Cow::Owned(documents(archive, format, [id]));
        match form {
            Form::Ris => record(Format::Ris),
            Form::Bibtex => record(Format::Bibtex),
            Form::CslJson => record(Format::CslJson),
            Form::Markdown => Cow::Borrowed(self.markdown.get_or_init(markdown)),
            Form::Text => Cow::Borrowed(self.text.get_or_init(text)),
        }
    }
}
