//! EDTF text to value: sets, intervals and dates, in one pass over the text.

mod cursor;
mod date;
mod time;
mod check;

use super::bounds::bounds;
use super::error::DateError;
use super::interval::{End, Interval, Member, Set, SetKind};
use super::{Edtf, Value, reading};

/// Why a text is no value.
enum Fault {
    /// Not written as the grammar asks; perhaps a date of another spelling.
    Syntax,
    /// Well written, but there is no such date.
    Impossible(Box<DateError>),
}

pub(super) fn parse(text: &str) -> Result<Edtf, DateError> {
    value(text).map(Edtf).map_err(|fault| match fault {
        Fault::Syntax => reading::explain(text),
        Fault::Impossible(error) => *error,
    })
}

/// The value of a text that is EDTF, without a reason where it is not.
pub(super) fn strict(text: &str) -> Option<Edtf> {
    value(text).ok().map(Edtf)
}

fn value(text: &str) -> Result<Value, Fault> {
    if let Some(inner) = text.strip_prefix('[') {
        return set(SetKind::OneOf, inner.strip_suffix(']').ok_or(Fault::Syntax)?);
    }
    if let Some(inner) = text.strip_prefix('{') {
        return set(SetKind::AllOf, inner.strip_suffix('}').ok_or(Fault::Syntax)?);
    }
    match text.split_once('/') {
        Some((start, end)) => interval(start, end, text.len()),
        None => date::date(text, 0).map(Value::Date),
    }
}

fn interval(start: &str, end: &str, length: usize) -> Result<Value, Fault> {
    let interval =
        Interval { start: self::end(start, 0)?, end: self::end(end, start.len() + 1)? };
    if interval.start.date().is_none() && interval.end.date().is_none() {
        return Err(Fault::Syntax);
    }
    let value = Value::Interval(interval);
    let Some(swapped) = swapped(&value, interval) else { return Ok(value) };
    Err(check::ends_before_it_begins(&swapped, length))
}

fn end(text: &str, offset: usize) -> Result<End, Fault> {
    match text {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        _ => date::date(text, offset).map(End::Date),
    }
}

/// The interval with its ends exchanged, if it ends before it begins.
fn swapped(value: &Value, interval: Interval) -> Option<Edtf> {
    let bounds = bounds(value);
    let swapped = Interval { start: interval.end, end: interval.start };
    (bounds.last < bounds.first).then_some(Edtf(Value::Interval(swapped)))
}

fn set(kind: SetKind, inner: &str) -> Result<Value, Fault> {
    let mut offset = 1;
    let mut members = Vec::new();
    for text in inner.split(',') {
        let spaces = text.len() - text.trim_start_matches(' ').len();
        members.push(member(text.trim_matches(' '), offset + spaces)?);
        offset += text.len() + 1;
    }
    Ok(Value::Set(Box::new(Set { kind, members })))
}

fn member(text: &str, offset: usize) -> Result<Member, Fault> {
    let Some((start, end)) = text.split_once("..") else {
        return date::date(text, offset).map(Member::Date);
    };
    let limit = |text: &str, offset| match text {
        "" => Ok(End::Open),
        _ => date::date(text, offset).map(End::Date),
    };
    let range = Interval {
        start: limit(start, offset)?,
        end: limit(end, offset + start.len() + 2)?,
    };
    let written = range.start.date().is_some() || range.end.date().is_some();
    let bounds = bounds(&Value::Interval(range));
    if written && bounds.first <= bounds.last {
        Ok(Member::Range(range))
    } else {
        Err(Fault::Syntax)
    }
}
