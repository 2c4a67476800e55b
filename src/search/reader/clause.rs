//! A want with its postings: which documents have it, and where.

use super::lists::{List, Positions, documents, list, lists, positions};
use super::near;
use super::ranking::Match;
use super::row::{self, Part};
use super::store::Store;
use crate::error::Result;
use crate::search::format::Directory;
use crate::search::keys::{self, EDGE, FORM};
use crate::search::query::{PartUnit, Want};
use crate::search::tokens::stem;

/// A want and the postings of its keys.
pub(super) enum Clause {
    /// Any of the keys.
    Any(Vec<List>),
    /// Any of the keys, which have positions, though others stand for it better.
    Sign(Vec<List>, Vec<List>),
    /// All of these at their places, the rarest first.
    Row(Vec<Part>),
    /// Both close together.
    Near(Box<Clause>, Box<Clause>, u32),
}

/// How much another form of a word counts than the one that was asked for.
const OTHER_FORM: f64 = 0.5;

/// How much a longer word counts than the one that may still grow into it.
const GROWN: f64 = 0.05;

/// How many keys are loaded before it is asked again whether more may be.
const AT_ONCE: usize = 4;

/// Endings that a word somebody is writing may still get, as far as they change its stem.
const TAILS: &[&str] = &["", "s", "es", "d", "ed", "g", "ng", "ing"];

impl Clause {
    pub(super) fn new(
        want: &Want,
        store: &mut Store,
        directory: &Directory,
    ) -> Result<Clause> {
        Ok(match want {
            Want::Word(form) => Clause::Any(word(form, store, directory)?),
            Want::Exact(form) => Clause::Any(list(store, directory, &keys::word(form))?),
            Want::Prefix(start) => {
                let mut all = word(start, store, directory)?;
                all.extend(prefix(start, GROWN, store, directory)?);
                Clause::Any(all)
            }
            Want::Sign(c) => {
                let own = list(store, directory, &c.to_string())?;
                Clause::Sign(own, Vec::new())
            }
            Want::Phrase(parts) => {
                let mut row = store.each(parts, AT_ONCE, |store, part| {
                    let lists = match &part.unit {
                        PartUnit::Key(key) => list(store, directory, key)?,
                        PartUnit::Beginning(start) => {
                            prefix(start, 1.0, store, directory)?
                        }
                    };
                    Ok(Part { at: part.at, having: documents(&lists).len(), lists })
                })?;
                row.sort_by_key(|part| part.having);
                Clause::Row(row)
            }
            Want::Near(left, right, distance) => {
                let both = [&**left, &**right];
                let both = store
                    .each(&both, 1, |store, one| Self::placed(one, store, directory))?;
                let mut both = both.into_iter();
                match (both.next(), both.next()) {
                    (Some(left), Some(right)) => {
                        Clause::Near(Box::new(left), Box::new(right), *distance)
                    }
                    (left, _) => left.unwrap_or(Clause::Any(Vec::new())),
                }
            }
        })
    }

    /// What is wanted, as far as there is room.
    pub(super) fn all(
        wants: &[Want],
        store: &mut Store,
        directory: &Directory,
    ) -> Result<Vec<Clause>> {
        let is_small = wants.iter().all(|want| matches!(want, Want::Word(_)));
        let at_once = if is_small { AT_ONCE } else { 1 };
        store.each(wants, at_once, |store, want| Clause::new(want, store, directory))
    }

    /// The same with positions: a single character has none but those of its pairs.
    fn placed(want: &Want, store: &mut Store, directory: &Directory) -> Result<Clause> {
        let Want::Sign(c) = want else { return Clause::new(want, store, directory) };
        let start = c.to_string();
        let range = (start.as_bytes(), &*past(&start));
        let pairs = lists(store, directory, range, |key| (key != start).then_some(1.0))?;
        Ok(Clause::Sign(list(store, directory, &start)?, pairs))
    }

    /// The documents that may have it, sorted.
    pub(super) fn documents(&self) -> Vec<u32> {
        match self {
            Clause::Any(lists) | Clause::Sign(lists, _) => documents(lists),
            Clause::Row(parts) => {
                let mut each = parts.iter().map(|part| documents(&part.lists));
                let first = each.next().unwrap_or_default();
                each.fold(first, |a, b| super::intersection(&a, &b))
            }
            Clause::Near(left, right, _) => {
                super::intersection(&left.documents(), &right.documents())
            }
        }
    }

    /// How many documents have the rarest part of it.
    pub(super) fn rarity(&self) -> usize {
        match self {
            Clause::Any(lists) | Clause::Sign(lists, _) => documents(lists).len(),
            Clause::Row(parts) => parts.first().map_or(0, |part| part.having),
            Clause::Near(left, right, _) => left.rarity().min(right.rarity()),
        }
    }

    /// Whether positions must be read to tell.
    pub(super) fn has_places(&self) -> bool {
        match self {
            Clause::Any(_) | Clause::Sign(..) => false,
            Clause::Row(parts) => parts.len() > 1,
            Clause::Near(..) => true,
        }
    }

    /// Which of the candidates have it, and how much.
    pub(super) fn hits(
        &self,
        store: &mut Store,
        candidates: &[u32],
    ) -> Result<Vec<Match>> {
        match self {
            Clause::Any(lists) | Clause::Sign(lists, _) => Ok(counted(lists, candidates)),
            Clause::Row(parts) => match &**parts {
                [only] => Ok(counted(&only.lists, candidates)),
                _ => Ok(Match::all(self.positions(store, candidates)?)),
            },
            Clause::Near(..) => Ok(Match::all(self.positions(store, candidates)?)),
        }
    }

    /// Where the candidates have it.
    pub(super) fn positions(
        &self,
        store: &mut Store,
        candidates: &[u32],
    ) -> Result<Positions> {
        match self {
            Clause::Any(lists) => positions(store, lists, candidates),
            Clause::Sign(_, pairs) => positions(store, pairs, candidates),
            Clause::Row(parts) => row::positions(parts, store, candidates),
            Clause::Near(left, right, distance) => {
                let left = left.positions(store, candidates)?;
                let remaining: Vec<u32> = left.iter().map(|(d, _)| *d).collect();
                let right = right.positions(store, &remaining)?;
                Ok(near::positions(&left, &right, *distance))
            }
        }
    }
}

/// All forms of a word's stem; the form itself counts most.
fn word(form: &str, store: &mut Store, directory: &Directory) -> Result<Vec<List>> {
    let stem = stem(form);
    // The stem alone, and all that has a form behind it.
    let end = format!("{stem}{EDGE}");
    lists(store, directory, (stem.as_bytes(), end.as_bytes()), |key| {
        let is_same = key == stem || key.get(stem.len()..)?.starts_with(FORM);
        let factor = if keys::form(key) == form { 1.0 } else { OTHER_FORM };
        is_same.then_some(factor)
    })
}

/// All words that begin so.
fn prefix(
    start: &str,
    counts: f64,
    store: &mut Store,
    directory: &Directory,
) -> Result<Vec<List>> {
    let begins = |key: &str| keys::form(key).starts_with(start).then_some(counts);
    let mut all = lists(store, directory, (start.as_bytes(), &*past(start)), begins)?;
    let mut stems: Vec<String> = TAILS
        .iter()
        .map(|tail| stem(&format!("{start}{tail}")).into_owned())
        .filter(|stem| !stem.starts_with(start))
        .collect();
    stems.sort();
    stems.dedup();
    for stem in stems {
        let end = format!("{stem}{EDGE}");
        let range = (stem.as_bytes(), end.as_bytes());
        all.extend(lists(store, directory, range, begins)?);
    }
    Ok(all)
}

/// The first key behind all that begin so: no UTF-8 has this byte.
fn past(start: &str) -> Vec<u8> {
    [start.as_bytes(), &[0xFF]].concat()
}

/// What postings tell of the candidates.
fn counted(lists: &[List], candidates: &[u32]) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    for list in lists {
        let after =
            |document: u32| list.postings.partition_point(|p| p.document <= document);
        let last = candidates.last().map_or(0, |&last| after(last));
        let first = candidates.first().and_then(|first| first.checked_sub(1));
        let range = first.map_or(0, after)..last;
        for posting in list.postings.get(range).unwrap_or_default() {
            if candidates.binary_search(&posting.document).is_ok() {
                matches.push(Match::counted(posting, list.factor));
            }
        }
    }
    matches.sort_by_key(|found| found.document);
    matches.dedup_by(|later, first| first.join(later));
    matches
}
