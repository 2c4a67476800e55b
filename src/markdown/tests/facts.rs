//! Facts, and that pages agree with them.

use std::sync::Arc;

use super::render;
use crate::language::Language;
use crate::markdown::{Facts, Settings, Source, facts};

fn read(text: &str, title: Option<&str>) -> (Facts, Vec<(String, String)>) {
    let language = Language::parse("en").unwrap();
    let path: Arc<str> = "a.md".into();
    let start = text.find("\n===\n").map_or(0, |at| at + 5);
    let source = Source { text, start, language: &language, title };
    let checked = facts(&path, &source, &Settings::default());
    let place = |d: &crate::diagnostic::Diagnostic| {
        (d.code.name().to_string(), text.get(d.primary.span.range()).unwrap().to_string())
    };
    let findings = checked.diagnostics.iter().map(place).collect();
    (checked.value, findings)
}

#[test]
fn links_and_images_are_placed_in_the_file() {
    let text = "は**「x」**\n===\nは**「重」**だ [日](../%E6%97%A5.md \"t\") <a href=\"b.md\">b</a> [w](https://a.org) ![m](map.png)";
    let body = read(text, None).0.body;
    let links: Vec<_> = body
        .links
        .iter()
        .map(|l| (&*l.target, text.get(l.span.range()).unwrap()))
        .collect();
    assert_eq!(links, [("../日.md", "../%E6%97%A5.md"), ("b.md", "<a href=\"b.md\">")]);
    let images: Vec<_> = body
        .images
        .iter()
        .map(|l| (&*l.target, text.get(l.span.range()).unwrap()))
        .collect();
    assert_eq!(images, [("map.png", "map.png")]);
}

#[test]
fn findings_are_placed_in_the_file() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let found = read(text, None).1;
        let found: Vec<_> = found.iter().map(|(c, t)| (c.as_str(), t.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("a[^1]\n\n[^1]: n\n\n`[^2]` \\[^3]", &[]);
    check("は**「重」**だ[^no]", &[("missing-footnote", "[^no]")]);
    check("[^1]: a\n\nx", &[("unused-footnote", "[^1]:")]);
    check("a[^N]\n\n[^n]: a\n\n[^N]: b", &[("repeated-footnote", "[^N]:")]);
    check("# The Title[^1]\n\n[^1]: n", &[]);
    check("[a](javascript:x)", &[("unsafe-link", "javascript:x")]);
    check(
        "<div>\n<font>x <font>\n<marquee>",
        &[("raw-html", "<font>"), ("raw-html", "<marquee>")],
    );
    check("a <ruby>b</ruby> <!-- c -->", &[]);
    check("a\u{1}b\u{2}", &[("control-character", "\u{1}")]);
}

#[test]
fn the_first_heading_is_a_title() {
    let title = |text| read(text, None).0.title;
    assert_eq!(title("# A *b*\n\n# C").as_deref(), Some("A b"));
    assert_eq!(title("x\n\n## C").as_deref(), Some("C"));
    assert_eq!(title("x"), None);
}

#[test]
fn excerpts_are_the_first_words() {
    let check = |text, expected| assert_eq!(&*read(text, None).0.body.excerpt, expected);
    check("# T\n\na *b*\nc[^1]  \nd\n\n> e\n\n[^1]: n", "a b c d e");
    check("日本\n語は<ruby>漢<rt>かん</rt></ruby>", "日本語は漢");
    check("|a|\n|-|\n\n```\nx\n```\n\n1. b\n2. c", "b c");
}

#[test]
fn pages_have_what_facts_promise() {
    let check = |text: &str| {
        let body = read(text, Some("The Title")).0.body;
        let html = render(text, &Settings::default()).html;
        let ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|s| s.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{html}");
        for anchor in &body.anchors {
            assert!(ids.contains(&&*anchor.0), "{} in {html}", anchor.0);
        }
        let last = |prefix: &str, count: u32| {
            count == 0 || ids.contains(&format!("{prefix}{count}").as_str())
        };
        assert!(last("p", body.paragraphs) && last("s", body.sections), "{html}");
        assert!(!ids.contains(&format!("p{}", body.paragraphs + 1).as_str()));
        assert!(!ids.contains(&format!("s{}", body.sections + 1).as_str()));
    };
    check("# The Title\n\na\n\n## B\n\n![i](map.png)\n\n- x\n\n  y\n\nz");
    check(
        "<a id=b></a>\n\n## B\n\n<div id=\"b\">\n\n## C {#p1}\n\n</div>\n\nx[^1]\n\n[^1]: ## N\n\n    m",
    );
    check("> ## Q\n>\n> a\n\n<ul><li>\n\nb\n\n</li></ul>\n\n[r]\n\n[r]: x");
    check("[![a](b)](c)\n\n![a](b) ![c](d)\n\n[^1]\n\n## s2\n\n## p-2\n\n## fnref 1");
}
