//! Taxonomies as facets.

use super::numbers::Numbers;
use crate::archive::{Taxonomy, Term, TermId};
use crate::document::Kind;
use crate::language::Language;
use crate::render::html::Texts;
use crate::search::format::{Facet, FacetTerm};

/// A taxonomy with labels in each interface language.
pub(super) fn facet(taxonomy: &Taxonomy, numbers: &Numbers, texts: &[&Texts]) -> Facet {
    let small = |id: &TermId| u32::try_from(id.index()).unwrap_or(u32::MAX);
    let terms = taxonomy.terms.iter().map(|term| FacetTerm {
        slug: term.slug.to_string(),
        labels: texts.iter().map(|texts| label(&taxonomy.name, term, texts)).collect(),
        broader: term.broader.iter().map(small).collect(),
    });
    let works = numbers.works.iter();
    let works = works.map(|work| taxonomy.by_work.get(work.index()));
    Facet {
        terms: terms.collect(),
        works: works.map(|terms| terms.iter().map(small).collect()).collect(),
    }
}

/// What readers call a term; kinds and languages have words of the interface.
fn label(taxonomy: &str, term: &Term, texts: &Texts) -> String {
    let own = term.label.closest(&texts.language).map_or(&*term.slug, |(label, _)| label);
    let word = match taxonomy {
        "kinds" => Kind::parse(own)
            .and_then(|kind| texts.find(&format!("kinds.{}", kind.name()))),
        "languages" => Language::parse(own).and_then(|language| {
            let exact = texts.find(&format!("languages.{language}"));
            let primary = || texts.find(&format!("languages.{}", language.primary()));
            exact.or_else(primary).or(language.endonym())
        }),
        _ => None,
    };
    word.unwrap_or(own).to_owned()
}
