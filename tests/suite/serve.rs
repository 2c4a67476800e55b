//! The site while it is written: the same bytes as in a build, at once.

use std::path::Path;
use std::thread;
use std::time::Duration;

use chancery::pipeline::{self, Order};
use chancery::serve::Watching;

use super::browser::Browser;
use super::outcome::Folder;
use super::site::{Silent, Site, document, files_below};

fn serve(site: &Site) -> Browser {
    Browser::open(site.order(), Watching::Told)
}

/// Asks until the answer has a part, as somebody who waits for a page does.
fn await_part(browser: &Browser, path: &str, part: &str) {
    for _ in 0..300 {
        if browser.page(path).text().contains(part) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{path} does not come to have {part}: {}", browser.page(path).text());
}

/// The number of the version that a page's script is told of.
fn version(news: &serde_json::Value) -> u64 {
    let name = news["version"].as_str().unwrap();
    name.rsplit_once('-').unwrap().1.parse().unwrap()
}

/// Every file of a build, and no page beyond them.
fn assert_as_built(order: &Order) {
    assert_shows_build(&Browser::open(order.clone(), Watching::Told), order);
}

fn assert_shows_build(browser: &Browser, order: &Order) {
    let folder = tempfile::TempDir::new().unwrap();
    let output = folder.path().join("public");
    let built = Order { output: Some(output.clone()), ..order.clone() };
    let report = pipeline::build(&built, &Silent).unwrap();
    assert!(report.published.is_some(), "{:?}", report.diagnostics);
    let files = Folder::at(output).files();
    assert!(files.len() > 20);
    for (name, bytes) in files {
        let path = chancery::route::encode(&name);
        let answer = browser.page(&path);
        let is_page = name.ends_with(".html");
        let found = if is_page { answer.unmarked() } else { answer.body.clone() };
        assert_eq!(answer.code, 200, "{name}");
        let is_same = found == bytes;
        assert!(is_same, "{name} differs:\n{}", String::from_utf8_lossy(&found));
    }
}

#[test]
fn every_address_of_the_example_archive_answers_with_the_bytes_of_a_build() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf();
    assert_as_built(&Order { site, ..Order::default() });
}

#[test]
fn every_address_of_a_site_of_every_sort_answers_with_the_bytes_of_a_build() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/site");
    assert_as_built(&Order { site, ..Order::default() });
}

#[test]
fn nothing_is_written() {
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    let before = files_below(&site.path(""));
    let browser = serve(&site);
    browser.page("documents/a/").expect(200, "Text of A.");
    browser.page("search/index/index.json").expect(200, "\"documents\"");
    browser.page("data/manifest-sha256.txt").expect(200, "  index.html\n");
    assert_eq!(files_below(&site.path("")), before);
}

#[test]
fn pages_stand_below_the_path_of_the_address() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    assert_eq!(browser.base, "/archive/");
    let leads = |path: &str, to: &str| {
        let answer = browser.get(path);
        assert_eq!(answer.code, 302, "{path}");
        assert!(
            answer.head.contains(&format!("\r\nLocation: {to}\r\n")),
            "{}",
            answer.head
        );
    };
    leads("/", "/archive/");
    leads("/archive", "/archive/");
    leads("/archive/documents/a", "/archive/documents/a/");
    browser.get("/archive/documents/a/?x=/y/").expect(200, "work a");
    browser.get("/archive/documents/a/index.html").expect(200, "work a");
    browser.get("/documents/a/").expect(404, "/404.html");
}

#[test]
fn what_is_not_there_is_the_sites_own_page() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018")).write("secret.txt", "secret");
    let browser = serve(&site);
    for path in [
        "nothing",
        "nothing/",
        "..%2fsecret.txt",
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%5csecret.txt",
        "documents//a/",
        "/etc/passwd",
        "content/a.md",
        "site.toml",
        "search/index/nothing",
        ".git/config",
    ] {
        let answer = browser.page(path);
        assert_eq!(answer.code, 404, "{path}");
        assert!(!answer.text().contains("secret"), "{path}");
    }
    browser.page("nothing").expect(404, "/404.html");
    assert_eq!(browser.page("%ff").code, 400);
}

#[test]
fn requests_that_are_not_for_us_are_refused() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let check = |request: &str, code: u16| {
        let answer = browser.ask(&format!("{request}\r\n\r\n"));
        assert_eq!(answer.code, code, "{request}");
        assert!(!answer.text().contains("work a"), "{request}");
    };
    let page = "/archive/documents/a/";
    check(&format!("GET {page} HTTP/1.1\r\nHost: evil.example"), 421);
    check("GET /.chancery/events HTTP/1.1\r\nHost: evil.example", 421);
    check(&format!("GET {page} HTTP/1.1"), 400);
    check(&format!("POST {page} HTTP/1.1\r\nHost: localhost"), 405);
    check(&format!("HEAD {page} HTTP/1.1\r\nHost: localhost"), 200);
}

#[test]
fn an_edit_of_a_text_is_told_and_shown() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let mut events = browser.events();
    let first = events.next();
    let page = browser.page("documents/a/").text();
    let version = first["version"].as_str().unwrap();
    assert!(page.contains(&format!("data-version=\"{version}\"")), "{page}");
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\nOther words.\n");
    assert_ne!(events.next()["version"], first["version"]);
    browser.page("documents/a/").expect(200, "Other words.");
    browser.page("documents/a/index.txt").expect(200, "Other words.");
}

/// An edit that takes away a place or gives one changes what is said of links to it.
#[test]
fn links_into_an_edited_text_are_looked_at_again() {
    let site = Site::new();
    let text = |paragraphs: &str| format!("---\ntitle: A\ndate: 2018\n---\n{paragraphs}");
    site.write("content/a.md", text("One.\n\nTwo.\n"))
        .write("content/b.md", "---\ntitle: B\ndate: 2018\n---\n[A](a.md#p2)\n");
    let browser = serve(&site);
    site.write("content/a.md", text("One.\n"));
    let said = browser.hear();
    assert!(matches!(&*said, [one] if one.contains("p2")), "{said:?}");
    site.write("content/a.md", text("One.\n\nTwo.\n\nThree.\n"));
    assert!(browser.hear().is_empty());
}

#[test]
fn edits_of_every_sort_are_shown() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    site.write("content/a.md", document("Another", "2019"));
    await_part(&browser, "date/2019/", "Another");
    site.write("content/deep/b.md", document("B", "2018"));
    await_part(&browser, "documents/deep/b/", "work deep/b");
    site.write("content/deep/c.md", document("C", "2018"));
    await_part(&browser, "documents/deep/c/", "work deep/c");
    site.rename("content/deep/b.md", "content/moved.md");
    await_part(&browser, "documents/moved/", "work moved");
    await_part(&browser, "documents/deep/b/", "/404.html");
    site.remove("content/moved.md");
    await_part(&browser, "documents/moved/", "/404.html");
    site.write("static/note.txt", "a note");
    await_part(&browser, "note.txt", "a note");
    site.write("static/note.txt", "another note");
    await_part(&browser, "note.txt", "another note");
    site.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    await_part(&browser, "about/", "Who we are.");
    site.write(
        "content/a.md",
        "---\ntitle: A\ndate: 2018\ntopics: [peace]\n---\nText.\n",
    );
    await_part(&browser, "topics/peace/", "peace");
    site.write("content/topics.toml", "[peace]\nlabel = \"Peace and quiet\"\n");
    await_part(&browser, "topics/peace/", "Peace and quiet");
    site.config("page_size = 1\n");
    await_part(&browser, "titles/page-2/", "page");
}

#[test]
fn a_site_with_an_edited_document_is_that_of_a_build() {
    let site = Site::new();
    let text = |name: &str, lines: &str, body: &str| {
        site.write(name, format!("---\n{lines}---\n{body}\n"));
    };
    text("content/a.md", "title: Beta\ndate: 2018-02\ntopics: [peace]\n", "One.");
    text("content/b.md", "title: Gamma\ndate: 2018-03\nid: g\n", "Two.");
    text("content/b.ja.md", "title: 宣言\ndate: 2018-03\n", "二。");
    text("content/c.md", "title: Delta\ndate: 2019\nreferences: [g]\n", "Three.");
    let browser = serve(&site);
    let mut events = browser.events();
    events.next();
    let mut check = |lines: &str, body: &str| {
        text("content/b.md", lines, body);
        events.next();
        assert_shows_build(&browser, &site.order());
        // What was published may go again.
        site.remove("chancery.lock");
    };
    let plain = "title: Gamma\ndate: 2018-03\nid: g\n";
    check("title: Alpha\ndate: 2018-03\nid: g\n", "Two.");
    check("title: Alpha\ntitle_reading: Zeta\ndate: 2018-03\nid: g\n", "Two.");
    check("title: Zeta\ndate: 2018-03\nid: g\nsummary: A summary.\n", "Two.");
    check("title: Gamma\ndate: 2018-01\nid: g\n", "Two.");
    check("title: Gamma\ndate: 2018-03\nid: g\ntopics: [peace, trade]\n", "Two.");
    check("title: Gamma\ndate: 2018-03\nid: g\nplace: Toronto\n", "Two.");
    check("title: Gamma\ndate: 2018-03\nid: g\naliases: [/old/]\n", "Two.");
    check("title: Gamma\ndate: 2018-03\nid: g\nwork: other/name\n", "Two.");
    check(plain, "Two, and [one](a.md).");
    check(plain, "Two.");
}

#[test]
fn a_site_with_a_moved_document_is_that_of_a_build() {
    let site = Site::new();
    site.config("page_size = 2\nlanguages = [\"en\", \"ja\"]\n");
    let text = |name: &str, lines: &str| {
        site.write(&format!("content/{name}"), format!("---\n{lines}\n---\nWords.\n"));
    };
    text("a.md", "title: One\ndate: 2018-02\ntopics: [peace]");
    text("b.md", "title: One\ndate: 2018-03\ntopics: [trade]");
    text("b.ja.md", "title: 宣言\ntopics: [平和]");
    text("c.md", "title: Three\ndate: 2019-05-06\ntopics: [peace, trade]");
    text("d.md", "title: Four\ndate: 2019\nreferences: [a, b, c]");
    let browser = serve(&site);
    let mut events = browser.events();
    events.next();
    let mut check = |name: &str, lines: &str| {
        text(name, lines);
        events.next();
        assert_shows_build(&browser, &site.order());
        // What was published may go again.
        site.remove("chancery.lock");
    };
    // Past another work of the same title; into a list that then has a page more.
    check("a.md", "title: One\ndate: 2018-04\ntopics: [peace]");
    check("c.md", "title: Three\ndate: 2018-05\ntopics: [peace, trade]");
    // Out of a list that nothing is left in, into one that is made for it; and back.
    check("d.md", "title: Four\ndate: 1999-12-31\nreferences: [a, b, c]");
    check("d.md", "title: Four\ndate: 2019\nreferences: [a, b, c]");
    check("d.md", "title: Four\nreferences: [a, b, c]");
    // Under a term that is new, one that a translation knew, and none.
    check("d.md", "title: Four\ndate: 2019\ntopics: [arms]");
    check("d.md", "title: Four\ndate: 2017\ntopics: [平和]");
    check("d.md", "title: Four\ndate: 2017");
    // With another title and another address at once.
    check("a.md", "title: Zeta\ndate: 2020\naliases: [/old/]");
    check("a.md", "title: Zeta\ndate: 2016\nlang: fr");
}

#[cfg(unix)]
#[test]
fn a_text_with_two_names_is_shown_under_both() {
    let site = Site::new();
    site.write("content/en/a.md", document("A", "2018"));
    std::os::unix::fs::symlink("en", site.path("content/fr")).unwrap();
    let browser = serve(&site);
    site.write("content/en/a.md", document("Another", "2018"));
    await_part(&browser, "documents/en/a/", "Another");
    await_part(&browser, "documents/fr/a/", "Another");
}

#[test]
fn a_dropped_address_is_told_until_it_is_answered() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    site.build().expect_success();
    let browser = serve(&site);
    site.rename("content/a.md", "content/b.md");
    // The move may be two changes.
    let said = loop {
        let said = browser.hear();
        if !said.is_empty() {
            break said;
        }
    };
    assert_eq!(said, ["`/documents/a/` was published, and leads nowhere any more"]);
    let aliased = "---\ntitle: A\ndate: 2018\naliases: [/documents/a/]\n---\nText.\n";
    site.write("content/b.md", aliased);
    assert!(browser.hear().is_empty());
    site.write("content/b.md", document("A", "2018"));
    assert_eq!(browser.hear(), said);
    // A document with an error may have the address when it is mended.
    site.write("content/b.md", document("A", "2018-13"));
    assert_eq!(browser.hear(), ["month 13 does not exist"]);
    site.write("content/b.md", document("A", "2018"));
    assert_eq!(browser.hear(), said);
    site.write("chancery.lock", "chancery lock 1\n");
    assert!(browser.hear().is_empty());
}

#[test]
fn the_theme_is_followed() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let template = std::fs::read_to_string(site.path("themes/bare/templates/frame.html"));
    let template = template.unwrap();
    let with = |text: &str| format!("{template}\n{text}\n");
    site.write("themes/bare/templates/frame.html", with("a new line"));
    await_part(&browser, "documents/a/", "a new line");
    site.write("themes/bare/assets/new.css", "b { color: red; }");
    await_part(&browser, "assets/new.css", "red");
    site.write("themes/bare/templates/frame.html", with("{% if %}"));
    let said = loop {
        let said = browser.hear();
        if !said.is_empty() {
            break said;
        }
    };
    assert_eq!(said.len(), 1, "{said:?}");
    // Pages look as they did.
    browser.page("documents/a/").expect(200, "a new line");
    site.write("themes/bare/templates/frame.html", with("a mended line"));
    await_part(&browser, "documents/a/", "a mended line");
}

#[test]
fn mistakes_come_and_go() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let mut events = browser.events();
    assert_eq!(events.next()["mistakes"].as_array().unwrap().len(), 0);
    site.write("content/a.md", document("A", "2018-13-22"));
    let news = events.next();
    let mistake = &news["mistakes"][0];
    assert_eq!(mistake["severity"], "error");
    let text = mistake["text"].as_str().unwrap();
    assert!(text.starts_with("error[invalid-date]: month 13 does not exist\n"), "{text}");
    assert!(text.contains("content/a.md:3:12"), "{text}");
    assert_eq!(browser.hear(), ["month 13 does not exist"]);
    // The document is there still, and so are those who link to it.
    browser.page("documents/a/").expect(200, "work a");
    site.write("content/a.md", b"\xFF");
    assert_eq!(browser.hear(), ["the file is not UTF-8"]);
    browser.page("documents/a/").expect(200, "work a");
    // Undone, it is what is shown already; the mistake goes all the same.
    site.write("content/a.md", document("A", "2018-13-22"));
    assert_eq!(browser.hear(), ["month 13 does not exist"]);
    site.write("content/a.md", document("A", "2018"));
    assert!(browser.hear().is_empty());
}

#[test]
fn a_site_that_cannot_be_read_is_served_when_it_can() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018")).write("site.toml", "x =");
    let browser = serve(&site);
    assert_eq!(browser.base, "/");
    browser.page("documents/a/").expect(500, "the site cannot be shown");
    assert_eq!(browser.events().next()["mistakes"].as_array().unwrap().len(), 1);
    site.config("");
    assert!(browser.hear().is_empty());
    browser.get("/archive/documents/a/").expect(200, "work a");
    // Settings that are wrong leave the site as it is.
    site.write("site.toml", "title = 3\nbase_url = \"https://example.org/archive/\"");
    assert_eq!(browser.hear().len(), 1);
    browser.get("/archive/documents/a/").expect(200, "work a");
}

/// A folder that the settings come to name is watched, and so is one they name again.
#[test]
fn another_folder_of_documents_is_followed() {
    let text = |words: &str| format!("---\ntitle: A\ndate: 2018\n---\n{words}\n");
    let site = Site::new();
    site.write("content/a.md", text("First.")).write("other/a.md", text("Second."));
    let browser = serve(&site);
    let mut events = browser.events();
    let mut follow = |edit: &dyn Fn(), words: &str| {
        let before = version(&browser.events().next());
        edit();
        while version(&events.next()) <= before {}
        await_part(&browser, "documents/a/", words);
    };
    follow(&|| _ = site.config("content = \"other\"\n"), "Second.");
    follow(&|| _ = site.write("other/a.md", text("Third.")), "Third.");
    follow(&|| _ = site.config("content = \"missing\"\n"), "");
    follow(&|| _ = site.rename("content/a.md", "missing/a.md"), "First.");
    follow(&|| _ = site.write("missing/a.md", text("Fourth.")), "Fourth.");
    follow(&|| _ = site.config("content = \"nowhere\"\n"), "");
    follow(&|| _ = site.config("content = \"other\"\n"), "Third.");
    follow(&|| _ = site.write("other/a.md", text("Fifth.")), "Fifth.");
}

/// A link out of the site goes as it came, and what it leads to is not shown.
#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_forgotten_when_it_is_gone() {
    let outside = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(outside.path(), "nobody's business\n").unwrap();
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    std::os::unix::fs::symlink(outside.path(), site.path("content/b.md")).unwrap();
    assert_eq!(browser.hear(), ["the link leads out of `content/`"]);
    let news = browser.events().next();
    let text = news["mistakes"][0]["text"].as_str().unwrap();
    assert!(text.contains("content/b.md:1:1") && !text.contains("nobody"), "{text}");
    site.remove("content/b.md");
    assert!(browser.hear().is_empty());
}

#[test]
fn drafts_are_shown_unless_they_are_not_wanted() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\ndraft: true\n---\nText.\n");
    site.write("content/b.md", document("B", "2018"));
    let with = Order { drafts: true, ..site.order() };
    Browser::open(with, Watching::Told).page("documents/a/").expect(200, "work a");
    serve(&site).page("documents/a/").expect(404, "");
}

#[test]
fn files_are_looked_at_where_nobody_tells_of_changes() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = Browser::open(site.order(), Watching::Looking);
    // Times of files are in whole seconds on some disks; the size changes anyway.
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\nOther words.\n");
    await_part(&browser, "documents/a/", "Other words.");
}

#[test]
fn the_search_index_is_that_of_the_texts_now() {
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let before = browser.page("search/index/index.json").text();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\nOther words.\n");
    browser.hear();
    let after = browser.page("search/index/index.json").text();
    assert_ne!(before, after);
}

#[test]
fn a_port_in_use_is_the_worlds_failure() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let browser = serve(&site);
    let port = browser.host.rsplit(':').next().unwrap();
    let ran = site.run(&["serve", "--port", port]);
    ran.expect_code(3).expect_stdout("").expect_stderr(&format!(
        "error: cannot serve at `127.0.0.1:{port}`: another program does; choose another \
         port with `--port`\n"
    ));
}
