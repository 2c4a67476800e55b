//! Intervals and sets of dates (ISO 8601-2:2019, clauses 6 and 9).

use super::Qualification;
use super::partial::PartialDate;

/// From one date to another, both included.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Interval {
    pub(super) start: End,
    pub(super) end: End,
}

/// One end of an interval.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum End {
    Date(PartialDate),
    /// `..`: without limit.
    Open,
    /// Nothing written: there is a limit, and it is not known.
    Unknown,
}

/// A set of dates.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Set {
    pub(super) kind: SetKind,
    /// In the order written; never empty.
    pub(super) members: Vec<Member>,
}

/// How the members of a set are meant.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum SetKind {
    /// `[…]`: one of the members.
    OneOf,
    /// `{…}`: all members.
    AllOf,
}

/// One member of a set.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Member {
    Date(PartialDate),
    /// `a..b`, `..b` or `a..`; an end is a date or open.
    Range(Interval),
}

impl Interval {
    pub(super) fn any(self, test: fn(Qualification) -> bool) -> bool {
        let dates = [self.start.date(), self.end.date()];
        dates.into_iter().flatten().any(|date| date.any(test))
    }
}

impl End {
    pub(super) fn date(self) -> Option<PartialDate> {
        match self {
            End::Date(date) => Some(date),
            End::Open | End::Unknown => None,
        }
    }
}

impl Member {
    /// The member as an interval; a date is an interval from itself to itself.
    pub(super) fn interval(self) -> Interval {
        match self {
            Member::Date(date) => {
                Interval { start: End::Date(date), end: End::Date(date) }
            }
            Member::Range(interval) => interval,
        }
    }

    pub(super) fn any(self, test: fn(Qualification) -> bool) -> bool {
        self.interval().any(test)
    }
}
