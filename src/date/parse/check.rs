//! Dates that are well written and do not exist.

use super::super::day::{days_in_month, is_leap};
use super::super::partial::{Part, PartialDate, Sign, Year};
use super::super::words::month_name;
use super::super::{DateError, Edtf, Value};
use super::Fault;
use super::date::Written;

/// Checks that the date can mean at least one day.
pub(super) fn exists(written: &Written) -> Result<(), Fault> {
    let date = written.date;
    let year = date.year;
    if year.sign == Sign::Minus && year.digits == 0 && year.unspecified == 0 {
        return Err(no_negative_zero(written));
    }
    let Some(month) = date.month else { return Ok(()) };
    let is_season = month.known().is_some_and(|number| (21..=41).contains(&number));
    if is_season && date.day.is_some() {
        return Err(season_with_day(written, month));
    }
    if !is_season && date.months().next().is_none() {
        return Err(no_such_month(written, month));
    }
    match date.day {
        Some(day) if date.first_day().is_none() => Err(no_such_day(written, day)),
        _ => Ok(()),
    }
}

/// An interval whose last day is before its first.
pub(super) fn ends_before_it_begins(swapped: &Edtf, length: usize) -> Fault {
    Fault::Impossible(Box::new(DateError {
        start: 0,
        end: length,
        message: "the interval ends before it begins".to_owned(),
        label: Some("expected the earlier date first".to_owned()),
        help: Some(format!("write `{swapped}` if the dates are in the wrong order")),
        suggestion: None,
    }))
}

fn no_negative_zero(written: &Written) -> Fault {
    let zero = PartialDate {
        year: Year { sign: Sign::Plus, ..written.date.year },
        ..written.date
    };
    let help = format!("write `{}`: the year 0 is 1 BCE", text(zero));
    let message = "year -0000 does not exist".to_owned();
    let [start, ..] = written.at;
    impossible(start..start + 5, message, "expected a year without sign", help)
}

fn season_with_day(written: &Written, month: Part) -> Fault {
    let date = written.date;
    let help = match date.day.and_then(Part::known) {
        Some(1..=12) if month.digits <= 31 => {
            let swapped = PartialDate { month: date.day, day: date.month, ..date };
            format!("write `{}` if month and day are in the wrong order", text(swapped))
        }
        _ => {
            format!("write `{}` for the season", text(PartialDate { day: None, ..date }))
        }
    };
    let [_, start, _] = written.at;
    let message = format!("month {month} does not exist in a full date");
    impossible(start..start + 2, message, "expected 01 to 12: a season has no day", help)
}

fn no_such_month(written: &Written, month: Part) -> Fault {
    let date = written.date;
    let unknown = match date.day {
        Some(day) if day.known() != Some(0) => {
            PartialDate { month: Some(Part::UNSPECIFIED), ..date }
        }
        _ => PartialDate { month: None, day: None, ..date },
    };
    let help = match later_year(date) {
        Some(year) => format!("write `{}/{year}` for an interval of years", date.year),
        None => format!("write `{}` if the month is unknown", text(unknown)),
    };
    let [_, start, _] = written.at;
    let expected = match date.day {
        Some(_) => "expected 01 to 12",
        None => "expected 01 to 12, or a season 21 to 24",
    };
    let message = format!("month {month} does not exist");
    impossible(start..start + 2, message, expected, help)
}

/// The year that `1939-45` ends with.
fn later_year(date: PartialDate) -> Option<i32> {
    let year = date.year.known().filter(|_| date.day.is_none())?;
    let last = i32::from(date.month?.known()?);
    (year > 0 && last > year % 100).then_some(year - year % 100 + last)
}

fn no_such_day(written: &Written, day: Part) -> Fault {
    let date = written.date;
    let place = match date.month.and_then(Part::known) {
        Some(month) => format!(" in {}{}", month_name(month, "en"), of_year(date.year)),
        None => String::new(),
    };
    let unknown = match day.digits {
        0 => PartialDate { day: None, ..date },
        _ => PartialDate { day: Some(Part::UNSPECIFIED), ..date },
    };
    let help = format!("write `{}` if the day is unknown", text(unknown));
    let [_, _, start] = written.at;
    let message = format!("day {day} does not exist{place}");
    impossible(start..start + 2, message, &expected_days(date), help)
}

fn of_year(year: Year) -> String {
    year.known().map_or(String::new(), |_| format!(" {year}"))
}

fn expected_days(date: PartialDate) -> String {
    let year = date.year.known();
    let month = date.month.and_then(Part::known);
    let last = match (month, year) {
        (Some(month), Some(year)) => days_in_month(year, month),
        (Some(month), None) => days_in_month(0, month),
        (None, _) => 31,
    };
    match year {
        Some(year) if month == Some(2) && !is_leap(year) => {
            format!("expected 01 to {last}: {} is not a leap year", date.year)
        }
        _ => format!("expected 01 to {last}"),
    }
}

fn text(date: PartialDate) -> Edtf {
    Edtf(Value::Date(date))
}

fn impossible(
    place: std::ops::Range<usize>,
    message: String,
    label: &str,
    help: String,
) -> Fault {
    Fault::Impossible(Box::new(DateError {
        start: place.start,
        end: place.end,
        message,
        label: Some(label.to_owned()),
        help: Some(help),
        suggestion: None,
    }))
}
