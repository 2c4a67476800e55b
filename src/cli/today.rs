//! The calendar on the wall.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::date::Day;

/// The day of today in UTC; none where the clock stands before 1970.
#[expect(clippy::disallowed_methods, reason = "findings tell what lies in the future")]
pub(super) fn today() -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    day(i64::try_from(since.as_secs() / (24 * 60 * 60)).ok()?)
}

/// The day so many days after 1 January 1970.
fn day(days: i64) -> Option<Day> {
    // No year is longer than 366 days, so that it is this year or a later one.
    let mut year = i32::try_from(1970 + days / 366).ok()?;
    while Day::new(year + 1, 1, 1)?.since_1970() <= days {
        year += 1;
    }
    let months = (1..=12).rev();
    let mut firsts = months.filter_map(|month| Some((month, Day::new(year, month, 1)?)));
    let (month, first) = firsts.find(|(_, first)| first.since_1970() <= days)?;
    Day::new(year, month, u8::try_from(days - first.since_1970() + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_lead_back() {
        for days in 0..80_000 {
            assert_eq!(day(days).unwrap().since_1970(), days);
        }
    }
}
