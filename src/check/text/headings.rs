//! Headings that do not lead through the text.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn empty(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let empty = text.outline.headings.iter().filter(|heading| !heading.has_words);
    found.extend(empty.map(|heading| {
        text.found(Code::EmptyHeading, heading.span, "the heading has no words")
            .help("write what the section is about, or delete the line")
    }));
}

pub(super) fn skipped(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let headings = &text.outline.headings;
    for (above, heading) in headings.iter().zip(headings.iter().skip(1)) {
        if heading.level > above.level + 1 {
            let message = format!(
                "a heading of level {} stands below one of level {}",
                heading.level, above.level
            );
            let help =
                format!("write it with `{}`", "#".repeat(above.level.into()) + "#");
            found
                .push(text.found(Code::SkippedHeading, heading.span, message).help(help));
        }
    }
}
