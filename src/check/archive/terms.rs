//! Terms that are spelt in more ways than one.

use std::collections::BTreeMap;

use crate::archive::Taxonomy;
use crate::check::fold::folded;
use crate::check::seen::SeenTerm;
use crate::check::{Seen, Site};
use crate::config::{Vocabulary, VocabularyEntry};
use crate::diagnostic::{Code, Diagnostic, Fix};
use crate::document::Document;
use crate::language::Language;
use crate::slug::slug;

/// A term in a document.
#[derive(Clone, Copy)]
struct Use<'a> {
    document: &'a Document,
    term: &'a SeenTerm,
}

/// Uses that look like one term: of one taxonomy, in one language.
type Groups<'a> = BTreeMap<(usize, &'a Language, String), Vec<Use<'a>>>;

pub(super) fn alike(site: &Site<'_>, seen: &[Seen], found: &mut Vec<Diagnostic>) {
    let mut groups = Groups::new();
    for (document, seen) in site.archive.documents.iter().zip(seen) {
        for term in &seen.terms {
            let key = (term.taxonomy, &document.language, folded(&term.spelling));
            groups.entry(key).or_default().push(Use { document, term });
        }
    }
    let known: Vec<Spellings<'_>> =
        site.archive.taxonomies.iter().map(|t| Spellings::of(site, t)).collect();
    for ((taxonomy, language, fold), uses) in &groups {
        // Signs alone look alike and are not.
        if fold.is_empty() {
            continue;
        }
        let Some(known) = known.get(*taxonomy) else { continue };
        match known.entries.get(fold) {
            Some(entry) => against_vocabulary(known, entry, language, uses, found),
            None => against_each_other(known, uses, found),
        }
    }
}

/// What a vocabulary calls its terms, by what they look like.
struct Spellings<'a> {
    noun: String,
    can_be_mended: bool,
    entries: BTreeMap<String, &'a VocabularyEntry>,
}

impl<'a> Spellings<'a> {
    fn of(site: &Site<'a>, taxonomy: &Taxonomy) -> Spellings<'a> {
        let is_own = |known: &&Vocabulary| *known.taxonomy == *taxonomy.name;
        let entries = site.vocabularies.iter().filter(is_own).flat_map(|v| &v.entries);
        let mut known = BTreeMap::new();
        for entry in entries {
            for spelling in spellings(entry) {
                known.entry(folded(spelling)).or_insert(entry);
            }
        }
        Spellings {
            noun: taxonomy.name.trim_end_matches('s').to_owned(),
            can_be_mended: &*taxonomy.name == "topics",
            entries: known,
        }
    }
}

fn spellings(entry: &VocabularyEntry) -> impl Iterator<Item = &str> {
    let aliases = entry.aliases.iter().map(String::as_str);
    entry.label.texts().chain(aliases).chain([entry.slug.as_str()])
}

fn against_vocabulary(
    known: &Spellings<'_>,
    entry: &VocabularyEntry,
    language: &Language,
    uses: &[Use<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let wrong = uses.iter().filter(|used| {
        spellings(entry).all(|spelling| spelling != &*used.term.spelling)
            && entry.slug != slug(&used.term.spelling)
    });
    for used in wrong {
        let label = entry.label.closest(language).map_or(&*entry.slug, |(text, _)| text);
        let is_one = spellings(entry).any(|one| slug(one) == slug(&used.term.spelling));
        found.push(finding(known, *used, label, is_one));
    }
}

fn against_each_other(
    known: &Spellings<'_>,
    uses: &[Use<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for used in uses {
        *counts.entry(&used.term.spelling).or_default() += 1;
    }
    // The commonest; of two as common, the first in the alphabet.
    let best = counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
    let Some((&best, _)) = best.filter(|_| counts.len() > 1) else { return };
    for used in uses.iter().filter(|used| *used.term.spelling != *best) {
        let is_one = slug(best) == slug(&used.term.spelling);
        found.push(finding(known, *used, best, is_one));
    }
}

fn finding(known: &Spellings<'_>, used: Use<'_>, best: &str, is_one: bool) -> Diagnostic {
    let Use { document, term } = used;
    let (code, message) = match is_one {
        true => (
            Code::TermSpelling,
            format!("`{}` is spelt `{best}` elsewhere", term.spelling),
        ),
        false => (
            Code::SimilarTerms,
            format!("`{}` and `{best}` look like one {}", term.spelling, known.noun),
        ),
    };
    let finding = Diagnostic::new(code, &document.path, term.span, message);
    let finding = finding.help(format!("write `{best}`"));
    match known.can_be_mended && is_plain(best) {
        true => finding.fix(Fix {
            span: term.span,
            old: term.spelling.to_string(),
            new: best.to_owned(),
        }),
        false => finding,
    }
}

/// Whether YAML reads the words as one text, in a list on one line too.
fn is_plain(words: &str) -> bool {
    let is_word =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '・');
    words.chars().all(is_word) && words.starts_with(char::is_alphanumeric)
}
