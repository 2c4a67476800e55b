//! Citations in the manner of Japanese humanities.
//!
//! 著者「文書名」（番号）種別、日付、場所、出典、URL。 A report has 『』. The styles of
//! American handbooks differ here in their order only: APA's has the date behind the
//! author, MLA's the source before the date and the sort of document last.

use super::date::in_japanese;
use super::names;
use super::quotation::{within_corners, within_white_corners};
use super::text::{Face, Text};
use super::words::{japanese, translation_japanese};
use super::writer::isolated;
use super::{Record, Style};
use crate::document::Kind;

const UNDATED: &str = "日付なし";

/// The citation of a document in the order of a style.
pub(super) fn cite(record: &Record<'_>, style: Style) -> Text {
    let parts = Parts::of(record);
    let tail = match style {
        Style::Apa => parts.author_and_date(),
        Style::Mla => parts.source_first(),
        Style::ChicagoNote | Style::ChicagoBibliography | Style::Plain => {
            parts.in_order()
        }
    };
    let stop = if style == Style::Plain { "" } else { "。" };
    let is_stopped = tail.ends_with('。');
    let mut text = Text::default();
    text.push(&format!("{tail}{}", if is_stopped { "" } else { stop }), Face::Roman);
    text
}

/// The parts of a citation, each as it stands in it.
struct Parts {
    author: String,
    /// Of a treaty.
    parties: String,
    /// With its marks, number and translator.
    title: String,
    genre: String,
    date: Option<String>,
    place: String,
    /// The source, its pages, the archive.
    source: String,
    url: String,
}

impl Parts {
    fn of(record: &Record<'_>) -> Parts {
        let lead = record.lead();
        let publisher = record.publisher_besides(lead).unwrap_or_default();
        let pages = record.pages.map(pages).unwrap_or_default();
        let archive = record.archive_besides(Some(publisher));
        let archive = match archive {
            "" => String::new(),
            name => format!("『{}』", within_white_corners(name)),
        };
        Parts {
            author: isolated(&names::japanese(lead)).into_owned(),
            parties: names::parties_in_japanese(record.parties()),
            title: title(record),
            genre: genre(record),
            date: in_japanese(record),
            place: listed(&[
                record.event.unwrap_or_default(),
                record.place.unwrap_or_default(),
                record.venue.unwrap_or_default(),
            ]),
            source: listed(&[publisher, &pages, &archive]),
            url: record.url.clone(),
        }
    }

    /// 著者「文書名」種別、日付、場所、出典、URL.
    fn in_order(&self) -> String {
        let date = self.date.as_deref().unwrap_or(UNDATED);
        let facts =
            [&self.parties, &self.genre, date, &self.place, &self.source, &self.url];
        format!("{}{}{}", self.author, self.title, listed(&facts))
    }

    /// 著者（日付）「文書名」種別、場所、出典、URL.
    fn author_and_date(&self) -> String {
        let date = self.date.as_deref().unwrap_or(UNDATED);
        let date = format!("（{}）", date.replace('（', "［").replace('）', "］"));
        let facts = [&self.parties, &self.genre, &self.place, &self.source, &self.url];
        let facts = listed(&facts.map(String::as_str));
        match self.author.as_str() {
            "" => format!("{}{date}{facts}", self.title),
            author => format!("{author}{date}{}{facts}", self.title),
        }
    }

    /// 著者「文書名」出典、日付、場所、URL。種別.
    fn source_first(&self) -> String {
        let date = self.date.as_deref().unwrap_or_default();
        let facts = listed(&[&self.parties, &self.source, date, &self.place, &self.url]);
        let genre = match self.genre.as_str() {
            "" => String::new(),
            genre if facts.is_empty() => format!("{genre}。"),
            genre => format!("。{genre}。"),
        };
        format!("{}{}{facts}{genre}", self.author, self.title)
    }
}

/// 電報; with recipients the title does not name, バーンズ宛電報.
fn genre(record: &Record<'_>) -> String {
    let recipients = record.recipients_besides_title();
    if recipients.is_empty() {
        return record.genre_besides_title(japanese).unwrap_or_default();
    }
    let genre = record.genre_or_kind(japanese).unwrap_or_default();
    format!("{}宛{genre}", isolated(&names::japanese(recipients)))
}

fn title(record: &Record<'_>) -> String {
    let words: Vec<&str> = record.title.split_ascii_whitespace().collect();
    let title = words.join(" ");
    let number = record.number_in_japanese().unwrap_or_default();
    let translation = translation_japanese(record).unwrap_or_default();
    let details = match listed(&[&number, &translation]).as_str() {
        "" => String::new(),
        details => format!("（{details}）"),
    };
    match record.kind {
        _ if title.is_empty() => details,
        _ if record.has_supplied_title() => format!("{title}{details}"),
        Some(Kind::Report) => {
            format!("『{}』{details}", isolated(&within_white_corners(&title)))
        }
        _ => format!("「{}」{details}", isolated(&within_corners(&title))),
    }
}

/// Those of the parts that there are.
fn listed(parts: &[&str]) -> String {
    let parts: Vec<&str> =
        parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join("、")
}

/// `12–14頁`; pages that are not told in digits as they are.
fn pages(pages: &str) -> String {
    let bare = super::facts::bare_pages(pages);
    let is_number = bare.ends_with(|c: char| c.is_ascii_digit());
    if is_number { format!("{bare}頁") } else { super::facts::with_dashes(pages) }
}
