//! Short footnotes beside their marks, for pages that open them there.
//!
//! Reads only what [`html`](super::html) writes, as [`blocks`](super::blocks) does.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter::once;

use memchr::memmem;

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
    let Some((text, section)) = memmem::rfind(html.as_bytes(), SECTION.as_bytes())
        .and_then(|at| html.split_at_checked(at))
    else {
        return Cow::Borrowed(html);
    };
    let notes: BTreeMap<&str, &str> =
        split(section, NOTE).skip(1).filter_map(note).collect();
    let mut out = String::with_capacity(html.len() + section.len());
    let mut marks = split(text, MARK);
    out.push_str(marks.next().unwrap_or(""));
    for after in marks {
        out.push_str(MARK);
        let number = number(after).map_or("", |(number, _)| number);
        match (parted(after, MARK_END), notes.get(number)) {
            (Some((mark, rest)), Some(words)) => {
                let opening = "<span class=\"fnpop\"><b>";
                let parts =
                    [mark, MARK_END, opening, number, "</b> ", words, "</span>", rest];
                out.extend(parts);
            }
            _ => out.push_str(after),
        }
    }
    out.push_str(section);
    Cow::Owned(out)
}

/// What stands before, between and after the marks.
fn split<'t>(text: &'t str, mark: &'t str) -> impl Iterator<Item = &'t str> {
    let ends = memmem::find_iter(text.as_bytes(), mark).chain(once(text.len()));
    ends.scan(0, move |start, end| {
        let piece = text.get(*start..end);
        *start = end + mark.len();
        piece
    })
}

/// What stands before the first of a mark and after it.
fn parted<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let at = memmem::find(text.as_bytes(), mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// The number and the words of a note that is one short paragraph.
fn note(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = number(text)?;
    let (_, body) = parted(rest, "<p>")?;
    let words = parted(body, BACK).map_or(body, |(words, _)| words);
    let (_, after) = parted(body, "</p>")?;
    let is_plain = after.trim_start().starts_with("</li>")
        && rest.starts_with("\"><p>")
        && words.len() <= MAX_BYTES
        && parted(words, " id=\"").is_none()
        && parted(words, "</p>").is_none();
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
