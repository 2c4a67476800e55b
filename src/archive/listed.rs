//! The lists of works that readers can take with them.

use super::{Archive, InterfaceId, TaxonomyId, TermId, WorkId, decade_name, year_name};

/// The works of a period or of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Listed {
    /// The decade that begins in this year.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u8),
    /// Works without a date.
    Undated,
    /// The works under a term.
    Term(TaxonomyId, TermId),
}

impl Archive {
    /// The works of a list, in order of time.
    pub fn listed(&self, list: Listed) -> &[WorkId] {
        let timeline = &self.timeline;
        let works = match list {
            Listed::Decade(first) => timeline.decade(first).map(|d| &d.works),
            Listed::Year(year) => timeline.year(year).map(|y| &y.works),
            Listed::Month(year, month) => {
                timeline.year(year).and_then(|y| y.month(month)).map(|m| &m.works)
            }
            Listed::Undated => Some(&timeline.undated),
            Listed::Term(id, term) => Some(&self.taxonomy(id).term(term).works),
        };
        works.map_or(&[], Vec::as_slice)
    }

    /// The name of a list's page, the same in every interface language: `date/2018/04`.
    pub fn list_name(&self, list: Listed) -> String {
        match list {
            Listed::Decade(first) => format!("date/{}", decade_name(first)),
            Listed::Year(year) => format!("date/{}", year_name(year)),
            Listed::Month(year, month) => format!("date/{}/{month:02}", year_name(year)),
            Listed::Undated => "date/undated".to_owned(),
            Listed::Term(id, term) => {
                let taxonomy = self.taxonomy(id);
                format!("{}/{}", taxonomy.name, taxonomy.term(term).slug)
            }
        }
    }

    /// The folder of a list's files: there is one for all interface languages.
    pub fn list_path(&self, list: Listed) -> String {
        self.index_path(InterfaceId::default(), &self.list_name(list))
    }

    /// Every list that has works.
    pub fn lists(&self) -> Vec<Listed> {
        let timeline = &self.timeline;
        let mut lists = Vec::new();
        lists.extend(timeline.decades.iter().map(|d| Listed::Decade(d.first)));
        for year in &timeline.years {
            lists.push(Listed::Year(year.year));
            let months = year.months.iter();
            lists.extend(months.map(|m| Listed::Month(year.year, m.month)));
        }
        lists.extend((!timeline.undated.is_empty()).then_some(Listed::Undated));
        for (at, taxonomy) in self.taxonomies.iter().enumerate() {
            let terms = taxonomy.used();
            lists.extend(terms.map(|(term, _)| Listed::Term(TaxonomyId::new(at), term)));
        }
        lists
    }
}
