//! Pages in the order of their addresses.

use std::cmp::Ordering;

use crate::archive::Planned;

/// By address; two things at one address by what they are.
pub(super) fn by_address(a: &Planned, b: &Planned) -> Ordering {
    a.route.cmp(&b.route).then_with(|| a.page.cmp(&b.page))
}

/// Rows of pages in order that stand one behind the other, and a shorter row in order:
/// all in order. Most of the shorter one stand together among the others.
pub(super) fn merged(long: Vec<Vec<Planned>>, short: Vec<Planned>) -> Vec<Planned> {
    let count: usize = long.iter().map(Vec::len).sum();
    let mut all = Vec::with_capacity(count + short.len());
    let mut short = short.into_iter().peekable();
    for row in long {
        let mut row = row.into_iter();
        let is_before_end = |page: &Planned, row: &[Planned]| {
            row.last().is_some_and(|last| by_address(page, last).is_lt())
        };
        while let Some(page) = short.next_if(|page| is_before_end(page, row.as_slice())) {
            let before = count_before(row.as_slice(), &page);
            all.extend(row.by_ref().take(before));
            all.push(page);
        }
        all.extend(row);
    }
    all.extend(short);
    all
}

/// How many of pages in order stand before another one; quick where they are few.
fn count_before(pages: &[Planned], page: &Planned) -> usize {
    let is_before = |other: &Planned| by_address(other, page).is_lt();
    let mut end = 1;
    while pages.get(end - 1).is_some_and(is_before) {
        end *= 2;
    }
    let start = end / 2;
    let near = pages.get(start..end.min(pages.len())).unwrap_or_default();
    start + near.partition_point(is_before)
}
