//! The postings of keys, and their positions.

use std::rc::Rc;

use super::store::Store;
use crate::error::Result;
use crate::search::format::{Directory, Entry, Place, Position, Posting, Shard};

/// A key's postings in one shard.
pub(super) struct List {
    shard: Rc<Shard>,
    entry: Entry,
    /// The documents in order.
    pub(super) postings: Vec<Posting>,
    /// How much an occurrence counts.
    pub(super) factor: f64,
}

/// Documents with positions in each.
pub(super) type Positions = Vec<(u32, Vec<Position>)>;

/// The postings of all keys from `from` on and before `end`; `factor` says how much each
/// counts, or that it does not. Where there is no more room, those that were read.
pub(super) fn lists(
    store: &mut Store,
    directory: &Directory,
    (from, end): (&[u8], &[u8]),
    factor: impl Fn(&str) -> Option<f64>,
) -> Result<Vec<List>> {
    let mut all = Vec::new();
    for place in directory.shards.get(directory.range(from, end)).unwrap_or_default() {
        if !all.is_empty() && !store.has_room() {
            store.is_cut = true;
            break;
        }
        all.extend(in_shard(store, place, (from, end), &factor)?);
    }
    Ok(all)
}

/// Those of them that one shard has.
fn in_shard(
    store: &mut Store,
    place: &Place,
    (from, end): (&[u8], &[u8]),
    factor: impl Fn(&str) -> Option<f64>,
) -> Result<Vec<List>> {
    let shard = store.shard(place.file)?;
    let mut lists = Vec::new();
    for entry in shard.range(from, end) {
        let key = std::str::from_utf8(&entry.key).unwrap_or("");
        let Some(factor) = factor(key) else { continue };
        let postings = shard.postings(entry);
        let postings = postings.ok_or_else(|| store.damaged("terms", "is damaged"))?;
        let (shard, entry) = (shard.clone(), entry.clone());
        lists.push(List { shard, entry, postings, factor });
    }
    Ok(lists)
}

/// The postings of one key.
pub(super) fn list(
    store: &mut Store,
    directory: &Directory,
    key: &str,
) -> Result<Vec<List>> {
    let end = [key.as_bytes(), &[0]].concat();
    lists(store, directory, (key.as_bytes(), &end), |_| Some(1.0))
}

/// The documents of lists, sorted, each once.
pub(super) fn documents<'l>(lists: impl IntoIterator<Item = &'l List>) -> Vec<u32> {
    let postings = lists.into_iter().flat_map(|list| &list.postings);
    let mut documents: Vec<u32> = postings.map(|posting| posting.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents
}

/// Where lists stand in some documents, which are sorted.
pub(super) fn positions(
    store: &mut Store,
    lists: &[List],
    documents: &[u32],
) -> Result<Positions> {
    let mut all: Positions = documents.iter().map(|&d| (d, Vec::new())).collect();
    for list in lists {
        let found = list.positions(store, documents)?;
        for (document, mut positions) in found {
            let at = all.binary_search_by_key(&document, |(d, _)| *d).ok();
            if let Some((_, all)) = at.and_then(|at| all.get_mut(at)) {
                all.append(&mut positions);
            }
        }
    }
    all.retain(|(_, positions)| !positions.is_empty());
    for (_, positions) in &mut all {
        positions.sort_unstable();
    }
    Ok(all)
}

impl List {
    fn positions(&self, store: &mut Store, documents: &[u32]) -> Result<Positions> {
        let mut found = Vec::new();
        if self.entry.positions.is_empty() {
            return Ok(found);
        }
        let by_document = |d: &u32| self.postings.binary_search_by_key(d, |p| p.document);
        let wanted: Vec<usize> =
            documents.iter().filter_map(|d| by_document(d).ok()).collect();
        let pieces = &self.shard.pieces;
        let same = |a: &usize, b: &usize| {
            pieces.holding(&self.entry, *a) == pieces.holding(&self.entry, *b)
        };
        for wanted in wanted.chunk_by(same) {
            let at = wanted.first().and_then(|&at| pieces.holding(&self.entry, at));
            let piece = at.and_then(|at| Some((at, pieces.all.get(at)?.1.file)));
            let damaged = store.damaged("terms", "is damaged");
            let Some((at, hash)) = piece else { return Err(damaged) };
            let bytes = store.piece(hash)?;
            let positions =
                pieces.positions((at, &bytes), &self.entry, &self.postings, wanted);
            let positions = positions.ok_or(damaged)?;
            for (&at, positions) in wanted.iter().zip(positions) {
                found.extend(self.postings.get(at).map(|p| (p.document, positions)));
            }
        }
        Ok(found)
    }
}
