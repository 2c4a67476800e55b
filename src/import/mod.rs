//! Foreign texts become drafts of documents: bytes and a file's name go in, what was
//! understood of them comes out, field by field, with the place that says so.
//!
//! Knows nothing of the disk. A value is taken from the text or left out; it is never
//! invented, and what merely follows from the text is marked so that somebody looks at it.

mod decode;
mod lines;
mod draft;
mod markdown;
mod dates;
mod people;
mod kinds;
mod tongue;
mod address;
mod body;
mod format;
mod database;
mod ministry;
mod tei;
mod html;
mod table;
mod plain;
mod naming;
mod front_matter;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::text::{Span, TextFile};

pub use decode::How;
pub use draft::{Confidence, Draft, Empty, Field, LeftOut, Value};
pub use format::{Format, is_office_file};
pub use front_matter::{ORDER, document};
pub use markdown::Counts;
pub use naming::{FileName, Item, names};

/// What a foreign file holds.
#[derive(Debug)]
pub struct Import {
    /// Its text, as places count it.
    pub file: TextFile,
    /// The encoding it was in, by its WHATWG name.
    pub encoding: &'static str,
    /// How the encoding is known.
    pub how: How,
    /// The format it was read as.
    pub format: Format,
    /// A draft for each document in it.
    pub drafts: Vec<Draft>,
}

/// Reads the foreign file called `name` as the format that it has, or as the one wanted.
///
/// No value where it cannot be read at all; the findings say why.
pub fn read(name: &str, bytes: &[u8], wanted: Option<Format>) -> Checked<Option<Import>> {
    let path: Arc<str> = name.into();
    let mut found = Vec::new();
    if let Some(finding) = unreadable(&path, bytes) {
        return Checked { value: None, diagnostics: vec![finding] };
    }
    let decoded = decode::decode(&path, bytes);
    if let Some(at) = decoded.file.invalid {
        found.push(undecodable(&path, at, decoded.encoding));
    }
    let foreign = format::Foreign::new(&decoded.file);
    let format = match wanted.map_or_else(|| format::recognised(&foreign), Ok) {
        Ok(format) => format,
        Err(finding) => {
            found.push(*finding);
            return Checked { value: None, diagnostics: found };
        }
    };
    let drafts = format.importer().read(&foreign, &mut found);
    let value = Import {
        file: decoded.file,
        encoding: decoded.encoding,
        how: decoded.how,
        format,
        drafts,
    };
    found.sort();
    Checked { value: Some(value), diagnostics: found }
}

/// What is no text at all.
fn unreadable(path: &Arc<str>, bytes: &[u8]) -> Option<Diagnostic> {
    let finding = |message: &str| {
        Diagnostic::new(Code::UnknownFormat, path, Span::default(), message)
    };
    if is_office_file(bytes) {
        let help = "a word processor's file is read by way of pandoc, from the disk";
        return Some(
            finding("expected a text, found a word processor's file").help(help),
        );
    }
    if bytes.starts_with(b"%PDF") {
        let help = "copy its text into a file, and import that";
        return Some(finding("expected a text, found a PDF").help(help));
    }
    let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !is_wide && bytes.contains(&0) {
        let help = "save it as text, HTML or a table from the program that made it";
        return Some(finding("expected a text, found binary data").help(help));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let help = "look whether it was saved, or copied whole";
        return Some(finding("the file is empty").help(help));
    }
    None
}

fn undecodable(path: &Arc<str>, at: usize, encoding: &str) -> Diagnostic {
    let message = format!("some bytes are not {encoding}, which the rest seems to be");
    Diagnostic::new(Code::UndecodableText, path, Span::new(at, at + 3), message)
        .label("the first of them")
        .help("each stands as U+FFFD in the document; put in what the original has")
}
