//! Texts without markup.

use crate::language::Language;
use crate::markdown::{Labels, RawHtml, Settings, Source, text};

fn english() -> Language {
    Language::parse("en").unwrap()
}

fn plain(body: &str, language: &Language, settings: &Settings) -> String {
    let source = Source { text: body, start: 0, language, title: Some("T") };
    text(&source, settings, &Labels::default()).text
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(plain(body, &english(), &Settings::default()), expected);
}

#[test]
fn paragraphs_are_parted_by_empty_lines() {
    check("", "");
    check("One\ntwo.\n\nThree.\n", "One two.\n\nThree.\n");
    check("# T\n\nText.\n", "Text.\n");
    check(
        "## Head *ing*\n\nA **b** `c` ~~d~~.\n\n***\n\nE\\\nf",
        "Head ing\n\nA b c d.\n\n* * *\n\nE\nf\n",
    );
    check("女性\n平和\nand", "女性平和 and\n");
    check("[words](https://x.org) <https://y.org>", "words https://y.org\n");
    check("    let a = 1;\n\n    b\n", "    let a = 1;\n\n    b\n");
}

#[test]
fn lists_and_quotations_are_indented() {
    check("A:\n\n- b\n- c\n  - d\n\nE", "A:\n\n- b\n- c\n  - d\n\nE\n");
    check("3. b\n4. c\n", "3. b\n4. c\n");
    check("- b\n\n- c\n\n  d\n", "- b\n\n- c\n\n  d\n");
    check("> a\n>\n> - b\n", "    a\n\n    - b\n");
    check("> [!NOTE]\n> a\n", "    Note\n\n    a\n");
    check("Term\n: Meaning\n", "Term\n    Meaning\n");
    check("- [x] a\n- [ ] b\n", "- ☑ a\n- ☐ b\n");
    check("-\n- b\n", "-\n- b\n");
}

#[test]
fn footnotes_stand_at_the_end() {
    check(
        "A[^x] b[^y] c[^x].\n\n[^y]: Why.\n[^x]: Ex.\n\n    More.\n[^z]: Unused.\n",
        "A[1] b[2] c[1].\n\nNotes\n\n[1] Ex.\n\n    More.\n\n[2] Why.\n\n[3] Unused.\n",
    );
    let language = english();
    let source = Source {
        text: "# T[^a]\n\nB\n\n[^a]: C\n",
        start: 0,
        language: &language,
        title: Some("T"),
    };
    let found = text(&source, &Settings::default(), &Labels::default());
    assert_eq!(found.title_marks, "[1]");
    assert_eq!(found.text, "B\n\nNotes\n\n[1] C\n");
}

#[test]
fn tables_have_columns() {
    check(
        "| a | long |\n|---|---|\n| 日本 | *b* |\n| c | |\n",
        "a    | long\n-----+-----\n日本 | b\nc    |\n",
    );
    check("| | |\n|---|---|\n| a | b |\n", "a | b\n");
    check(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td><p>d</p></td></tr></table>",
        "a | b\nc | d\n",
    );
}

#[test]
fn ruby_is_set_behind() {
    check("<ruby>漢字<rt>かんじ</rt></ruby>です", "漢字(かんじ)です\n");
    check("<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>", "漢字(かんじ)\n");
}

#[test]
fn raw_html_leaves_its_words() {
    check("10<sup>6</sup> H<sub>2</sub>O 4<sup>th</sup><br>b", "10⁶ H₂O 4th\nb\n");
    check("<p>A&nbsp;&mdash; b &amp; c</p><p>d</p>\n", "A\u{a0}— b & c\n\nd\n");
    check("<ul><li>a</li><li>b</li></ul>", "- a\n- b\n");
    check("a <script>alert(1)</script>b <!-- no -->c", "a b c\n");
    check("<div align=\"center\">\n\n**a**\n\n</div>\n", "a\n");
    check("![](x.png)\n\n![A map](x.png \"Caption\")\n", "[A map]\n\nCaption\n");
}

#[test]
fn trusted_html_leaves_its_words() {
    let settings = Settings { html: RawHtml::Trusted, ..Settings::default() };
    let check = |body: &str, expected: &str| {
        assert_eq!(plain(body, &english(), &settings), expected);
    };
    check("<p>A <b>b</b><script>alert('<p>x</p>')</script></p>\n", "A b\n");
    check("a <img src=\"x.png\" alt=\"Map\"> <a href=\"/b/\">c</a>", "a [Map] c\n");
}
