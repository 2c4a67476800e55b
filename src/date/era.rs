//! Japanese eras since the Gregorian calendar came into force.

use super::day::Day;
use std::fmt;

/// A year of a Japanese era; displays as `平成30年`, the first year as `元年`.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct Era {
    /// The name of the era, in Japanese.
    pub name: &'static str,
    /// The year of the era, from 1.
    pub year: u32,
}

impl fmt::Display for Era {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            1 => write!(f, "{}元年", self.name),
            year => write!(f, "{}{year}年", self.name),
        }
    }
}

/// The era of a day. Nothing before 1873: until Meiji 5 months and days were those of
/// the lunisolar calendar, and a Gregorian day has no Japanese date of its own.
#[must_use]
pub fn era(day: Day) -> Option<Era> {
    if day == Day::MAX {
        return None;
    }
    let from = |era: &&Beginning| (day.year(), day.month(), day.day()) >= era.first_day;
    let era = ERAS.iter().find(from)?;
    let year = u32::try_from(day.year() - era.first_year + 1).ok()?;
    Some(Era { name: era.name, year })
}

/// How a date lies to its era: 昭和 ended on 7 January of its 64th year.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Beyond {
    /// The era had not begun.
    Before(Day),
    /// The era had ended.
    After(Day),
}

/// Whether a year, a month or a day, in the Gregorian calendar, lies outside of the era by
/// which it is named. One that touches the era does not.
pub(super) fn beyond(
    name: &str,
    (year, month, day): (i32, Option<u8>, Option<u8>),
) -> Option<Beyond> {
    let era = ERAS.iter().find(|era| era.name == name)?;
    let end = (year, month.unwrap_or(12), day.unwrap_or(31));
    if end < era.first_day {
        let (year, month, day) = era.first_day;
        return Day::new(year, month, day).map(Beyond::Before);
    }
    let (last_year, last_month, last_day) = era.last_day?;
    let start = (year, month.unwrap_or(1), day.unwrap_or(1));
    let last = Day::new(last_year, last_month, last_day)?;
    (start > (last_year, last_month, last_day)).then_some(Beyond::After(last))
}

/// The Gregorian year of an era's year: 平成30 is 2018.
pub(super) fn gregorian_year(name: &str, year: i32) -> Option<i32> {
    let era = ERAS.iter().find(|era| era.name == name)?;
    let latest = era.first_year + year - 1;
    (year >= 1 && latest >= FIRST_GREGORIAN_YEAR).then_some(latest)
}

/// The names of the eras, latest first.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ERAS.iter().map(|era| era.name)
}

struct Beginning {
    name: &'static str,
    /// The Gregorian year that is year 1.
    first_year: i32,
    first_day: (i32, u8, u8),
    /// The day on which an emperor died is in both eras; those since 1989 part at midnight.
    last_day: Option<(i32, u8, u8)>,
}

const FIRST_GREGORIAN_YEAR: i32 = 1873;

const ERAS: [Beginning; 5] = [
    Beginning {
        name: "令和", first_year: 2019, first_day: (2019, 5, 1), last_day: None
    },
    Beginning {
        name: "平成",
        first_year: 1989,
        first_day: (1989, 1, 8),
        last_day: Some((2019, 4, 30)),
    },
    Beginning {
        name: "昭和",
        first_year: 1926,
        first_day: (1926, 12, 25),
        last_day: Some((1989, 1, 7)),
    },
    Beginning {
        name: "大正",
        first_year: 1912,
        first_day: (1912, 7, 30),
        last_day: Some((1926, 12, 25)),
    },
    Beginning {
        name: "明治",
        first_year: 1868,
        first_day: (FIRST_GREGORIAN_YEAR, 1, 1),
        last_day: Some((1912, 7, 30)),
    },
];

#[cfg(test)]
mod tests {
    use super::{Day, era};

    #[test]
    fn eras_change_on_their_day() {
        let check = |year, month, day, expected: &str| {
            let found = era(Day::new(year, month, day).unwrap());
            assert_eq!(found.map_or("none".to_owned(), |era| era.to_string()), expected);
        };
        check(1872, 12, 31, "none");
        check(-43, 3, 15, "none");
        check(1873, 1, 1, "明治6年");
        check(1912, 7, 29, "明治45年");
        check(1912, 7, 30, "大正元年");
        check(1926, 12, 24, "大正15年");
        check(1926, 12, 25, "昭和元年");
        check(1927, 1, 1, "昭和2年");
        check(1945, 8, 15, "昭和20年");
        check(1989, 1, 7, "昭和64年");
        check(1989, 1, 8, "平成元年");
        check(2019, 4, 30, "平成31年");
        check(2019, 5, 1, "令和元年");
        check(2023, 9, 21, "令和5年");
        assert_eq!(era(Day::MIN), None);
        assert_eq!(era(Day::MAX), None);
    }
}
