//! The canonical EDTF text of a value.

use super::interval::{End, Interval, Member, Set, SetKind};
use super::partial::{Part, PartialDate, Sign, Year};
use super::{Edtf, Qualification, Value};
use std::fmt::{self, Write as _};

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Date(date) => date.fmt(f),
            Value::Interval(Interval { start, end }) => write!(f, "{start}/{end}"),
            Value::Set(set) => write!(f, "{set}"),
        }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, close) = match self.kind {
            SetKind::OneOf => ('[', ']'),
            SetKind::AllOf => ('{', '}'),
        };
        write!(f, "{open}")?;
        for (index, member) in self.members.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{member}")?;
        }
        write!(f, "{close}")
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Member::Date(date) => write!(f, "{date}"),
            Member::Range(Interval { start, end }) => {
                let dates = [start, end].map(|end| end.date());
                let [start, end] =
                    dates.map(|date| date.map_or(String::new(), |d| d.to_string()));
                write!(f, "{start}..{end}")
            }
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Date(date) => write!(f, "{date}"),
            End::Open => f.write_str(".."),
            End::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for PartialDate {
    /// A qualifier shared by the year and what follows stands behind the last component
    /// that shares it; a further one stands in front of its component.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let common = self.year.qualification;
        let parts = [self.month, self.day];
        let sharing =
            |part: &Option<Part>| part.is_some_and(|p| p.qualification == common);
        let shared = parts.iter().take_while(|part| sharing(part)).count();
        self.year.fmt(f)?;
        if shared == 0 {
            f.write_str(common.sign())?;
        }
        for (index, part) in parts.into_iter().flatten().enumerate() {
            let own =
                if index < shared { Qualification::Plain } else { part.qualification };
            f.write_str("-")?;
            f.write_str(own.sign())?;
            part.fmt(f)?;
            if index + 1 == shared {
                f.write_str(common.sign())?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.width() > 4 {
            f.write_str("Y")?;
        }
        if self.sign == Sign::Minus {
            f.write_str("-")?;
        }
        write_digits(f, self.digits, self.unspecified, self.width())?;
        if self.significant > 0 {
            write!(f, "S{}", self.significant)?;
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(f, u32::from(self.digits), self.unspecified, 2)
    }
}

fn write_digits(
    f: &mut fmt::Formatter<'_>,
    digits: u32,
    unspecified: u8,
    width: u32,
) -> fmt::Result {
    for place in (0..width).rev() {
        if place < 4 && unspecified >> place & 1 == 1 {
            f.write_str("X")?;
        } else {
            let digit = digits / 10_u32.pow(place) % 10;
            f.write_char(char::from_digit(digit, 10).unwrap_or('0'))?;
        }
    }
    Ok(())
}
