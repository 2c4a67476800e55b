//! Dates in figures only: `2018/04/23`, `2018-4-3`, `23.4.2018`, `20180423`, `1945/46`.

use super::tokens::{Token, tokens};

/// The readings of figures with separators. Day and month before a year have two
/// readings where both may be a month, unless full stops part them.
pub(super) fn numeric(text: &str) -> Vec<String> {
    use Token::{Mark, Number};
    let text = text.trim_end_matches('.');
    match tokens(text).as_slice() {
        [Number(digits)] => compact(digits).into_iter().collect(),
        [Number(a), Mark(mark), Number(b)] if is_separator(*mark) => two(a, *mark, b),
        [Number(a), Mark(mark), Number(b), Mark(second), Number(c)]
            if is_separator(*mark) && mark == second =>
        {
            three([a, b, c], *mark)
        }
        _ => Vec::new(),
    }
}

fn is_separator(mark: char) -> bool {
    matches!(mark, '-' | '/' | '.')
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4
}

/// `20180423`, and a year of three digits.
fn compact(digits: &str) -> Option<String> {
    if digits.len() == 3 {
        return Some(format!("0{digits}"));
    }
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    (day.len() == 2).then(|| format!("{year}-{month}-{day}"))
}

/// `1945-8` and `8/1945`; `1908/09` is also two years.
fn two(a: &str, mark: char, b: &str) -> Vec<String> {
    let (year, month) = match (is_year(a), is_year(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return Vec::new(),
    };
    let mut readings: Vec<String> = month_of(year, month).into_iter().collect();
    if let (true, '/', Some((century, _)), 2) =
        (is_year(a), mark, year.split_at_checked(2), month.len())
        && format!("{century}{month}").as_str() > year
    {
        readings.push(format!("{year}/{century}{month}"));
    }
    readings
}

fn month_of(year: &str, month: &str) -> Option<String> {
    let month: u32 = month.parse().ok().filter(|month| *month <= 12)?;
    Some(format!("{year}-{month:02}"))
}

fn three(numbers: [&str; 3], mark: char) -> Vec<String> {
    let [a, b, c] = numbers;
    let date = |year, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    if is_year(a) {
        vec![date(a, b, c)]
    } else if is_year(c) && mark == '.' {
        vec![date(c, b, a)]
    } else if is_year(c) {
        vec![date(c, b, a), date(c, a, b)]
    } else {
        Vec::new()
    }
}
