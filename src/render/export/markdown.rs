//! A document's source, as its author wrote it, without what is private.

use crate::document::Document;

/// The file's text without the keys that are not published.
pub(super) fn source(document: &Document, text: &str) -> String {
    let mut published = String::with_capacity(text.len());
    let mut done = 0;
    for span in &document.private {
        let private = span.range();
        published.push_str(text.get(done..private.start).unwrap_or(""));
        done = private.end;
    }
    published.push_str(text.get(done..).unwrap_or(""));
    published
}
