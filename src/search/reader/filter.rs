//! Which documents a query may find at all.

use super::Index;
use crate::date::Bounds;
use crate::error::Result;
use crate::language::Language;
use crate::search::format::FacetTerm;
use crate::slug::slug;

/// What documents must be to be found; all of it.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Nothing that is certainly earlier.
    pub from: Option<Bounds>,
    /// Nothing that is certainly later.
    pub to: Option<Bounds>,
    /// Any of these languages; all if there is none.
    pub languages: Vec<Language>,
    /// By taxonomy: any of these terms or a narrower one, as [`Index::term`] finds them.
    pub terms: Vec<(String, Vec<usize>)>,
}

impl Index<'_> {
    /// The term of that name in addresses, or of that label in any language.
    pub fn term(&mut self, taxonomy: &str, name: &str) -> Result<Option<usize>> {
        let written = slug(name);
        let label = name.trim().to_lowercase();
        let terms = self.terms(taxonomy)?;
        let by_slug = terms.iter().position(|term| term.slug == written);
        let by_label = || {
            let is_meant = |l: &String| l.to_lowercase() == label;
            terms.iter().position(|term| term.labels.iter().any(is_meant))
        };
        Ok(by_slug.filter(|_| !written.is_empty()).or_else(by_label))
    }

    /// The terms of a taxonomy; none where there is no such taxonomy.
    pub fn terms(&mut self, taxonomy: &str) -> Result<Vec<FacetTerm>> {
        let facet = self.root.facets.iter().find(|facet| facet.name == taxonomy);
        let Some(facet) = facet.map(|facet| facet.file) else { return Ok(Vec::new()) };
        Ok(self.store.facet(facet)?.terms.clone())
    }

    /// Whether there is a text in a language; `zh` covers `zh-Hant`.
    pub fn has_language(&self, language: &Language) -> bool {
        self.columns.tags.iter().any(|tag| covers(language, tag))
    }

    /// By document: whether the filter lets it through.
    pub(super) fn allowed(&mut self, filter: &Filter) -> Result<Vec<bool>> {
        let first = filter.from.map_or(i64::MIN, |from| from.first.since_1970());
        let last = filter.to.map_or(i64::MAX, |to| to.last.since_1970());
        let is_dated = filter.from.is_some() || filter.to.is_some();
        let dates = self.columns.dates.iter();
        let mut works: Vec<bool> =
            dates.map(|date| !is_dated || date.meets(first, last)).collect();
        for (taxonomy, wanted) in &filter.terms {
            let facet = self.root.facets.iter().find(|facet| facet.name == *taxonomy);
            let Some(facet) = facet.map(|facet| facet.file) else { continue };
            let facet = self.store.facet(facet)?;
            let terms = facet.at_or_below(wanted);
            for (is_allowed, own) in works.iter_mut().zip(&facet.works) {
                let has = own.iter().any(|&term| terms.get(term as usize) == Some(&true));
                *is_allowed &= has;
            }
        }
        let tags = self.columns.tags.iter();
        let tags: Vec<bool> = tags.map(|tag| filter.speaks(tag)).collect();
        let versions = works.iter().zip(&self.columns.versions);
        let works = versions.flat_map(|(&is_allowed, &versions)| {
            std::iter::repeat_n(is_allowed, versions as usize)
        });
        let languages = self.columns.languages.iter();
        let each = works.zip(languages).map(|(is_allowed, &language)| {
            is_allowed && tags.get(language as usize) == Some(&true)
        });
        Ok(each.collect())
    }
}

impl Filter {
    /// Whether a language is asked for; `zh` covers `zh-Hant`.
    fn speaks(&self, tag: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|asked| covers(asked, tag))
    }
}

fn covers(asked: &Language, tag: &str) -> bool {
    let rest = tag.strip_prefix(asked.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
