//! A list of works: the page of it that is shown, its parts, the ways through it.

use serde::Serialize;
use tera::Value;

use super::Scene;
use super::dates::{decade_label, month_label, year_label};
use crate::archive::{Planned, WorkId, decade_name, year_name};
use crate::date::{Day, Edtf, ReducedDate};
use crate::render::html::context::{Context, insert, value};
use crate::render::html::rows::Failure;

/// What a list is parted by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    Nothing,
    Decades,
    Years,
    MonthsOf(i32),
    DaysOf(i32, u8),
}

/// A part of a list: works of a year, a month or a day.
struct Part {
    /// What stands over it.
    label: Option<String>,
    /// Its anchor.
    id: Option<String>,
    works: Vec<WorkId>,
}

/// What works of a part have in common.
#[derive(PartialEq, Eq)]
enum Under {
    Nothing,
    Undated,
    /// A date that is in no year, in words.
    Words(String),
    Decade(i32),
    Year(i32),
    /// In a list of that year's months, what is of none of them.
    YearAlone(i32),
    Month(i32, u8),
    Day(u8),
}

impl Under {
    fn id(&self) -> Option<String> {
        Some(match self {
            Under::Undated => "undated".to_owned(),
            Under::Decade(first) => format!("y{}", decade_name(*first)),
            Under::Year(year) => format!("y{}", year_name(*year)),
            Under::Month(_, month) => format!("m{month:02}"),
            Under::Day(day) => format!("d{day:02}"),
            Under::Nothing | Under::Words(_) | Under::YearAlone(_) => return None,
        })
    }
}

/// The way to a part of a list, on whatever page it begins.
#[derive(Serialize)]
pub(super) struct Jump {
    label: String,
    pub(super) href: String,
    pub(super) count: usize,
}

/// Lists of this many works or fewer are seen at a glance, and have no parts.
const MIN_WORKS: usize = 20;
/// Lists of more works than this have enough of them in any year.
const MANY_WORKS: usize = 1000;

impl Scene<'_> {
    /// Adds `groups`, `pagination` and, on the first page of a long list by years, `jumps`.
    pub(super) fn list(
        &self,
        planned: &Planned,
        works: &[WorkId],
        by: Parts,
        context: &mut Context,
    ) -> Result<(), Failure> {
        let (shown, pagination) = self.paginate(planned, works);
        insert(context, "pagination", &pagination);
        let downloads = planned.page.listed().map(|list| self.list_downloads(list));
        insert(context, "downloads", &downloads.unwrap_or_default());
        let by = self.parting(works, by);
        let has_jumps =
            planned.number == 1 && matches!(by, Parts::Years | Parts::Decades);
        let jumps = if has_jumps { self.jumps(planned, works, by) } else { Vec::new() };
        insert(context, "jumps", if jumps.len() > 1 { &*jumps } else { &[] });
        let groups: Vec<Value> = self
            .parts(shown, by)
            .into_iter()
            .map(|part| self.group(&part))
            .collect::<Result<_, _>>()?;
        context.insert("groups", Value::from(groups));
        Ok(())
    }

    /// What to part a list by, so that there are works to each part.
    fn parting(&self, works: &[WorkId], by: Parts) -> Parts {
        match by {
            Parts::DaysOf(..) => by,
            _ if works.len() <= MIN_WORKS => Parts::Nothing,
            Parts::Years if works.len() <= MANY_WORKS => {
                let dates = works.iter().map(|&work| &self.archive.work(work).date);
                let mut years: Vec<_> =
                    dates.map(|date| date.as_ref().and_then(Edtf::year)).collect();
                years.dedup();
                if years.len() * 2 > works.len() { Parts::Decades } else { by }
            }
            _ => by,
        }
    }

    /// Rows without anything over or between them.
    pub(super) fn rows(
        &self,
        works: impl IntoIterator<Item = WorkId>,
    ) -> Result<Value, Failure> {
        let rows: Vec<Value> =
            works.into_iter().map(|work| self.row_of(work)).collect::<Result<_, _>>()?;
        Ok(Value::from(rows))
    }

    fn group(&self, part: &Part) -> Result<Value, Failure> {
        let rows = self.rows(part.works.iter().copied())?;
        let fields =
            [("label", value(&part.label)), ("id", value(&part.id)), ("rows", rows)];
        Ok(Value::from(std::collections::BTreeMap::from(fields)))
    }

    /// Runs of works of one year, month or day; an anchor is given once.
    fn parts(&self, works: &[WorkId], by: Parts) -> Vec<Part> {
        let mut runs: Vec<(Under, Vec<WorkId>)> = Vec::new();
        for &work in works {
            let under = self.under(work, by);
            match runs.last_mut() {
                Some((last, run)) if *last == under => run.push(work),
                _ => runs.push((under, vec![work])),
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        let parts = runs.into_iter().map(|(under, works)| {
            let id = under.id().filter(|id| seen.insert(id.clone()));
            Part { label: self.label_of(&under), id, works }
        });
        parts.collect()
    }

    /// What a work of a list parted so stands under.
    fn under(&self, work: WorkId, by: Parts) -> Under {
        if by == Parts::Nothing {
            return Under::Nothing;
        }
        let Some(date) = &self.archive.work(work).date else {
            return match by {
                Parts::Years | Parts::Decades => Under::Undated,
                _ => Under::Nothing,
            };
        };
        let words = || Under::Words(date.words(self.language().as_str()));
        match (by, date.reduced()) {
            // What began nobody knows when stands in no decade.
            (Parts::Decades, _) if date.bounds().first == Day::MIN => words(),
            (Parts::Decades, _) => {
                Under::Decade(date.bounds().first.year().div_euclid(10) * 10)
            }
            (Parts::Years, Some(ReducedDate { year, .. })) => Under::Year(year),
            (Parts::Years, None) => words(),
            (Parts::MonthsOf(of), Some(ReducedDate { year, month: Some(month), .. }))
                if of == year =>
            {
                Under::Month(year, month)
            }
            (Parts::MonthsOf(year), _) => Under::YearAlone(year),
            (Parts::DaysOf(year, month), Some(reduced)) => {
                let day = reduced.as_day();
                let day = day.filter(|day| (day.year(), day.month()) == (year, month));
                day.map_or(Under::Nothing, |day| Under::Day(day.day()))
            }
            (Parts::Nothing, _) | (Parts::DaysOf(..), None) => Under::Nothing,
        }
    }

    fn label_of(&self, under: &Under) -> Option<String> {
        Some(match under {
            Under::Undated => self.texts.get("undated").to_owned(),
            Under::Words(words) => words.clone(),
            Under::Decade(first) => decade_label(self, *first),
            Under::Year(year) | Under::YearAlone(year) => year_label(self, *year),
            Under::Month(year, month) => month_label(self, *year, *month),
            Under::Day(_) | Under::Nothing => return None,
        })
    }

    /// The ways to the parts that have an anchor.
    pub(super) fn jumps(
        &self,
        planned: &Planned,
        works: &[WorkId],
        by: Parts,
    ) -> Vec<Jump> {
        let size = self.archive.config.page_size;
        let first = self.archive.route_href(&planned.route);
        let mut jumps = Vec::new();
        let mut at = 0;
        for part in self.parts(works, by) {
            let start = at;
            at += part.works.len();
            let Some(id) = part.id else { continue };
            let page = match start / size {
                0 => String::new(),
                page => format!("{first}page-{}/", page + 1),
            };
            jumps.push(Jump {
                label: part.label.unwrap_or_default(),
                href: format!("{page}#{id}"),
                count: part.works.len(),
            });
        }
        jumps
    }

    /// How many works of a list are of each day of a month, with the ways to them.
    pub(super) fn days(
        &self,
        planned: &Planned,
        works: &[WorkId],
        (year, month): (i32, u8),
    ) -> Vec<(u8, Jump)> {
        let jumps = self.jumps(planned, works, Parts::DaysOf(year, month));
        let days = jumps.into_iter().filter_map(|jump| {
            let (_, day) = jump.href.rsplit_once("#d")?;
            Some((day.parse().ok()?, jump))
        });
        days.collect()
    }
}
