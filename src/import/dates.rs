//! Dates as foreign texts write them.

use super::draft::{Draft, Field};
use super::format::Foreign;
use crate::date::{Edtf, beyond_era, month_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// What is wrong with a written date, in bytes of its text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    start: usize,
    end: usize,
    message: String,
    label: String,
}

/// The date that a text means, where it can mean only one.
pub(super) fn read(written: &str) -> Result<Edtf, Fault> {
    units(written)?;
    let text = written.trim().trim_end_matches(['.', '。']);
    let error = match Edtf::parse(text) {
        Ok(date) => return Ok(date),
        Err(error) => error,
    };
    if let Some(date) = error.suggestion.and_then(|text| Edtf::parse(&text).ok()) {
        return Ok(date);
    }
    let label = match &error.help {
        Some(help) if help.contains(" or ") && help.contains("whichever") => {
            "it may mean two days".to_owned()
        }
        _ => beyond_era(text)
            .unwrap_or_else(|| "no day, month or year of the calendar".to_owned()),
    };
    let message = format!("`{}` is not a date", written.trim());
    Err(Fault { start: 0, end: written.len(), message, label })
}

/// Whether a short text has the form of a day and nothing else, be there such a day or not:
/// `February 30, 2024`, `令和6年13月1日`, `2024/2/30`.
pub(super) fn is_written(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', '。']);
    if text.chars().count() > 60 {
        return false;
    }
    is_day_with_units(text) || is_day_by_name(text) || is_triple(text)
}

/// Year, month and day with their units, perhaps with an era.
fn is_day_with_units(text: &str) -> bool {
    let is_part = |c: char| {
        is_numeral(c) || UNITS.contains(&c) || "令和平成昭大正明治 ".contains(c)
    };
    UNITS.iter().all(|&unit| text.contains(unit))
        && text.ends_with('日')
        && text.chars().all(is_part)
}

/// A month by its English name, a day, a year of four digits, perhaps a day of the week.
fn is_day_by_name(text: &str) -> bool {
    let (mut months, mut days, mut years) = (0, 0, 0);
    let words = text.split([' ', ',', '.']).filter(|word| !word.is_empty());
    for word in words {
        let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        let number = bare.unwrap_or(word);
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        match (is_number, number.len()) {
            (true, 1 | 2) => days += 1,
            (true, 4) => years += 1,
            (false, _) if is_month(word) => months += 1,
            (false, _) if word == "of" || word.ends_with("day") => {}
            _ => return false,
        }
    }
    (months, days, years) == (1, 1, 1)
}

fn is_month(word: &str) -> bool {
    (1..=12).any(|month| month_name(month, "en").eq_ignore_ascii_case(word))
}

/// Year, month and day in digits.
fn is_triple(text: &str) -> bool {
    let numbers: Vec<&str> = text.split(['-', '/']).collect();
    let has_length = |number: &&str, lengths: [usize; 2]| {
        lengths.contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
    };
    matches!(&*numbers, [year, month, day]
        if has_length(year, [4, 4]) && has_length(month, [1, 2]) && has_length(day, [1, 2]))
}

/// Puts a written date into the draft; one that cannot be read is reported, and kept as a
/// note.
pub(super) fn put(
    draft: &mut Draft,
    (written, span): (&str, Span),
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    match read(written) {
        Ok(date) => {
            let date = date.to_string();
            let field = Field::derived("date", date.clone(), span);
            match date == written {
                true => draft.state("date", date, span),
                false => draft.derive(field, format!("“{written}”")),
            }
        }
        Err(fault) => {
            found.push(fault.diagnostic(foreign, span));
            draft.state("date_note", format!("the source has “{written}”"), span);
        }
    }
}

impl Fault {
    /// The finding, for a text that stands at `span`.
    pub(super) fn diagnostic(self, foreign: &Foreign<'_>, span: Span) -> Diagnostic {
        let start = span.start as usize;
        // Where the text is not as the file has it, the whole of it is marked.
        let place = match span.range().len() >= self.end {
            true => Span::new(start + self.start, start + self.end),
            false => span,
        };
        let help = "the document has no date, and what the source has as a note: look at \
                    the original, and write the `date`";
        Diagnostic::new(Code::InvalidDate, &foreign.file.path, place, self.message)
            .label(self.label)
            .help(help)
    }
}

const UNITS: [char; 3] = ['年', '月', '日'];

/// Looks at year, month and day of a date with units, where it is one.
fn units(written: &str) -> Result<(), Fault> {
    let mut pieces = pieces(written).peekable();
    let mut numbers = Vec::new();
    for expected in UNITS {
        let Some(piece) = pieces.next() else { return Ok(()) };
        if !UNITS.contains(&piece.unit) {
            return Ok(());
        }
        if piece.unit != expected {
            return Err(Fault {
                start: piece.end,
                end: piece.end + piece.unit.len_utf8(),
                message: format!("`{}` is not a date", written.trim()),
                label: format!("expected `{expected}`, found `{}`", piece.unit),
            });
        }
        numbers.push(piece);
    }
    numbers.first().map_or(Ok(()), |year| four_digits(written, year))
}

/// A year of the common era has four digits in everything that is imported.
fn four_digits(written: &str, year: &Piece) -> Result<(), Fault> {
    let digits = written.get(year.start..year.end).unwrap_or_default();
    let is_era = written.get(..year.start).is_some_and(|t| !t.trim().is_empty());
    let count = digits.chars().count();
    let is_number =
        digits.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if is_era || !is_number || count == 4 {
        return Ok(());
    }
    Err(Fault {
        start: year.start,
        end: year.end,
        message: format!("`{}` is not a date", written.trim()),
        label: format!("expected a year of four digits, found {count}"),
    })
}

/// A number and the character behind it.
struct Piece {
    start: usize,
    end: usize,
    unit: char,
}

/// The numbers of a date with what follows each.
fn pieces(written: &str) -> impl Iterator<Item = Piece> + '_ {
    let mut start = None;
    written.char_indices().filter_map(move |(at, c)| {
        if is_numeral(c) {
            start.get_or_insert(at);
            return None;
        }
        Some(Piece { start: start.take()?, end: at, unit: c })
    })
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || ('０'..='９').contains(&c)
        || "〇零元一二三四五六七八九十".contains(c)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_are_read() {
        let check = |written: &str, expected: &str| {
            let date = read(written).map(|date| date.to_string());
            assert_eq!(date.as_deref(), Ok(expected), "{written}");
        };
        check("2018-04-23", "2018-04-23");
        check("April 23, 2018", "2018-04-23");
        check("April 17,1996", "1996-04-17");
        check("October 02, 2002", "2002-10-02");
        check("November 2002", "2002-11");
        check("1983年11月1日", "1983-11-01");
        check("１９８３年１１月１日", "1983-11-01");
        check("1983年11月", "1983-11");
        check("1914/1/21", "1914-01-21");
        check("令和5年9月21日", "2023-09-21");
        check("昭和元年12月28日", "1926-12-28");
        check("昭和三十四年七月六日", "1959-07-06");
        check("2003年8月27日(水)", "2003-08-27");
        check("14 November 2018", "2018-11-14");
        check("22–23 April 2018", "2018-04-22/2018-04-23");
        check("22-23 April 2018", "2018-04-22/2018-04-23");
        check("April 22-23, 2018", "2018-04-22/2018-04-23");
        check("April 22–23, 2018", "2018-04-22/2018-04-23");
        check("April 30 - May 2, 2018", "2018-04-30/2018-05-02");
        check("平成31年4月30日", "2019-04-30");
        check("明治45年7月30日", "1912-07-30");
        check("昭和64年", "1989");
        check("昭和元年12月", "1926-12");
    }

    #[test]
    fn impossible_dates_are_not() {
        let check = |written: &str, marked: &str, label: &str| {
            let fault = read(written).unwrap_err();
            assert_eq!(written.get(fault.start..fault.end), Some(marked), "{written}");
            assert_eq!(fault.label, label, "{written}");
            assert_eq!(fault.message, format!("`{written}` is not a date"));
        };
        check("1970月9月21日", "月", "expected `年`, found `月`");
        check("1972年9年11日", "年", "expected `月`, found `年`");
        check("1977年8年18日", "年", "expected `月`, found `年`");
        check("2007年1年1月", "年", "expected `月`, found `年`");
        check("202年6月22日", "202", "expected a year of four digits, found 3");
        let label = "no day, month or year of the calendar";
        check("1983年13月1日", "1983年13月1日", label);
        check("February 29, 2023", "February 29, 2023", label);
        check("昭和64年2月1日", "昭和64年2月1日", "昭和 ended on 1989-01-07");
        check("昭和元年1月1日", "昭和元年1月1日", "昭和 began on 1926-12-25");
        check("平成31年5月2日", "平成31年5月2日", "平成 ended on 2019-04-30");
        check("平成三十一年五月", "平成三十一年五月", "平成 ended on 2019-04-30");
        check("大正16年", "大正16年", "大正 ended on 1926-12-25");
        check("03/04/1995", "03/04/1995", "it may mean two days");
        check("soon", "soon", label);
    }

    #[test]
    fn days_are_known_by_their_form() {
        let check = |text: &str, expected: bool| {
            assert_eq!(super::is_written(text), expected, "{text}");
        };
        check("February 30, 2024", true);
        check("Friday, February 30th, 2024", true);
        check("31 April 2024.", true);
        check("2024/2/30", true);
        check("令和6年13月1日", true);
        check("平成31年5月2日", true);
        check("February 2024", false);
        check("On March 25, they met.", false);
        check("The 30 days of April 2024", false);
        check("1-2-3", false);
        check("2年と3月に来日", false);
    }
}
