//! Indexes over one facet, after SKOS: terms with labels, aliases, broader and narrower.

use super::{Lists, TermId, WorkId};
use crate::config::Wording;

/// An index over one facet.
#[derive(Debug)]
pub struct Taxonomy {
    /// Its name and address: `topics`.
    pub name: Box<str>,
    /// What `site.toml` calls it; the theme names those that every archive has.
    pub label: Wording,
    /// Its terms, sorted by slug.
    pub terms: Vec<Term>,
    /// By interface language: the terms in the order of their labels.
    pub orders: Vec<Vec<TermId>>,
    /// By work: its own terms, in the order of its front matter.
    pub by_work: Lists<TermId>,
}

/// One entry of a taxonomy.
#[derive(Debug)]
pub struct Term {
    /// Its name in addresses.
    pub slug: Box<str>,
    /// skos:prefLabel, by language.
    pub label: Wording,
    /// skos:definition, by language.
    pub description: Wording,
    /// An address that tells more.
    pub url: Option<Box<str>>,
    /// skos:broader.
    pub broader: Vec<TermId>,
    /// skos:narrower, sorted by slug.
    pub narrower: Vec<TermId>,
    /// Works under it or under a narrower term, in order of time.
    pub works: Vec<WorkId>,
    /// Positions of the texts that stood under either and were taken out of the archive.
    pub withdrawn: Vec<usize>,
}

impl Taxonomy {
    /// The term of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are made by `assemble`")]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// Terms that something stands under.
    pub fn used(&self) -> impl Iterator<Item = (TermId, &Term)> {
        let all = self.terms.iter().enumerate();
        all.filter(|(_, term)| !term.works.is_empty())
            .map(|(at, term)| (TermId::new(at), term))
    }
}
