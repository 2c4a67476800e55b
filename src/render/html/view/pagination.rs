//! Lists of several pages.

use serde::Serialize;

use super::Scene;
use crate::archive::Planned;

/// `pagination` in templates.
#[derive(Serialize)]
pub(super) struct Pagination {
    number: usize,
    count: usize,
    entries: usize,
    /// Positions of the first and last entry shown, from 1.
    pub(super) first: usize,
    last: usize,
    previous: Option<String>,
    next: Option<String>,
    /// The first, the last and those around this one, with gaps between.
    pages: Vec<PageNumber>,
}

#[derive(Serialize)]
struct PageNumber {
    number: usize,
    href: String,
    current: bool,
    /// Whether pages are left out before this one.
    gap: bool,
}

/// How many pages are named on either side of the current one.
const AROUND: usize = 2;

impl Scene<'_> {
    /// The part of a list that a page shows, and the ways to the others.
    pub(super) fn paginate<'t, T>(
        &self,
        planned: &Planned,
        list: &'t [T],
    ) -> (&'t [T], Pagination) {
        let size = self.archive.page_size(planned.page);
        let number = planned.number;
        let start = ((number - 1) * size).min(list.len());
        let end = start.saturating_add(size).min(list.len());
        let count = list.len().div_ceil(size).max(1);
        let first_page = self.first_page(planned);
        let href = |page: usize| match page {
            1 => first_page.clone(),
            _ => format!("{first_page}page-{page}/"),
        };
        let named: Vec<usize> = (1..=count)
            .filter(|&page| page == 1 || page == count || page.abs_diff(number) <= AROUND)
            .collect();
        let before = std::iter::once(0).chain(named.iter().copied());
        let pages = named.iter().zip(before).map(|(&page, before)| PageNumber {
            number: page,
            href: href(page),
            current: page == number,
            gap: page > before + 1,
        });
        let pagination = Pagination {
            number,
            count,
            entries: list.len(),
            first: start + 1,
            last: end,
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < count).then(|| href(number + 1)),
            pages: pages.collect(),
        };
        (list.get(start..end).unwrap_or(&[]), pagination)
    }

    fn first_page(&self, planned: &Planned) -> String {
        let href = self.archive.route_href(&planned.route);
        let suffix = format!("page-{}/", planned.number);
        match href.strip_suffix(&suffix) {
            Some(first) if planned.number > 1 => first.to_owned(),
            _ => href,
        }
    }
}
