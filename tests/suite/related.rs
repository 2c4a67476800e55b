//! What has to do with a term or a document: related terms, related documents.

use super::site::{Site, titled, under};

#[test]
fn terms_name_those_that_share_their_works() {
    let site = under(&[
        "peace, women, law",
        "peace, women, law",
        "peace, women, once",
        "law, law-of-war",
        "peace, treaties",
        "peace, treaties",
    ]);
    let of = |term: &str| {
        let built = site.build();
        built.expect_clean();
        let page = built.file(&format!("topics/{term}/index.html"));
        page.lines_of("related").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    // Of as many, the rarer first: `law` has three works.
    assert_eq!(of("peace"), ["women 3", "treaties 2", "law 2"]);
    assert_eq!(of("once"), [""; 0]);
    // What the vocabulary says comes first and leads both ways; what stands above or
    // below a term is not related to it; what nothing stands under is not shown.
    site.write(
        "content/topics.toml",
        "[peace]\nrelated = [\"law-of-war\", \"women\", \"void\"]\n[void]\n[women]\n\
         [law]\nbroader = \"peace\"\n[law-of-war]\n",
    );
    assert_eq!(of("peace"), ["law-of-war 1", "women 3", "treaties 2"]);
    assert_eq!(of("law-of-war"), ["peace 1"]);
    assert_eq!(of("law"), ["women 2"]);
}

#[test]
fn related_terms_are_few_and_on_the_first_page() {
    let both = "topics: [hub, a, b, c, d, e, f, g, h, i]";
    let site = Site::new();
    site.config("page_size = 2\nlanguages = [\"en\", \"ja\"]\n");
    for name in ["1.md", "2.md", "3.md", "1.ja.md", "2.ja.md", "3.ja.md"] {
        site.write(&format!("content/{name}"), titled(both));
    }
    let built = site.build();
    built.expect_clean();
    let page = built.file("topics/hub/index.html");
    assert_eq!(page.lines_of("related").len(), 8);
    built.file("topics/hub/page-2/index.html").expect_lines("related", &[]);
    built.file("languages/ja/index.html").expect_lines("related", &[]);
}

#[test]
fn few_relations_are_filled_up_by_date() {
    let site = Site::new();
    let dated = |name: &str, date: &str, more: &str| {
        let text = format!("---\ntitle: T\ndate: {date}\n{more}\n---\nText");
        site.write(&format!("content/{name}.md"), text);
    };
    dated("own", "2018-03-31", "topics: [peace]\nreferences: [cited]");
    dated("cited", "2018-03-31", "");
    dated("citing", "2018-04-01", "references: [own]");
    dated("topical", "1999", "topics: [peace]");
    dated("month", "2018-04", "");
    dated("before", "2018-02-28", "");
    dated("week", "2018-04-07", "");
    dated("far", "2018-05-02", "");
    dated("decade", "201X", "");
    let built = site.build();
    built.expect_clean();
    let related = |work: &str, expected: &[&str]| {
        let page = built.file(&format!("documents/{work}/index.html"));
        page.expect_lines("related", expected);
    };
    related(
        "own",
        &[
            "/archive/documents/topical/ peace",
            "/archive/documents/month/ near",
            "/archive/documents/week/ near",
            "/archive/documents/before/ near",
        ],
    );
    related("topical", &["/archive/documents/own/ peace"]);
    related("decade", &[]);
    for at in 0..6 {
        dated(&format!("more-{at}"), "2018-03-31", "topics: [peace]");
    }
    let page = site.build().file("documents/own/index.html");
    let related = page.lines_of("related");
    assert!(related.len() == 5 && related.iter().all(|line| line.ends_with(" peace")));
}
