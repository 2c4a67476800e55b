//! What remains of a document's text when it has been looked at.

use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::slug::slug;
use crate::text::Span;

use super::document::Look;

/// What checks of the archive need to know of one document's file.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The letters and digits of its text, hashed; none of a short text.
    pub(super) words: Option<Fingerprint>,
    /// The terms that it names.
    pub(super) terms: Vec<SeenTerm>,
    /// Its places in series.
    pub(super) positions: Vec<SeenPosition>,
}

/// A term as a document writes it.
#[derive(Clone, Debug)]
pub(super) struct SeenTerm {
    /// Which of the archive's taxonomies, from 0.
    pub(super) taxonomy: usize,
    /// The words.
    pub(super) spelling: Box<str>,
    /// Where they stand.
    pub(super) span: Span,
}

/// A place in a series.
#[derive(Clone, Debug)]
pub(super) struct SeenPosition {
    /// The slug of the series, and the position.
    pub(super) place: (String, Box<str>),
    /// Where the position stands.
    pub(super) span: Span,
}

impl Seen {
    pub(super) fn of(look: &Look<'_>) -> Seen {
        Seen { words: words(look), terms: terms(look), positions: positions(look) }
    }
}

/// Two texts of so few letters may well be the same: "Withdrawn."
const FEWEST_LETTERS: usize = 200;

fn words(look: &Look<'_>) -> Option<Fingerprint> {
    let letters = look.text.outline.words.chars().filter(|c| c.is_alphanumeric());
    let mut hash = Fingerprinter::default();
    let (mut piece, mut count) = (String::new(), 0);
    for letter in letters.flat_map(char::to_lowercase) {
        piece.push(letter);
        count += 1;
        if piece.len() > 4096 {
            hash.update(piece.as_bytes());
            piece.clear();
        }
    }
    hash.update(piece.as_bytes());
    (count >= FEWEST_LETTERS).then(|| hash.fingerprint())
}

fn terms(look: &Look<'_>) -> Vec<SeenTerm> {
    let mut terms = Vec::new();
    for (taxonomy, known) in look.site.archive.taxonomies.iter().enumerate() {
        let own = look.site.archive.config.taxonomies.iter();
        let key = match &*known.name {
            "places" => "place.name",
            "sources" => "source.name",
            "series" => "series.name",
            "people" => "people.name",
            "kinds" | "languages" => continue,
            name => own.clone().find(|own| own.name == name).map_or(name, |own| &own.key),
        };
        let values = look.written.all(key).filter(|value| !value.text.is_empty());
        terms.extend(values.map(|value| SeenTerm {
            taxonomy,
            spelling: value.text.as_str().into(),
            span: value.span,
        }));
    }
    terms
}

fn positions(look: &Look<'_>) -> Vec<SeenPosition> {
    let mut spans = look.written.all("series.position").map(|value| value.span);
    let series = look.document.metadata.series.iter();
    let places = series.filter_map(|series| {
        let place = (slug(&series.name), series.position.clone()?);
        Some(SeenPosition { place, span: spans.next().unwrap_or_default() })
    });
    // A position without a series is a position in nothing.
    places.filter(|position| !position.place.0.is_empty()).collect()
}
