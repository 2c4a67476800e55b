//! Phrases: keys one after another.

use super::lists::{self, List, Positions};
use super::store::Store;
use crate::error::Result;
use crate::search::format::Position;

/// A part of a phrase.
pub(super) struct Part {
    /// Its place, counted from the phrase's beginning.
    pub(super) at: u32,
    /// Any of these stands there.
    pub(super) lists: Vec<List>,
    /// How many documents have it.
    pub(super) having: usize,
}

/// How many parts say enough where there is no room to look at all of a long phrase.
const ENOUGH: usize = 4;

/// Where a phrase begins in the candidates.
///
/// The rarest part is looked at first, so that of common ones only those positions are
/// read that can still matter.
pub(super) fn positions(
    parts: &[Part],
    store: &mut Store,
    candidates: &[u32],
) -> Result<Positions> {
    let mut starts: Option<Positions> = None;
    for (looked_at, Part { at: place, lists, .. }) in parts.iter().enumerate() {
        if looked_at >= ENOUGH && !store.has_room() {
            store.is_cut = true;
            break;
        }
        let remaining: Vec<u32> = match &starts {
            None => candidates.to_vec(),
            Some(starts) => starts.iter().map(|(document, _)| *document).collect(),
        };
        let found = lists::positions(store, lists, &remaining)?;
        starts = Some(match starts {
            None => begun(found, *place),
            Some(starts) => continued(starts, &found, *place),
        });
    }
    Ok(starts.unwrap_or_default())
}

/// Where the phrase would begin whose key at `place` stands there.
fn begun(found: Positions, place: u32) -> Positions {
    let each = found.into_iter().map(|(document, positions)| {
        let starts = positions.into_iter();
        let starts =
            starts.filter_map(|(p, offset)| Some((p, offset.checked_sub(place)?)));
        (document, starts.collect::<Vec<Position>>())
    });
    each.filter(|(_, starts)| !starts.is_empty()).collect()
}

/// The beginnings that also have the key at `place`.
fn continued(starts: Positions, found: &Positions, place: u32) -> Positions {
    let each = starts.into_iter().filter_map(|(document, mut starts)| {
        let at = found.binary_search_by_key(&document, |(d, _)| *d).ok()?;
        let (_, positions) = found.get(at)?;
        starts.retain(|(passage, offset)| {
            let wanted = (*passage, offset.saturating_add(place));
            positions.binary_search(&wanted).is_ok()
        });
        (!starts.is_empty()).then_some((document, starts))
    });
    each.collect()
}
