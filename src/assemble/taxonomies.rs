//! The facets that works are found by, and the terms of each.

use rayon::prelude::*;

use super::letters::index;
use super::relations;
use super::terms::Terms;
use crate::archive::{Archive, Index, Lists, Taxonomy, Term, TermId};
use crate::config::{TAXONOMIES, Vocabulary, Wording};
use crate::diagnostic::{Checked, Diagnostic};
use crate::language::Language;

/// Makes every taxonomy that is not kept: those of `site.toml` after those that every
/// archive has.
pub(super) fn taxonomies(
    archive: &Archive,
    vocabularies: &[Vocabulary],
    mut kept: Vec<Taxonomy>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Taxonomy> {
    let facets = facets(archive).into_iter().map(|facet| {
        let at = kept.iter().position(|known| *known.name == *facet.name);
        (at.map(|at| kept.swap_remove(at)), facet)
    });
    let facets: Vec<(Option<Taxonomy>, Facet<'_>)> = facets.collect();
    let made: Vec<Checked<Taxonomy>> = facets
        .into_par_iter()
        .map(|(kept, facet)| {
            let mut found = Vec::new();
            let vocabulary = vocabularies.iter().find(|v| v.taxonomy == facet.name);
            let terms = Terms::of(vocabulary, &mut found);
            let value = kept.unwrap_or_else(|| made(archive, facet, terms));
            Checked { value, diagnostics: found }
        })
        .collect();
    made.into_iter().map(|taxonomy| taxonomy.into_value(found)).collect()
}

/// What works are found by.
pub(super) struct Facet<'a> {
    /// The taxonomy's name.
    pub(super) name: &'a str,
    /// What documents say it under.
    pub(super) key: &'a str,
    label: Wording,
}

/// The facet of every taxonomy, in the order of the navigation.
pub(super) fn facets(archive: &Archive) -> Vec<Facet<'_>> {
    let own = archive.config.taxonomies.iter();
    let own = own.filter(|extra| !TAXONOMIES.contains(&&*extra.name));
    let own = own.map(|extra| Facet {
        name: &extra.name,
        key: &extra.key,
        label: extra.label.clone(),
    });
    let all = TAXONOMIES.iter();
    let all = all.map(|name| Facet { name, key: name, label: Wording::default() });
    all.chain(own).collect()
}

/// A taxonomy of what documents say, beside the terms of its vocabulary.
fn made(archive: &Archive, facet: Facet<'_>, mut known: Terms<'_>) -> Taxonomy {
    let by_work = known.of_works(archive, facet.key);
    let withdrawn = archive.withdrawn.iter();
    let withdrawn: Lists<usize> =
        withdrawn.map(|gone| known.known_to(&gone.document, facet.key)).collect();
    let (terms, ids) = known.sorted();
    let with_ids =
        |terms: Lists<usize>| terms.map(|at| ids.get(at).copied().unwrap_or_default());
    let mut taxonomy = Taxonomy {
        name: facet.name.into(),
        label: facet.label,
        terms,
        indexes: Vec::new(),
        hierarchical: false,
        by_work: with_ids(by_work),
    };
    relations::connect(&mut taxonomy, archive.works.len());
    let withdrawn = with_ids(withdrawn);
    for at in 0..archive.withdrawn.len() {
        for id in taxonomy.with_broader(withdrawn.get(at)) {
            if let Some(term) = taxonomy.terms.get_mut(id.index()) {
                term.withdrawn.push(at);
            }
        }
    }
    let languages = archive.interfaces().map(|interface| archive.interface(interface));
    taxonomy.indexes = languages.map(|language| index_of(&taxonomy, language)).collect();
    taxonomy
}

/// A taxonomy of this many terms in use or fewer is seen at a glance.
const MOST_WITHOUT_LETTERS: usize = 60;

/// The terms in use in the order of their labels.
fn index_of(taxonomy: &Taxonomy, language: &Language) -> Index<TermId> {
    let used: Vec<(TermId, &Term)> = taxonomy.used().collect();
    let words = used.iter().map(|(_, term)| term.word(language));
    let Index { order, mut groups } = index(language, words);
    if taxonomy.hierarchical
        || used.len() <= MOST_WITHOUT_LETTERS
        || NAMED_BY_THEME.contains(&&*taxonomy.name)
    {
        groups.clear();
    }
    let order = order.into_iter().filter_map(|at| used.get(at)).map(|(id, _)| *id);
    Index { order: order.collect(), groups }
}

/// Taxonomies whose labels are the theme's: their letters are not known here.
const NAMED_BY_THEME: &[&str] = &["kinds", "languages"];
