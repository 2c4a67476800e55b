//! Which periods each work's date touches.

use std::collections::BTreeMap;

use crate::archive::{Decade, Month, Timeline, Work, WorkId, Year};
use crate::date::{Bounds, Edtf};

/// A date that touches more years than this stands under its decades only.
const MAX_YEARS: i32 = 100;
/// A date that touches more decades than this stands under its first and last only.
const MAX_DECADES: i32 = 100;

#[derive(Default)]
struct Periods {
    decades: BTreeMap<i32, Vec<WorkId>>,
    years: BTreeMap<i32, Vec<WorkId>>,
    /// Works under months that their dates name, and months that others name.
    months: BTreeMap<(i32, u8), Vec<WorkId>>,
}

pub(super) fn timeline(works: &[Work]) -> Timeline {
    let mut periods = Periods::default();
    let mut undated = Vec::new();
    let mut vague = Vec::new();
    for (at, work) in works.iter().enumerate() {
        let id = WorkId::new(at);
        match &work.date {
            Some(date) => {
                let bounds = date.bounds();
                let span = YearSpan::of(bounds);
                periods.add(id, span);
                match names_months(date, bounds) {
                    true => periods.add_months(id, bounds),
                    false => vague.push((id, span)),
                }
            }
            None => undated.push(id),
        }
    }
    for (id, span) in vague {
        periods.add_to_known_months(id, span);
    }
    periods.timeline(undated)
}

/// The years that a date touches, with open ends closed at the end that is known.
#[derive(Clone, Copy)]
struct YearSpan {
    first: i32,
    last: i32,
}

impl YearSpan {
    fn of(Bounds { first, last }: Bounds) -> YearSpan {
        let (open_start, open_end) =
            (first == crate::date::Day::MIN, last == crate::date::Day::MAX);
        match (open_start, open_end) {
            (false, true) => YearSpan { first: first.year(), last: first.year() },
            (true, false) => YearSpan { first: last.year(), last: last.year() },
            _ => YearSpan { first: first.year(), last: last.year() },
        }
    }
}

impl Periods {
    fn add(&mut self, id: WorkId, span: YearSpan) {
        let (first, last) = (span.first.div_euclid(10), span.last.div_euclid(10));
        let ends = [first, last];
        let all: Vec<i32> = if last.saturating_sub(first) < MAX_DECADES {
            (first..=last).collect()
        } else {
            ends.to_vec()
        };
        for decade in all {
            self.decades.entry(decade.saturating_mul(10)).or_default().push(id);
        }
        if span.last.saturating_sub(span.first) < MAX_YEARS {
            for year in span.first..=span.last {
                self.years.entry(year).or_default().push(id);
            }
        }
    }

    fn add_months(&mut self, id: WorkId, Bounds { first, last }: Bounds) {
        let (mut year, mut month) = (first.year(), first.month());
        while (year, month) <= (last.year(), last.month()) {
            self.months.entry((year, month)).or_default().push(id);
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        }
    }

    /// A date without a month touches every month of its years; it stands under those
    /// that exist for the sake of other dates, and makes none.
    fn add_to_known_months(&mut self, id: WorkId, span: YearSpan) {
        if span.last.saturating_sub(span.first) >= MAX_YEARS {
            return;
        }
        for (_, works) in self.months.range_mut((span.first, 0)..=(span.last, 13)) {
            works.push(id);
        }
    }

    fn timeline(self, undated: Vec<WorkId>) -> Timeline {
        let mut months = self.months;
        let years = self.years.into_iter().map(|(year, works)| {
            let own: Vec<u8> = months
                .range((year, 0)..=(year, 13))
                .map(|(&(_, month), _)| month)
                .collect();
            let months = own.into_iter().filter_map(|month| {
                let mut works = months.remove(&(year, month))?;
                works.sort_unstable();
                Some(Month { month, works })
            });
            Year { year, works, months: months.collect() }
        });
        let years = years.collect();
        let decades = self.decades.into_iter();
        let decades = decades.map(|(first, works)| Decade { first, works }).collect();
        Timeline { decades, years, undated }
    }
}

/// Whether a date says which months it means, rather than years: at most two years long,
/// and with a month at its beginning.
fn names_months(date: &Edtf, bounds: Bounds) -> bool {
    let span = YearSpan::of(bounds);
    let starts_with_month = date.reduced().is_some_and(|start| start.month.is_some());
    starts_with_month
        && bounds.first != crate::date::Day::MIN
        && bounds.last != crate::date::Day::MAX
        && span.last.saturating_sub(span.first) <= 2
}
