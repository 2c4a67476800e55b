//! Where the text was taken from.

use super::Look;
use crate::check::text::links::tracker;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn missing(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let is_missing = look.document.metadata.source.is_none();
    if is_missing && look.site.has_sources && look.is_main() {
        let message = "the document has no source";
        let help = "say where the text was taken from: `source: …`; an archive of its own texts \
             allows this in `site.toml`";
        found.push(
            look.found(Code::MissingSource, crate::text::Span::default(), message)
                .help(help),
        );
    }
}

pub(super) fn without_address(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(source) = &look.document.metadata.source else { return };
    let can_be_found =
        source.url.is_some() || source.archived.is_some() || source.pages.is_some();
    // A doi or a call number is an address too.
    let has_digits = source.name.as_deref().is_some_and(|name| name.contains("10."));
    if can_be_found || has_digits || !look.site.has_addresses || !look.is_main() {
        return;
    }
    let message = "the source has no address";
    let help = "nearly all others have one: `source: {name: …, url: …}`; a printed source has \
                `pages`";
    let span = look.written.span("source.name");
    found.push(look.found(Code::SourceWithoutAddress, span, message).help(help));
}

pub(super) fn tracking(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for key in ["source.url", "source.archived", "rights.url"] {
        for value in look.written.all(key) {
            let Some(part) = tracker(&value.text) else { continue };
            let message = format!("`{part}` in the address counts readers");
            let help = "take it out: the address leads there without it";
            found.push(look.found(Code::TrackingAddress, value.span, message).help(help));
        }
    }
}
