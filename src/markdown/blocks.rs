//! The blocks of a text in HTML, for setting two texts side by side.
//!
//! Reads only what [`html`](super::html) writes: balanced elements, attributes in double
//! quotes, `<` in text escaped.

use std::borrow::Cow;

/// One element at the top level of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// What it is.
    pub sort: Sort,
    /// The element with all it holds.
    pub html: &'a str,
}

/// What a block is, for pairing it with one of another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list of any kind.
    List,
    /// A table.
    Table,
    /// A quotation.
    Quotation,
    /// The footnotes.
    Footnotes,
    /// Anything else.
    Other,
}

/// The blocks of a text, in order.
#[must_use]
pub fn blocks(html: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for tag in tags(html) {
        match tag.form {
            Form::Start => {
                if depth == 0 {
                    start = tag.start;
                }
                depth += 1;
            }
            Form::End => depth = depth.saturating_sub(1),
            Form::Void if depth == 0 => start = tag.start,
            Form::Void => continue,
        }
        if depth == 0 {
            let html = html.get(start..tag.end).unwrap_or("");
            blocks.push(Block { sort: sort(html), html });
        }
    }
    blocks
}

/// The same HTML with `prefix` before every id, and before every link to one.
///
/// Numbers of paragraphs and sections lead to `page`, the text's own page, instead.
#[must_use]
pub fn relocated(html: &str, prefix: &str, page: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut done = 0;
    for tag in tags(html) {
        out.push_str(html.get(done..tag.start).unwrap_or(""));
        let text = html.get(tag.start..tag.end).unwrap_or("");
        let is_number =
            text.starts_with("<a class=\"pn\"") || text.starts_with("<a class=\"sn\"");
        let link = match is_number {
            true => format!(" href=\"{page}#"),
            false => format!(" href=\"#{prefix}"),
        };
        let text = replaced(text, " id=\"", &format!(" id=\"{prefix}"));
        let text = replaced(&text, " href=\"#", &link);
        out.push_str(&text);
        done = tag.end;
    }
    out.push_str(html.get(done..).unwrap_or(""));
    out
}

/// The targets of the links in a text, in order: of those without a class or a role, as
/// [`html`](super::html) writes the links that an author wrote.
#[must_use]
pub fn targets(html: &str) -> Vec<String> {
    let links = tags(html).filter_map(|tag| {
        let text = html.get(tag.start..tag.end)?.strip_prefix("<a ")?;
        let is_own = text.contains(" class=\"") || text.starts_with("class=\"");
        if is_own || text.contains("role=\"") {
            return None;
        }
        let (_, href) = text.split_once("href=\"")?;
        let (href, _) = href.split_once('"')?;
        Some(href.replace("&#39;", "'").replace("&amp;", "&"))
    });
    links.collect()
}

fn replaced<'a>(text: &'a str, from: &str, to: &str) -> Cow<'a, str> {
    match text.contains(from) {
        true => Cow::Owned(text.replacen(from, to, 1)),
        false => Cow::Borrowed(text),
    }
}

struct Tag {
    start: usize,
    end: usize,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Start,
    End,
    Void,
}

const VOID: &[&str] = &["br", "hr", "img", "input", "wbr", "col"];

fn tags(html: &str) -> impl Iterator<Item = Tag> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + html.get(at..)?.find('<')?;
        let rest = html.get(start..)?;
        let end = start + end_of_tag(rest)?;
        at = end;
        let inner = rest.get(1..)?;
        let name = inner.trim_start_matches('/');
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
        let form = match inner.starts_with('/') {
            true => Form::End,
            false if VOID.contains(&name) => Form::Void,
            false => Form::Start,
        };
        Some(Tag { start, end, form })
    })
}

/// One past the `>` that is in no attribute's value.
pub(super) fn end_of_tag(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    let end = text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    })?;
    Some(end + 1)
}

fn sort(html: &str) -> Sort {
    let name = html.trim_start_matches('<');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
    match name {
        "h1" => Sort::Heading(1),
        "h2" => Sort::Heading(2),
        "h3" => Sort::Heading(3),
        "h4" => Sort::Heading(4),
        "h5" => Sort::Heading(5),
        "h6" => Sort::Heading(6),
        "p" => Sort::Paragraph,
        "ul" | "ol" | "dl" => Sort::List,
        "blockquote" => Sort::Quotation,
        "section" if html.contains("class=\"footnotes\"") => Sort::Footnotes,
        "div" if html.contains("<table") => Sort::Table,
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_those_of_the_authors_links() {
        let html = "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a><a href=\"/a/?x&amp;y\">a</a>\
                    <sup class=\"fnref\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>\
                    <a class=\"bare\" href=\"https://b.org\">https://b.org</a> <a id=\"x\">x</a></p>";
        assert_eq!(super::targets(html), ["/a/?x&y"]);
    }

    #[test]
    fn blocks_are_cut_apart() {
        let html =
            "<h2 id=\"a\">A</h2>\n<p>x <em>y</em><br>z</p>\n<hr>\n<ul><li>1</li></ul>\n";
        let all = blocks(html);
        let sorts: Vec<_> = all.iter().map(|block| block.sort).collect();
        assert_eq!(sorts, [Sort::Heading(2), Sort::Paragraph, Sort::Other, Sort::List]);
        assert_eq!(all[1].html, "<p>x <em>y</em><br>z</p>");
    }

    #[test]
    fn ids_and_links_move() {
        let check = |html: &str, moved: &str| {
            assert_eq!(relocated(html, "ja-", "/d/ja/"), moved);
        };
        check(
            "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>x id=\"y\"</p>",
            "<p id=\"ja-p1\"><a class=\"pn\" href=\"/d/ja/#p1\">1</a>x id=\"y\"</p>",
        );
        check("<a href=\"#fn-1\">1</a>", "<a href=\"#ja-fn-1\">1</a>");
        check("<img alt=\"a > b\" id=\"c\">", "<img alt=\"a > b\" id=\"ja-c\">");
    }
}
