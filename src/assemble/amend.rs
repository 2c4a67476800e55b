//! One document changed, where the rest of the archive may stay as it is.

use std::hash::Hash;

use super::titles;
use crate::archive::{Archive, DocumentId};
use crate::document::{Document, Metadata, Rare};
use crate::fingerprint::{Fingerprint, Fingerprinter};

/// Whether the archive knows all works in the same lists, under the same addresses and
/// with the same references whichever of the two says what a document is. What its text
/// refers to is not looked at.
pub fn stands_alike(archive: &Archive, known: &Document, document: &Document) -> bool {
    // A version that was taken out is described by those that are left.
    let mut gone = archive.withdrawn.iter().map(|gone| &gone.document.work.value);
    standing(known) == standing(document) && !gone.any(|work| *work == known.work.value)
}

/// Puts a document in the place of its former self. Unless one [`stands_alike`] the other,
/// the archive must be assembled again. Returns the former self.
pub fn amend(
    archive: &mut Archive,
    id: DocumentId,
    document: Document,
) -> Option<Document> {
    let place = archive.documents.get_mut(id.index())?;
    let document = document.remembering(place);
    let known = std::mem::replace(place, document);
    let (new, old) = (&place.metadata, &known.metadata);
    let has_new_title = new.title != old.title || new.title_reading != old.title_reading;
    if let Some(work) = archive.work_of(id).filter(|_| has_new_title) {
        titles::move_work(archive, work);
    }
    Some(known)
}

/// All that decides where a document stands, but the order of titles.
fn standing(document: &Document) -> Fingerprint {
    let Metadata {
        kind,
        date,
        time,
        place,
        source,
        topics,
        issuer,
        people,
        series,
        references,
        draft,
        rare: _,
        // These are shown and decide nothing.
        title: _,
        title_reading: _,
        translation: _,
        original_language: _,
        notes: _,
        number: _,
        transcription: _,
    } = &document.metadata;
    let Rare {
        id,
        genre,
        attachments,
        aliases,
        extra,
        // And these.
        short_title: _,
        event: _,
        date_note: _,
        timezone: _,
        translator: _,
        summary: _,
        rights: _,
    } = &*document.metadata;
    let mut standing = Fingerprinter::default();
    (&document.path, &document.work, &document.language).hash(&mut standing);
    (id, kind, genre, date, time, place, source, topics).hash(&mut standing);
    (issuer, people, series, references).hash(&mut standing);
    (attachments, aliases, draft, extra).hash(&mut standing);
    standing.fingerprint()
}
