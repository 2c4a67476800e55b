//! HTML within Markdown.

use super::{check, render};
use crate::markdown::{RawHtml, Settings};

fn line(text: &str, expected: &str) {
    check(
        text,
        &format!("<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>{expected}</p>"),
    );
}

#[test]
fn harmless_elements_stay() {
    line(
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
    );
    line("a<br/>b<SUP>2</SUP> <!-- c --> d", "a<br>b<sup>2</sup>  d");
    line("<b class=\"x\" onclick=\"y\" style=\"z\">a", "<b class=\"x\">a</b>");
    line("*a <b>c* d</b>", "<em>a <b>c</b></em> d");
    line("<a href=\"known.md\">a</a>", "<a href=\"../known/\">a</a>");
    line("<a href=\"java&#115;cript:x\" id=\"p1\">a</a>", "<a>a</a>");
    line(
        "x <img src=\"map.png\">",
        "x <img src=\"../map.png\" alt=\"\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">",
    );
}

#[test]
fn harmful_elements_go() {
    line("a <script>b</script> c", "a  c");
    line("a <center>b</center> c", "a b c");
    check("<script>\nx\n</script>", "");
    check("<style>\nx\n\ny</style>\n", "");
    line("a <svg><b>x</b></svg>", "a ");
    check("<iframe src=\"https://a.org\"></iframe>", "");
    line("a <form><input name=x> b", "a  b");
}

#[test]
fn blocks_are_balanced() {
    check(
        "<details>\n<summary>S</summary>\n\nx\n\n</details>",
        "<details>\n<summary>S</summary>\n<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>x</p>\n</details>",
    );
    check(
        "<div>\n<p>a\n<p>b & c &eacute;\n",
        "<div>\n<p>a\n</p><p>b &amp; c &eacute;\n</p></div>",
    );
    check(
        "> <div>\n\nx",
        "<blockquote>\n<div>\n</div></blockquote>\n<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>x</p>",
    );
    check(
        "<table><tr><td>\n\nx\n\n</td></tr></table>",
        "<table><tbody><tr><td>\n<p>x</p>\n</td></tr></tbody></table>",
    );
    check(
        "<h1 id=\"x\">A</h1>\n\n## X",
        "<h2 id=\"x\">A</h2>\n<h2 id=\"x-2\">X<a class=\"sn\" id=\"s1\" href=\"#s1\" aria-label=\"Section 1\"></a></h2>",
    );
    check("</div></section>", "");
}

#[test]
fn trusted_html_passes() {
    let trusted = Settings { html: RawHtml::Trusted, ..Settings::default() };
    let check =
        |text, expected| assert_eq!(render(text, &trusted).html.trim_end(), expected);
    check(
        "<div style=\"a\" onclick=b>\n<!-- c --> <script>d</script></div>",
        "<div style=\"a\" onclick=b>\n<!-- c --> <script>d</script></div>",
    );
    check(
        "<p><a class=x href=known.md>a</a></p>",
        "<p><a class=x href=../known/>a</a></p>",
    );
}
