//! From what documents say to terms: one term however it is spelled.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::letters::index;
use super::relations;
use super::said::{said, term_slug};
use crate::archive::{Archive, Index, Lists, Taxonomy, Term, TermId, WorkId};
use crate::config::{TAXONOMIES, Vocabulary, VocabularyEntry, Wording};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::Document;
use crate::language::Language;

/// Makes every taxonomy, those of `site.toml` after those that every archive has.
pub(super) fn taxonomies(
    archive: &Archive,
    vocabularies: &[Vocabulary],
    found: &mut Vec<Diagnostic>,
) -> Vec<Taxonomy> {
    let own = archive.config.taxonomies.iter();
    let own = own.filter(|extra| !TAXONOMIES.contains(&&*extra.name));
    let facets: Vec<Facet<'_>> = TAXONOMIES
        .iter()
        .map(|name| Facet { name, key: name, label: Wording::default() })
        .chain(own.map(|extra| Facet {
            name: &extra.name,
            key: &extra.key,
            label: extra.label.clone(),
        }))
        .collect();
    let made: Vec<Checked<Taxonomy>> = facets
        .into_par_iter()
        .map(|facet| taxonomy(archive, facet, vocabularies))
        .collect();
    made.into_iter().map(|taxonomy| taxonomy.into_value(found)).collect()
}

fn taxonomy(
    archive: &Archive,
    facet: Facet<'_>,
    vocabularies: &[Vocabulary],
) -> Checked<Taxonomy> {
    let mut found = Vec::new();
    let vocabulary = vocabularies.iter().find(|v| v.taxonomy == facet.name);
    let mut builder = Builder::new(vocabulary, &mut found);
    let by_work: Vec<Vec<usize>> = (0..archive.works.len())
        .map(|at| builder.work(archive, WorkId::new(at), facet.key))
        .collect();
    let withdrawn: Vec<Vec<usize>> = archive
        .withdrawn
        .iter()
        .map(|withdrawn| builder.known_terms(&withdrawn.document, facet.key))
        .collect();
    let value = builder.finish(archive, facet, &by_work, &withdrawn);
    Checked { value, diagnostics: found }
}

struct Facet<'a> {
    name: &'a str,
    key: &'a str,
    label: Wording,
}

/// A term in the making.
struct Draft<'v> {
    slug: String,
    entry: Option<&'v VocabularyEntry>,
    /// How often each spelling was met, by language.
    spellings: BTreeMap<Language, BTreeMap<String, usize>>,
}

struct Builder<'v> {
    drafts: Vec<Draft<'v>>,
    /// From the slug of every known spelling to its term.
    known: BTreeMap<String, usize>,
    /// From spellings met to their terms, which spares the slug: most are met often.
    met: HashMap<Box<str>, usize>,
}

impl<'v> Builder<'v> {
    fn new(vocabulary: Option<&'v Vocabulary>, found: &mut Vec<Diagnostic>) -> Self {
        let mut builder =
            Builder { drafts: Vec::new(), known: BTreeMap::new(), met: HashMap::new() };
        let Some(vocabulary) = vocabulary else { return builder };
        for entry in &vocabulary.entries {
            let at = builder.drafts.len();
            builder.drafts.push(Draft {
                slug: entry.slug.clone(),
                entry: Some(entry),
                spellings: BTreeMap::new(),
            });
            builder.known.insert(entry.slug.clone(), at);
        }
        for (at, entry) in vocabulary.entries.iter().enumerate() {
            builder.add_spellings(at, entry, vocabulary, found);
        }
        relations::report(vocabulary, found);
        builder
    }

    fn add_spellings(
        &mut self,
        at: usize,
        entry: &VocabularyEntry,
        vocabulary: &Vocabulary,
        found: &mut Vec<Diagnostic>,
    ) {
        let aliases = entry.aliases.iter().map(String::as_str);
        for spelling in entry.label.texts().chain(aliases) {
            let known = *self.known.entry(term_slug(spelling)).or_insert(at);
            let other = vocabulary.entries.get(known).filter(|_| known != at);
            if let Some(other) = other {
                let message = format!(
                    "`{spelling}` is a spelling of both `{}` and `{}`",
                    other.slug, entry.slug
                );
                found.push(
                    Diagnostic::new(
                        Code::DuplicateTerm,
                        &vocabulary.path,
                        entry.span,
                        message,
                    )
                    .also(&vocabulary.path, other.span, "it leads here")
                    .help("keep the spelling in one of the two terms"),
                );
            }
        }
    }

    /// The terms of a work: all that its main version says, and of the others what the
    /// vocabulary knows; a translation's own words would make terms of their own.
    fn work(&mut self, archive: &Archive, work: WorkId, key: &str) -> Vec<usize> {
        let mut terms: Vec<usize> = Vec::new();
        for id in archive.versions(work) {
            let document = archive.document(id);
            let is_first = terms.is_empty();
            for spelling in said(document, key) {
                let is_welcome = is_first || key == "languages";
                let Some(at) = self.meet(&spelling, is_welcome) else { continue };
                self.note_spelling(at, &document.language, &spelling);
                if !terms.contains(&at) {
                    terms.push(at);
                }
            }
        }
        terms
    }

    /// The terms of a document among those that there are.
    fn known_terms(&self, document: &Document, key: &str) -> Vec<usize> {
        let slugs = said(document, key).into_iter().map(|spelling| term_slug(&spelling));
        let mut terms: Vec<usize> =
            slugs.filter_map(|slug| self.known.get(&slug).copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// The term of a spelling; a new one where there is none and one is welcome.
    fn meet(&mut self, spelling: &str, is_welcome: bool) -> Option<usize> {
        if let Some(&at) = self.met.get(spelling) {
            return Some(at);
        }
        let slug = term_slug(spelling);
        let known = self.known.get(&slug).copied();
        let at = known.or_else(|| is_welcome.then(|| self.add(slug)))?;
        self.met.insert(spelling.into(), at);
        Some(at)
    }

    fn add(&mut self, slug: String) -> usize {
        let at = self.drafts.len();
        self.known.insert(slug.clone(), at);
        self.drafts.push(Draft { slug, entry: None, spellings: BTreeMap::new() });
        at
    }

    fn note_spelling(&mut self, at: usize, language: &Language, spelling: &str) {
        let draft = self.drafts.get_mut(at).filter(|draft| draft.entry.is_none());
        let Some(draft) = draft else { return };
        let spellings = draft.spellings.entry(language.clone()).or_default();
        match spellings.get_mut(spelling) {
            Some(count) => *count += 1,
            None => drop(spellings.insert(spelling.to_owned(), 1)),
        }
    }

    fn finish(
        self,
        archive: &Archive,
        facet: Facet<'_>,
        by_work: &[Vec<usize>],
        withdrawn: &[Vec<usize>],
    ) -> Taxonomy {
        let mut order: Vec<usize> = (0..self.drafts.len()).collect();
        let slug = |at: &usize| self.drafts.get(*at).map(|draft| draft.slug.as_str());
        order.sort_by(|a, b| slug(a).cmp(&slug(b)));
        let mut ids = vec![TermId::default(); order.len()];
        for (position, &at) in order.iter().enumerate() {
            if let Some(id) = ids.get_mut(at) {
                *id = TermId::new(position);
            }
        }
        let id_of = |at: usize| ids.get(at).copied().unwrap_or_default();
        let terms = order.iter().filter_map(|&at| self.drafts.get(at));
        let terms: Vec<Term> = terms
            .map(|draft| draft.term(|slug| self.known.get(slug).map(|&at| id_of(at))))
            .collect();
        let with_ids = |lists: &[Vec<usize>]| -> Lists<TermId> {
            let ids = lists.iter().map(|terms| terms.iter().map(|&at| id_of(at)));
            ids.map(Iterator::collect::<Vec<_>>).collect()
        };
        let (by_work, withdrawn) = (with_ids(by_work), with_ids(withdrawn));
        let mut taxonomy = Taxonomy {
            name: facet.name.into(),
            label: facet.label,
            terms,
            indexes: Vec::new(),
            hierarchical: false,
            by_work,
        };
        relations::connect(&mut taxonomy, archive.works.len());
        for at in 0..archive.withdrawn.len() {
            for id in taxonomy.with_broader(withdrawn.get(at)) {
                if let Some(term) = taxonomy.terms.get_mut(id.index()) {
                    term.withdrawn.push(at);
                }
            }
        }
        let languages =
            archive.interfaces().map(|interface| archive.interface(interface));
        taxonomy.indexes =
            languages.map(|language| index_of(&taxonomy, language)).collect();
        taxonomy
    }
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

impl Draft<'_> {
    fn term(&self, id_of: impl Fn(&str) -> Option<TermId>) -> Term {
        let entry = self.entry;
        let label = match entry {
            Some(entry) => entry.label.clone(),
            None => {
                Wording::each(self.spellings.iter().filter_map(|(language, counts)| {
                    // The commonest spelling; of two as common, the first in the alphabet.
                    let best =
                        counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)))?;
                    Some((language.clone(), best.0.as_str().into()))
                }))
            }
        };
        let broader = entry.map_or(&[][..], |entry| &entry.broader);
        let related = entry.map_or(&[][..], |entry| &entry.related);
        Term {
            slug: self.slug.as_str().into(),
            label,
            reading: entry.map(|e| e.reading.clone()).unwrap_or_default(),
            description: entry.map(|e| e.description.clone()).unwrap_or_default(),
            url: entry.and_then(|e| e.url.as_deref()).map(Box::from),
            broader: broader.iter().filter_map(|key| id_of(key)).collect(),
            narrower: Vec::new(),
            related: related.iter().filter_map(|key| id_of(key)).collect(),
            works: Vec::new(),
            withdrawn: Vec::new(),
        }
    }
}
