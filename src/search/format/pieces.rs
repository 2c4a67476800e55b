//! The positions of a shard's keys, in pieces.
//!
//! A position is a passage and an offset in it. Of each posting there are as many as it
//! has occurrences: how many passages after the last one's, and the offset, or how much
//! it is behind the last one's in the same passage.

use super::{Cursor, Entry, Hash, Posting, put};

/// A file of positions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of positions in it, unpacked.
    pub length: usize,
    /// Which posting of its key it begins with.
    pub posting: usize,
    /// `positions/…`.
    pub file: Hash,
}

/// The pieces of a shard's positions, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Each with the place where it begins in the row of all of them.
    pub all: Vec<(usize, Piece)>,
}

/// Where a key stands in a document: passage and offset.
pub type Position = (u32, u32);

impl Pieces {
    /// Appends a shard's pieces.
    pub(super) fn write(pieces: &[Piece], out: &mut Vec<u8>) {
        put(out, pieces.len() as u64);
        for piece in pieces {
            put(out, piece.length as u64);
            put(out, piece.posting as u64);
            out.extend_from_slice(&piece.file.0);
        }
    }

    pub(super) fn read(cursor: &mut Cursor) -> Option<Pieces> {
        let count = cursor.length()?;
        let mut all = Vec::new();
        let mut start = 0_usize;
        for _ in 0..count {
            let length = usize::try_from(cursor.number()?).ok()?;
            let posting = usize::try_from(cursor.number()?).ok()?;
            let file = Hash(cursor.take(6)?.try_into().ok()?);
            all.push((start, Piece { length, posting, file }));
            start = start.checked_add(length)?;
        }
        Some(Pieces { all })
    }

    /// The piece that holds the positions of a key's posting.
    pub fn holding(&self, entry: &Entry, posting: usize) -> Option<usize> {
        let begins_before = |&(start, piece): &(usize, Piece)| {
            start <= entry.positions.start
                || (start < entry.positions.end && piece.posting <= posting)
        };
        self.all.partition_point(begins_before).checked_sub(1)
    }

    /// The positions of some of a key's postings that the piece holds, given by their
    /// places among all the postings, in order.
    pub fn positions(
        &self,
        (at, bytes): (usize, &[u8]),
        entry: &Entry,
        postings: &[Posting],
        wanted: &[usize],
    ) -> Option<Vec<Vec<Position>>> {
        let &(start, piece) = self.all.get(at)?;
        let is_cut = start > entry.positions.start;
        let mut here = if is_cut { piece.posting } else { 0 };
        let from = entry.positions.start.saturating_sub(start);
        let mut cursor = Cursor::new(bytes.get(from..)?);
        let mut found = Vec::new();
        for &wanted in wanted {
            for posting in postings.get(here..wanted)? {
                skip(&mut cursor, posting.count)?;
            }
            found.push(read(&mut cursor, postings.get(wanted)?.count)?);
            here = wanted + 1;
        }
        Some(found)
    }
}

/// Appends a document's positions, which are sorted.
pub fn write_positions(positions: &[Position], out: &mut Vec<u8>) {
    let mut last = (0, 0);
    for &(passage, offset) in positions {
        put(out, passage.saturating_sub(last.0).into());
        let is_same = passage == last.0;
        let distance = if is_same { offset.saturating_sub(last.1) } else { offset };
        put(out, distance.into());
        last = (passage, offset);
    }
}

fn read(cursor: &mut Cursor, count: u32) -> Option<Vec<Position>> {
    let mut last: Position = (0, 0);
    let mut positions = Vec::new();
    for _ in 0..count {
        let (passages, offset) = (cursor.small()?, cursor.small()?);
        last = match passages {
            0 => (last.0, last.1.checked_add(offset)?),
            _ => (last.0.checked_add(passages)?, offset),
        };
        positions.push(last);
    }
    Some(positions)
}

fn skip(cursor: &mut Cursor, count: u32) -> Option<()> {
    for _ in 0..u64::from(count) * 2 {
        while cursor.byte()? >= 0x80 {}
    }
    Some(())
}
