//! Works: what the language versions of a document share, and who refers to whom.

use super::site::{Site, document, titled};

#[test]
fn a_documents_path_gives_its_work_and_language() {
    let check = |path: &str, lines: &str, route: &str, language: &str| {
        let site = Site::new();
        site.config("languages = [\"en\", \"ja\"]\nlanguage_folders = [\"fr\", \"ja\"]");
        site.write(&format!("content/{path}"), titled(lines));
        let built = site.build();
        built.expect_clean();
        let folder = chancery::route::encode(route.trim_end_matches("index.html"));
        let expected = format!("{language} /archive/{folder} *");
        built.file(route).expect_lines("alternate", &[&expected]);
    };
    check("2018/a.md", "", "documents/2018/a/index.html", "en");
    check("2018/a.ja.md", "", "documents/2018/a/index.html", "ja");
    check("ja/2018/a.md", "", "documents/2018/a/index.html", "ja");
    check("2018/fr/a.md", "", "documents/2018/a/index.html", "fr");
    check("a.md", "lang: ja", "documents/a/index.html", "ja");
    check("a.ja.md", "lang: fr", "documents/a/index.html", "fr");
    check("a.zh-Hant.md", "", "documents/a/index.html", "zh-Hant");
    check("a.md", "work: x/y", "documents/x/y/index.html", "en");
    check("a/index.md", "", "documents/a/index.html", "en");
    check("a/index.ja.md", "", "documents/a/index.html", "ja");
    check("report.final.md", "", "documents/report.final/index.html", "en");
    check("文書 1.md", "", "documents/文書 1/index.html", "en");
}

#[test]
fn an_address_is_encoded_where_it_is_linked() {
    let site = Site::new();
    site.write("content/文書 1.md", document("A", "2018"));
    let href = "/archive/documents/%E6%96%87%E6%9B%B8%201/";
    let built = site.build();
    built.expect_clean();
    built
        .file("date/2018/index.html")
        .expect_lines("entry", &[&format!("{href} A (2018)")]);
}

#[test]
fn versions_of_a_work_know_each_other() {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", document("Charter", "2018"))
        .write("content/a.ja.md", document("憲章", "2018"))
        .write(
            "content/other.md",
            "---\ntitle: Charte\ndate: 2018\nlang: fr\nwork: a\n---\n",
        );
    let built = site.build();
    built.expect_clean();
    let published = built.published();
    assert_eq!((published.documents, published.works), (3, 1));
    let check = |route: &str, frame: &str, current: usize| {
        let mut expected = [
            "en /archive/documents/a/".to_owned(),
            "ja /archive/documents/a/ja/".to_owned(),
            "fr /archive/documents/a/fr/".to_owned(),
        ];
        expected[current].push_str(" *");
        let expected: Vec<_> = expected.iter().map(String::as_str).collect();
        built.file(route).expect_line(frame).expect_lines("alternate", &expected);
    };
    check("documents/a/index.html", "page /archive/documents/a/ [en] Charter", 0);
    check("documents/a/ja/index.html", "page /archive/documents/a/ja/ [ja] 憲章", 1);
    check("documents/a/fr/index.html", "page /archive/documents/a/fr/ [en] Charte", 2);
}

#[test]
fn hreflang_stands_on_both_sides() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", document("Charter", "2018"))
        .write("content/a.ja.md", document("憲章", "2018"));
    let built = site.build();
    built.expect_clean();
    for route in ["documents/a/index.html", "documents/a/ja/index.html"] {
        let page = built.file(route);
        for (language, address) in [("en", "a/"), ("ja", "a/ja/")] {
            let url = format!("https://example.org/archive/documents/{address}");
            let has = page.text.split('<').any(|tag| {
                let words = ["link", "alternate", &format!("\"{language}\""), &url];
                tag.contains("hreflang") && words.iter().all(|word| tag.contains(word))
            });
            assert!(has, "no link to {url} in {language} in {route}:\n{}", page.text);
        }
    }
}

#[test]
fn each_interface_language_has_its_indexes() {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", document("Charter", "2018-04"))
        .write("content/a.ja.md", document("憲章", "2018-04"))
        .write("content/b.md", document("Other", "2018-05"))
        .write("content/pages/about.md", "---\ntitle: About\n---\nText")
        .write("content/pages/about.ja.md", "---\ntitle: 概要\n---\nText")
        .write("content/pages/rules.md", "---\ntitle: Rules\n---\nText");
    let built = site.build();
    built.expect_clean();
    built
        .file("ja/date/2018/04/index.html")
        .expect_line("page /archive/ja/date/2018/04/ [ja] 2018年4月")
        .expect_lines("entry", &["/archive/documents/a/ja/ 憲章 (2018-04)"])
        .expect_lines(
            "alternate",
            &["en /archive/date/2018/04/", "ja /archive/ja/date/2018/04/ *"],
        );
    built
        .file("date/2018/04/index.html")
        .expect_line("page /archive/date/2018/04/ [en] April 2018")
        .expect_lines("entry", &["/archive/documents/a/ Charter (2018-04)"]);
    built
        .file("ja/languages/index.html")
        .expect_lines("term", &["0 en 英語 2", "0 ja 日本語 1"]);
    built
        .file("ja/index.html")
        .expect_lines("nav", &["/archive/ja/about/ 概要", "/archive/rules/ Rules"]);
    built
        .file("about/index.html")
        .expect_lines("alternate", &["en /archive/about/ *", "ja /archive/ja/about/"]);
}

#[test]
fn two_versions_in_one_language_name_each_other() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", "---\ntitle: B\ndate: 2018\nwork: a\n---\nText");
    let ran = site.run(&["build"]);
    ran.expect_code(1)
        .expect_said("error[duplicate-version]: `a` has two versions in `en`")
        .expect_said("content/b.md:4:7")
        .expect_said("content/a.md:1:1");
}

#[test]
fn two_versions_in_one_language_may_live_apart() {
    let site = Site::new();
    site.config("[lints]\nduplicate-version = \"warn\"");
    site.write("content/a.md", document("A", "2018"))
        .write("content/x/b.md", "---\ntitle: B\ndate: 2018\nwork: a\n---\nText");
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/x/b.md:4:7: warning[duplicate-version]: `a` has two versions in `en`",
    ]);
    assert_eq!(built.published().works, 2);
    built.file("documents/a/index.html").expect_line("work a");
    built.file("documents/x/b/index.html").expect_line("work x/b");
}

#[test]
fn an_id_names_one_work() {
    let site = Site::new();
    site.write("content/a.md", titled("id: x"))
        .write("content/a.ja.md", titled("id: x"))
        .write("content/b.md", titled("id: x"));
    let ran = site.run(&["build"]);
    ran.expect_code(1)
        .expect_said("error[duplicate-id]: the id `x` is taken")
        .expect_said("content/b.md:4:5")
        .expect_said("content/a");
    assert!(ran.stderr.ends_with("nothing was published: 1 error\n"), "{ran:#?}");
}

#[test]
fn references_are_by_id_path_or_name() {
    let site = Site::new();
    site.write("content/2018/a.md", titled("id: charter"))
        .write("content/b.md", titled("references: [charter]"))
        .write("content/c.md", titled("references: [2018/a]"))
        .write("content/d.md", titled("references: [a, chartre]"));
    let built = site.build();
    built.expect_success().expect_findings(&[
        "content/d.md:4:17: warning[unknown-reference]: no document is called `chartre` \
         (did you mean `charter`?)",
    ]);
    built.file("documents/2018/a/index.html").expect_lines(
        "cited by",
        &["/archive/documents/b/", "/archive/documents/c/", "/archive/documents/d/"],
    );
    built
        .file("documents/d/index.html")
        .expect_lines("cites", &["/archive/documents/2018/a/"]);
}
