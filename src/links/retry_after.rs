//! `Retry-After` (RFC 9110, 10.2.3): how long a host wants to be left alone.

use std::time::Duration;

use crate::date::Day;

/// The wait that the header asks for. A moment is told by the host's own clock, its `Date`:
/// nobody asks ours.
pub(super) fn wait(retry_after: &str, date: Option<&str>) -> Option<Duration> {
    let text = retry_after.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let (until, now) = (moment(text)?, moment(date?.trim())?);
    Some(Duration::from_secs(u64::try_from(until - now).unwrap_or(0)))
}

/// The seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`, the form that all hosts write.
fn moment(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec",
    ];
    let mut words = text.split(' ').skip(1);
    let day = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = (1..=12).zip(MONTHS).find(|(_, known)| *known == name)?.0;
    let day = Day::new(words.next()?.parse().ok()?, month, day)?;
    let mut time = words.next()?.split(':').map(|part| part.parse::<u32>().ok());
    let (hours, minutes, seconds) = (time.next()??, time.next()??, time.next()??);
    let of_day = i64::from(hours) * 3600 + i64::from(minutes) * 60 + i64::from(seconds);
    Some(day.since_1970() * 86_400 + of_day)
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn waits_are_seconds_or_moments() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        let check = |text: &str, expected: Option<u64>| {
            assert_eq!(
                wait(text, Some(date)).map(|wait| wait.as_secs()),
                expected,
                "{text}"
            );
        };
        check("0", Some(0));
        check(" 120 ", Some(120));
        check("Sun, 06 Nov 1994 08:50:00 GMT", Some(23));
        check("Mon, 07 Nov 1994 08:49:37 GMT", Some(86_400));
        check("Sat, 05 Nov 1994 08:49:37 GMT", Some(0));
        check("-5", None);
        check("soon", None);
        check("Sun, 06 Nov 1994", None);
        check("", None);
        assert_eq!(wait("Sun, 06 Nov 1994 08:50:00 GMT", None), None);
    }
}
