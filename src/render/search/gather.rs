//! Gathers postings of many documents, and sorts them by key.

use super::document::{Block, Sort};
use super::terms::Terms;
use crate::search::format::{put, write_positions};
use crate::search::tokens::{Tokenizer, Unit};

/// What a thread has gathered.
#[derive(Default)]
pub(super) struct Gatherer {
    tokenizer: Tokenizer,
    terms: Terms,
    records: Vec<Record>,
    /// The postings of all records, each behind its length.
    bytes: Vec<u8>,
    /// Of the document at hand: the key of each occurrence, and its place in `places`.
    occurrences: Vec<u64>,
    places: Vec<Occurrence>,
}

/// A document that has a key.
#[derive(Clone, Copy)]
struct Record {
    term: u32,
    document: u32,
    /// Where its posting begins.
    at: u32,
}

/// Where a key stands in the document at hand.
#[derive(Clone, Copy)]
struct Occurrence {
    passage: u32,
    offset: u32,
    sort: Sort,
}

/// A document whose units are being gathered.
pub(super) struct Gathering<'g> {
    gatherer: &'g mut Gatherer,
    passage: u32,
    offset: u32,
    length: u64,
}

impl Gatherer {
    /// Gathers what `read` finds in a document; its length in units.
    pub(super) fn document(
        &mut self,
        number: u32,
        read: impl FnOnce(&mut Gathering),
    ) -> u64 {
        self.occurrences.clear();
        self.places.clear();
        let mut gathering =
            Gathering { gatherer: self, passage: 0, offset: 0, length: 0 };
        read(&mut gathering);
        let length = gathering.length;
        self.postings(number);
        length
    }

    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        const KEY: usize = 96;
        self.records.len() * size_of::<Record>()
            + self.bytes.len()
            + self.terms.bytes * 2
            + self.terms.keys.len() * KEY
    }

    /// Makes postings of the document's occurrences.
    fn postings(&mut self, document: u32) {
        // By key, then by place.
        self.occurrences.sort_unstable();
        let mut positions = Vec::new();
        let mut posting = Vec::new();
        for of_key in self.occurrences.chunk_by(|a, b| a >> 32 == b >> 32) {
            let Some(&first) = of_key.first() else { continue };
            let places = of_key.iter().map(|at| (at & 0xFFFF_FFFF) as usize);
            positions.clear();
            posting.clear();
            let (mut flags, mut passage) = (0, 0);
            for place in places.filter_map(|at| self.places.get(at)) {
                flags |= match place.sort {
                    Sort::Title => 1,
                    Sort::Heading => 2,
                    Sort::Text => 0,
                };
                if passage == 0 {
                    passage = place.passage;
                }
                if place.offset != NOWHERE {
                    positions.push((place.passage, place.offset));
                }
            }
            put(&mut posting, (of_key.len() as u64) << 2 | flags);
            put(&mut posting, u64::from(passage));
            write_positions(&positions, &mut posting);
            let term = u32::try_from(first >> 32).unwrap_or(u32::MAX);
            let at = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
            self.records.push(Record { term, document, at });
            put(&mut self.bytes, posting.len() as u64);
            self.bytes.append(&mut posting);
        }
    }

    /// All of it, sorted.
    pub(super) fn into_run(self) -> Sorted {
        let mut keys: Vec<u32> = (0..).take(self.terms.keys.len()).collect();
        let key = |term: &u32| self.terms.keys.get(*term as usize);
        keys.sort_unstable_by(|a, b| key(a).cmp(&key(b)));
        let mut ends = vec![0_usize; self.terms.keys.len() + 1];
        for record in &self.records {
            ends.get_mut(record.term as usize + 1).into_iter().for_each(|end| *end += 1);
        }
        let mut before = 0;
        for end in &mut ends {
            before += *end;
            *end = before;
        }
        let mut next = ends.clone();
        let mut records = vec![(0, 0); self.records.len()];
        for record in &self.records {
            let Some(at) = next.get_mut(record.term as usize) else { continue };
            if let Some(own) = records.get_mut(*at) {
                *own = (record.document, record.at);
            }
            *at += 1;
        }
        for pair in ends.windows(2) {
            let [start, end] = pair else { continue };
            records.get_mut(*start..*end).into_iter().for_each(<[_]>::sort_unstable);
        }
        Sorted { order: keys, keys: self.terms.keys, ends, records, bytes: self.bytes }
    }
}

/// The offset of what has no position.
const NOWHERE: u32 = u32::MAX;

impl Gathering<'_> {
    /// Adds the units of a block; passages come in order.
    pub(super) fn block(&mut self, Block { passage, sort, text }: Block) {
        if passage > self.passage {
            self.passage = passage;
            self.offset = 0;
        }
        let mut tokenizer = std::mem::take(&mut self.gatherer.tokenizer);
        let mut last = None;
        tokenizer.units(text, |unit| {
            match unit {
                Unit::Next(c) => self.next(last, c, sort),
                Unit::First(c) => {
                    self.end_run(last, sort);
                    // So that pairs with none between them are known to be of one run.
                    self.offset += u32::from(last.is_some());
                    self.first(c, sort);
                }
                Unit::Word(word) => {
                    self.end_run(last, sort);
                    let term = self.gatherer.terms.word(word);
                    self.add(term, self.offset, sort);
                }
            }
            last = match (unit, last) {
                (Unit::Word(_), _) => None,
                (Unit::First(c), _) => Some((c, true)),
                (Unit::Next(c), _) => Some((c, false)),
            };
            self.offset += 1;
            self.length += 1;
        });
        self.end_run(last, sort);
        self.gatherer.tokenizer = tokenizer;
        self.offset += 1;
    }

    /// A run begins.
    fn first(&mut self, c: char, sort: Sort) {
        let (single, edge) = (self.gatherer.terms.single(c), self.gatherer.terms.edge(c));
        self.add(single, NOWHERE, sort);
        self.add(edge, self.offset, sort);
    }

    /// It goes on.
    fn next(&mut self, last: Option<(char, bool)>, c: char, sort: Sort) {
        let single = self.gatherer.terms.single(c);
        self.add(single, NOWHERE, sort);
        if let Some((last, _)) = last {
            let pair = self.gatherer.terms.pair(last, c);
            self.add(pair, self.offset - 1, sort);
        }
    }

    /// It has ended with the unit before; one of a single character began with it too.
    fn end_run(&mut self, last: Option<(char, bool)>, sort: Sort) {
        if let Some((c, false)) = last {
            let edge = self.gatherer.terms.edge(c);
            self.add(edge, self.offset - 1, sort);
        }
    }

    fn add(&mut self, term: u32, offset: u32, sort: Sort) {
        let gatherer = &mut *self.gatherer;
        let at = gatherer.places.len() as u64;
        gatherer.occurrences.push(u64::from(term) << 32 | at);
        gatherer.places.push(Occurrence { passage: self.passage, offset, sort });
    }
}

/// Postings sorted by key, then by document.
pub(super) struct Sorted {
    /// Numbers of keys in the keys' order.
    order: Vec<u32>,
    keys: Vec<Box<[u8]>>,
    /// By number of a key: where its records begin; one more for the end.
    ends: Vec<usize>,
    /// Each record's document and where its posting begins.
    records: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

impl Sorted {
    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// A key, by its sort in the order.
    pub(super) fn key(&self, at: usize) -> &[u8] {
        self.order.get(at).and_then(|&n| self.keys.get(n as usize)).map_or(&[], |key| key)
    }

    /// The documents of a key and their postings.
    pub(super) fn postings(
        &self,
        at: usize,
    ) -> impl ExactSizeIterator<Item = (u32, &[u8])> {
        let number = self.order.get(at).map_or(0, |&number| number as usize);
        let end = |at: usize| self.ends.get(at).copied().unwrap_or(0);
        let records = self.records.get(end(number)..end(number + 1)).unwrap_or_default();
        records.iter().map(|&(document, at)| {
            let bytes = self.bytes.get(at as usize..).unwrap_or_default();
            let mut cursor = crate::search::format::Cursor::new(bytes);
            let length = cursor.length().unwrap_or(0);
            (document, cursor.take(length).unwrap_or_default())
        })
    }
}
