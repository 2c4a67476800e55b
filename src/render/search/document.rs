//! What a document is found by: its title, what is said of it, its text.

use crate::archive::{Archive, DocumentId};
use crate::citation::Record;
use crate::document::{Name, Person};
use crate::markdown::{self, Settings, Source};

/// A piece of a document; no phrase reaches from one into the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'b> {
    /// Where it stands: 0 in the document's head, then the numbers of its paragraphs,
    /// then footnotes behind the last. Blocks come in order.
    pub passage: u32,
    /// What it is.
    pub sort: Sort,
    /// Its words.
    pub text: &'b str,
}

/// What a block of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A title.
    Title,
    /// A heading of the text.
    Heading,
    /// Anything else.
    Text,
}

/// Hands over the blocks of a document. `text` is its own file's.
pub fn blocks(
    archive: &Archive,
    id: DocumentId,
    text: &str,
    take: &mut dyn FnMut(Block<'_>),
) {
    head(archive, id, take);
    let document = archive.document(id);
    let source = Source {
        text,
        start: document.body.start as usize,
        language: &document.language,
        title: Some(&document.metadata.title),
    };
    // A text without numbered paragraphs is one passage.
    let last = document.body.paragraphs.max(1);
    let settings = Settings::of(&archive.config);
    markdown::passages(&source, &settings, &mut |passage| {
        let sort = if passage.is_heading { Sort::Heading } else { Sort::Text };
        let text = passage.text;
        let passage = match passage.place {
            markdown::Place::Paragraph(number) => number.clamp(1, last),
            markdown::Place::Note(number) => last.saturating_add(number),
        };
        take(Block { passage, sort, text });
    });
}

fn head(archive: &Archive, id: DocumentId, take: &mut dyn FnMut(Block<'_>)) {
    let record = Record::new(archive, id);
    let own = &archive.document(id).metadata;
    let mut give = |sort, text: &str| take(Block { passage: 0, sort, text });
    give(Sort::Title, record.title);
    let other_titles = [record.title_short, own.title_reading.as_deref()];
    other_titles.into_iter().flatten().for_each(|title| give(Sort::Title, title));
    let facts = [
        record.number,
        record.genre,
        record.place,
        record.venue,
        record.publisher,
        record.summary,
        record.notes,
        record.translator,
    ];
    let series = record.series.iter().map(|series| &*series.name);
    for fact in facts.into_iter().flatten().chain(record.issuers).chain(series) {
        give(Sort::Text, fact);
    }
    for person in people(archive, id) {
        give(Sort::Text, &Name::direct(&person.name));
    }
}

/// The people of a version, else those of the main one.
fn people(archive: &Archive, id: DocumentId) -> &[Person] {
    let own = &archive.document(id).metadata.people;
    let main = archive.work_of(id).map(|work| &archive.main_version(work).metadata);
    match main {
        Some(main) if own.is_empty() => &main.people,
        _ => own,
    }
}
