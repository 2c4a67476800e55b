//! Dates that can be, and hardly are.

use super::Look;
use crate::date::{Day, Edtf};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn future(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(today) = look.site.today else { return };
    let metadata = &look.document.metadata;
    let retrieved = metadata.source.as_ref().and_then(|source| source.retrieved.as_ref());
    let dates = [("date", metadata.date.as_ref()), ("source.retrieved", retrieved)];
    for (key, date) in dates {
        let Some(date) = date.filter(|date| is_after(date, today)) else { continue };
        let message = format!("`{date}` lies in the future");
        let help = "a text has the date on which it was made; is a digit wrong?";
        found.push(
            look.found(Code::FutureDate, look.written.span(key), message).help(help),
        );
    }
}

/// Somewhere in the world it is tomorrow already.
fn is_after(date: &Edtf, today: Day) -> bool {
    date.bounds().first.since_1970() > today.since_1970() + 1
}

/// No printed document is older than printing, and hardly any has a day.
const FIRST_YEAR: i32 = 1500;

pub(super) fn early(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(date) = &look.document.metadata.date else { return };
    if date.bounds().last.year() >= FIRST_YEAR {
        return;
    }
    let message = format!("`{date}` lies before {FIRST_YEAR}");
    let help = "is a digit of the year wrong? an archive of older texts allows this in \
                `site.toml`";
    found
        .push(look.found(Code::EarlyDate, look.written.span("date"), message).help(help));
}

pub(super) fn early_retrieval(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let metadata = &look.document.metadata;
    let Some(date) = &metadata.date else { return };
    let retrieved = metadata.source.as_ref().and_then(|source| source.retrieved.as_ref());
    let Some(retrieved) = retrieved else { return };
    if retrieved.bounds().last >= date.bounds().first {
        return;
    }
    let span = look.written.span("source.retrieved");
    let message = format!("retrieved on `{retrieved}`, before the document's `{date}`");
    found.push(
        look.found(Code::EarlyRetrieval, span, message)
            .also(&look.document.path, look.written.span("date"), "the document's date")
            .help("one of the two dates is wrong"),
    );
}
