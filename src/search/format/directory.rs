//! Which shard holds which keys.

use std::ops::Range;

use super::{Cursor, Hash, put};

/// The shards in the order of their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Each shard's first key and name.
    pub shards: Vec<Place>,
}

/// A shard's first key and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The first key; several shards share it where a key's postings fill more than one.
    pub first: Vec<u8>,
    /// `terms/…`.
    pub file: Hash,
}

impl Directory {
    /// The bytes of the file, not yet packed: keys front-coded.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.shards.len() as u64);
        let mut before: &[u8] = &[];
        for shard in &self.shards {
            put_key(&mut out, before, &shard.first);
            out.extend_from_slice(&shard.file.0);
            before = &shard.first;
        }
        out
    }

    /// Reads what [`Directory::write`] wrote.
    pub fn read(bytes: &[u8]) -> Option<Directory> {
        let mut cursor = Cursor::new(bytes);
        let count = cursor.length()?;
        let mut shards = Vec::new();
        let mut key = Vec::new();
        for _ in 0..count {
            next_key(&mut cursor, &mut key)?;
            let file = Hash(cursor.take(6)?.try_into().ok()?);
            shards.push(Place { first: key.clone(), file });
        }
        Some(Directory { shards })
    }

    /// The shards that may hold keys from `from` on and before `end`.
    pub fn range(&self, from: &[u8], end: &[u8]) -> Range<usize> {
        let after = self.shards.partition_point(|shard| *shard.first < *from);
        let holds_first = self.shards.get(after).is_some_and(|s| *s.first == *from);
        let start = if holds_first { after } else { after.saturating_sub(1) };
        let stop = self.shards.partition_point(|shard| *shard.first < *end);
        start..stop.max(start)
    }
}

/// Appends a key as what it adds to the one before.
pub(super) fn put_key(out: &mut Vec<u8>, before: &[u8], key: &[u8]) {
    let shared = before.iter().zip(key).take_while(|(a, b)| a == b).count();
    put(out, shared as u64);
    let rest = key.get(shared..).unwrap_or_default();
    put(out, rest.len() as u64);
    out.extend_from_slice(rest);
}

/// Makes of a key the next one.
pub(super) fn next_key(cursor: &mut Cursor, key: &mut Vec<u8>) -> Option<()> {
    let shared = usize::try_from(cursor.number()?).ok()?;
    let length = cursor.length()?;
    (shared <= key.len()).then(|| key.truncate(shared))?;
    key.extend_from_slice(cursor.take(length)?);
    Some(())
}
