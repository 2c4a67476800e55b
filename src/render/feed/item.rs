//! A text as feeds have it, whatever their format.

use std::fmt::Write as _;

use super::Channelled;
use crate::archive::{Archive, DocumentId, TaxonomyId, WorkId};
use crate::citation::Record;
use crate::date::Moment;
use crate::document::Document;
use crate::language::Language;

/// A text as an entry.
pub(super) struct Item<'a> {
    /// Its name for ever.
    pub(super) id: String,
    pub(super) document: &'a Document,
    pub(super) record: Record<'a>,
    /// When it was put into the archive, as far as that is known.
    pub(super) published: Moment,
    /// When it was changed, or else put in.
    pub(super) updated: Moment,
    /// Persons or bodies.
    pub(super) authors: Vec<String>,
    pub(super) topics: Vec<Topic<'a>>,
    /// The address that the text was taken from.
    pub(super) source: Option<String>,
    pub(super) licence: Option<String>,
    /// The author's summary, or else the first words of the text; may be empty.
    pub(super) summary: &'a str,
    /// Every version of the work with its address, this one first.
    pub(super) versions: Vec<(&'a Language, String)>,
}

/// A topic that a text stands under.
pub(super) struct Topic<'a> {
    pub(super) slug: &'a str,
    /// In the interface's language.
    pub(super) label: &'a str,
}

impl<'a> Channelled<'a> {
    /// The text as an entry; nothing where no date is known.
    pub(super) fn item(&self, id: DocumentId) -> Option<Item<'a>> {
        let archive = self.archive();
        let document = archive.document(id);
        let work = archive.work_of(id)?;
        let (published, updated) = self.moments(id)?;
        let record = Record::new(archive, id);
        let authors: Vec<String> =
            record.author.iter().map(|author| author.name()).collect();
        Some(Item {
            id: self.name(id),
            document,
            published,
            updated,
            authors,
            topics: self.topics(work),
            source: record.source_url.map(iri),
            licence: record.rights.and_then(|rights| rights.url.as_deref()).map(iri),
            summary: record.summary.unwrap_or(&document.body.excerpt).trim(),
            versions: versions(archive, work, id),
            record,
        })
    }

    /// The text's name for ever.
    pub(super) fn name(&self, id: DocumentId) -> String {
        let language = &self.archive().document(id).language;
        self.feeds.tags.text(self.feeds.names.of(id), language)
    }

    /// When a text was put into the archive, and when it was last changed.
    pub(super) fn moments(&self, id: DocumentId) -> Option<(Moment, Moment)> {
        let published = self.archive().entered(id)?;
        let last = self.archive().document(id).last_moment();
        Some((published, last.map_or(published, |last| last.max(published))))
    }

    pub(super) fn topics(&self, work: WorkId) -> Vec<Topic<'a>> {
        let archive = self.archive();
        let Some(at) = topics(archive) else { return Vec::new() };
        let taxonomy = archive.taxonomy(at);
        let language = archive.interface(self.interface);
        let own = taxonomy.by_work.get(work.index()).iter();
        own.map(|&term| {
            let term = taxonomy.term(term);
            let label = term.label.closest(language);
            Topic {
                slug: &term.slug,
                label: label.map_or(&term.slug, |(label, _)| label),
            }
        })
        .collect()
    }
}

/// An address as RFC 3987 has it: what its author wrote, but for signs that it cannot have.
fn iri(address: &str) -> String {
    let is_refused = |c: char| {
        c.is_ascii_control()
            || matches!(c, ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    let mut iri = String::with_capacity(address.len());
    for c in address.trim().chars() {
        match is_refused(c) {
            true => drop(write!(iri, "%{:02X}", u32::from(c))),
            false => iri.push(c),
        }
    }
    iri
}

fn topics(archive: &Archive) -> Option<TaxonomyId> {
    archive.taxonomies.iter().position(|t| &*t.name == "topics").map(TaxonomyId::new)
}

fn versions(
    archive: &Archive,
    work: WorkId,
    first: DocumentId,
) -> Vec<(&Language, String)> {
    let others = archive.versions(work).filter(|&version| version != first);
    let all = std::iter::once(first).chain(others);
    all.map(|id| {
        (&archive.document(id).language, archive.url(&archive.document_path(id)))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn addresses_have_no_sign_that_they_cannot_have() {
        let check = |written: &str, expected: &str| assert_eq!(iri(written), expected);
        check("https://o.example/?a=1&b=%20#c", "https://o.example/?a=1&b=%20#c");
        check("https://o.example/\"><b>", "https://o.example/%22%3E%3Cb%3E");
        check("https://o.example/平和/a b", "https://o.example/平和/a%20b");
        check("https://o.example/\u{1}{|}", "https://o.example/%01%7B%7C%7D");
    }
}
