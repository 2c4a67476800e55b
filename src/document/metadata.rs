//! What is said of a document, in the words of DCMI Metadata Terms.

use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::date::Edtf;
use crate::document::Kind;
use crate::language::Language;
use crate::text::Span;

/// A value and where in its file it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// The bytes of the file that say so; empty where nothing does.
    pub span: Span,
}

/// Where a value was written is not what it says.
impl<T: Hash> Hash for Spanned<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

/// The description of a document. What is said of few stands in [`Rare`], and reads as if
/// it stood here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Metadata {
    /// dcterms:title.
    pub title: Box<str>,
    /// How the title is read, for sorting Japanese: kana.
    pub title_reading: Option<Box<str>>,
    /// dcterms:type, from the closed list.
    pub kind: Option<Kind>,
    /// dcterms:date.
    pub date: Option<Edtf>,
    /// Local time of day, as written: `11:10`.
    pub time: Option<Box<str>>,
    /// dcterms:spatial.
    pub place: Option<Place>,
    /// dcterms:source.
    pub source: Option<Source>,
    /// dcterms:subject.
    pub topics: Vec<Spanned<Arc<str>>>,
    /// dcterms:creator, bodies.
    pub issuer: Vec<Arc<str>>,
    /// dcterms:creator and contributor, persons.
    pub people: Vec<Person>,
    /// What sort of translation it is.
    pub translation: Option<Translation>,
    /// The language it was first written in.
    pub original_language: Option<Language>,
    /// dcterms:isPartOf.
    pub series: Vec<Series>,
    /// dcterms:references: ids or works.
    pub references: Vec<Spanned<Box<str>>>,
    /// Remarks of the source or the editor.
    pub notes: Option<Box<str>>,
    /// The document's own number or symbol: `S/RES/1325 (2000)`.
    pub number: Option<Box<str>>,
    /// Whether it stays unpublished.
    pub draft: bool,
    /// Whether the text is a transcription whose editorial marks are to be shown.
    pub transcription: bool,
    /// What is said of few documents; none where nothing is.
    pub rare: Option<Box<Rare>>,
}

/// What is said of few documents: apart, so that all others need no room for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rare {
    /// A title for running heads and tight lists.
    pub short_title: Option<Box<str>>,
    /// A short name for references: `unscr-1325`.
    pub id: Option<Spanned<Box<str>>>,
    /// dcterms:type, in free words: "Joint communiqué".
    pub genre: Option<Box<str>>,
    /// The meeting or occasion that it was made for: "75th session of the General Assembly".
    pub event: Option<Box<str>>,
    /// Why the date is what it is.
    pub date_note: Option<Box<str>>,
    /// Time zone of `time`, as written.
    pub timezone: Option<Box<str>>,
    /// Who translated it.
    pub translator: Option<Box<str>>,
    /// dcterms:abstract.
    pub summary: Option<Box<str>>,
    /// dcterms:rights.
    pub rights: Option<Rights>,
    /// Files that belong to it.
    pub attachments: Vec<Attachment>,
    /// Former addresses that lead here.
    pub aliases: Vec<Spanned<Box<str>>>,
    /// Everything under `extra:` and every key that the site maps there.
    pub extra: Vec<Extra>,
}

/// Nothing is said.
static NONE: Rare = Rare {
    short_title: None,
    id: None,
    genre: None,
    event: None,
    date_note: None,
    timezone: None,
    translator: None,
    summary: None,
    rights: None,
    attachments: Vec::new(),
    aliases: Vec::new(),
    extra: Vec::new(),
};

impl Deref for Metadata {
    type Target = Rare;

    fn deref(&self) -> &Rare {
        self.rare.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Metadata {
    fn deref_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }
}

impl Metadata {
    /// Gives back the room that lists had to grow, and that for what is not said.
    pub fn shrink(&mut self) {
        self.topics.shrink_to_fit();
        self.issuer.shrink_to_fit();
        self.people.shrink_to_fit();
        self.series.shrink_to_fit();
        self.references.shrink_to_fit();
        self.rare.take_if(|rare| **rare == NONE);
    }
}

/// dcterms:spatial: where a document was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// "Toronto", or "Toronto, Canada" where it was written in one.
    pub name: Arc<str>,
    /// ISO 3166-1 code.
    pub country: Option<Box<str>>,
    /// The building or room.
    pub venue: Option<Box<str>>,
}

/// dcterms:source: where the text was taken from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Source {
    /// The body or publication.
    pub name: Option<Arc<str>>,
    /// Its address.
    pub url: Option<Box<str>>,
    /// Pages of a printed source.
    pub pages: Option<Box<str>>,
    /// The day it was taken.
    pub retrieved: Option<Edtf>,
    /// An archived copy's address.
    pub archived: Option<Box<str>>,
}

/// A person and what they did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// The name.
    pub name: Name,
    /// `speaker`, `author`, `signatory` …
    pub role: Option<Arc<str>>,
}

/// A personal name. Parts are told, or parted by a comma; they are never guessed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// Family and given name, each as written.
    Parts {
        /// Family name.
        family: Arc<str>,
        /// Given names.
        given: Option<Arc<str>>,
    },
    /// A name whose parts are not known.
    Literal(Arc<str>),
}

impl Name {
    /// A name in one string: `Nixon, Richard M.` and `Connally, John B., Jr.` have their
    /// parts in the order of indexes, and any other string is a name as it is.
    pub fn written(text: Arc<str>) -> Name {
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        let is_inverted = match *parts {
            [family, given] => {
                !family.is_empty() && !given.is_empty() && !is_suffix(given)
            }
            [family, given, suffix] => {
                !family.is_empty() && !given.is_empty() && is_suffix(suffix)
            }
            _ => false,
        };
        match text.split_once(',').filter(|_| is_inverted) {
            Some((family, given)) => Name::Parts {
                family: family.trim().into(),
                given: Some(given.trim().into()),
            },
            None => Name::Literal(text),
        }
    }

    /// The name as indexes show it: `Kamikawa, Yoko`; East Asian names as written.
    pub fn inverted(&self) -> String {
        match self {
            Name::Parts { family, given: Some(given) } if is_east_asian(family) => {
                format!("{family}{given}")
            }
            Name::Parts { family, given: Some(given) } => format!("{family}, {given}"),
            Name::Parts { family, given: None } => family.to_string(),
            Name::Literal(name) => name.to_string(),
        }
    }

    /// The name as running text shows it: `Yoko Kamikawa`, `上川陽子`.
    pub fn direct(&self) -> String {
        match self {
            Name::Parts { family, given: Some(given) } if !is_east_asian(family) => {
                match given.rsplit_once(',').map(|(given, last)| (given, last.trim())) {
                    Some((given, suffix)) if is_suffix(suffix) => {
                        format!("{given} {family}, {suffix}")
                    }
                    _ => format!("{given} {family}"),
                }
            }
            _ => self.inverted(),
        }
    }
}

/// What stands after a whole name.
fn is_suffix(text: &str) -> bool {
    const SUFFIXES: &[&str] =
        &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq.", "m.d.", "ph.d.", "phd"];
    SUFFIXES.contains(&&*text.to_lowercase())
}

fn is_east_asian(name: &str) -> bool {
    name.chars().next().is_some_and(
        |c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'),
    )
}

/// What sort of translation a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Translation {
    /// The original.
    None,
    /// Made or approved by the issuer.
    Official,
    /// Issued by the issuer until an official one exists.
    Provisional,
    /// Made by somebody else.
    Unofficial,
}

impl Translation {
    /// The word that front matter uses.
    pub fn name(self) -> &'static str {
        match self {
            Translation::None => "none",
            Translation::Official => "official",
            Translation::Provisional => "provisional",
            Translation::Unofficial => "unofficial",
        }
    }

    /// Every value, in the manual's order.
    pub const ALL: &[Translation] = &[
        Translation::None,
        Translation::Official,
        Translation::Provisional,
        Translation::Unofficial,
    ];
}

/// dcterms:isPartOf: a series, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Series {
    /// The series' name.
    pub name: Arc<str>,
    /// The place in it; as written, for `12a` and `IV`.
    pub position: Option<Box<str>>,
}

/// dcterms:rights.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rights {
    /// What may be done with the text.
    pub statement: Option<Box<str>>,
    /// The licence's address.
    pub url: Option<Box<str>>,
}

/// A file that belongs to a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Attachment {
    /// The file, relative to the document.
    pub file: Spanned<Box<str>>,
    /// What it is.
    pub title: Option<Box<str>>,
    /// Its language.
    pub language: Option<Language>,
}

/// A key that chancery does not know, kept for taxonomies and exports.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Extra {
    /// The key.
    pub key: Box<str>,
    /// Its values as text; one for a scalar.
    pub values: Vec<Box<str>>,
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_comma_parts_a_name() {
        let check = |written: &str, direct: &str, inverted: &str| {
            let name = Name::written(written.into());
            assert_eq!((&*name.direct(), &*name.inverted()), (direct, inverted));
        };
        check("Nixon, Richard M.", "Richard M. Nixon", "Nixon, Richard M.");
        check(
            "Connally, John B., Jr.",
            "John B. Connally, Jr.",
            "Connally, John B., Jr.",
        );
        check(
            "Martin Luther King, Jr.",
            "Martin Luther King, Jr.",
            "Martin Luther King, Jr.",
        );
        check("松岡, 洋右", "松岡洋右", "松岡洋右");
        check("Sukarno", "Sukarno", "Sukarno");
        check(
            "Office, Bureau, and Staff",
            "Office, Bureau, and Staff",
            "Office, Bureau, and Staff",
        );
        check(", x", ", x", ", x");
    }
}
