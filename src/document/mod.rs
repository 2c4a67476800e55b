//! A document: one text in one language, described in Dublin Core's terms.
//!
//! Knows nothing of YAML, Markdown, HTML or files; `parse` makes documents.

mod metadata;
mod kind;
mod body;
mod shared;
mod written;

use std::sync::Arc;

use crate::date::{Day, Moment};
use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::text::Span;

pub use body::{Anchor, Body, Image, Link};
pub use kind::Kind;
pub use metadata::{
    Attachment, Extra, Metadata, Name, Person, Place, Rare, Rights, Series, Source,
    Spanned, Translation,
};
pub use shared::Shared;
pub use written::{Written, WrittenValue};

/// One text in one language: one file of the site.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file, relative to the site: `content/2018/20180423-g7-wps.ja.md`.
    pub path: Arc<str>,
    /// What the language versions share: `2018/20180423-g7-wps`.
    pub work: Spanned<Box<str>>,
    /// The language it is written in.
    pub language: Language,
    /// What its author says of it.
    pub metadata: Metadata,
    /// What other pages need to know of its text; the text itself stays on disk.
    pub body: Body,
    /// Lines of the file's front matter that are not published, in order.
    pub private: Box<[Span]>,
    /// The file's bytes, hashed.
    pub fingerprint: Fingerprint,
    /// What became of it, where the site keeps a history: the first change first.
    pub changes: Vec<Change>,
    /// The work's name when it was first published, where the history has another than it
    /// has now.
    pub first_work: Option<Box<str>>,
}

/// Something that readers notice of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// When.
    pub moment: Moment,
    /// What.
    pub sort: ChangeSort,
}

/// What became of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeSort {
    /// It was published for the first time.
    New,
    /// It, or what its page says of it, became another.
    Corrected,
    /// It was published again after it had been withdrawn.
    Restored,
}

/// A text that was taken out of the archive.
#[derive(Clone, Debug)]
pub struct Withdrawn {
    /// As it was last published, with what became of it until then.
    pub document: Document,
    /// When it was taken out.
    pub moment: Moment,
}

/// A plain page such as "About": no date, not in the indexes, in the navigation.
#[derive(Clone, Debug)]
pub struct PlainPage {
    /// The file, relative to the site: `content/pages/about.ja.md`.
    pub path: Arc<str>,
    /// What the language versions share: `about`.
    pub name: Box<str>,
    /// The language it is written in.
    pub language: Language,
    /// Its title.
    pub title: Box<str>,
    /// Its place in the navigation, from the left; none stands after all others.
    pub nav: Option<u32>,
    /// What other pages need to know of its text.
    pub body: Body,
    /// The file's bytes, hashed.
    pub fingerprint: Fingerprint,
}

impl Document {
    /// The moment of its latest change, where that is known. Clocks of committers differ:
    /// it need not be that of the last commit.
    pub fn last_moment(&self) -> Option<Moment> {
        self.changes.iter().map(|change| change.moment).max()
    }

    /// With the history of another state of the same text: it does not change before the
    /// next commit.
    #[must_use]
    pub fn remembering(self, known: &Document) -> Document {
        let (changes, first_work) = (known.changes.clone(), known.first_work.clone());
        Document { changes, first_work, ..self }
    }

    /// The day of its latest change, where that is known.
    pub fn changed(&self) -> Option<Day> {
        self.last_moment().map(Moment::day)
    }
}

impl<T> Spanned<T> {
    /// A value and where it was written.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }
}
