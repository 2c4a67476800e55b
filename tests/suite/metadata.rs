//! What good front matter comes to: titles, dates, levels, foreign keys, drafts.

use super::site::{Site, document};

#[test]
fn the_first_heading_serves_as_a_title() {
    let site = Site::new();
    site.write("content/a.md", "---\ndate: 2018\n---\n# A *heading*\n\nText")
        .write("content/b.md", "---\ndate: 2018\n---\nText\n\n## Later\n\nText");
    let built = site.build();
    built.expect_clean();
    built
        .file("documents/a/index.html")
        .expect_line("page /archive/documents/a/ [en] A heading");
    built
        .file("documents/b/index.html")
        .expect_line("page /archive/documents/b/ [en] Later");
}

#[test]
fn a_document_without_a_date_stands_apart() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\n---\nText")
        .write("content/b.md", "---\ntitle: B\ndate:\n---\nText")
        .write("content/c.md", document("C", "2018"));
    let built = site.build();
    let help = "(add `date: …`; `1945~` is about 1945, `194X` some time in the 1940s)";
    built.expect_success().expect_findings(&[
        &format!(
            "content/a.md:1:1: warning[missing-date]: the document has no date {help}"
        ),
        &format!(
            "content/b.md:1:1: warning[missing-date]: the document has no date {help}"
        ),
    ]);
    built
        .file("date/undated/index.html")
        .expect_line("count 2")
        .expect_lines("entry", &["/archive/documents/a/ A", "/archive/documents/b/ B"]);
    built.file("date/index.html").expect_line("undated /archive/date/undated/ 2");
    built.file("date/2018/index.html").expect_line("count 1");
}

#[test]
fn a_translation_has_the_date_of_its_work() {
    let site = Site::new();
    site.write("content/a.en.md", document("A", "2018"))
        .write("content/a.ja.md", "---\ntitle: 文\n---\n本文");
    site.build().expect_clean();
}

#[test]
fn a_site_sets_the_level_of_a_finding() {
    let check = |level: &str, expected: &[&str], is_published: bool| {
        let site = Site::new();
        site.config(&format!("[lints]\nmissing-date = \"{level}\""));
        site.write("content/a.md", "---\ntitle: A\n---\nText");
        site.write("content/b.md", document("B", "2018"));
        let built = site.build();
        built.expect_headlines(expected);
        assert_eq!(built.report.published.is_some(), is_published, "{level}");
    };
    check("allow", &[], true);
    let finding = |severity: &str| {
        format!("content/a.md:1:1: {severity}[missing-date]: the document has no date")
    };
    check("warn", &[&finding("warning")], true);
    check("deny", &[&finding("error")], false);
}

#[test]
fn a_level_that_makes_no_sense_is_refused() {
    let check = |lint: &str, expected: &str| {
        let site = Site::new();
        site.config(&format!("[lints]\n{lint}"))
            .write("content/a.md", document("A", "2018"));
        site.build().expect_failure().expect_headlines(&[expected]);
    };
    check(
        "not-utf8 = \"warn\"",
        "site.toml:5:1: error[invalid-config]: `not-utf8` is always an error",
    );
    check(
        "missing-dates = \"warn\"",
        "site.toml:5:1: error[invalid-config]: there is no finding called `missing-dates`",
    );
    check(
        "missing-date = \"forbid\"",
        "site.toml:5:16: error[invalid-config]: expected a level, found `forbid`",
    );
}

#[test]
fn foreign_keys_get_a_meaning() {
    let site = Site::new();
    site.config(
        "[keys]\n\
         publication_date = \"date\"\n\
         identifier = \"number\"\n\
         layout = \"ignore\"\n\
         url = \"source.url\"\n\
         publisher = \"source.name\"\n\
         speaker = \"people.speaker\"\n\
         volume_title = \"series.name\"\n\
         volume_number = \"series.position\"\n\
         type = \"genre\"\n\
         tags = \"topics\"\n\
         rank = \"extra\"\n\
         [taxonomies.ranks]\n\
         key = \"rank\"\n\
         label = \"Ranks\"",
    );
    site.write(
        "content/a.md",
        "---\ntitle: A\npublication_date: 2018-04-23\nidentifier: S/RES/1325\n\
         layout: default\nurl: https://example.org/a\npublisher: Ministry\n\
         speaker: [Kamikawa Yoko]\nvolume_number: 7\nvolume_title: Papers\n\
         type: Note verbale\ntags: [peace]\ntopics: [security]\nrank: Act\n---\nText",
    );
    let built = site.build();
    built.expect_clean();
    built
        .file("documents/a/index.html")
        .expect_line("date 2018-04-23 23 April 2018")
        .expect_line("number S/RES/1325")
        .expect_line("source Ministry https://example.org/a")
        .expect_line("person Kamikawa Yoko, speaker")
        .expect_line("series Papers 7")
        .expect_line("genre Note verbale")
        .expect_lines("topic", &["peace", "security"])
        .expect_line("more Ranks: act");
    built.file("ranks/act/index.html").expect_line("label Act");
}

#[test]
fn a_key_mapped_to_nothing_known_is_reported() {
    let site = Site::new();
    site.config("[keys]\nlayout = \"lay\"\n");
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\nlayout: x\n---\nText");
    site.build().expect_failure().expect_headlines(&[
        "site.toml:5:10: error[invalid-config]: `lay` is not a key of documents",
    ]);
}

#[test]
fn drafts_wait() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", "---\ntitle: B\ndate: 2018\ndraft: true\n---\nText");
    let built = site.build();
    built.expect_clean().expect_no_file("documents/b/index.html");
    let mut order = site.order();
    order.drafts = true;
    let built = site.build_as(&order);
    built.expect_clean().file("documents/b/index.html").expect_line("work b");
}
