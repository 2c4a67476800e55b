//! Words that stand close together.

use super::lists::Positions;
use crate::search::format::Position;

/// The positions of either side that have one of the other within the distance, in the
/// same passage.
pub(super) fn positions(left: &Positions, right: &Positions, distance: u32) -> Positions {
    let each = right.iter().filter_map(|(document, right)| {
        let at = left.binary_search_by_key(document, |(d, _)| *d).ok()?;
        let (_, left) = left.get(at)?;
        let mut close = beside(left, right, distance);
        close.extend(beside(right, left, distance));
        close.sort_unstable();
        close.dedup();
        (!close.is_empty()).then_some((*document, close))
    });
    each.collect()
}

/// Those of `these` that have one of `others` close by, not counting themselves.
fn beside(these: &[Position], others: &[Position], distance: u32) -> Vec<Position> {
    let is_close = |&&(passage, offset): &&Position| {
        let first = (passage, offset.saturating_sub(distance));
        let last = (passage, offset.saturating_add(distance));
        let from = others.partition_point(|other| *other < first);
        let others = others.get(from..).unwrap_or_default();
        let mut close = others.iter().take_while(|other| **other <= last);
        close.any(|other| *other != (passage, offset))
    };
    these.iter().filter(is_close).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::positions;

    #[test]
    fn both_sides_count() {
        let left = vec![(1, vec![(1, 5), (2, 0)]), (2, vec![(1, 1)])];
        let right = vec![(1, vec![(1, 9), (2, 50)]), (2, vec![(1, 1)])];
        assert_eq!(positions(&left, &right, 4), [(1, vec![(1, 5), (1, 9)])]);
        assert_eq!(positions(&left, &right, 3), []);
    }
}
