//! The time of day after a full date, which is read and left out: `T10:10:10Z`, and
//! as YAML writes a timestamp, ` 10:10:10.5 +09:00`.

use super::cursor::Cursor;

/// Reads the time if there is one; `None` if what follows the date is no time.
pub(super) fn time_of_day(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.take_any(b"Tt ").is_none() {
        return Some(());
    }
    below(cursor, 25)?;
    cursor.take(b':').then_some(())?;
    below(cursor, 60)?;
    if cursor.take(b':') {
        below(cursor, 61)?;
        if cursor.take(b'.') {
            cursor.number()?;
        }
    }
    zone(cursor)
}

/// `Z`, or hours and perhaps minutes from UTC, or nothing.
fn zone(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.take(b' ');
    if cursor.take_any(b"Zz").is_some() || cursor.take_any(b"+-").is_none() {
        return Some(());
    }
    below(cursor, 15)?;
    if cursor.take(b':') || !cursor.is_at_end() {
        below(cursor, 60)?;
    }
    Some(())
}

/// One or two digits, of a number below `limit`.
fn below(cursor: &mut Cursor<'_>, limit: u32) -> Option<()> {
    let first = cursor.digit()?;
    let number = cursor.digit().map_or(first, |second| first * 10 + second);
    (number < limit).then_some(())
}
