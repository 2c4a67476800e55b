//! Which documents come first: BM25, more for titles and headings.

use std::cmp::Ordering;

use super::lists::Positions;
use crate::search::format::{Columns, Posting, Root, length_of};

/// How much of a want a document has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Match {
    pub(super) document: u32,
    /// Occurrences, other forms counted less.
    weight: f64,
    in_title: f64,
    in_heading: f64,
    /// The first passage of the text that has it; 0 where only the head has.
    passage: u32,
}

impl Match {
    pub(super) fn counted(posting: &Posting, factor: f64) -> Match {
        let flag = |is_so: bool| if is_so { factor } else { 0.0 };
        Match {
            document: posting.document,
            weight: f64::from(posting.count) * factor,
            in_title: flag(posting.in_title),
            in_heading: flag(posting.in_heading),
            passage: posting.passage,
        }
    }

    /// Matches by positions; passage 0 is the head, which begins with the title.
    pub(super) fn all(positions: Positions) -> Vec<Match> {
        let each = positions.into_iter().map(|(document, positions)| Match {
            document,
            weight: positions.iter().map(|_| 1.0).sum(),
            in_title: if positions.first().is_some_and(|p| p.0 == 0) { 1.0 } else { 0.0 },
            in_heading: 0.0,
            passage: positions.iter().map(|p| p.0).find(|&p| p > 0).unwrap_or(0),
        });
        each.collect()
    }

    /// Adds another match in the same document; false where it is of another.
    pub(super) fn join(&mut self, other: &Match) -> bool {
        if self.document != other.document {
            return false;
        }
        self.weight += other.weight;
        self.in_title = self.in_title.max(other.in_title);
        self.in_heading = self.in_heading.max(other.in_heading);
        self.passage = match (self.passage, other.passage) {
            (0, passage) | (passage, 0) => passage,
            (a, b) => a.min(b),
        };
        true
    }
}

/// The score of each document so far, and its best passage.
pub(super) struct Ranking<'i> {
    columns: &'i Columns,
    documents: f64,
    /// The mean length of a document.
    mean: f64,
    scores: Vec<Score>,
}

#[derive(Clone, Copy, Default)]
struct Score {
    total: f64,
    passage: u32,
    /// How rare what stands in the passage is.
    rarity: f64,
}

/// How soon more occurrences count no more.
const SATURATION: f64 = 1.2;
/// How much a long document's occurrences count less.
const LENGTH: f64 = 0.75;
const TITLE: f64 = 1.5;
const HEADING: f64 = 0.5;

impl<'i> Ranking<'i> {
    #[expect(clippy::cast_precision_loss, reason = "a mean need not be exact")]
    pub(super) fn new(root: &Root, columns: &'i Columns) -> Ranking<'i> {
        let documents = f64::from(root.documents.max(1));
        Ranking {
            columns,
            documents,
            mean: (root.units as f64 / documents).max(1.0),
            scores: vec![Score::default(); columns.languages.len()],
        }
    }

    /// Counts matches of a want that so many documents have.
    #[expect(clippy::cast_precision_loss, reason = "a weight need not be exact")]
    pub(super) fn add(&mut self, matches: &[Match], having: usize) {
        let having = having as f64;
        let rarity = (1.0 + (self.documents - having + 0.5) / (having + 0.5)).ln();
        for found in matches {
            let at = found.document as usize;
            let length = self.columns.lengths.get(at).map_or(0, |&byte| length_of(byte));
            let norm = 1.0 - LENGTH + LENGTH * length as f64 / self.mean;
            let text =
                found.weight * (SATURATION + 1.0) / (found.weight + SATURATION * norm);
            let Some(score) = self.scores.get_mut(at) else { continue };
            score.total +=
                rarity * (text + TITLE * found.in_title + HEADING * found.in_heading);
            if found.passage > 0 && (score.passage == 0 || rarity > score.rarity) {
                (score.passage, score.rarity) = (found.passage, rarity);
            }
        }
    }

    /// The best so many of these documents, with their passages.
    pub(super) fn best(&self, documents: &[u32], limit: usize) -> Vec<(u32, u32)> {
        let score = |document: u32| {
            self.scores.get(document as usize).copied().unwrap_or_default()
        };
        let mut order: Vec<(u32, Score)> =
            documents.iter().map(|&document| (document, score(document))).collect();
        order.sort_by(|(a, of_a), (b, of_b)| {
            let by_score = of_b.total.partial_cmp(&of_a.total).unwrap_or(Ordering::Equal);
            by_score.then(a.cmp(b))
        });
        order.truncate(limit);
        order.into_iter().map(|(document, score)| (document, score.passage)).collect()
    }
}
