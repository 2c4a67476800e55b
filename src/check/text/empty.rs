//! Documents without a text.

use super::Text;
use crate::archive::Archive;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

pub(super) fn text(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    if text.outline.has_content || has_files(text.site.archive, &text.file.path) {
        return;
    }
    let message = "the document has no text";
    let help = "write it below the front matter, or name its scan under `attachments`";
    found.push(text.found(Code::EmptyText, Span::default(), message).help(help));
}

fn has_files(archive: &Archive, path: &str) -> bool {
    let id = archive.document_at(path);
    id.is_some_and(|id| !archive.document(id).metadata.attachments.is_empty())
}
