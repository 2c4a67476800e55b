//! What a long list can be narrowed to.

use serde::Serialize;

use super::Scene;
use super::terms::TermView;
use crate::archive::{FilterId, Listed, Planned, TaxonomyId};
use crate::render::html::context::{Context, insert};

/// A facet that a list can be narrowed by.
#[derive(Serialize)]
struct Facet {
    label: String,
    /// The list as it is without this facet.
    all: String,
    /// Whether it is narrowed by this one.
    active: bool,
    terms: Vec<Choice>,
}

/// A term that a list can be narrowed to.
#[derive(Serialize)]
struct Choice {
    #[serde(flatten)]
    term: TermView,
    current: bool,
}

impl Scene<'_> {
    /// Adds `facets` where there is no way to narrow a list.
    pub(super) fn no_facets(context: &mut Context) {
        insert(context, "facets", &Vec::<Facet>::new());
    }

    /// Adds `facets`, the ways to narrow a list; `narrowed` is the one that was taken.
    pub(super) fn facets(
        &self,
        planned: &Planned,
        list: Listed,
        narrowed: Option<FilterId>,
        context: &mut Context,
    ) {
        let mut facets: Vec<(TaxonomyId, Facet)> = Vec::new();
        let all = self.index_href(&self.archive.list_name(list));
        let is_first = planned.number == 1;
        for (id, filter) in self.archive.filters_of(list).filter(|_| is_first) {
            let current = narrowed == Some(id);
            let mut term = self.term_view(filter.taxonomy, filter.term);
            term.href = self.index_href(&self.archive.filter_name(id));
            term.count = filter.works.len();
            let choice = Choice { term, current };
            match facets.iter_mut().find(|(taxonomy, _)| *taxonomy == filter.taxonomy) {
                Some((_, facet)) => {
                    facet.active |= current;
                    facet.terms.push(choice);
                }
                None => facets.push((
                    filter.taxonomy,
                    Facet {
                        label: self.taxonomy_label(filter.taxonomy),
                        all: all.clone(),
                        active: current,
                        terms: vec![choice],
                    },
                )),
            }
        }
        let facets: Vec<Facet> = facets.into_iter().map(|(_, facet)| facet).collect();
        insert(context, "facets", &facets);
    }
}
