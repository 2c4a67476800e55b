//! How many works each period has, as bars.

use serde::Serialize;

use super::Scene;
use super::dates::{decade_label, year_label};
use crate::archive::{decade_name, year_name};

/// `histogram` in templates: bars in a box of `width` by `height` units.
#[derive(Serialize)]
pub(super) struct Histogram {
    width: usize,
    height: usize,
    bars: Vec<Bar>,
    /// Where to name a period below the bars.
    ticks: Vec<Tick>,
    /// The most works that a period has.
    most: usize,
}

#[derive(Serialize)]
struct Bar {
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    label: String,
    count: usize,
    href: String,
}

#[derive(Serialize)]
struct Tick {
    x: usize,
    label: String,
}

/// More years than this are shown by decade.
const MAX_YEARS: i32 = 120;
const HEIGHT: usize = 120;
/// The distance from one bar to the next, and a bar's own width.
const STEP: usize = 10;
const BAR: usize = 8;

struct Period {
    /// Its place from the left.
    at: usize,
    label: String,
    name: String,
    count: usize,
}

impl Scene<'_> {
    /// Nothing where no work has a date.
    pub(super) fn histogram(&self) -> Option<Histogram> {
        let years = &self.archive.timeline.years;
        let (first, last) = (years.first()?.year, years.last()?.year);
        let decades = &self.archive.timeline.decades;
        let (first_decade, last_decade) = (decades.first()?.first, decades.last()?.first);
        let by_year = last_decade.saturating_sub(first_decade) <= MAX_YEARS
            && last.saturating_sub(first) <= MAX_YEARS;
        if by_year {
            let periods = years.iter().map(|year| Period {
                at: position(first, year.year, 1),
                label: year_label(self, year.year),
                name: year_name(year.year),
                count: year.works.len(),
            });
            let ticks = (first..=last).filter(|year| year % 10 == 0);
            let ticks = ticks.map(|year| (position(first, year, 1), year.to_string()));
            return Some(self.bars(
                periods.collect(),
                position(first, last, 1),
                ticks.collect(),
            ));
        }
        let periods = decades.iter().map(|decade| Period {
            at: position(first_decade, decade.first, 10),
            label: decade_label(self, decade.first),
            name: decade_name(decade.first),
            count: decade.works.len(),
        });
        let ticks = decades.iter().filter(|decade| decade.first % 100 == 0);
        let ticks = ticks.map(|decade| {
            (position(first_decade, decade.first, 10), decade.first.to_string())
        });
        let end = position(first_decade, last_decade, 10);
        Some(self.bars(periods.collect(), end, ticks.collect()))
    }

    fn bars(
        &self,
        periods: Vec<Period>,
        end: usize,
        ticks: Vec<(usize, String)>,
    ) -> Histogram {
        let most = periods.iter().map(|period| period.count).max().unwrap_or(1).max(1);
        let bars = periods.into_iter().map(|period| {
            let height = (period.count * HEIGHT).div_ceil(most).max(2);
            Bar {
                x: period.at * STEP,
                y: HEIGHT - height,
                width: BAR,
                height,
                href: self.index_href(&format!("date/{}", period.name)),
                label: period.label,
                count: period.count,
            }
        });
        let bars = bars.collect();
        let ticks = ticks.into_iter().map(|(at, label)| Tick { x: at * STEP, label });
        let ticks = ticks.collect();
        Histogram { width: (end + 1) * STEP, height: HEIGHT, bars, ticks, most }
    }
}

/// How many steps a period is from the first.
fn position(first: i32, period: i32, step: i32) -> usize {
    usize::try_from(period.saturating_sub(first) / step).unwrap_or(0)
}
