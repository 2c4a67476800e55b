//! The date as the file's name and the source's address have it.

use super::Look;
use crate::check::address;
use crate::check::days::{leading, overlap, year};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn in_name(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(date) = certain(look) else { return };
    let path = &look.document.path;
    let folder = &look.site.archive.config.content;
    let path = path.strip_prefix(folder.as_str()).unwrap_or(path);
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let Some((file, folders)) = parts.split_last() else { return };
    let named = leading(file).map(|named| (*file, named));
    let dated = folders.iter().rev().find_map(|&name| Some((name, year(name)?)));
    let against = |(_, other): &(&str, Edtf)| !overlap(other.bounds(), date.bounds());
    let Some((name, other)) = [named, dated].into_iter().flatten().find(against) else {
        return;
    };
    let message = format!("the date is `{date}`, and `{name}` says `{other}`");
    let help = "mend whichever is wrong; an address that changes needs an alias";
    let span = look.written.span("date");
    found.push(look.found(Code::DateAgainstName, span, message).help(help));
}

pub(super) fn in_address(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(date) = certain(look) else { return };
    let Some(url) = look.written.first("source.url") else { return };
    let Some(other) = address::date(&url.text) else { return };
    if overlap(other.bounds(), date.bounds()) {
        return;
    }
    let message =
        format!("the date is `{date}`, and the address of the source says `{other}`");
    found.push(
        look.found(Code::DateAgainstAddress, look.written.span("date"), message)
            .also(&look.document.path, url.span, "the address")
            .help("mend whichever is wrong; `date_note` may say why they differ"),
    );
}

/// The date, where its author is sure of it and says nothing of why.
fn certain<'a>(look: &Look<'a>) -> Option<&'a Edtf> {
    let metadata = &look.document.metadata;
    let date = metadata.date.as_ref().filter(|_| metadata.date_note.is_none())?;
    (!date.is_uncertain() && !date.is_approximate()).then_some(date)
}
