//! The date that an address tells, where it can be read in one way only.

use super::days::{joined, leading_day};
use crate::date::Edtf;

/// The day or the month of an address: `…/20180506.html`, `…/2018/05/06/…`,
/// `…/2018/0506speech.html`, `…?date=2018-05-06`, `…/2018/05/…`.
pub(super) fn date(url: &str) -> Option<Edtf> {
    let url = url.split('#').next().unwrap_or_default();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.split_once("://").map_or(path, |(_, path)| path);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let whole = parts.iter().rev().find_map(|part| leading_day(part));
    whole.or_else(|| spread(&parts)).or_else(|| asked(query)).or_else(|| month(&parts))
}

/// A day in three parts or in two.
fn spread(parts: &[&str]) -> Option<Edtf> {
    let three = parts.windows(3).rev().find_map(|three| match three {
        [year, month, day] => joined(year, month, Some(number(day))),
        _ => None,
    });
    three.or_else(|| {
        parts.windows(2).rev().find_map(|two| {
            let [year, rest] = two else { return None };
            let digits = rest.len() - rest.trim_start_matches(is_digit).len();
            let (month, day) = rest.get(..digits)?.split_at_checked(2)?;
            joined(year, month, Some(day))
        })
    })
}

/// The digits that a part begins with, where no letter follows: `06.html`.
fn number(part: &str) -> &str {
    let rest = part.trim_start_matches(is_digit);
    let digits = part.len() - rest.len();
    let is_word = rest.starts_with(char::is_alphanumeric);
    part.get(..digits).filter(|_| !is_word).unwrap_or_default()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// The day that a server is asked for.
fn asked(query: &str) -> Option<Edtf> {
    let asked = query.split('&').filter_map(|part| part.split_once('='));
    let mut days = asked.filter(|(name, _)| name.eq_ignore_ascii_case("date"));
    leading_day(days.next()?.1)
}

/// The month below a year. Of what lies in a folder of uploads it is that of the upload.
fn month(parts: &[&str]) -> Option<Edtf> {
    if parts.iter().any(|part| matches!(*part, "uploads" | "files")) {
        return None;
    }
    parts.windows(2).rev().find_map(|two| match two {
        [year, month] => joined(year, month, None),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn addresses_tell_dates() {
        let check = |url: &str, expected: Option<&str>| {
            let found = date(url).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{url}");
        };
        check("https://a.org/20180506.html", Some("2018-05-06"));
        check("https://a.org/2018-05-06/x#2019-01-01", Some("2018-05-06"));
        check("https://a.org/2018/05/06/y/", Some("2018-05-06"));
        check("https://a.org/2018/05/06.html", Some("2018-05-06"));
        check("https://a.org/2018/0506speech.html", Some("2018-05-06"));
        check("https://a.org/2018/0506.html", Some("2018-05-06"));
        check("https://a.org/x?id=1&Date=2018-05-06", Some("2018-05-06"));
        check("https://a.org/2018/05/y/", Some("2018-05"));
        check("https://a.org/2018/05/", Some("2018-05"));
        // A number, and no day of that month.
        check("https://a.org/2018/05/3/", Some("2018-05"));
        check("https://a.org/2018/05/99/", Some("2018-05"));
        check("https://a.org/2018/05/12th", Some("2018-05"));
        check("https://a.org/2018/1399.html", None);
        check("https://a.org/2018/05061.html", None);
        check("https://a.org/2018/5/y/", None);
        check("https://a.org/2018/13/", None);
        check("https://a.org/2018/", None);
        check("https://a.org/uploads/2018/05/y.pdf", None);
        check("https://a.org/x?updated=2018-05-06", None);
        check("https://2018/05/06/", None);
        check("", None);
    }
}
