//! The whole archive as data: tables of all versions, and files that describe them to
//! programs.
//!
//! A table is never held: it is written document by document, once to know its size and
//! checksum, which other files tell, and once more where it is new.

mod about;
mod schema;
mod package;
mod ro_crate;

use std::io::{self, Write};

use serde_json::{Map, Value};

use crate::archive::Archive;
use crate::config::DataFile;
use crate::fingerprint::Digest;
use crate::render::export::{self, Format};

pub use about::About;
pub(super) use about::about;

/// What is known of the files, but the checksums, which the writer knows.
#[derive(Debug, Default)]
pub struct Digests(Vec<(DataFile, Digest)>);

impl Digests {
    /// Those of an archive's files.
    pub fn of(archive: &Archive) -> Digests {
        let mut known = Digests::default();
        let files = DataFile::ALL.iter().filter(|&&file| file != DataFile::Checksums);
        for &file in files {
            let digest = Digest::of_written(|out| write(archive, file, &known, out));
            // A digest takes whatever is written.
            known.0.extend(digest.ok().map(|digest| (file, digest)));
        }
        known
    }

    /// That of a file, where it is known.
    pub fn get(&self, file: DataFile) -> Option<Digest> {
        self.0.iter().find(|(known, _)| *known == file).map(|(_, digest)| *digest)
    }

    /// The size of a file in bytes; that of the checksums is known when all is written.
    pub(super) fn size(&self, file: DataFile) -> Option<u64> {
        self.get(file).map(|digest| digest.size)
    }
}

/// Writes a file. `known` are the digests of the files that stand before it in
/// [`DataFile::ALL`]; the checksums are not written here.
pub fn write(
    archive: &Archive,
    file: DataFile,
    known: &Digests,
    out: &mut dyn Write,
) -> io::Result<()> {
    let table = |format, out| export::write(archive, format, archive.all_versions(), out);
    match file {
        DataFile::Csv => table(Format::Csv, out),
        DataFile::Jsonl => table(Format::Jsonl, out),
        DataFile::Schema => json(&schema::schema(archive), out),
        DataFile::Package => json(&package::package(archive, known), out),
        DataFile::Crate => json(&ro_crate::ro_crate(archive, known), out),
        DataFile::Checksums => Ok(()),
    }
}

/// The JSON Schema of a line of the tables in JSON.
pub fn line_schema(archive: &Archive) -> Vec<u8> {
    let mut out = Vec::new();
    // Memory takes everything.
    let _ = json(&schema::schema(archive), &mut out);
    out
}

fn json(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

/// An object of the values that say something.
pub(super) fn told<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let is_told = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let told = entries.into_iter().filter(|(_, value)| is_told(value));
    let told: Map<String, Value> =
        told.map(|(name, value)| (name.to_owned(), value)).collect();
    Value::Object(told)
}
