//! Texts as passages.

use crate::language::Language;
use crate::markdown::{Place, RawHtml, Settings, Source, passages};

fn written(body: &str, html: RawHtml) -> Vec<String> {
    let language = Language::parse("en").unwrap();
    let source = Source { text: body, start: 0, language: &language, title: Some("T") };
    let settings = Settings { html, ..Settings::default() };
    let mut found = Vec::new();
    passages(&source, &settings, &mut |passage| {
        let place = match passage.place {
            Place::Paragraph(number) => format!("p{number}"),
            Place::Note(number) => format!("n{number}"),
        };
        let mark = if passage.is_heading { "#" } else { "" };
        found.push(format!("{place}{mark} {}", passage.text.trim()));
    });
    found
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    assert_eq!(written(body, RawHtml::Sanitise), expected);
}

#[test]
fn paragraphs_are_numbered_as_on_the_page() {
    check("", &[]);
    check("One\ntwo.\n\nThree *f*our.\n", &["p1 One two.", "p2 Three four."]);
    check("# T\n\nText.\n", &["p1 Text."]);
    check("女性\n平和\nand", &["p1 女性平和and"]);
    check("a\\\nb", &["p1 a b"]);
}

#[test]
fn headings_stand_where_what_follows_stands() {
    check("a\n\n## B\n\n### C\n\nd", &["p1 a", "p2# B", "p2# C", "p2 d"]);
    check("a\n\n## B\n\n- c\n- d\n\ne", &["p1 a", "p1# B", "p1 c", "p1 d", "p2 e"]);
    check("a\n\n## B\n", &["p1 a", "p1# B"]);
    check("- a\n", &["p0 a"]);
}

#[test]
fn blocks_are_apart() {
    check("| a | b |\n|---|---|\n| c | d |\n", &["p0 a", "p0 b", "p0 c", "p0 d"]);
    check("> a\n\n> b", &["p1 a", "p2 b"]);
    check("![alt](x.png)\n\na `b` <https://c.org>", &["p0 alt", "p1 a b https://c.org"]);
    check("    code\n    more\n", &["p0 code\n    more".replace("    ", "").as_str()]);
}

#[test]
fn footnotes_come_last_without_their_marks() {
    let text = "a[^x] b[^y]\n\n[^y]: second[^z]\n\n[^x]: first\n\n[^z]: third\n";
    check(text, &["p1 a b", "n1 first", "n2 second", "n3 third"]);
}

#[test]
fn html_has_words_too() {
    check("<div>a &eacute;<p>b</p></div>", &["p0 a é", "p0 b"]);
    check("x<br>y z<sup>1</sup>", &["p1 x y z 1"]);
    check("<ruby>日<rp>(</rp><rt>に</rt><rp>)</rp>本<rt>ほん</rt></ruby>", &["p1 日本"]);
    let trusted = written("<div>a<script>x</script><td>b</div>", RawHtml::Trusted);
    assert_eq!(trusted, ["p0 a", "p0 b"]);
}
