//! Dates as the styles write them.
//!
//! A day, a month, a year and a span of these have each style's own order. What only
//! words can say (`1940s`, `spring 1945`) the language's own words say, and so are all
//! dates of documents that are neither English nor Japanese.

use super::Record;
use crate::date::{Edtf, ReducedDate, month_name, year_words};

/// In what order a style writes a date, and in what words it doubts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// `April 23, 2018`.
    Chicago,
    /// `23 Apr. 2018`.
    Mla,
    /// `2018, April 23`.
    Apa,
    /// `23 April 2018`.
    Plain,
}

/// A record's date in a style; none where it is undated.
pub(super) fn in_style(record: &Record<'_>, order: Order) -> Option<String> {
    let date = record.issued?;
    let language = record.date_language();
    if !is_english(language) {
        return Some(date.words(language));
    }
    let Some(exact) = Exact::of(date) else { return Some(date.words(language)) };
    let text = match exact.span {
        Span::One(one) => order.date(one),
        Span::Between(first, last) => order.between(first, last),
    };
    let text = match (exact.is_approximate, order) {
        (false, _) => text,
        (true, Order::Chicago | Order::Apa) => format!("ca. {text}"),
        (true, Order::Mla) => format!("circa {text}"),
        (true, Order::Plain) => format!("c. {text}"),
    };
    Some(match (exact.is_uncertain, order) {
        (false, _) => text,
        (true, Order::Apa) => format!("{text}?"),
        (true, _) => format!("[{text}?]"),
    })
}

fn is_english(tag: &str) -> bool {
    tag.split('-').next() == Some("en")
}

/// A record's date in Japanese, without an era: `2018年4月23日`, `1945年頃`, `［1945年？］`.
pub(super) fn in_japanese(record: &Record<'_>) -> Option<String> {
    let date = record.issued?;
    let words = || date.words("ja").replace('(', "（").replace(')', "）");
    let Some(Exact { span: Span::One(one), is_approximate, is_uncertain }) =
        Exact::of(date)
    else {
        return Some(words());
    };
    let mut text = year_words(one.year, "ja");
    text.extend(one.month.map(|month| format!("{month}月")));
    text.extend(one.day.map(|day| format!("{day}日")));
    let about = if is_approximate { "頃" } else { "" };
    Some(match is_uncertain {
        true => format!("［{text}{about}？］"),
        false => format!("{text}{about}"),
    })
}

/// A date of which each part there is is known; a doubt is about all of it.
struct Exact {
    span: Span,
    is_approximate: bool,
    is_uncertain: bool,
}

enum Span {
    One(ReducedDate),
    Between(ReducedDate, ReducedDate),
}

impl Exact {
    fn of(date: &Edtf) -> Option<Exact> {
        let written = date.to_string();
        let is = |text: &str, date: ReducedDate| text == date.to_string();
        let (first, last) = (date.reduced()?, date.reduced_end()?);
        if let Some((start, end)) = written.split_once('/') {
            let span = Span::Between(first, last);
            let is_exact = is(start, first) && is(end, last);
            let exact = Exact { span, is_approximate: false, is_uncertain: false };
            return is_exact.then_some(exact);
        }
        let bare = written.trim_end_matches(['?', '~', '%']);
        is(bare, first).then(|| Exact {
            span: Span::One(first),
            is_approximate: date.is_approximate(),
            is_uncertain: date.is_uncertain(),
        })
    }
}

impl Order {
    fn date(self, date: ReducedDate) -> String {
        self.with_year(self.in_year(date), date)
    }

    fn between(self, first: ReducedDate, last: ReducedDate) -> String {
        if first == last {
            return self.date(first);
        }
        let is_one_year = first.year == last.year;
        let days = [first, last].map(|date| date.day.is_some());
        match (self.in_year(first), self.in_year(last)) {
            (Some(start), Some(end)) if is_one_year && days[0] == days[1] => {
                let is_one_month = first.month == last.month;
                let span = match (is_one_month, first.day, last.day) {
                    (true, Some(d), Some(e)) => self.day(&format!("{d}–{e}"), first),
                    _ => format!("{start}–{end}"),
                };
                self.with_year(Some(span), last)
            }
            _ => format!("{}–{}", self.date(first), self.date(last)),
        }
    }

    /// The month and day.
    fn in_year(self, date: ReducedDate) -> Option<String> {
        let month = date.month?;
        let day = date.day.map(|day| self.day(&day.to_string(), date));
        Some(day.unwrap_or_else(|| self.month(month)))
    }

    /// The days in their month.
    fn day(self, days: &str, date: ReducedDate) -> String {
        let month = date.month.map(|month| self.month(month)).unwrap_or_default();
        match self {
            Order::Chicago | Order::Apa => format!("{month} {days}"),
            Order::Mla | Order::Plain => format!("{days} {month}"),
        }
    }

    fn with_year(self, in_year: Option<String>, date: ReducedDate) -> String {
        let year = year_words(date.year, "en");
        match (self, in_year) {
            (_, None) => year,
            (Order::Apa, Some(rest)) => format!("{year}, {rest}"),
            (Order::Chicago, Some(rest)) if date.day.is_some() => {
                format!("{rest}, {year}")
            }
            (_, Some(rest)) => format!("{rest} {year}"),
        }
    }

    fn month(self, month: u8) -> String {
        const SHORT: [&str; 12] = [
            "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.",
            "Oct.", "Nov.", "Dec.",
        ];
        let short = usize::from(month).checked_sub(1).and_then(|at| SHORT.get(at));
        match (self, short) {
            (Order::Mla, Some(short)) => (*short).to_owned(),
            _ => month_name(month, "en"),
        }
    }
}
