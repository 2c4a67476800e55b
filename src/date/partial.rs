//! A date of any precision: a year, perhaps a month or season, perhaps a day, each with
//! its unspecified digits and its qualifier.

use super::Qualification;
use super::day::{Day, days_in_month};
use std::ops::RangeInclusive;

/// A date as written, at most to the day.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct PartialDate {
    pub(super) year: Year,
    /// A month, or a season (21 to 41), which has no day.
    pub(super) month: Option<Part>,
    pub(super) day: Option<Part>,
}

/// The year of a date.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Year {
    /// The number without its sign; unspecified digits are 0.
    pub(super) digits: u32,
    /// One bit for each unspecified digit, the units lowest.
    pub(super) unspecified: u8,
    pub(super) sign: Sign,
    /// How many leading digits are significant (`1950S2`); 0 where nothing is said.
    pub(super) significant: u8,
    pub(super) qualification: Qualification,
}

/// Before or after the year 0: `-01XX` is known only by its sign.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Sign {
    Plus,
    Minus,
}

/// The month, season or day of a date: two digits.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Part {
    /// The number; unspecified digits are 0.
    pub(super) digits: u8,
    /// One bit for each unspecified digit, the units lowest.
    pub(super) unspecified: u8,
    pub(super) qualification: Qualification,
}

impl PartialDate {
    /// The first day the date may mean.
    pub(super) fn first_day(self) -> Option<Day> {
        if let Some(season) = self.season() {
            let (month, _) = season_months(season);
            return Day::new(*self.year.range().start(), month, 1);
        }
        self.year.candidates().find_map(|year| {
            self.months().find_map(|month| {
                let day = self.days(year, month).next()?;
                Day::new(year, month, day)
            })
        })
    }

    /// The last day the date may mean.
    pub(super) fn last_day(self) -> Option<Day> {
        if let Some(season) = self.season() {
            return last_day_of_season(*self.year.range().end(), season);
        }
        self.year.candidates().rev().find_map(|year| {
            self.months().rev().find_map(|month| {
                let day = self.days(year, month).next_back()?;
                Day::new(year, month, day)
            })
        })
    }

    /// The season's number, 21 to 41, if the date has a season for its month.
    pub(super) fn season(self) -> Option<u8> {
        self.month.and_then(Part::known).filter(|number| *number > 12)
    }

    /// The months that the month may be.
    pub(super) fn months(self) -> impl DoubleEndedIterator<Item = u8> {
        candidates(self.month, 12)
    }

    /// The days that the day may be in a month.
    pub(super) fn days(
        self,
        year: i32,
        month: u8,
    ) -> impl DoubleEndedIterator<Item = u8> {
        candidates(self.day, days_in_month(year, month))
    }

    pub(super) fn any(self, test: fn(Qualification) -> bool) -> bool {
        self.qualifications().into_iter().flatten().any(test)
    }

    /// The qualifiers of the components there are: year, month, day.
    pub(super) fn qualifications(self) -> [Option<Qualification>; 3] {
        [
            Some(self.year.qualification),
            self.month.map(|month| month.qualification),
            self.day.map(|day| day.qualification),
        ]
    }
}

impl Year {
    /// The astronomical year, if every digit is specified.
    pub(super) fn known(self) -> Option<i32> {
        (self.unspecified == 0).then(|| self.signed(self.digits))
    }

    /// The years that the year may be, in order.
    pub(super) fn candidates(self) -> impl DoubleEndedIterator<Item = i32> {
        self.range().filter(move |year| {
            self.significant > 0
                || fits(year.unsigned_abs(), self.digits, self.unspecified)
        })
    }

    /// From the earliest to the latest year it may be.
    pub(super) fn range(self) -> RangeInclusive<i32> {
        let (low, high) = if self.significant > 0 {
            let unit = 10_u32.pow(self.insignificant_digits());
            let low = self.digits - self.digits % unit;
            (low, low + (unit - 1))
        } else {
            (self.digits, highest(self.digits, self.unspecified))
        };
        match self.sign {
            Sign::Plus => self.signed(low)..=self.signed(high),
            Sign::Minus => self.signed(high)..=self.signed(low),
        }
    }

    /// How many digits the year is written with: four at least.
    pub(super) fn width(self) -> u32 {
        (self.digits.checked_ilog10().unwrap_or(0) + 1).max(4)
    }

    fn insignificant_digits(self) -> u32 {
        self.width().saturating_sub(u32::from(self.significant))
    }

    fn signed(self, digits: u32) -> i32 {
        let digits = i32::try_from(digits).unwrap_or(i32::MAX);
        match self.sign {
            Sign::Plus => digits,
            Sign::Minus => -digits,
        }
    }
}

impl Part {
    /// `XX`.
    pub(super) const UNSPECIFIED: Part =
        Part { digits: 0, unspecified: 0b11, qualification: Qualification::Plain };

    /// The number, if both digits are specified.
    pub(super) fn known(self) -> Option<u8> {
        (self.unspecified == 0).then_some(self.digits)
    }

    /// Whether the part may be this number.
    pub(super) fn fits(self, number: u8) -> bool {
        fits(u32::from(number), u32::from(self.digits), self.unspecified)
    }
}

/// The numbers from 1 to `last` that a part may be; one that is not there may be any.
fn candidates(part: Option<Part>, last: u8) -> impl DoubleEndedIterator<Item = u8> {
    let range = match part.and_then(Part::known) {
        Some(number) => number.max(1)..=number.min(last),
        None => 1..=last,
    };
    range.filter(move |number| part.is_none_or(|part| part.fits(*number)))
}

/// The first and the last month of a season; the last may be in the next year
/// (ISO 8601-2:2019, 4.8: 25 to 28 northern, 29 to 32 southern, 33 to 36 quarters,
/// 37 to 39 four-month periods, 40 and 41 half-years).
pub(super) fn season_months(season: u8) -> (u8, u8) {
    let period = |first: u8, length: u8| {
        let start = (season - first) * length + 1;
        (start, start + length - 1)
    };
    match season {
        21 | 25 | 31 => (3, 5),
        22 | 26 | 32 => (6, 8),
        23 | 27 | 29 => (9, 11),
        33..=36 => period(33, 3),
        37..=39 => period(37, 4),
        40..=41 => period(40, 6),
        _ => (12, 2),
    }
}

fn last_day_of_season(year: i32, season: u8) -> Option<Day> {
    let (first, last) = season_months(season);
    let year = if last < first { year.checked_add(1)? } else { year };
    Day::new(year, last, days_in_month(year, last))
}

/// Whether a number has the given digits wherever these are specified.
fn fits(mut number: u32, mut digits: u32, mut unspecified: u8) -> bool {
    while number != 0 || digits != 0 {
        if unspecified & 1 == 0 && number % 10 != digits % 10 {
            return false;
        }
        number /= 10;
        digits /= 10;
        unspecified >>= 1;
    }
    true
}

/// The digits with 9 for each that is unspecified.
fn highest(digits: u32, unspecified: u8) -> u32 {
    let nines = [9, 90, 900, 9000].into_iter().enumerate();
    let open = nines.filter(|(place, _)| unspecified >> place & 1 == 1);
    digits + open.map(|(_, nine)| nine).sum::<u32>()
}
