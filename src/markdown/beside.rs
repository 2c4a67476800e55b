//! Short footnotes beside their marks, for pages that open them there.
//!
//! Reads only what [`html`](super::html) writes, as [`blocks`](super::blocks) does.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Longer notes are read at the end of the text.
const MAX_BYTES: usize = 1200;

const SECTION: &str = "<section class=\"footnotes\"";
const NOTE: &str = "<li id=\"fn-";
const MARK: &str = "<sup class=\"fnref\"><a href=\"#fn-";
const MARK_END: &str = "</sup>";
const BACK: &str = " <a class=\"fnback\"";

/// The same HTML with the words of each short footnote in a `span` of class `fnpop` after
/// each of its marks. A note that holds more than one plain paragraph is left alone.
#[must_use]
pub fn with_notes_beside(html: &str) -> Cow<'_, str> {
    let Some((text, section)) =
        html.rfind(SECTION).and_then(|at| html.split_at_checked(at))
    else {
        return Cow::Borrowed(html);
    };
    let notes: BTreeMap<&str, &str> =
        section.split(NOTE).skip(1).filter_map(note).collect();
    let mut out = String::with_capacity(html.len() + section.len());
    let mut marks = text.split(MARK);
    out.push_str(marks.next().unwrap_or(""));
    for after in marks {
        out.push_str(MARK);
        let number = number(after).map_or("", |(number, _)| number);
        match (after.split_once(MARK_END), notes.get(number)) {
            (Some((mark, rest)), Some(words)) => {
                let opening = "<span class=\"fnpop\"><b>";
                let parts = [mark, MARK_END, opening, number, "</b> ", words, "</span>"];
                out.push_str(&parts.concat());
                out.push_str(rest);
            }
            _ => out.push_str(after),
        }
    }
    out.push_str(section);
    Cow::Owned(out)
}

/// The number and the words of a note that is one short paragraph.
fn note(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = number(text)?;
    let (_, body) = rest.split_once("<p>")?;
    let words = body.split(BACK).next()?;
    let (_, after) = body.split_once("</p>")?;
    let is_plain = after.trim_start().starts_with("</li>")
        && rest.starts_with("\"><p>")
        && words.len() <= MAX_BYTES
        && !words.contains(" id=\"")
        && !words.contains("</p>");
    is_plain.then_some((number, words))
}

/// What is before the closing quotation mark, and the rest with it.
fn number(text: &str) -> Option<(&str, &str)> {
    text.find('"').and_then(|at| text.split_at_checked(at))
}

#[cfg(test)]
mod tests {
    use super::with_notes_beside;

    const HEAD: &str = "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";

    fn mark(number: u8) -> String {
        format!(
            "<sup class=\"fnref\"><a href=\"#fn-{number}\" id=\"fnref-{number}\">{number}</a></sup>"
        )
    }

    fn item(number: u8, body: &str) -> String {
        format!("<li id=\"fn-{number}\">{body}</li>\n")
    }

    #[test]
    fn short_notes_stand_at_their_marks() {
        let back = " <a class=\"fnback\" href=\"#fnref-1\">↩</a>";
        let notes = format!(
            "{HEAD}{}</ol></section>",
            item(1, &format!("<p>see <em>b</em>{back}</p>\n"))
        );
        let found =
            with_notes_beside(&format!("<p>a{}.</p>\n{notes}", mark(1))).into_owned();
        let beside = "<span class=\"fnpop\"><b>1</b> see <em>b</em></span>";
        assert_eq!(found, format!("<p>a{}{beside}.</p>\n{notes}", mark(1)));
    }

    #[test]
    fn other_notes_are_left_alone() {
        let check = |body: &str| {
            let html =
                format!("<p>a{}</p>\n{HEAD}{}</ol></section>", mark(1), item(1, body));
            assert_eq!(with_notes_beside(&html), html, "{body}");
        };
        check("<p>one</p>\n<p>two</p>\n");
        check("<ul>\n<li><p>x</p>\n</li>\n</ul>\n");
        check("<p>a<sup class=\"fnref\"><a id=\"fnref-2\">2</a></sup></p>\n");
        check(&format!("<p>{}</p>\n", "long ".repeat(300)));
        assert_eq!(with_notes_beside("<p>a</p>"), "<p>a</p>");
    }
}
