//! Documents as files for other programs: one file a format.
//!
//! Everything is made from the same [`Record`](crate::citation::Record), so that each
//! program that reads a file takes the document for the same thing. No field is empty, and
//! no date is more exact than the archive knows it.

mod item;
mod line;
mod names;
mod dates;
mod ris;
mod bibtex;
mod langid;
mod csl_json;
mod facts;
mod fields;
mod csv;
mod jsonl;
mod markdown;
mod text;
mod coins;
mod listings;
mod copies;

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use crate::archive::{Archive, DocumentId, Listed};
use crate::config::{Form, ListForm};
use crate::render::html::Texts;
use crate::text::TextFile;
use item::Item;

pub use copies::Copies;
pub use listings::Listings;

pub(super) use coins::coins;
pub(super) use dates::exact_date;
pub(super) use facts::own_taxonomies;
pub(super) use fields::{
    ABOUT_OWN_TAXONOMY, FIELDS, Field, OWN_TAXONOMY, Presence, SEPARATOR, Value, columns,
};
pub(super) use names::author;

/// A format that holds any number of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RIS.
    Ris,
    /// BibTeX in UTF-8, as biblatex reads it.
    Bibtex,
    /// CSL-JSON: an array.
    CslJson,
    /// A table with a header (RFC 4180).
    Csv,
    /// A JSON object a line.
    Jsonl,
}

/// How a format writes documents, one after another.
trait Export {
    /// What stands before the first one.
    fn begin(&self, _out: &mut Vec<u8>) {}
    /// A document, the same wherever it stands.
    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>);
    /// What parts two documents.
    fn between(&self) -> &'static [u8] {
        b""
    }
    /// What stands after the last one.
    fn end(&self, _out: &mut Vec<u8>) {}
}

impl Format {
    fn export(self, archive: &Archive) -> Box<dyn Export + Send + Sync + '_> {
        match self {
            Format::Ris => Box::new(ris::Ris),
            Format::Bibtex => Box::new(bibtex::Bibtex),
            Format::CslJson => Box::new(csl_json::CslJson),
            Format::Csv => Box::new(csv::Csv::new(archive)),
            Format::Jsonl => Box::new(jsonl::Jsonl),
        }
    }
}

/// The documents in a format.
pub fn documents(
    archive: &Archive,
    format: Format,
    ids: impl IntoIterator<Item = DocumentId>,
) -> Vec<u8> {
    let mut out = Vec::new();
    // Memory takes everything.
    let _ = write(archive, format, ids, &mut out);
    out
}

/// Writes the documents in a format, one after another.
pub fn write(
    archive: &Archive,
    format: Format,
    ids: impl IntoIterator<Item = DocumentId>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let export = format.export(archive);
    let mut next = Vec::new();
    export.begin(&mut next);
    for (at, id) in ids.into_iter().enumerate() {
        if at > 0 {
            next.extend_from_slice(export.between());
        }
        export.document(&Item::new(archive, id), &mut next);
        out.write_all(&next)?;
        next.clear();
    }
    export.end(&mut next);
    out.write_all(&next)
}

/// A file beside a list.
pub fn listing(archive: &Archive, list: Listed, form: ListForm) -> Vec<u8> {
    documents(archive, format(form), listed(archive, list, form))
}

fn format(form: ListForm) -> Format {
    match form {
        ListForm::Ris => Format::Ris,
        ListForm::Bibtex => Format::Bibtex,
        ListForm::CslJson => Format::CslJson,
        ListForm::Csv => Format::Csv,
    }
}

/// What a file beside a list holds: of each work the main version, in a table all versions.
fn listed(
    archive: &Archive,
    list: Listed,
    form: ListForm,
) -> impl Iterator<Item = DocumentId> + '_ {
    let versions = if form == ListForm::Csv { usize::MAX } else { 1 };
    let works = archive.listed(list).iter();
    works.flat_map(move |&work| archive.versions(work).take(versions))
}

/// A file beside a document, as [`Copies::get`] makes it.
pub fn document(
    archive: &Archive,
    what: (DocumentId, Form),
    file: Option<&TextFile>,
    words: &Texts,
) -> Vec<u8> {
    Copies::default().get(archive, what, file, words).into_owned()
}
