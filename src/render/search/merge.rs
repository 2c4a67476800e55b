//! Many runs as one.

use std::ops::Range;

use super::run::{Reading, Run};
use crate::error::Result;

/// A key with the postings of all its documents.
#[derive(Default)]
pub(super) struct Group {
    /// The key.
    pub(super) key: Vec<u8>,
    documents: Vec<(u32, Range<usize>)>,
    bytes: Vec<u8>,
}

impl Group {
    pub(super) fn clear(&mut self) {
        self.key.clear();
        self.documents.clear();
        self.bytes.clear();
    }

    /// Adds a document's posting.
    pub(super) fn push(&mut self, document: u32, posting: &[u8]) {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(posting);
        self.documents.push((document, start..self.bytes.len()));
    }

    /// The documents and their postings.
    pub(super) fn postings(&self) -> impl ExactSizeIterator<Item = (u32, &[u8])> {
        let documents = self.documents.iter();
        documents.map(|(document, range)| {
            (*document, self.bytes.get(range.clone()).unwrap_or_default())
        })
    }
}

/// Reads runs together, key by key.
pub(super) struct Merge {
    readings: Vec<Option<Reading>>,
}

impl Merge {
    pub(super) fn new(runs: Vec<Run>) -> Result<Merge> {
        let readings = runs.into_iter().map(Reading::begin).collect::<Result<_>>()?;
        Ok(Merge { readings })
    }

    /// Fills the group with the next key; false if there is none.
    pub(super) fn next(&mut self, group: &mut Group) -> Result<bool> {
        group.clear();
        let first = self.readings.iter().flatten().map(Reading::key).min();
        let Some(first) = first.map(<[u8]>::to_vec) else { return Ok(false) };
        let mut shares = 0;
        for slot in &mut self.readings {
            let Some(reading) = slot.take_if(|reading| *reading.key() == *first) else {
                continue;
            };
            reading.add_to(group);
            *slot = reading.next()?;
            shares += 1;
        }
        if shares > 1 {
            // A document is in one run only.
            group.documents.sort_unstable_by_key(|(document, _)| *document);
        }
        group.key = first;
        Ok(true)
    }
}
