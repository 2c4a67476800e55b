//! How terms stand to one another: broader, narrower, related.

use std::collections::BTreeMap;

use crate::archive::{Taxonomy, TermId, WorkId};
use crate::config::{Vocabulary, VocabularyEntry};
use crate::diagnostic::{Code, Diagnostic};

/// What the terms of a vocabulary say of each other that cannot be.
pub(super) fn report(vocabulary: &Vocabulary, found: &mut Vec<Diagnostic>) {
    let entries: Entries<'_> =
        vocabulary.entries.iter().map(|entry| (entry.slug.as_str(), entry)).collect();
    for entry in &vocabulary.entries {
        let mut wrong = |code, message, help| {
            let finding = Diagnostic::new(code, &vocabulary.path, entry.span, message);
            found.push(finding.help(help));
        };
        let own = entry.slug.as_str();
        for key in &entry.broader {
            if let Some(help) = wrong_broader(&entries, own, key) {
                let message = format!("`{own}` cannot stand under `{key}`");
                wrong(Code::InvalidBroader, message, help);
            }
        }
        for key in &entry.related {
            if let Some(help) = wrong_related(&entries, own, key) {
                let message = format!("`{own}` cannot be related to `{key}`");
                wrong(Code::InvalidRelated, message, help);
            }
        }
    }
}

/// A vocabulary by key.
type Entries<'v> = BTreeMap<&'v str, &'v VocabularyEntry>;

fn wrong_broader(entries: &Entries<'_>, own: &str, key: &str) -> Option<&'static str> {
    if !entries.contains_key(key) {
        return Some("`broader` names the key of another term of the same file");
    }
    stands_under(entries, key, own)
        .then_some("`broader` leads from a term upwards, never back to it")
}

/// Terms are related or one stands under the other, never both (SKOS, S27).
fn wrong_related(entries: &Entries<'_>, own: &str, key: &str) -> Option<&'static str> {
    if key == own || !entries.contains_key(key) {
        return Some("`related` names the key of another term of the same file");
    }
    (stands_under(entries, key, own) || stands_under(entries, own, key))
        .then_some("one of them stands under the other: leave out `related`")
}

/// Whether the way up from a term leads to another, or is the other.
fn stands_under<'v>(entries: &Entries<'v>, term: &'v str, other: &str) -> bool {
    let mut way = vec![term];
    let mut next = 0;
    while let Some(&key) = way.get(next) {
        if key == other {
            return true;
        }
        next += 1;
        for up in entries.get(key).map_or(&[][..], |entry| &entry.broader) {
            if !way.contains(&up.as_str()) {
                way.push(up);
            }
        }
    }
    false
}

/// Leads each relation both ways, and puts each of so many works under its terms and all
/// above them.
pub(super) fn connect(taxonomy: &mut Taxonomy, works: usize) {
    drop_circles(taxonomy);
    taxonomy.hierarchical = taxonomy.terms.iter().any(|term| !term.broader.is_empty());
    connect_narrower(taxonomy);
    connect_related(taxonomy);
    for at in 0..works {
        let own = taxonomy.by_work.get(at);
        let above = match taxonomy.hierarchical {
            true => taxonomy.with_broader(own).split_off(own.len()),
            false => Vec::new(),
        };
        for id in own.iter().chain(&above) {
            if let Some(term) = taxonomy.terms.get_mut(id.index()) {
                term.works.push(WorkId::new(at));
            }
        }
    }
}

/// Cuts what leads back to a term from its own broader terms.
fn drop_circles(taxonomy: &mut Taxonomy) {
    for at in 0..taxonomy.terms.len() {
        let id = TermId::new(at);
        let mut broader = taxonomy.term(id).broader.clone();
        broader.retain(|&up| !taxonomy.with_broader(&[up]).contains(&id));
        if let Some(term) = taxonomy.terms.get_mut(at) {
            term.broader = broader;
        }
    }
}

fn connect_narrower(taxonomy: &mut Taxonomy) {
    for at in 0..taxonomy.terms.len() {
        for up in taxonomy.term(TermId::new(at)).broader.clone() {
            if let Some(term) = taxonomy.terms.get_mut(up.index()) {
                term.narrower.push(TermId::new(at));
            }
        }
    }
}

/// What is related to a term is so on either side, unless it stands above or below.
fn connect_related(taxonomy: &mut Taxonomy) {
    let mut pairs = Vec::new();
    for at in 0..taxonomy.terms.len() {
        let id = TermId::new(at);
        let others = std::mem::take(match taxonomy.terms.get_mut(at) {
            Some(term) => &mut term.related,
            None => continue,
        });
        let others = others.into_iter().filter(|&other| !taxonomy.in_line(id, other));
        pairs.extend(others.flat_map(|other| [(id, other), (other, id)]));
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (id, other) in pairs {
        if let Some(term) = taxonomy.terms.get_mut(id.index()) {
            term.related.push(other);
        }
    }
}
