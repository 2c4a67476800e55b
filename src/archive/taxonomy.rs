//! Indexes over one facet, after SKOS: terms with labels, aliases, broader and narrower.

use super::{Index, Lists, TermId, WorkId};
use crate::config::Wording;
use crate::language::Language;

/// An index over one facet.
#[derive(Debug)]
pub struct Taxonomy {
    /// Its name and address: `topics`.
    pub name: Box<str>,
    /// What `site.toml` calls it; the theme names those that every archive has.
    pub label: Wording,
    /// Its terms, sorted by slug.
    pub terms: Vec<Term>,
    /// By interface language: the terms in use in the order of their labels, under
    /// letters where there are many and none is part of another.
    pub indexes: Vec<Index<TermId>>,
    /// Whether some term is part of another.
    pub hierarchical: bool,
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
    /// How the label is read, by language: what it is sorted by.
    pub reading: Wording,
    /// skos:definition, by language.
    pub description: Wording,
    /// An address that tells more.
    pub url: Option<Box<str>>,
    /// skos:broader.
    pub broader: Vec<TermId>,
    /// skos:narrower, sorted by slug.
    pub narrower: Vec<TermId>,
    /// skos:related, as the vocabulary has it on either side, sorted by slug.
    pub related: Vec<TermId>,
    /// Works under it or under a narrower term, in order of time.
    pub works: Vec<WorkId>,
    /// Positions of the texts that stood under either and were taken out of the archive.
    pub withdrawn: Vec<usize>,
}

impl Term {
    /// The word to sort it by in an interface language: how the label shown is read, or
    /// the label.
    pub fn word(&self, language: &Language) -> &str {
        let Some((label, other)) = self.label.closest(language) else {
            return &self.slug;
        };
        self.reading.exactly(other.unwrap_or(language)).unwrap_or(label)
    }
}

impl Taxonomy {
    /// The term of that id.
    #[expect(clippy::indexing_slicing, reason = "ids are made by `assemble`")]
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// Some terms and all that they are part of (skos:broaderTransitive), each once.
    pub fn with_broader(&self, ids: &[TermId]) -> Vec<TermId> {
        let mut all = ids.to_vec();
        let mut next = 0;
        while let Some(&id) = all.get(next) {
            next += 1;
            for &up in &self.term(id).broader {
                if !all.contains(&up) {
                    all.push(up);
                }
            }
        }
        all
    }

    /// Whether two terms are the same, or one stands under the other.
    pub fn in_line(&self, one: TermId, other: TermId) -> bool {
        self.with_broader(&[one]).contains(&other)
            || self.with_broader(&[other]).contains(&one)
    }

    /// Terms that something stands under.
    pub fn used(&self) -> impl Iterator<Item = (TermId, &Term)> {
        let all = self.terms.iter().enumerate();
        all.filter(|(_, term)| !term.works.is_empty())
            .map(|(at, term)| (TermId::new(at), term))
    }
}
