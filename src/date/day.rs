//! One day of the proleptic Gregorian calendar.

use std::fmt;

/// A calendar day; year 0 is 1 BCE (ISO 8601-1:2019, 4.3.2).
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(clippy::struct_field_names, reason = "a day of the month is called a day")]
pub struct Day {
    year: i32,
    month: u8,
    day: u8,
}

impl Day {
    /// Before every day that can be written: the bound of an open or unknown start.
    pub const MIN: Day = Day { year: i32::MIN, month: 1, day: 1 };
    /// After every day that can be written: the bound of an open or unknown end.
    pub const MAX: Day = Day { year: i32::MAX, month: 12, day: 31 };

    /// The day, if the calendar has it and its year has at most nine digits.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Day> {
        let exists = (-LAST_YEAR..=LAST_YEAR).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Day { year, month, day })
    }

    /// The astronomical year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, which is 0.
    #[must_use]
    pub fn since_1970(self) -> i64 {
        // Years that begin in March have their leap day at the end.
        let (year, month) = match self.month {
            1 | 2 => (i64::from(self.year) - 1, i64::from(self.month) + 9),
            month => (i64::from(self.year), i64::from(month) - 3),
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let before_month = (153 * month + 2) / 5;
        year * 365 + leap_days + before_month + i64::from(self.day) - 719_469
    }

    /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601-1:2019, 4.3.2).
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((self.since_1970() + 3).rem_euclid(7)).map_or(1, |day| day + 1)
    }

    /// How many days lie between this one and another, whichever is the earlier.
    #[must_use]
    pub fn days_to(self, other: Day) -> u64 {
        self.since_1970().abs_diff(other.since_1970())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

/// The last year of an EDTF value: nine digits are room enough and fit the type.
pub(super) const LAST_YEAR: i32 = 999_999_999;

/// How many days a month has; 31 for a number that is no month.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the year has a 29 February.
pub(super) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Writes a year with four digits at least, `-0043` for 44 BCE.
pub(super) fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    let sign = if year < 0 { "-" } else { "" };
    write!(f, "{sign}{:04}", year.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_of_the_week() {
        let check = |year, month, day, weekday| {
            let found = Day::new(year, month, day).unwrap();
            assert_eq!(found.weekday(), weekday, "{found}");
        };
        check(2018, 4, 23, 1);
        check(2000, 2, 29, 2);
        check(1945, 8, 15, 3);
        check(1969, 11, 20, 4);
        check(1582, 10, 15, 5);
        check(2022, 1, 1, 6);
        check(1970, 3, 1, 7);
        check(0, 12, 31, 7);
    }

    #[test]
    fn days_between_days() {
        let check = |one: (i32, u8, u8), other: (i32, u8, u8), expected| {
            let day = |(year, month, day)| Day::new(year, month, day).unwrap();
            assert_eq!(day(one).days_to(day(other)), expected, "{one:?} {other:?}");
            assert_eq!(day(other).days_to(day(one)), expected, "{other:?} {one:?}");
        };
        check((2018, 4, 23), (2018, 4, 23), 0);
        check((2018, 12, 31), (2019, 1, 1), 1);
        check((2018, 2, 28), (2018, 3, 1), 1);
        check((2020, 2, 28), (2020, 3, 1), 2);
        check((1900, 2, 28), (1900, 3, 1), 1);
        check((2018, 7, 31), (2018, 8, 31), 31);
        check((2000, 1, 1), (2400, 1, 1), 146_097);
        check((-1, 12, 31), (0, 1, 1), 1);
    }

    #[test]
    fn days_are_counted() {
        let check = |year, month, day, expected| {
            let found = Day::new(year, month, day).unwrap();
            assert_eq!(found.since_1970(), expected, "{found}");
        };
        check(1970, 1, 1, 0);
        check(1970, 3, 1, 59);
        check(1969, 12, 31, -1);
        check(2000, 2, 29, 11_016);
        check(2000, 3, 1, 11_017);
        check(2018, 4, 23, 17_644);
        check(1, 1, 1, -719_162);
        check(0, 12, 31, -719_163);
        check(1945, 8, 15, -8905);
    }

    #[test]
    fn days_of_the_calendar() {
        let check = |year, month, day, expected: &str| {
            let found = Day::new(year, month, day);
            let found = found.map_or("none".to_owned(), |day| day.to_string());
            assert_eq!(found, expected);
        };
        check(2018, 4, 23, "2018-04-23");
        check(2024, 2, 29, "2024-02-29");
        check(2023, 2, 29, "none");
        check(1900, 2, 29, "none");
        check(2000, 2, 29, "2000-02-29");
        check(0, 2, 29, "0000-02-29");
        check(-43, 3, 15, "-0043-03-15");
        check(-4, 2, 29, "-0004-02-29");
        check(-1, 2, 29, "none");
        check(2018, 4, 31, "none");
        check(2018, 0, 1, "none");
        check(2018, 13, 1, "none");
        check(2018, 1, 0, "none");
        check(i32::MIN, 1, 1, "none");
        check(17_000, 12, 31, "17000-12-31");
    }
}
