//! Dates as archives know them: Extended Date/Time Format values (ISO 8601-2:2019,
//! EDTF levels 0 and 1, and of level 2 all that dates a document), in the proleptic
//! Gregorian calendar.
//!
//! A date may be partial (`1945-08`), unspecified (`194X`), uncertain (`1945?`),
//! approximate (`1945~`), an interval (`2018-04-22/2018-04-23`, `1945/..`) or a set
//! (`[1667,1668]`). What a date does not say is never invented: a consumer asks for
//! the first and last possible day, for the part that is certain, or for words.

mod day;
mod moment;
mod qualification;
mod partial;
mod interval;
mod bounds;
mod reduced;
mod display;
mod era;
mod error;
mod parse;
mod reading;
mod words;

#[cfg(test)]
mod tests;

pub use bounds::{Bounds, SortKey};
pub use day::Day;
pub use era::{Era, era};
pub use error::DateError;
pub use moment::Moment;
pub use reading::beyond_era;
pub use reduced::ReducedDate;
pub use words::{has_words, month_name, year_words};

use interval::{Interval, Set};
use partial::PartialDate;
use qualification::Qualification;

/// An Extended Date/Time Format value (ISO 8601-2:2019, clauses 4 to 9 of its profile).
///
/// It displays as its canonical EDTF text: parsing that text gives an equal value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(Value);

/// The three kinds of EDTF value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Value {
    Date(PartialDate),
    Interval(Interval),
    Set(Box<Set>),
}

impl Edtf {
    /// Reads EDTF text. A time of day after a full date is checked and left out.
    ///
    /// # Errors
    /// Text that is not EDTF, or names a day that does not exist; the error says where,
    /// and how the date is written when the text can be read in one way only.
    pub fn parse(text: &str) -> Result<Edtf, DateError> {
        parse::parse(text)
    }

    /// The first and the last day the date may mean, both inclusive.
    ///
    /// Uncertain and approximate dates have the bounds of the date as written. Open and
    /// unknown ends reach [`Day::MIN`] and [`Day::MAX`]. A season has the months of the
    /// northern meteorological year, unless it names the southern hemisphere; a winter
    /// begins in the year it names.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        bounds::bounds(&self.0)
    }

    /// The place of the date in a chronology: by first day, then by last day.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        bounds::sort_key(&self.0)
    }

    /// The day, if the value is a single full date; a qualified day is still a day.
    #[must_use]
    pub fn as_day(&self) -> Option<Day> {
        match self.0 {
            Value::Date(date) => reduced::reduced(date)?.as_day(),
            Value::Interval(_) | Value::Set(_) => None,
        }
    }

    /// The year of [`Edtf::reduced`].
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.reduced().map(|date| date.year)
    }

    /// The leading part of the date that is specified, without qualifiers, for formats
    /// that know no more: of an interval its start, of `[…]` what all members share, of
    /// `{…}` the first. Nothing for `194X` and for an open or unknown start.
    #[must_use]
    pub fn reduced(&self) -> Option<ReducedDate> {
        reduced::start(&self.0)
    }

    /// The same for the end: of an interval its end, of `{…}` the last member, and
    /// otherwise [`Edtf::reduced`].
    #[must_use]
    pub fn reduced_end(&self) -> Option<ReducedDate> {
        reduced::end(&self.0)
    }

    /// Whether the value is written as an interval (`a/b`).
    #[must_use]
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Value::Interval(_))
    }

    /// Whether any part is marked uncertain (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.any(Qualification::is_uncertain)
    }

    /// Whether any part is marked approximate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.any(Qualification::is_approximate)
    }

    /// The date in the words of a language, given as a BCP 47 tag: `c. 1945`,
    /// `2018年4月23日(平成30年)`. A language without a vocabulary here gets the EDTF text.
    #[must_use]
    pub fn words(&self, language: &str) -> String {
        words::words(self, language)
    }

    fn any(&self, test: fn(Qualification) -> bool) -> bool {
        match &self.0 {
            Value::Date(date) => date.any(test),
            Value::Interval(interval) => interval.any(test),
            Value::Set(set) => set.members.iter().any(|member| member.any(test)),
        }
    }
}
