//! The date as the head of the text has it.

use super::Look;
use crate::check::days::overlap;
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic};

/// How many lines of a text are its head.
const HEAD_LINES: usize = 8;
/// A longer line is a sentence.
const MAX_CHARACTERS: usize = 50;

/// A line of the head that is a date and nothing else, perhaps after a place.
pub(super) fn head(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let metadata = &look.document.metadata;
    let Some(date) = &metadata.date else { return };
    if metadata.date_note.is_some() || date.is_approximate() || date.is_uncertain() {
        return;
    }
    let lines = look.text.lines().take(HEAD_LINES);
    let mut days = lines.filter_map(|(span, line)| Some((span, day(line)?)));
    let Some((span, day)) = days.next() else { return };
    let is_same = |day: &Edtf| overlap(day.bounds(), date.bounds());
    // A head with several dates tells of more than the day of the text.
    if is_same(&day) || days.next().is_some() {
        return;
    }
    let message = format!("the date is `{date}`, and the text begins with `{day}`");
    found.push(
        look.found(Code::DateAgainstText, look.written.span("date"), message)
            .also(&look.document.path, span, "the text")
            .help("mend whichever is wrong; `date_note` may say why they differ"),
    );
}

/// The day that a line names.
fn day(line: &str) -> Option<Edtf> {
    let line = line.trim_matches(|c: char| !c.is_alphanumeric());
    if line.chars().count() > MAX_CHARACTERS || !line.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let after_place = line.split_once(", ").map(|(_, rest)| rest);
    let mut readings = [Some(line), after_place].into_iter().flatten();
    readings.find_map(|text| {
        let date = match Edtf::parse(text) {
            Ok(date) => date,
            Err(error) => Edtf::parse(&error.suggestion?).ok()?,
        };
        date.as_day().map(|_| date)
    })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn lines_that_are_dates() {
        let check = |line: &str, expected: Option<&str>| {
            let found = day(line).map(|date| date.to_string());
            assert_eq!(found.as_deref(), expected, "{line}");
        };
        check("April 23, 2018", Some("2018-04-23"));
        check("*23 April 2018*", Some("2018-04-23"));
        check("Toronto, April 23, 2018", Some("2018-04-23"));
        check("（平成30年4月23日）", Some("2018-04-23"));
        check("**2018年4月23日**", Some("2018-04-23"));
        check("April 2018", None);
        check("On April 23, 2018 the ministers met.", None);
        check("第1条", None);
    }
}
