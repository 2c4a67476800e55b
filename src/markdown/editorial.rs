//! What an editor put into a transcription: `[illegible]`, `[*sic*]`.
//!
//! Reads only what [`html`](super::html) writes, as [`blocks`](super::blocks) does.

use std::borrow::Cow;

use super::blocks::end_of_tag;

/// Longer brackets are the text's own.
const MAX_BYTES: usize = 400;
const OPEN: &str = "<span class=\"editorial\">";

/// The same HTML with each pair of square brackets in a `span` of class `editorial`; code
/// has brackets of its own.
#[must_use]
pub fn with_editorial_marks(html: &str) -> Cow<'_, str> {
    if !html.contains('[') {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(at) = rest.find(['[', '<']) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let bracket = bracket(from);
        let length = bracket.unwrap_or_else(|| skipped(from));
        let (part, after) = from.split_at_checked(length).unwrap_or((from, ""));
        match bracket {
            Some(_) => out.push_str(&[OPEN, part, "</span>"].concat()),
            None => out.push_str(part),
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How long the brackets are that begin here, if what they hold can stand in a `span`.
fn bracket(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']').filter(|&end| end > 0 && end <= MAX_BYTES)?;
    let words = inner.get(..end)?;
    let count = |tag: &str| words.matches(tag).count();
    let emphasis = ["em", "strong"].iter().map(|name| {
        let (opened, closed) =
            (count(&format!("<{name}>")), count(&format!("</{name}>")));
        (opened == closed).then_some(opened + closed)
    });
    let tags: usize = emphasis.sum::<Option<usize>>()?;
    // Each name alone may balance and yet cross the other's, or close before it opens.
    let is_nested = tags == count("<") && tags <= 2 && !is_closed_first(words);
    (is_nested && !words.contains('[')).then_some(end + 2)
}

fn is_closed_first(words: &str) -> bool {
    let first = words.find('<').and_then(|at| words.get(at..));
    first.is_some_and(|tag| tag.starts_with("</"))
}

/// How much to pass over: a tag, or an element that holds code.
fn skipped(text: &str) -> usize {
    let end = |mark: &str| text.find(mark).map(|at| at + mark.len());
    let tag = || end_of_tag(text);
    let length = match text {
        _ if text.starts_with("<pre") => end("</pre>").or_else(tag),
        _ if text.starts_with("<code") => end("</code>").or_else(tag),
        _ if text.starts_with('<') => tag(),
        _ => Some(1),
    };
    length.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{OPEN, with_editorial_marks};

    #[test]
    fn brackets_are_marked() {
        let check = |html: &str, expected: &str| {
            let expected = expected.replace('{', OPEN).replace('}', "</span>");
            assert_eq!(with_editorial_marks(html), expected, "{html}");
        };
        check("<p>a [illegible] b</p>", "<p>a {[illegible]} b</p>");
        check("[<em>sic</em>] [b]", "{[<em>sic</em>]} {[b]}");
        check("<em>[a</em>]", "<em>[a</em>]");
        check("[<em>a] b</em>", "[<em>a] b</em>");
        check("[a [b] c]", "[a {[b]} c]");
        check("[] [", "[] [");
        check("<code>a[1]</code> [x]", "<code>a[1]</code> {[x]}");
        check(
            "<pre tabindex=\"0\"><code>[x]</code></pre>",
            "<pre tabindex=\"0\"><code>[x]</code></pre>",
        );
        check("<a title=\"[x > y]\">[日本]</a>", "<a title=\"[x > y]\">{[日本]}</a>");
    }
}
