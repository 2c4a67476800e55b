//! A page: what it shows, part by part, and what its head says.

use super::builder::Builder;
use super::head::Head;
use super::tokens::tokens;
use crate::import::body::Part;
use crate::import::draft::LeftOut;
use crate::import::lines::Line;
use crate::import::markdown::Block;

/// A page that has been read.
pub(in crate::import) struct Page {
    pub(in crate::import) head: Head,
    /// What it shows; of a page that marks its main part, that part alone.
    pub(in crate::import) parts: Vec<Part>,
    /// What it shows besides.
    pub(in crate::import) left_out: Vec<LeftOut>,
}

/// Whether a text is a page, or a piece of one.
pub(in crate::import) fn is_page(text: &str) -> bool {
    const TAGS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<p>",
        "<br",
        "<div",
        "<h1",
    ];
    let head: String = text.chars().take(4000).collect();
    let head = head.trim_start().to_ascii_lowercase();
    let is_fragment = head.starts_with('<') && TAGS.iter().any(|tag| head.contains(tag));
    let is_other_xml = head.starts_with("<?xml") && !head.contains("<html");
    is_fragment && !is_other_xml && !head.contains("http://www.tei-c.org/ns/1.0")
        || head.contains("<html")
}

/// Reads a page.
pub(in crate::import) fn page(html: &str) -> Page {
    let mut builder = Builder::new(html);
    for (token, line) in tokens(html) {
        builder.take(token, line);
    }
    builder.finish()
}

impl Page {
    /// What it shows as lines, with a blank line between parts and a mark before items.
    pub(in crate::import) fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for part in &self.parts {
            let marks = marks(part);
            for (at, text) in part.plain.split('\n').enumerate() {
                let mark = marks.get(at).map_or("", String::as_str);
                let text = format!("{mark}{text}");
                lines.push(Line { span: part.span, ..Line::of(&text, 0) });
            }
            lines.push(Line { span: part.span, ..Line::of("", 0) });
        }
        lines
    }
}

/// What stands before the lines of a list as readers see it; nothing where an item has more
/// than one line.
fn marks(part: &Part) -> Vec<String> {
    let Block::List { start, items, .. } = &part.block else { return Vec::new() };
    if items.len() != part.plain.split('\n').count() {
        return Vec::new();
    }
    let mark = |at: usize| match start {
        Some(start) => format!("{}. ", start.saturating_add(at as u64)),
        None => "- ".to_owned(),
    };
    (0..items.len()).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_page, page};
    use crate::import::markdown::written;

    fn check(html: &str, expected: &str) {
        let blocks: Vec<_> =
            page(html).parts.into_iter().map(|part| part.block).collect();
        assert_eq!(written(&blocks), expected, "{html}");
    }

    #[test]
    fn text_with_its_marks() {
        check("<p>a <b>b</b> <i>c</i>&amp;<br>d", "a **b** *c*&\\\nd\n");
        check("<p>a<p>b</p>c<div>d</div>", "a\n\nb\n\nc\n\nd\n");
        check(
            "<p>H<sub>2</sub>O, <ruby>漢<rt>かん</rt></ruby>",
            "H<sub>2</sub>O, <ruby>漢<rt>かん</rt></ruby>\n",
        );
        check(
            "<p>see <a href='https://a.example/b'>this</a>.",
            "see [this](https://a.example/b).\n",
        );
        check("<p>see <a href='https://a.example/b'> </a>.", "see .\n");
        check("<a href='#x'>to x</a>", "to x\n");
        check("<p>1. a<p>&lt;b&gt; [c] *d*", "1\\. a\n\n\\<b> [c] \\*d\\*\n");
        check("<b>a<p>b</b>c", "**a**\n\n**b**c\n");
        check("a<br><br>b", "a\n\nb\n");
        check("<pre>a\n  b\n\nc</pre>", "a\\\nb\n\nc\n");
    }

    #[test]
    fn blocks() {
        check("<h1>a</h1><h3>b</h3>c", "## a\n\n### b\n\nc\n");
        check("<ul><li>a<li>b<ul><li>c</ul></ul>d", "- a\n- b\n\n  - c\n\nd\n");
        check(
            "<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>",
            "3. a\n4. b\n\n   c\n",
        );
        check("<ol type=a><li>x</li><li>y</li></ol>", "- a. x\n- b. y\n");
        check("<blockquote>a<p>b</blockquote>c<hr>", "> a\n>\n> b\n\nc\n\n***\n");
        check(
            "<table><tr><th>a<th>b</tr><tr><td>c</td><td>d</table>",
            "| a | b |\n| --- | --- |\n| c | d |\n",
        );
        check("<table><tr><td><p>a<p>b</table>", "a\n\nb\n");
        check("<dl><dt>a<dd>b</dl>", "a\n\nb\n");
        check(
            "<p>a<a href='#fn1' role='doc-noteref'><sup>1</sup></a></p><section \
             role='doc-endnotes'><hr><ol><li id='fn1'><p>b<a href='#fnref1' \
             role='doc-backlink'>↩</a></p></li></ol></section>",
            "a[^1]\n\n[^1]: b\n",
        );
    }

    #[test]
    fn what_is_around_the_text_is_left_out() {
        let html = "<body><nav>x y</nav><header>z</header><script>w</script><p>a\
                    <img src=b.png alt=c><footer>v</footer>";
        check(html, "a\n");
        let left_out = page(html).left_out;
        let left_out: Vec<_> = left_out.iter().map(|part| part.what.as_str()).collect();
        assert_eq!(
            left_out,
            ["nav: 2 words", "header: 1 word", "image b.png", "footer: 1 word"]
        );
        check("a<main>b</main>c", "b\n");
        check("<article><header><h1>a</h1></header>b</article>c", "## a\n\nb\n");
    }

    #[test]
    fn no_page_is_too_deep_or_too_broken() {
        let deep = "<ul><li>".repeat(10_000);
        assert!(
            !page(&deep).parts.is_empty()
                || deep.is_empty()
                || page(&deep).lines().is_empty()
        );
        check("</p></ul></table><li>a<td>b", "a\n\nb\n");
        check("<div", "");
        check("<i>".repeat(1000).as_str(), "");
    }

    #[test]
    fn pages_are_told_from_texts() {
        let check = |text: &str, expected| assert_eq!(is_page(text), expected, "{text}");
        check("<!DOCTYPE html><p>a", true);
        check("  <HTML>", true);
        check("<p>a", true);
        check("a < b, <br>", false);
        check("<1ページ目 欄外上>", false);
        check("<?xml version='1.0'?><html>", true);
        check("<?xml version='1.0'?><TEI><p>", false);
    }
}
