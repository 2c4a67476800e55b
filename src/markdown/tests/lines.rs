//! Emphasis, line breaks, links, characters.

use super::{check, render};
use crate::markdown::Settings;

/// A text of one paragraph.
fn line(text: &str, expected: &str) {
    check(
        text,
        &format!("<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>{expected}</p>"),
    );
}

#[test]
fn emphasis_stands_beside_cjk_punctuation() {
    line("**「重要」**です", "<strong>「重要」</strong>です");
    line("これは**「重要」**です", "これは<strong>「重要」</strong>です");
    line("これは*（注）*と~~「旧」~~だ", "これは<em>（注）</em>と<del>「旧」</del>だ");
    line("「**重要**」は", "「<strong>重要</strong>」は");
    line("は**[「語」](#p1)**だ", "は<strong><a href=\"#p1\">「語」</a></strong>だ");
    line("**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고");
    line("は`**「a」**`で", "は<code>**「a」**</code>で");
    line("a**\"b\"**c", "a**&quot;b&quot;**c");
}

#[test]
fn lines_join_between_wide_characters() {
    line("日本\n語", "日本語");
    line("日本。\n**「語」**", "日本。<strong>「語」</strong>");
    line("日本\nabc\n語", "日本\nabc\n語");
    line("한국\n어", "한국\n어");
    line("a  \nb", "a<br>\nb");
}

#[test]
fn links_lead_where_the_site_says() {
    line("[a](known.md \"t\")", "<a href=\"../known/\" title=\"t\">a</a>");
    line("[a](%E6%97%A5%20a.md#p1)", "<a href=\"../%E6%97%A5%20a/#p1\">a</a>");
    line("[a](#p1)", "<a href=\"#p1\">a</a>");
    line("[*a*](none.md)", "<a class=\"broken\"><em>a</em></a>");
    line(
        "<https://a.org/?x&y>",
        "<a class=\"bare\" href=\"https://a.org/?x&amp;y\">https://a.org/?x&amp;y</a>",
    );
    line("<a@b.org>", "<a class=\"bare\" href=\"mailto:a@b.org\">a@b.org</a>");
}

#[test]
fn images_elsewhere_are_linked_to() {
    let link = "<a href=\"https://a.org/b.png\">";
    line("x ![a](https://a.org/b.png)", &format!("x {link}a</a>"));
    line("x ![](https://a.org/b.png)", &format!("x {link}https://a.org/b.png</a>"));
    line("x [![a](//a.org/b.png)](known.md)", "x <a href=\"../known/\">a</a>");
    line(
        "x <img src=\"https://a.org/b.png\" alt=\"a &amp; b\">",
        &format!("x {link}a &amp; b</a>"),
    );
    check("![a](https://a.org/b.png)", &format!("<figure>{link}a</a></figure>"));
}

#[test]
fn links_never_run() {
    line("[a](javascript:x)", "a");
    line("[a](java&#10;script:x)", "a");
    line("[a](&#1;JavaScript&colon;x)", "a");
    line("[*a*](data:text/html,x)", "<em>a</em>");
    line("<vbscript:x>", "vbscript:x");
}

#[test]
fn characters_are_escaped_or_left_out() {
    line("a < b & \"c\" &lt; &#1;\u{7}\u{85}d", "a &lt; b &amp; &quot;c&quot; &lt; d");
}

#[test]
fn punctuation_stays_unless_wanted() {
    line("\"a\" -- b...", "&quot;a&quot; -- b...");
    let smart = Settings { smart_punctuation: true, ..Settings::default() };
    assert!(render("\"a\" -- b...", &smart).html.contains("“a” – b…"));
}

#[test]
fn absurd_nesting_keeps_its_text() {
    let html = render(
        &format!("{}x{}", "*a ".repeat(500), " b*".repeat(500)),
        &Settings::default(),
    );
    assert_eq!(html.html.matches("<em>").count(), 32);
    assert_eq!(html.html.matches("a ").count(), 501);
    let html = render(&format!("{}x\ny", ">".repeat(5000)), &Settings::default());
    assert!(html.html.matches("<blockquote>").count() < 50 && html.html.contains("x\ny"));
}
