//! Terms that have to do with a term: what the vocabulary says, then what works say.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Scene;
use super::terms::TermView;
use crate::archive::{Planned, Taxonomy, TaxonomyId, TermId};

/// A work in several languages stands under each, which relates no languages.
const UNRELATED: &str = "languages";
/// As many works at least have to stand under both.
const LEAST_SHARED: usize = 2;
/// How many terms works may add to those of the vocabulary.
const MOST: usize = 8;

impl Scene<'_> {
    /// The terms in use that are related to a term, each with the number of works that
    /// stand under both; none but on the first page of its list.
    pub(super) fn related_terms(
        &self,
        planned: &Planned,
        (taxonomy_id, id): (TaxonomyId, TermId),
    ) -> Vec<TermView> {
        let taxonomy = self.archive.taxonomy(taxonomy_id);
        if planned.number > 1 {
            return Vec::new();
        }
        let shared = self.shared(taxonomy_id, id);
        let said = &taxonomy.term(id).related;
        let is_used = |id: &&TermId| !taxonomy.term(**id).works.is_empty();
        let mut related: Vec<TermId> = said.iter().filter(is_used).copied().collect();
        if &*taxonomy.name != UNRELATED {
            let is_new =
                |other: &TermId| !said.contains(other) && !taxonomy.in_line(id, *other);
            related.extend(by_shared(taxonomy, &shared).filter(is_new).take(MOST));
        }
        let views = related.into_iter().map(|other| {
            let mut view = self.term_view(taxonomy_id, other);
            view.count = shared.get(&other).copied().unwrap_or(0);
            view
        });
        views.collect()
    }

    /// By term: how many works of a term stand under it too.
    fn shared(&self, taxonomy: TaxonomyId, id: TermId) -> BTreeMap<TermId, usize> {
        let taxonomy = self.archive.taxonomy(taxonomy);
        let mut shared = BTreeMap::new();
        for work in &taxonomy.term(id).works {
            for other in taxonomy.with_broader(taxonomy.by_work.get(work.index())) {
                *shared.entry(other).or_default() += 1;
            }
        }
        shared
    }
}

/// Terms that enough works share, those of the most works first, then the rarer ones.
fn by_shared(
    taxonomy: &Taxonomy,
    shared: &BTreeMap<TermId, usize>,
) -> impl Iterator<Item = TermId> {
    let enough = shared.iter().filter(|(_, count)| **count >= LEAST_SHARED);
    let mut terms: Vec<_> = enough
        .map(|(&id, &count)| (Reverse(count), taxonomy.term(id).works.len(), id))
        .collect();
    terms.sort_unstable();
    terms.into_iter().map(|(_, _, id)| id)
}
