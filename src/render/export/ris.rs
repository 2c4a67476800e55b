//! RIS, as reference managers read it: a tag a line, lines end in CR LF.
//!
//! Tried against Zotero: a name is parted at its first comma, so that a body's name ends
//! in one and has none within, and a keyword is parted at semicolons.

use super::dates::{beginning, remark};
use super::line::folded;
use super::names;
use super::{Export, Item};
use crate::citation::Record;
use crate::date::{Edtf, ReducedDate};

/// RIS.
pub(super) struct Ris;

impl Export for Ris {
    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>) {
        write(&item.record, out);
    }
}

/// Writes a record, which begins with its type and ends with `ER`.
pub(super) fn write(record: &Record<'_>, out: &mut Vec<u8>) {
    let mut tag = |name: &str, value: &str| {
        let value = folded(value);
        if !value.is_empty() {
            out.extend_from_slice(format!("{name}  - {value}\r\n").as_bytes());
        }
    };
    tag("TY", record.types().ris);
    tag("TI", record.title);
    tag("ST", record.title_short.unwrap_or_default());
    for &author in &record.author {
        tag("AU", &names::author(author));
    }
    // Zotero takes these for recipients of letters only.
    for &recipient in record.recipient.iter().filter(|_| record.types().ris == "PCOMM") {
        tag("A2", &names::author(recipient));
    }
    if let Some(first) = record.issued.and_then(beginning) {
        tag("DA", &day(first));
        tag("PY", &format!("{:04}", first.year));
    }
    tag("CY", record.place.unwrap_or_default());
    tag("PB", record.publisher_or_issuer().unwrap_or_default());
    tag("M3", &record.genre_in_words().unwrap_or_default());
    tag("LA", record.language.as_str());
    for keyword in &record.keywords {
        tag("KW", &keyword.replace(';', ","));
    }
    tag("AB", record.summary.unwrap_or_default());
    for note in notes(record) {
        tag("N1", &note);
    }
    tag("UR", &record.url);
    let pages = record.page_range().unwrap_or_default();
    let (first, last) = pages.split_once('–').unwrap_or((&pages, ""));
    tag("SP", first);
    tag("EP", last);
    tag("DB", record.archive);
    tag("SN", record.number.unwrap_or_default());
    out.extend_from_slice(b"ER  - \r\n");
}

/// `2018/04/23/`, and as many empty parts as are not known: `1945///`.
fn day(date: ReducedDate) -> String {
    let part = |number: Option<u8>| number.map_or(String::new(), |n| format!("{n:02}"));
    format!("{:04}/{}/{}/", date.year, part(date.month), part(date.day))
}

/// What the source or the editor remarks, and what no other tag can say.
pub(super) fn notes(record: &Record<'_>) -> Vec<String> {
    let own = record.notes.map(str::to_owned);
    let language = record.date_language();
    let date = record.issued.and_then(|date: &Edtf| remark(date, language));
    [own, record.translation_in_words(), date].into_iter().flatten().collect()
}
