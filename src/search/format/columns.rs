//! What is known of every document without its words: date, language, length.

use super::{Cursor, put, put_text};

/// Facts about all documents, column by column.
///
/// Documents are numbered from the newest work to the oldest, then those without a date;
/// within a work, the main version first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// By work: how many versions it has.
    pub versions: Vec<u32>,
    /// By work: when it was made.
    pub dates: Vec<Span>,
    /// The languages of documents.
    pub tags: Vec<String>,
    /// By document: its language, as a place in `tags`.
    pub languages: Vec<u32>,
    /// By document: how many units it has; see [`quantised`].
    pub lengths: Vec<u8>,
}

/// The days between which a date lies, in days since 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// There is no date.
    #[default]
    Undated,
    /// From the first to the last possible day.
    Closed(i64, i64),
    /// From this day on.
    From(i64),
    /// Up to this day.
    Until(i64),
    /// Any day.
    Open,
}

impl Span {
    /// Whether it may lie between two days; what has no date lies nowhere.
    pub fn meets(self, first: i64, last: i64) -> bool {
        match self {
            Span::Undated => false,
            Span::Closed(from, to) => to >= first && from <= last,
            Span::From(from) => from <= last,
            Span::Until(to) => to >= first,
            Span::Open => true,
        }
    }

    fn tag(self) -> u64 {
        match self {
            Span::Undated => 0,
            Span::Closed(..) => 1,
            Span::From(_) => 2,
            Span::Until(_) => 3,
            Span::Open => 4,
        }
    }
}

/// A length in one byte: up to 15 exactly, then the highest four bits and their place; all
/// that are too long for that in the same.
pub fn quantised(length: u64) -> u8 {
    if length < 16 {
        return u8::try_from(length).unwrap_or(0);
    }
    let place = 60 - u64::from(length.leading_zeros());
    u8::try_from((place + 1) * 8 + ((length >> place) & 7)).unwrap_or(u8::MAX)
}

/// The least length that [`quantised`] gives this byte.
pub fn length_of(byte: u8) -> u64 {
    match byte {
        0..16 => u64::from(byte),
        _ => (8 + u64::from(byte & 7)) << (byte / 8 - 1).min(60),
    }
}

impl Columns {
    /// The bytes of the file, not yet packed.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.versions.len() as u64);
        put(&mut out, self.languages.len() as u64);
        put(&mut out, self.tags.len() as u64);
        self.tags.iter().for_each(|tag| put_text(&mut out, tag));
        self.versions.iter().for_each(|&versions| put(&mut out, versions.into()));
        self.dates.iter().for_each(|date| put(&mut out, date.tag()));
        let mut before = 0;
        for date in &self.dates {
            let day = match *date {
                Span::Undated | Span::Open => continue,
                Span::Closed(day, _) | Span::From(day) | Span::Until(day) => day,
            };
            put(&mut out, zigzag(day.wrapping_sub(before)));
            before = day;
            if let Span::Closed(first, last) = *date {
                put(&mut out, zigzag(last.wrapping_sub(first)));
            }
        }
        self.languages.iter().for_each(|&language| put(&mut out, language.into()));
        out.extend_from_slice(&self.lengths);
        out
    }

    /// Reads what [`Columns::write`] wrote.
    pub fn read(bytes: &[u8]) -> Option<Columns> {
        let mut cursor = Cursor::new(bytes);
        let (works, documents) = (cursor.length()?, cursor.length()?);
        let tags = cursor.length()?;
        let tags =
            (0..tags).map(|_| Some(cursor.text()?.to_owned())).collect::<Option<_>>()?;
        let versions = (0..works).map(|_| cursor.small()).collect::<Option<_>>()?;
        let sorts: Vec<u64> =
            (0..works).map(|_| cursor.number()).collect::<Option<_>>()?;
        let mut before = 0_i64;
        let dates = sorts.into_iter().map(|sort| date(&mut cursor, sort, &mut before));
        let dates = dates.collect::<Option<_>>()?;
        let languages = (0..documents).map(|_| cursor.small()).collect::<Option<_>>()?;
        let lengths = cursor.take(documents)?.to_vec();
        Some(Columns { versions, dates, tags, languages, lengths })
    }
}

fn date(cursor: &mut Cursor, sort: u64, before: &mut i64) -> Option<Span> {
    let mut next = |cursor: &mut Cursor| {
        *before = before.wrapping_add(unzigzag(cursor.number()?));
        Some(*before)
    };
    Some(match sort {
        0 => Span::Undated,
        1 => {
            let first = next(cursor)?;
            Span::Closed(first, first.wrapping_add(unzigzag(cursor.number()?)))
        }
        2 => Span::From(next(cursor)?),
        3 => Span::Until(next(cursor)?),
        4 => Span::Open,
        _ => return None,
    })
}

/// A signed number as one that is small where it is near zero.
fn zigzag(number: i64) -> u64 {
    (number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned()
}

fn unzigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}
