//! Works that share something with a work, and what they share; works near in date.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Scene;
use super::entry::Mention;
use super::terms::TermView;
use crate::archive::{TaxonomyId, TermId, WorkId};
use crate::date::Day;

/// A related work with the reasons.
#[derive(Serialize)]
pub(super) struct Related<'a> {
    entry: Mention<'a>,
    /// What both stand under, the rarest first.
    shared: Vec<TermView>,
    /// Whether nothing but their dates relates them.
    near: bool,
}

/// Terms of any taxonomy.
type Terms = Vec<(TaxonomyId, TermId)>;

/// What relates works; a language or a source does not.
const TAXONOMIES: &[&str] = &["topics", "people", "series"];
/// Neighbours in time looked at on either side under each term: a work's page must not
/// cost more in a larger archive.
const AROUND: usize = 8;
const MOST: usize = 5;
const MOST_REASONS: usize = 3;
/// Works of days this far apart are near in date.
const NEAR_DAYS: u64 = 31;
/// How many neighbours in time are looked at on either side for those.
const NEIGHBOURS: usize = 64;

impl<'a> Scene<'a> {
    /// The works that share the most with this one, rare terms counting more than common
    /// ones, then those nearest in date; those that it cites or that cite it are shown
    /// elsewhere.
    pub(super) fn related(&self, work: WorkId) -> Vec<Related<'a>> {
        let archive = self.archive;
        let mut shared: BTreeMap<WorkId, Terms> = BTreeMap::new();
        for (at, taxonomy) in archive.taxonomies.iter().enumerate() {
            if !TAXONOMIES.contains(&&*taxonomy.name) {
                continue;
            }
            for &term in taxonomy.by_work.get(work.index()) {
                for other in around(&taxonomy.term(term).works, work) {
                    shared.entry(other).or_default().push((TaxonomyId::new(at), term));
                }
            }
        }
        for known in [&archive.cites, &archive.cited_by] {
            for other in known.get(work.index()) {
                shared.remove(other);
            }
        }
        let mut ranked: Vec<(u64, WorkId, Terms)> = shared
            .into_iter()
            .map(|(other, terms)| (self.weight(&terms), other, terms))
            .collect();
        // Of equals the one nearer in time.
        let distance = |other: WorkId| other.index().abs_diff(work.index());
        ranked.sort_by_key(|(weight, other, _)| {
            (std::cmp::Reverse(*weight), distance(*other), *other)
        });
        ranked.truncate(MOST);
        let mut related: Vec<Related<'a>> = Vec::new();
        let mut known = BTreeSet::from([work]);
        for (_, other, terms) in ranked {
            known.insert(other);
            related.push(self.reasons(other, terms));
        }
        let rest = MOST - related.len();
        if rest > 0 {
            let near = self.near(work, &known).into_iter().take(rest);
            related.extend(near.map(|other| self.near_in_date(other)));
        }
        related
    }

    /// Works whose first days are not far from a work's own, the nearest first, without
    /// those that the page shows already.
    fn near(&self, work: WorkId, known: &BTreeSet<WorkId>) -> Vec<WorkId> {
        let Some(own) = self.first_day(work) else { return Vec::new() };
        let at = work.index();
        let after = (at + 1..self.archive.works.len()).take(NEIGHBOURS);
        let around = (0..at).rev().take(NEIGHBOURS).chain(after).map(WorkId::new);
        let is_elsewhere = |other: WorkId| {
            known.contains(&other)
                || self.archive.cites.get(at).contains(&other)
                || self.archive.cited_by.get(at).contains(&other)
        };
        let mut near: Vec<(u64, usize, WorkId)> = around
            .filter(|&other| !is_elsewhere(other))
            .filter_map(|other| {
                let days = self.first_day(other)?.days_to(own);
                let steps = other.index().abs_diff(at);
                (days <= NEAR_DAYS).then_some((days, steps, other))
            })
            .collect();
        near.sort_unstable();
        near.into_iter().map(|(_, _, other)| other).collect()
    }

    /// The first day of a date that is known to the year at least.
    fn first_day(&self, work: WorkId) -> Option<Day> {
        self.archive.work(work).first_day
    }

    fn near_in_date(&self, other: WorkId) -> Related<'a> {
        Related { entry: self.mention(other), shared: Vec::new(), near: true }
    }

    /// How much terms say: a term of two works as much as ten of a thousand.
    fn weight(&self, terms: &[(TaxonomyId, TermId)]) -> u64 {
        let count = |&(taxonomy, term): &(TaxonomyId, TermId)| {
            self.archive.taxonomy(taxonomy).term(term).works.len() as u64
        };
        terms.iter().map(|term| 1_000 / u64::from(count(term).ilog2() + 1)).sum()
    }

    fn reasons(&self, other: WorkId, mut terms: Terms) -> Related<'a> {
        terms.sort_by_key(|&(taxonomy, term)| {
            self.archive.taxonomy(taxonomy).term(term).works.len()
        });
        let shared = terms.into_iter().take(MOST_REASONS);
        Related {
            entry: self.mention(other),
            shared: shared
                .map(|(taxonomy, term)| self.term_view(taxonomy, term))
                .collect(),
            near: false,
        }
    }
}

/// The nearest works in a list in order of time, without the work itself.
fn around(works: &[WorkId], work: WorkId) -> impl Iterator<Item = WorkId> + '_ {
    let place = works.binary_search(&work).unwrap_or_else(|place| place);
    let start = place.saturating_sub(AROUND);
    let end = (place + AROUND + 1).min(works.len());
    let near = works.get(start..end).unwrap_or(&[]);
    near.iter().copied().filter(move |&other| other != work)
}
