//! Lists narrowed to one term of a facet: the treaties of a topic, the Japanese of a year.

use super::{Archive, FilterId, Listed, TaxonomyId, TermId, WorkId};

/// A list's works that also stand under a term of another taxonomy.
#[derive(Debug)]
pub struct Filter {
    /// The list.
    pub list: Listed,
    /// The facet.
    pub taxonomy: TaxonomyId,
    /// The term of the facet.
    pub term: TermId,
    /// In order of time; fewer than the list has.
    pub works: Vec<WorkId>,
}

impl Archive {
    /// The ways to narrow a list, by facet, each with the most works first.
    pub fn filters_of(&self, list: Listed) -> impl Iterator<Item = (FilterId, &Filter)> {
        let start = self.filters.partition_point(|filter| filter.list < list);
        let rest = self.filters.iter().enumerate().skip(start);
        rest.take_while(move |(_, filter)| filter.list == list)
            .map(|(at, filter)| (FilterId::new(at), filter))
    }
}
