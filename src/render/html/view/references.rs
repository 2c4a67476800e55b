//! What a document refers to, and what refers to it.

use serde::Serialize;

use super::Scene;
use super::entry::Mention;
use super::list::Parts;
use crate::archive::{Direction, DocumentId, Planned};
use crate::render::html::context::{Context, insert};
use crate::render::html::rows::Failure;

/// References of a document, as many as its page has room for.
#[derive(Default, Serialize)]
pub(super) struct References<'a> {
    works: Vec<Mention<'a>>,
    /// How many there are in all.
    count: usize,
    /// The page of all of them, where they are many.
    href: Option<String>,
}

/// `origin` in templates: the document whose references a page lists.
#[derive(Serialize)]
struct Origin<'a> {
    title: &'a str,
    /// A language other than the interface's.
    language: Option<&'a str>,
    href: String,
    /// `cites` or `cited-by`.
    direction: &'static str,
}

impl<'a> Scene<'a> {
    pub(super) fn references_view(
        &self,
        id: DocumentId,
        direction: Direction,
    ) -> References<'a> {
        let archive = self.archive;
        let work = archive.work_of(id).unwrap_or_default();
        let works = archive.references(work, direction);
        let path = format!("{}{}/", archive.document_path(id), direction.name());
        References {
            works: self.mentions(works.iter().copied().take(Direction::MANY)),
            count: works.len(),
            href: (works.len() > Direction::MANY).then(|| archive.href(&path)),
        }
    }

    /// All references of a document in one direction.
    pub(super) fn references(
        &self,
        (id, direction): (DocumentId, Direction),
        planned: &Planned,
        context: &mut Context,
    ) -> Result<&'static str, Failure> {
        let archive = self.archive;
        let document = archive.document(id);
        let work = archive.work_of(id).unwrap_or_default();
        let origin = Origin {
            title: &document.metadata.title,
            language: self.foreign(&document.language),
            href: archive.href(&archive.document_path(id)),
            direction: direction.name(),
        };
        insert(context, "origin", &origin);
        let works = archive.references(work, direction);
        self.list(planned, works, Parts::Years, context)?;
        Ok("references.html")
    }
}
