//! One date: `[-]YYYY[-MM[-DD[Ttime]]]` with `X`, `?`, `~`, `%`, `Y…`, `E…` and `S…`.

use super::super::Qualification;
use super::super::day::LAST_YEAR;
use super::super::partial::{Part, PartialDate, Sign, Year};
use super::cursor::Cursor;
use super::{Fault, check, time};

/// A date and the places of its components in the whole text.
pub(super) struct Written {
    pub(super) date: PartialDate,
    /// Where the year begins, and where each further component begins.
    pub(super) at: [usize; 3],
}

/// Reads a date that fills `text`, which begins at `offset` of the whole text.
pub(super) fn date(text: &str, offset: usize) -> Result<PartialDate, Fault> {
    let written = written(Cursor::new(text, offset)).ok_or(Fault::Syntax)?;
    check::exists(&written)?;
    Ok(written.date)
}

fn written(mut cursor: Cursor<'_>) -> Option<Written> {
    let before = cursor.take_if(Qualification::from_sign).unwrap_or_default();
    let mut at = [cursor.at; 3];
    let year =
        if cursor.take(b'Y') { long_year(&mut cursor)? } else { year(&mut cursor)? };
    let is_alone = year.width() > 4 || year.significant > 0;
    let mut date = PartialDate { year, month: None, day: None };
    date.year.qualification = before;
    qualify(&mut date, &mut cursor);
    if !is_alone && cursor.take(b'-') {
        (date.month, at[1]) = part(&mut cursor)?;
        qualify(&mut date, &mut cursor);
        if cursor.take(b'-') {
            (date.day, at[2]) = part(&mut cursor)?;
            qualify(&mut date, &mut cursor);
            time::time_of_day(&mut cursor)?;
        }
    }
    cursor.is_at_end().then_some(Written { date, at })
}

/// A qualifier behind a component holds for it and for all before it.
fn qualify(date: &mut PartialDate, cursor: &mut Cursor<'_>) {
    let Some(sign) = cursor.take_if(Qualification::from_sign) else { return };
    date.year.qualification = date.year.qualification.and(sign);
    for part in [&mut date.month, &mut date.day].into_iter().flatten() {
        part.qualification = part.qualification.and(sign);
    }
}

fn year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let sign = sign(cursor);
    let (digits, unspecified) = cursor.digits_or_x(4)?;
    let significant = significant(cursor, 4)?;
    if unspecified > 0 && significant > 0 {
        return None;
    }
    let qualification = Qualification::Plain;
    Some(Year { digits, unspecified, sign, significant, qualification })
}

/// The year after `Y`: more than four digits, as a number or with a power of ten.
fn long_year(cursor: &mut Cursor<'_>) -> Option<Year> {
    let sign = sign(cursor);
    let mut digits = cursor.number()?;
    if cursor.take(b'E') {
        let power = 10_u32.checked_pow(cursor.number()?)?;
        digits = digits.checked_mul(power)?;
    }
    if !(10_000..=LAST_YEAR.unsigned_abs()).contains(&digits) {
        return None;
    }
    let qualification = Qualification::Plain;
    let mut year = Year { digits, unspecified: 0, sign, significant: 0, qualification };
    year.significant = significant(cursor, year.width())?;
    Some(year)
}

fn sign(cursor: &mut Cursor<'_>) -> Sign {
    if cursor.take(b'-') { Sign::Minus } else { Sign::Plus }
}

/// `S` and a number of significant digits, 1 to `width`; 0 where there is no `S`.
fn significant(cursor: &mut Cursor<'_>, width: u32) -> Option<u8> {
    if !cursor.take(b'S') {
        return Some(0);
    }
    let number = cursor.number().filter(|number| (1..=width).contains(number))?;
    u8::try_from(number).ok()
}

/// A month, season or day of two digits, and where its digits begin.
fn part(cursor: &mut Cursor<'_>) -> Option<(Option<Part>, usize)> {
    let qualification = cursor.take_if(Qualification::from_sign).unwrap_or_default();
    let at = cursor.at;
    let (digits, unspecified) = cursor.digits_or_x(2)?;
    let digits = u8::try_from(digits).ok()?;
    Some((Some(Part { digits, unspecified, qualification }), at))
}
