//! Titles are plain text.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn markup(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for key in ["title", "short_title"] {
        for title in look.written.all(key) {
            let Some(mark) = mark(&title.text) else { continue };
            let message = format!("`{mark}` in the title is shown as it is");
            let help = "titles are plain text: write the letters that are meant";
            found.push(look.found(Code::MarkupInTitle, title.span, message).help(help));
        }
    }
}

/// What a title has of Markdown or HTML.
fn mark(title: &str) -> Option<&str> {
    let marks =
        ["**", "](", "<br", "<i>", "<b>", "<em>", "<sup>", "&amp;", "&nbsp;", "&#"];
    marks.into_iter().find(|mark| title.contains(mark))
}
