//! Moments as RFC 3339 writes them.

use std::fmt;

use super::day::Day;

/// A second of some day, and how far its clock is from UTC (RFC 3339, 5.6).
///
/// It is ordered by time, whatever the clock, and displays as `2026-02-03T08:00:00+09:00`.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Moment {
    /// Seconds since 1970 in UTC; the order of moments.
    seconds: i64,
    day: Day,
    second: i64,
    /// Minutes that the clock is ahead of UTC.
    ahead: i64,
}

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

impl Moment {
    /// Midnight in UTC; nothing for years that RFC 3339 has no four digits for.
    #[must_use]
    pub fn midnight(day: Day) -> Option<Moment> {
        Moment::new(day, 0, 0)
    }

    /// Reads `2026-02-03T08:00:00+09:00` or `…Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Moment> {
        let (date, time) = text.split_once('T')?;
        let (clock, zone) = time.split_at_checked("08:00:00".len())?;
        let [year, month, day] = numbers(date, '-')?;
        let [hour, minute, second] = numbers(clock, ':')?;
        let day = Day::new(
            year.try_into().ok()?,
            month.try_into().ok()?,
            day.try_into().ok()?,
        )?;
        let is_clock = hour < 24 && minute < 60 && second <= 60;
        let second = (hour * 60 + minute) * MINUTE + second.min(59);
        Moment::new(day, second, minutes_ahead(zone)?).filter(|_| is_clock)
    }

    /// The day on its own clock.
    #[must_use]
    pub fn day(self) -> Day {
        self.day
    }

    fn new(day: Day, second: i64, ahead: i64) -> Option<Moment> {
        let seconds = day.since_1970() * DAY + second - ahead * MINUTE;
        let has_four_digits = (0..=9999).contains(&day.year());
        has_four_digits.then_some(Moment { seconds, day, second, ahead })
    }
}

/// Three numbers of digits alone.
fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let mut parts = text.split(between).map(|part| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    });
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

/// `Z`, `+09:00`, `-05:30`.
fn minutes_ahead(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let [hours, minutes, _] =
        numbers(&format!("{}:0", zone.strip_prefix(['+', '-'])?), ':')?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = (self.second / 3600, self.second / MINUTE % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{:02}", self.day, self.second % MINUTE)?;
        if self.ahead == 0 {
            return f.write_str("Z");
        }
        let sign = if self.ahead < 0 { '-' } else { '+' };
        let ahead = self.ahead.abs();
        write!(f, "{sign}{:02}:{:02}", ahead / 60, ahead % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_those_of_other_clocks() {
        let check = |text: &str, seconds: i64| {
            let moment = Moment::parse(text).unwrap();
            assert_eq!(moment.seconds, seconds, "{text}");
            assert_eq!(moment.to_string(), text);
        };
        check("1970-01-01T00:00:00Z", 0);
        check("1970-01-01T09:00:00+09:00", 0);
        check("1969-12-31T18:30:00-05:30", 0);
        check("2000-02-29T12:00:00Z", 951_825_600);
        check("2000-03-01T00:00:00Z", 951_868_800);
        check("2026-11-22T06:32:48Z", 1_795_329_168);
        check("1945-08-15T00:00:00Z", -769_392_000);
        check("0000-01-01T00:00:00Z", -62_167_219_200);
    }

    #[test]
    fn what_is_no_moment_is_none() {
        let check = |text: &str| assert_eq!(Moment::parse(text), None, "{text}");
        check("");
        check("2026-02-03");
        check("2026-02-03T08:00:00");
        check("2026-02-30T08:00:00Z");
        check("2026-02-03T24:00:00Z");
        check("2026-02-03T08:60:00Z");
        check("2026-02-03T08:00:00+9");
        check("2026-02-03T08:00:00+24:00");
        check("2026-02-03T+8:00:00Z");
        check("2026-02-03T08:00:日本Z");
        assert_eq!(Moment::midnight(Day::new(-43, 3, 15).unwrap()), None);
        assert_eq!(Moment::midnight(Day::new(10_000, 1, 1).unwrap()), None);
    }
}
