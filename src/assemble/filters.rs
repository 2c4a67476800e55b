//! Which lists can be narrowed, to what.

use rayon::prelude::*;

use crate::archive::{Archive, Filter, Listed, TaxonomyId, TermId, WorkId};

/// A list of this many works or fewer is seen at a glance.
const MIN_WORKS: usize = 50;
/// How many terms of a facet a list can be narrowed to.
const MAX_TERMS: usize = 24;

/// Every filter of every list, in the order of the lists.
pub(super) fn filters(archive: &Archive) -> Vec<Filter> {
    let facets = facets(archive);
    let lists = lists(archive).into_par_iter().flat_map_iter(|list| {
        facets.iter().flat_map(move |facet| facet.filters(list, archive.listed(list)))
    });
    lists.collect()
}

/// The lists that can be narrowed, in order.
fn lists(archive: &Archive) -> Vec<Listed> {
    let years = archive.timeline.years.iter().map(|year| Listed::Year(year.year));
    let taxonomies = archive.taxonomies.iter().enumerate();
    let terms = taxonomies.flat_map(|(at, taxonomy)| {
        taxonomy.used().map(move |(term, _)| Listed::Term(TaxonomyId::new(at), term))
    });
    years.chain(terms).collect()
}

/// A taxonomy that lists are narrowed by.
struct Facet {
    taxonomy: TaxonomyId,
    terms: usize,
    /// By work: every term that it stands under.
    by_work: Vec<Vec<TermId>>,
}

fn facets(archive: &Archive) -> Vec<Facet> {
    let named = archive.config.filters.iter();
    let found = named.filter_map(|name| {
        let at = archive.taxonomies.iter().position(|t| *t.name == **name)?;
        Some(Facet::new(archive, TaxonomyId::new(at)))
    });
    found.collect()
}

impl Facet {
    fn new(archive: &Archive, id: TaxonomyId) -> Facet {
        let taxonomy = archive.taxonomy(id);
        let mut by_work = vec![Vec::new(); archive.works.len()];
        for (term_id, term) in taxonomy.used() {
            for work in &term.works {
                if let Some(terms) = by_work.get_mut(work.index()) {
                    terms.push(term_id);
                }
            }
        }
        Facet { taxonomy: id, terms: taxonomy.terms.len(), by_work }
    }

    fn filters(&self, list: Listed, works: &[WorkId]) -> Vec<Filter> {
        let is_own = matches!(list, Listed::Term(id, _) if id == self.taxonomy);
        if is_own || works.len() <= MIN_WORKS {
            return Vec::new();
        }
        let mut under: Vec<Vec<WorkId>> = vec![Vec::new(); self.terms];
        for work in works {
            for term in self.by_work.get(work.index()).into_iter().flatten() {
                if let Some(under) = under.get_mut(term.index()) {
                    under.push(*work);
                }
            }
        }
        let found = under.into_iter().enumerate();
        let narrowing =
            found.filter(|(_, under)| !under.is_empty() && under.len() < works.len());
        let mut filters: Vec<Filter> = narrowing
            .map(|(at, works)| {
                let term = TermId::new(at);
                Filter { list, taxonomy: self.taxonomy, term, works }
            })
            .collect();
        filters.sort_by_key(|filter| std::cmp::Reverse(filter.works.len()));
        filters.truncate(MAX_TERMS);
        filters
    }
}
