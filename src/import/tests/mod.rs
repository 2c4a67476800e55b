//! Foreign texts, and what becomes of them: front matter and findings in one line each.

mod database;
mod formats;
mod strange;

use super::{document, read};
use crate::diagnostic::{Sources, short};

/// The document of a text, and the findings in their short form.
fn imported(name: &str, bytes: &[u8]) -> (String, Vec<String>) {
    let read = read(name, bytes, None);
    let text = read.value.as_ref().map(|import| import.file.text.clone());
    let mut sources = Sources::new(move |_| text.clone());
    let findings = read.diagnostics.into_iter().map(|mut found| {
        found.help = None;
        short(&found, &mut sources)
    });
    let findings = findings.collect();
    let drafts = read.value.map(|import| import.drafts).unwrap_or_default();
    let documents = drafts.iter().map(|draft| document(draft, true));
    (documents.collect::<Vec<_>>().join("\n"), findings)
}
