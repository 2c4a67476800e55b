//! Paragraphs, headings, lists, figures, tables, code.

use super::{check, render};
use crate::markdown::Settings;

#[test]
fn paragraphs_are_numbered() {
    check("a", r##"<p id="p1"><a class="pn" href="#p1">1</a>a</p>"##);
    check(
        "> a\n\nb",
        "<blockquote>\n<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>a</p>\n</blockquote>\n\
         <p id=\"p2\"><a class=\"pn\" href=\"#p2\">2</a>b</p>",
    );
    check("t\n: d", "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>");
}

#[test]
fn list_items_count_on_from_their_paragraph() {
    check("- a\n- b", "<ul>\n<li id=\"p0.1\">a</li>\n<li id=\"p0.2\">b</li>\n</ul>");
    check(
        "x\n\n1. a\n   - b\n   - c\n2. d\n   - e\n\n***\n\n7. f\n\n   g",
        "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>x</p>\n<ol>\n<li id=\"p1.1\">a<ul>\n\
         <li id=\"p1.1.1\">b</li>\n<li id=\"p1.1.2\">c</li>\n</ul>\n</li>\n\
         <li id=\"p1.2\">d<ul>\n<li id=\"p1.2.1\">e</li>\n</ul>\n</li>\n</ol>\n<hr>\n\
         <ol start=\"7\">\n<li id=\"p1.3\"><p>f</p>\n<p>g</p>\n</li>\n</ol>",
    );
    check(
        "- [ ] a\n- [x] b",
        "<ul>\n<li id=\"p0.1\"><input type=\"checkbox\" disabled aria-label=\"Not done\"> a</li>\n\
         <li id=\"p0.2\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> b</li>\n</ul>",
    );
}

fn heading(level: u8, id: &str, text: &str, section: u8) -> String {
    format!(
        "<h{level} id=\"{id}\">{text}<a class=\"sn\" id=\"s{section}\" href=\"#s{section}\" \
         aria-label=\"Section {section}\"></a></h{level}>"
    )
}

#[test]
fn headings_have_ids_and_sections() {
    check("## A b", &heading(2, "a-b", "A b", 1));
    check("## A {#x .y}", &heading(2, "x\" class=\"y", "A", 1));
    check(
        "## A\n## *A*\n",
        &format!("{}\n{}", heading(2, "a", "A", 1), heading(2, "a-2", "<em>A</em>", 2)),
    );
    check("## P3", &heading(2, "section-p3", "P3", 1));
    check("## ???", &heading(2, "section", "???", 1));
    check(
        "## A `b` <ruby>漢<rt>かん</rt></ruby>",
        &heading(2, "a-b-漢", "A <code>b</code> <ruby>漢<rt>かん</rt></ruby>", 1),
    );
}

#[test]
fn the_page_has_one_top_heading() {
    check("# the  *title*\n\n## A", &heading(2, "a", "A", 1));
    check("<!-- x -->\n# The Title", "");
    check(
        "# Other\n\n## A",
        &format!("{}\n{}", heading(2, "other", "Other", 1), heading(3, "a", "A", 2)),
    );
    check(
        "## A\n\n# The Title",
        &format!(
            "{}\n{}",
            heading(2, "a", "A", 1),
            heading(2, "the-title", "The Title", 2)
        ),
    );
    check(
        "# X\n\n###### A",
        &format!("{}\n{}", heading(2, "x", "X", 1), heading(3, "a", "A", 2)),
    );
}

#[test]
fn contents_are_plain() {
    let html =
        render("## [A](known.md) & *b*[^1]\n\n> ## C\n\n[^1]: n", &Settings::default());
    let entries: Vec<_> =
        html.contents.iter().map(|e| (e.level, &*e.id, &*e.text)).collect();
    assert_eq!(entries, [(2, "a-b", "A & b")]);
}

#[test]
fn a_lone_image_is_a_figure() {
    let image = "<img src=\"../map.png\" alt=\"A m\" width=\"4\" height=\"3\" loading=\"lazy\" decoding=\"async\">";
    check(
        "![A *m*](map.png \"T & t\")",
        &format!("<figure>{image}<figcaption>T &amp; t</figcaption></figure>"),
    );
    check(
        "[![A m](map.png)](known.md)",
        &format!("<figure><a href=\"../known/\">{image}</a></figure>"),
    );
    check(
        "![a](b.png) c",
        r##"<p id="p1"><a class="pn" href="#p1">1</a><span class="broken">a</span> c</p>"##,
    );
    check("![a](data:x)", "<figure>a</figure>");
}

#[test]
fn tables_scroll_and_align_by_class() {
    check(
        "|a||\n|--|-:|\n|b|c|",
        "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\"><table>\n\
         <thead><tr><th scope=\"col\">a</th><td class=\"right\"></td></tr></thead>\n<tbody>\n\
         <tr><td>b</td><td class=\"right\">c</td></tr>\n</tbody>\n</table></div>",
    );
}

#[test]
fn code_is_shown_as_it_is() {
    check("    a < b\n", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>");
    check(
        "```x{1}\n**「a」**で\n```",
        "<pre tabindex=\"0\"><code class=\"language-x\">**「a」**で\n</code></pre>",
    );
    let html = render("```json\n1\n```", &Settings::default());
    assert!(html.has_code && html.html.contains("hl-constant"), "{}", html.html);
}

#[test]
fn alerts_say_what_they_are() {
    check(
        "> [!TIP]\n> a",
        "<blockquote class=\"alert tip\">\n<p class=\"alert-title\">Tip</p>\n\
         <p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>a</p>\n</blockquote>",
    );
}
