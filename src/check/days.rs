//! Dates that are told by the way: in names of files, in addresses.

use crate::date::{Bounds, Edtf};

/// The date that a file's name begins with: `20180423-g7`, `2018-04-23`, `201804-g7`.
pub(super) fn leading(name: &str) -> Option<Edtf> {
    let digits: String = name
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '_'))
        .collect();
    let digits = digits.trim_end_matches(['-', '_']);
    let rest = name.get(digits.len()..).unwrap_or_default();
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let parts: Vec<&str> = digits.split(['-', '_']).collect();
    match *parts.as_slice() {
        [day, ..] if day.len() == 8 => compact(day),
        [month, ..] if month.len() == 6 => {
            let (year, month) = month.split_at_checked(4)?;
            date(&format!("{year}-{month}"))
        }
        [year, month, day, ..] if (year.len(), month.len(), day.len()) == (4, 2, 2) => {
            date(&format!("{year}-{month}-{day}"))
        }
        _ => None,
    }
}

/// The day that a part of an address begins with: `20180423.D1E.html`.
pub(super) fn leading_day(name: &str) -> Option<Edtf> {
    leading(name).filter(|date| date.as_day().is_some())
}

/// The year that a folder is called by.
pub(super) fn year(folder: &str) -> Option<Edtf> {
    let is_year = folder.len() == 4 && folder.bytes().all(|b| b.is_ascii_digit());
    date(folder).filter(|_| is_year)
}

/// A year, a month and perhaps a day that stand apart.
pub(super) fn joined(year: &str, month: &str, day: Option<&str>) -> Option<Edtf> {
    let is_number = |text: &str, length| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let are_numbers = is_number(year, 4)
        && is_number(month, 2)
        && day.is_none_or(|day| is_number(day, 2));
    let day = day.map(|day| format!("-{day}")).unwrap_or_default();
    date(&format!("{year}-{month}{day}")).filter(|_| are_numbers)
}

fn compact(digits: &str) -> Option<Edtf> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    date(&format!("{year}-{month}-{day}"))
}

/// A date of the years in which documents are dated so.
fn date(text: &str) -> Option<Edtf> {
    let date = Edtf::parse(text).ok()?;
    date.year().filter(|year| (1500..2200).contains(year))?;
    // `2018-21` is a season, and no month.
    let is_season = text.len() == 7
        && text
            .get(5..)
            .and_then(|month| month.parse().ok())
            .is_none_or(|month: u8| month > 12);
    (!is_season).then_some(date)
}

/// Whether two dates may mean the same day.
pub(super) fn overlap(a: Bounds, b: Bounds) -> bool {
    a.first <= b.last && b.first <= a.last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_dates() {
        let check = |name: &str, expected: Option<&str>| {
            let found = leading(name).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{name}");
        };
        check("20180423-g7", Some("2018-04-23"));
        check("20180423", Some("2018-04-23"));
        check("20180423.D1E.html", Some("2018-04-23"));
        check("2018-04-23-g7", Some("2018-04-23"));
        check("2018_04_23", Some("2018-04-23"));
        check("201804-g7", Some("2018-04"));
        check("201821-g7", None);
        check("20181323-g7", None);
        check("20180423th", None);
        check("201804231", None);
        check("1325-resolution", None);
        check("2018-g7", None);
        check("00000101", None);
        check("g7-20180423", None);
        check("", None);
    }

    #[test]
    fn folders_are_called_by_years() {
        assert!(year("2018").is_some());
        assert!(year("0001").is_none());
        assert!(year("201").is_none());
        assert!(year("20181").is_none());
    }
}
