//! Postings become shards, and positions become pieces.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::merge::{Group, Merge};
use super::sink::Sink;
use crate::error::Result;
use crate::search::format::{Cursor, Directory, Draft, Piece, Place, put};

/// A shard is not larger when unpacked, so that no key costs more to read; nor is a piece,
/// unless one document alone fills it.
const LIMIT: usize = 64_000;

/// More than the numbers of a key and of a posting take.
const MARGIN: usize = 64;

/// So many shards are packed at once.
const BATCH: usize = 32;

/// Writes all shards and pieces.
pub(super) fn write(mut merge: Merge, sink: &Sink) -> Result<Directory> {
    let mut shards = Shards::default();
    let mut directory = Directory::default();
    let mut group = Group::default();
    while merge.next(&mut group)? {
        shards.add(&group);
        if shards.full.len() >= BATCH {
            pack(std::mem::take(&mut shards.full), sink, &mut directory)?;
        }
    }
    shards.close();
    pack(shards.full, sink, &mut directory)?;
    Ok(directory)
}

fn pack(full: Vec<Open>, sink: &Sink, directory: &mut Directory) -> Result<()> {
    let packed = full.into_par_iter().map(|open| open.write(sink));
    directory.shards.extend(packed.collect::<Result<Vec<Place>>>()?);
    Ok(())
}

#[derive(Default)]
struct Shards {
    open: Open,
    /// Those that wait to be packed.
    full: Vec<Open>,
}

/// A shard and its positions while they grow.
#[derive(Default)]
struct Open {
    draft: Draft,
    positions: Vec<u8>,
    pieces: Vec<Piece>,
}

/// A key's postings, or as many of them as fit into one shard.
#[derive(Default)]
struct Part {
    documents: u32,
    last: u32,
    postings: Vec<u8>,
    positions: Vec<u8>,
    /// Where the positions of each posting end.
    ends: Vec<usize>,
}

impl Shards {
    fn add(&mut self, group: &Group) {
        let mut part = Part::default();
        for (document, posting) in group.postings() {
            if part.postings.len() + group.key.len() + MARGIN > LIMIT {
                self.close();
                self.open.push(&group.key, &part);
                self.close();
                part = Part::default();
            }
            part.push(document, posting);
        }
        let size = part.postings.len() + group.key.len() + MARGIN;
        if self.open.draft.len() + size > LIMIT {
            self.close();
        }
        self.open.push(&group.key, &part);
    }

    fn close(&mut self) {
        if !self.open.draft.is_empty() {
            self.full.push(std::mem::take(&mut self.open));
        }
    }
}

impl Part {
    fn push(&mut self, document: u32, posting: &[u8]) {
        let length = head(posting);
        let (head, positions) =
            posting.split_at_checked(length).unwrap_or((posting, &[]));
        put(&mut self.postings, document.saturating_sub(self.last).into());
        self.postings.extend_from_slice(head);
        self.positions.extend_from_slice(positions);
        self.ends.push(self.positions.len());
        self.documents += 1;
        self.last = document;
    }
}

/// How many bytes of a gathered posting stand before its positions.
fn head(posting: &[u8]) -> usize {
    let mut cursor = Cursor::new(posting);
    let _ = (cursor.number(), cursor.number());
    posting.len() - cursor.rest().len()
}

impl Open {
    fn push(&mut self, key: &[u8], part: &Part) {
        let mut start = 0;
        for (posting, &end) in part.ends.iter().enumerate() {
            let length = end - start;
            start = end;
            if length == 0 {
                continue;
            }
            match self.pieces.last_mut() {
                Some(last) if last.length + length <= LIMIT => last.length += length,
                _ => self.pieces.push(Piece { length, posting, ..Piece::default() }),
            }
        }
        self.positions.extend_from_slice(&part.positions);
        self.draft.push(key, part.documents, &part.postings, part.positions.len());
    }

    /// Writes the pieces, then the shard that names them.
    fn write(mut self, sink: &Sink) -> Result<Place> {
        let mut rest = &*self.positions;
        for piece in &mut self.pieces {
            let (bytes, after) = rest.split_at_checked(piece.length).unwrap_or_default();
            piece.file = sink.pack("positions", bytes)?;
            rest = after;
        }
        let file = sink.pack("terms", &self.draft.finish(&self.pieces))?;
        Ok(Place { first: self.draft.first, file })
    }
}
