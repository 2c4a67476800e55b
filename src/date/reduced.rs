//! The specified leading part of a date, for formats that know only year, month, day.

use super::Value;
use super::day::{Day, write_year};
use super::interval::SetKind;
use super::partial::PartialDate;
use std::fmt;

/// A year, a year and month, or a day (ISO 8601-1:2019, 5.2.2.2: reduced precision).
/// Displays as `2018`, `2018-04` or `2018-04-23`.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct ReducedDate {
    /// The astronomical year.
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31; only with a month.
    pub day: Option<u8>,
}

impl ReducedDate {
    /// The day, if it is one.
    #[must_use]
    pub fn as_day(self) -> Option<Day> {
        Day::new(self.year, self.month?, self.day?)
    }

    /// What both dates have in common.
    fn shared(self, other: ReducedDate) -> Option<ReducedDate> {
        let year = (self.year == other.year).then_some(self.year)?;
        let month = self.month.filter(|_| self.month == other.month);
        let day = self.day.filter(|_| month.is_some() && self.day == other.day);
        Some(ReducedDate { year, month, day })
    }
}

impl fmt::Display for ReducedDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

pub(super) fn start(value: &Value) -> Option<ReducedDate> {
    match value {
        Value::Date(date) => reduced(*date),
        Value::Interval(interval) => reduced(interval.start.date()?),
        Value::Set(set) => match set.kind {
            SetKind::OneOf => shared_by_all(value),
            SetKind::AllOf => reduced(set.members.first()?.interval().start.date()?),
        },
    }
}

pub(super) fn end(value: &Value) -> Option<ReducedDate> {
    match value {
        Value::Date(date) => reduced(*date),
        Value::Interval(interval) => reduced(interval.end.date()?),
        Value::Set(set) => match set.kind {
            SetKind::OneOf => shared_by_all(value),
            SetKind::AllOf => reduced(set.members.last()?.interval().end.date()?),
        },
    }
}

pub(super) fn reduced(date: PartialDate) -> Option<ReducedDate> {
    let year = date.year.known()?;
    let month =
        date.month.and_then(super::partial::Part::known).filter(|month| *month <= 12);
    let day = month.and(date.day).and_then(super::partial::Part::known);
    Some(ReducedDate { year, month, day })
}

/// What is true of a set whichever member is meant.
fn shared_by_all(value: &Value) -> Option<ReducedDate> {
    let Value::Set(set) = value else { return None };
    let ends = set.members.iter().flat_map(|member| {
        let interval = member.interval();
        [interval.start.date(), interval.end.date()]
    });
    let mut dates = ends.map(|date| date.and_then(reduced));
    let first = dates.next()??;
    dates.try_fold(first, |shared, date| shared.shared(date?))
}
