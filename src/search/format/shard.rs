//! A shard: a row of keys with the documents that have them.

use std::ops::Range;

use super::directory::{next_key, put_key};
use super::{Cursor, Piece, Pieces, put};

/// A document that has a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Posting {
    /// The document's number.
    pub document: u32,
    /// How often it has the key; as many positions there are, if there are any.
    pub count: u32,
    /// Whether a heading has it.
    pub in_heading: bool,
    /// Whether the title has it.
    pub in_title: bool,
    /// The first passage of the text that has it; 0 where only the document's head does.
    pub passage: u32,
}

impl Posting {
    /// Appends the posting behind one of another document, or behind none.
    pub fn write(&self, before: Option<u32>, out: &mut Vec<u8>) {
        put(out, self.document.saturating_sub(before.unwrap_or(0)).into());
        let flags = u64::from(self.in_heading) << 1 | u64::from(self.in_title);
        put(out, u64::from(self.count) << 2 | flags);
        put(out, self.passage.into());
    }

    fn read(cursor: &mut Cursor, before: u32) -> Option<Posting> {
        let document = before.checked_add(cursor.small()?)?;
        let head = cursor.number()?;
        Some(Posting {
            document,
            count: u32::try_from(head >> 2).ok()?,
            in_heading: head & 2 != 0,
            in_title: head & 1 != 0,
            passage: cursor.small()?,
        })
    }
}

/// A shard while it is being written.
#[derive(Debug, Default)]
pub struct Draft {
    entries: Vec<u8>,
    postings: Vec<u8>,
    last: Vec<u8>,
    /// The first key.
    pub first: Vec<u8>,
    count: u64,
}

impl Draft {
    /// Whether it has no key yet.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Its bytes so far.
    pub fn len(&self) -> usize {
        self.entries.len() + self.postings.len()
    }

    /// Adds a key, which stands behind all that were added: the number of its documents,
    /// their postings, and how many bytes of positions they have.
    pub fn push(
        &mut self,
        key: &[u8],
        documents: u32,
        postings: &[u8],
        positions: usize,
    ) {
        if self.is_empty() {
            self.first = key.to_vec();
        }
        put_key(&mut self.entries, &self.last, key);
        put(&mut self.entries, documents.into());
        put(&mut self.entries, postings.len() as u64);
        put(&mut self.entries, positions as u64);
        self.postings.extend_from_slice(postings);
        self.last = key.to_vec();
        self.count += 1;
    }

    /// The bytes of the file, not yet packed.
    pub fn finish(&self, pieces: &[Piece]) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.len() + 16 * (1 + pieces.len()));
        put(&mut out, self.count);
        out.extend_from_slice(&self.entries);
        out.extend_from_slice(&self.postings);
        Pieces::write(pieces, &mut out);
        out
    }
}

/// A shard that has been read.
#[derive(Clone, Debug, Default)]
pub struct Shard {
    /// Its keys in order.
    pub entries: Vec<Entry>,
    /// Where the positions lie.
    pub pieces: Pieces,
    postings: Vec<u8>,
}

/// A key of a shard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Vec<u8>,
    /// How many documents have it.
    pub documents: u32,
    postings: Range<usize>,
    /// Its bytes in the row of the shard's positions.
    pub positions: Range<usize>,
}

impl Shard {
    /// Reads an unpacked file.
    pub fn read(bytes: &[u8]) -> Option<Shard> {
        let mut cursor = Cursor::new(bytes);
        let count = cursor.length()?;
        let (mut key, mut entries) = (Vec::new(), Vec::new());
        let (mut postings, mut positions) = (0_usize, 0_usize);
        for _ in 0..count {
            next_key(&mut cursor, &mut key)?;
            let documents = cursor.small()?;
            let next = |cursor: &mut Cursor, from: &mut usize| {
                let length = usize::try_from(cursor.number()?).ok()?;
                let range = *from..from.checked_add(length)?;
                *from = range.end;
                Some(range)
            };
            entries.push(Entry {
                key: key.clone(),
                documents,
                postings: next(&mut cursor, &mut postings)?,
                positions: next(&mut cursor, &mut positions)?,
            });
        }
        let postings = cursor.take(postings)?.to_vec();
        let pieces = Pieces::read(&mut cursor)?;
        Some(Shard { entries, pieces, postings })
    }

    /// The documents of a key in order.
    pub fn postings(&self, entry: &Entry) -> Option<Vec<Posting>> {
        let mut cursor = Cursor::new(self.postings.get(entry.postings.clone())?);
        let mut before = 0;
        let mut postings = Vec::new();
        while !cursor.is_at_end() {
            let posting = Posting::read(&mut cursor, before)?;
            before = posting.document;
            postings.push(posting);
        }
        Some(postings)
    }

    /// The keys from `from` on and before `end`.
    pub fn range(&self, from: &[u8], end: &[u8]) -> &[Entry] {
        let start = self.entries.partition_point(|entry| *entry.key < *from);
        let stop = self.entries.partition_point(|entry| *entry.key < *end);
        self.entries.get(start..stop).unwrap_or_default()
    }
}
