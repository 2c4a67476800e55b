//! Footnotes.

use super::{check, render};
use crate::markdown::Settings;

fn mark(number: u8, id: &str) -> String {
    format!(
        "<sup class=\"fnref\"><a href=\"#fn-{number}\" id=\"fnref-{id}\" role=\"doc-noteref\">{number}</a></sup>"
    )
}

fn back(id: &str) -> String {
    format!(
        " <a class=\"fnback\" href=\"#fnref-{id}\" role=\"doc-backlink\" aria-label=\"Back to mark {id}\">↩</a>"
    )
}

fn page(text: &str, notes: &[String]) -> String {
    let list: Vec<String> = notes
        .iter()
        .enumerate()
        .map(|(at, note)| format!("<li id=\"fn-{}\">{note}</li>\n", at + 1))
        .collect();
    format!(
        "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>{text}</p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<h2>Notes</h2>\n\
         <ol>\n{}</ol>\n</section>",
        list.concat()
    )
}

#[test]
fn footnotes_stand_at_the_end() {
    check(
        "a[^n] b[^n]\n\n[^n]: one\n\n    two",
        &page(
            &format!("a{} b{}", mark(1, "1"), mark(1, "1-2")),
            &[format!("<p>one</p>\n<p>two{}{}</p>\n", back("1"), back("1-2"))],
        ),
    );
}

#[test]
fn footnotes_refer_to_footnotes() {
    check(
        "a[^1]\n\n[^2]: two\n\n[^1]: one[^2]",
        &page(
            &format!("a{}", mark(1, "1")),
            &[
                format!("<p>one{}{}</p>\n", mark(2, "2"), back("1")),
                format!("<p>two{}</p>\n", back("2")),
            ],
        ),
    );
}

#[test]
fn nothing_is_lost() {
    check("a[^x]", "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a>a[^x]</p>");
    check(
        "a[^1]\n\n[^0]: unmarked\n\n[^1]: one\n\n[^1]: again",
        &page(
            &format!("a{}", mark(1, "1")),
            &[
                format!("<p>one{}</p>\n", back("1")),
                "<p>unmarked</p>\n".into(),
                "<p>again</p>\n".into(),
            ],
        ),
    );
}

#[test]
fn marks_stand_outside_links() {
    check(
        "<a href=\"known.md\">a[^1]</a>\n\n[^1]: - x",
        &page(
            &format!("<a href=\"../known/\">a</a>{}", mark(1, "1")),
            &[format!("<ul>\n<li>x</li>\n</ul>\n{}", back("1"))],
        ),
    );
}

#[test]
fn marks_of_the_title_are_handed_over() {
    let html = render("# The Title[^1]\n\n[^1]: n", &Settings::default());
    assert_eq!(html.title_marks, mark(1, "1"));
    assert!(html.html.starts_with("<section"), "{}", html.html);
}
