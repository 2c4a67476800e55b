//! What hits show of documents, from the archive.

use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;

use super::numbers::Numbers;
use super::sink::Sink;
use crate::archive::{Archive, DocumentId};
use crate::citation::Record;
use crate::error::Result;
use crate::route::encode;
use crate::search::format::{BLOCK, Hash, Title, write_titles};

/// Writes the titles of all documents in blocks.
pub(super) fn write(
    archive: &Archive,
    numbers: &Numbers,
    sink: &Sink,
) -> Result<Vec<Hash>> {
    let blocks = numbers.documents.par_chunks(BLOCK).map(|documents| {
        let titles = documents.iter().map(|&id| title(archive, id));
        sink.pack("titles", &write_titles(&titles.collect::<Vec<_>>()))
    });
    blocks.collect()
}

fn title(archive: &Archive, id: DocumentId) -> Title {
    let document = archive.document(id);
    let record = Record::new(archive, id);
    let work = archive.work_of(id).map(|work| archive.work(work).name.to_string());
    let date = record.issued.map(|date| date.words(document.language.as_str()));
    Title {
        title: record.title.to_owned(),
        work: work.unwrap_or_default(),
        href: encode(&archive.document_path(id)),
        date: date.unwrap_or_default(),
        paragraphs: document.body.paragraphs,
    }
}
