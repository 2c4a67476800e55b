//! Raw HTML cut into tags and text, after the tokenizer of the HTML standard (13.2.5).

use std::ops::Range;

/// A piece of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Token<'t> {
    /// Text, with its character references.
    Text(&'t str),
    /// A tag.
    Tag {
        /// Its name as written.
        name: &'t str,
        /// What stands between the name and the end.
        attributes: &'t str,
        /// Which kind of tag.
        form: Form,
    },
    /// A comment, declaration or processing instruction.
    Other,
}

/// Which kind of tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Form {
    /// `<b>`.
    Open,
    /// `</b>`.
    Close,
}

/// The tokens of `html`, each with its place. What looks like a tag and does not end is
/// text.
pub(in crate::markdown) fn tokens(
    html: &str,
) -> impl Iterator<Item = (Range<usize>, Token<'_>)> {
    let mut at = 0;
    // Past the last `>` no tag ends: knowing it keeps many unfinished tags cheap.
    let last = html.rfind('>').map_or(0, |last| last + 1);
    std::iter::from_fn(move || {
        let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
        let may_end = at < last || rest.starts_with("<!");
        let found = if may_end { markup(rest) } else { None };
        let (length, token) = found.unwrap_or_else(|| text(rest));
        let place = at;
        at += length;
        Some((place..at, token))
    })
}

fn text(rest: &str) -> (usize, Token<'_>) {
    let next = rest.bytes().skip(1).position(|byte| byte == b'<');
    let end = next.map_or(rest.len(), |next| next + 1);
    (end, Token::Text(rest.get(..end).unwrap_or(rest)))
}

fn markup(rest: &str) -> Option<(usize, Token<'_>)> {
    let inside = rest.strip_prefix('<')?;
    let end = match inside.as_bytes().first()? {
        b'!' if inside.starts_with("!--") => comment_end(inside),
        b'!' | b'?' => inside.find('>').map_or(inside.len(), |end| end + 1),
        b'/' => return tag(inside.get(1..)?, Form::Close, 2),
        _ => return tag(inside, Form::Open, 1),
    };
    Some((end + 1, Token::Other))
}

fn comment_end(inside: &str) -> usize {
    if inside.starts_with("!-->") {
        return 4;
    }
    inside.get(3..).and_then(|rest| rest.find("-->")).map_or(inside.len(), |end| end + 6)
}

/// A tag whose name begins `text`, which stands `before` bytes after the tag's begin.
fn tag(text: &str, form: Form, before: usize) -> Option<(usize, Token<'_>)> {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let is_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    let name = text.bytes().position(is_end)?;
    let end = name + tag_end(text.get(name..)?)?;
    let token =
        Token::Tag { name: text.get(..name)?, attributes: text.get(name..end)?, form };
    Some((before + end + 1, token))
}

/// Where the `>` is that ends a tag: the first outside quoted values.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in attributes.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_cut_as_browsers_cut_it() {
        let check = |html: &str, expected: &[Token]| {
            assert_eq!(
                tokens(html).map(|(_, t)| t).collect::<Vec<_>>(),
                expected,
                "{html}"
            );
        };
        let open = |name, attributes| Token::Tag { name, attributes, form: Form::Open };
        let close = |name| Token::Tag { name, attributes: "", form: Form::Close };
        check(
            "a<b>c</b>",
            &[Token::Text("a"), open("b", ""), Token::Text("c"), close("b")],
        );
        check("<a href=\"x>y\">", &[open("a", " href=\"x>y\"")]);
        check("<a x=1 y = '>'>", &[open("a", " x=1 y = '>'")]);
        check("<br/>", &[open("br", "/")]);
        check("<a x\">", &[open("a", " x\"")]);
        check(
            "<!-- <b> --><?php > <!doctype x>",
            &[Token::Other, Token::Other, Token::Text(" "), Token::Other],
        );
        check("1 < 2", &[Token::Text("1 "), Token::Text("< 2")]);
        check("<b", &[Token::Text("<b")]);
        check("<!-->x", &[Token::Other, Token::Text("x")]);
        check("<!-- x", &[Token::Other]);
    }
}
