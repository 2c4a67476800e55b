//! The texts that pages show and findings point into, read again: bodies are not kept.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::path::Path;
use std::slice;
use std::sync::Arc;

use crate::archive::{Archive, DocumentId, Page};
use crate::config::ListForm;
use crate::error::Result;
use crate::fs;
use crate::render::export::Copies;
use crate::render::html;
use crate::text::TextFile;
use crate::theme::{DEFAULT, Layer};

/// A document's text while its files are made, read when one first asks for it.
#[derive(Default)]
pub(super) struct Reading {
    file: OnceCell<TextFile>,
    /// The files beside its page.
    pub(super) copies: Copies,
}

impl Reading {
    /// The files whose texts a page shows.
    pub(super) fn texts(
        &self,
        (site, archive): (&Path, &Archive),
        page: Page,
    ) -> Result<Cow<'_, [TextFile]>> {
        if own_document(page).is_none() {
            return Ok(Cow::Owned(texts(site, archive, page)?));
        }
        if let Some(file) = self.file.get() {
            return Ok(Cow::Borrowed(slice::from_ref(file)));
        }
        let read = texts(site, archive, page)?.pop();
        let file = read.map(|file| self.file.get_or_init(|| file));
        Ok(Cow::Borrowed(file.map_or(&[], slice::from_ref)))
    }
}

/// The document that a page shows alone, or a file has.
fn own_document(page: Page) -> Option<DocumentId> {
    match page {
        Page::Document(id) | Page::Record(id, _) => Some(id),
        _ => None,
    }
}

/// Whether a page is about one document, and so shows no list.
pub(super) fn is_of_document(page: Page) -> bool {
    matches!(
        page,
        Page::Document(_) | Page::Parallel(..) | Page::Record(..) | Page::Alias(_)
    )
}

/// Whether a page is about no one document, and neither a feed nor a file beside a list.
pub(super) fn is_other(page: Page) -> bool {
    !is_of_document(page) && !is_feed(page) && !matches!(page, Page::Listing(..))
}

/// Whether a page is a feed.
pub(super) fn is_feed(page: Page) -> bool {
    matches!(page, Page::Feed(_))
}

/// Whether a page is a file beside a list in this form.
pub(super) fn is_listing(page: Page, form: ListForm) -> bool {
    matches!(page, Page::Listing(_, own) if own == form)
}

/// The texts that a page shows, read again: bodies are not kept.
pub fn texts(site: &Path, archive: &Archive, page: Page) -> Result<Vec<TextFile>> {
    let paths = html::texts(archive, page).into_iter();
    paths.map(|path| source(site, path)).collect()
}

/// The file at a path relative to the site, read again.
pub fn source(site: &Path, path: &Arc<str>) -> Result<TextFile> {
    let bytes = fs::read(&site.join(&**path))?;
    Ok(TextFile::decode(path.clone(), bytes))
}

/// The text that findings point into: a file of the site, or of the embedded theme.
pub fn shown(site: &Path, path: &str) -> Option<String> {
    let bytes = match fs::read_if_there(&site.join(path)) {
        Ok(Some(bytes)) => bytes,
        _ => {
            let name = path.strip_prefix(&format!("themes/{DEFAULT}/"))?;
            Layer::embedded().files.get(name)?.to_vec()
        }
    };
    Some(TextFile::decode(path, bytes).text)
}
