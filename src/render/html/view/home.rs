//! The home page: the newest, the counts, the ways in.

use serde::Serialize;

use super::Scene;
use super::terms::TermView;
use crate::archive::{TaxonomyId, WorkId};
use crate::render::html::context::{Context, insert};
use crate::render::html::rows::Failure;

/// How many works the home page shows.
const NEWEST: usize = 12;
/// How many terms of each taxonomy it shows.
const TERMS: usize = 12;

#[derive(Serialize)]
struct Way {
    name: String,
    label: String,
    href: String,
    /// How many terms there are in all.
    count: usize,
    /// Those with the most works.
    terms: Vec<TermView>,
}

impl Scene<'_> {
    pub(super) fn home(&self, context: &mut Context) -> Result<&'static str, Failure> {
        let archive = self.archive;
        let dated = archive.works.len() - archive.timeline.undated.len();
        let newest = (0..dated).rev().take(NEWEST).map(WorkId::new);
        context.insert("newest", self.rows(newest)?);
        insert(context, "histogram", &self.histogram());
        let ways: Vec<Way> = (0..archive.taxonomies.len())
            .map(|at| self.way(TaxonomyId::new(at)))
            .filter(|way| way.count > 0)
            .collect();
        insert(context, "ways", &ways);
        Ok("home.html")
    }

    fn way(&self, id: TaxonomyId) -> Way {
        let archive = self.archive;
        let taxonomy = archive.taxonomy(id);
        let mut used: Vec<_> = taxonomy.used().collect();
        let count = used.len();
        used.sort_by_key(|(_, term)| std::cmp::Reverse(term.works.len()));
        let terms = used.into_iter().take(TERMS);
        Way {
            name: taxonomy.name.to_string(),
            label: self.taxonomy_label(id),
            href: archive.href(&archive.taxonomy_path(self.interface, id)),
            count,
            terms: terms.map(|(term, _)| self.term_view(id, term)).collect(),
        }
    }
}
