//! The first and last possible day of a value, and its place in a chronology.

use super::Value;
use super::day::Day;
use super::interval::{Interval, Member};

/// The days between which a date lies, both inclusive.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bounds {
    /// The first possible day; [`Day::MIN`] where the start is open or unknown.
    pub first: Day,
    /// The last possible day; [`Day::MAX`] where the end is open or unknown.
    pub last: Day,
}

/// Orders by the first day, then the earlier last day, so that at one first day the
/// more precise date comes first. Where the start is open or unknown, the first day of
/// the end stands for it: “until 1945” is found at 1945, not before all centuries.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SortKey {
    first: Day,
    last: Day,
}

pub(super) fn bounds(value: &Value) -> Bounds {
    match value {
        Value::Date(date) => of_interval(Member::Date(*date).interval()),
        Value::Interval(interval) => of_interval(*interval),
        Value::Set(set) => {
            let members = || set.members.iter().map(|m| of_interval(m.interval()));
            Bounds {
                first: members().map(|member| member.first).min().unwrap_or(Day::MIN),
                last: members().map(|member| member.last).max().unwrap_or(Day::MAX),
            }
        }
    }
}

pub(super) fn sort_key(value: &Value) -> SortKey {
    let bounds = bounds(value);
    let first = if bounds.first == Day::MIN { anchor(value) } else { bounds.first };
    SortKey { first, last: bounds.last }
}

fn of_interval(interval: Interval) -> Bounds {
    let first = interval.start.date().and_then(super::partial::PartialDate::first_day);
    let last = interval.end.date().and_then(super::partial::PartialDate::last_day);
    Bounds { first: first.unwrap_or(Day::MIN), last: last.unwrap_or(Day::MAX) }
}

/// The earliest day that a value without a start names.
fn anchor(value: &Value) -> Day {
    let named = |interval: Interval| {
        let dates = [interval.start.date(), interval.end.date()];
        dates
            .into_iter()
            .flatten()
            .filter_map(super::partial::PartialDate::first_day)
            .min()
    };
    let first = match value {
        Value::Date(date) => date.first_day(),
        Value::Interval(interval) => named(*interval),
        Value::Set(set) => set.members.iter().filter_map(|m| named(m.interval())).min(),
    };
    first.unwrap_or(Day::MIN)
}
