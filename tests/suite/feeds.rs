//! Feeds of the newest works.

use roxmltree::Document;
use serde_json::Value;

use super::feed_rules::{XML, children, contents, field, fields, links, mistakes};
use super::site::Site;

const FULL: &str = "---
title: Agreement
date: 2018-04-23
source: {name: Office, url: 'https://o.example/?a=1&b=2', retrieved: 2020-01-02}
topics: [harbours]
people: [{family: Roe, given: Ann, role: speaker}]
summary: In short.
rights: {statement: Free, url: 'https://r.example/'}
---
Text.
";

#[test]
fn an_entry_says_what_is_known() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\npublisher = \"The Office\"\n")
        .write("content/a.md", FULL)
        .write("content/a.ja.md", "---\ntitle: 協定\ndate: 2018-04-23\n---\n本文。\n");
    let built = site.build();
    built.expect_clean();
    assert_eq!(mistakes(&built.output), Vec::<String>::new());
    let text = built.file("feed.atom").text;
    let document = Document::parse(&text).unwrap();
    let feed = document.root_element();
    assert_eq!(feed.attribute((XML, "lang")), Some("en"));
    assert_eq!(
        field(feed, "id"),
        "tag:example.org,2026-01-01:/archive/feeds/en/feed.atom"
    );
    let href = |node, rel| links(node, rel)[0].attribute("href").unwrap().to_owned();
    assert_eq!(href(feed, "self"), "https://example.org/archive/feed.atom");
    assert_eq!(href(feed, "alternate"), "https://example.org/archive/");
    assert_eq!(field(children(feed, "author").next().unwrap(), "name"), "The Office");
    let entry = children(feed, "entry").next().unwrap();
    assert_eq!(field(entry, "id"), "tag:example.org,2026-01-01:/archive/documents/a/en");
    let title = children(entry, "title").next().unwrap();
    assert_eq!(
        (contents(title), title.attribute((XML, "lang"))),
        ("Agreement", Some("en"))
    );
    assert_eq!(field(entry, "published"), "2020-01-02T00:00:00Z");
    assert_eq!(field(entry, "updated"), "2020-01-02T00:00:00Z");
    assert_eq!(field(entry, "summary"), "In short.");
    assert_eq!(field(entry, "rights"), "Free");
    assert_eq!(href(entry, "via"), "https://o.example/?a=1&b=2");
    assert_eq!(href(entry, "license"), "https://r.example/");
    assert_eq!(field(children(entry, "author").next().unwrap(), "name"), "Ann Roe");
    let topic = children(entry, "category").next().unwrap();
    let topic = ["term", "scheme", "label"].map(|name| topic.attribute(name).unwrap());
    assert_eq!(topic, ["harbours", "https://example.org/archive/topics/", "harbours"]);
    let pages = |relation| -> Vec<_> {
        let links = links(entry, relation).into_iter();
        let told = |name| {
            move |link: roxmltree::Node<'_, '_>| link.attribute(name).unwrap().to_owned()
        };
        links.map(|link| (told("hreflang")(link), told("href")(link))).collect()
    };
    let page = |language: &str, end| {
        (language.to_owned(), format!("https://example.org/archive/documents/a/{end}"))
    };
    // Whoever takes the last alternate must not get another language.
    assert_eq!(pages("alternate"), [page("en", "")]);
    assert_eq!(pages("related"), [page("ja", "ja/")]);

    let japanese = built.file("ja/topics/harbours/feed.atom").text;
    assert_eq!(fields(&japanese, "title"), ["協定"]);
    let ids = ["tag:example.org,2026-01-01:/archive/documents/a/ja"];
    assert_eq!(fields(&japanese, "id"), ids);
    let json: Value = serde_json::from_str(&built.file("feed.json").text).unwrap();
    let item = &json["items"][0];
    assert_eq!(item["external_url"], "https://o.example/?a=1&b=2");
    assert_eq!(item["authors"][0]["name"], "Ann Roe");
    assert_eq!(item["tags"], serde_json::json!(["harbours"]));
    assert_eq!(item["date_published"], "2020-01-02T00:00:00Z");
}

#[test]
fn no_date_is_invented() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: Day\ndate: 1945-08-15\n---\n")
        .write("content/b.md", "---\ntitle: Month\ndate: 1945-09\n---\n")
        .write("content/c.md", "---\ntitle: Decade\ndate: 193X\n---\n")
        .write("content/d.md", "---\ntitle: Until\ndate: ../1900\ntopics: [x]\n---\n")
        .write("content/e.md", "---\ntitle: Rome\ndate: -0043-03-15\n---\n")
        .write("content/f.md", "---\ntitle: Undated\ntopics: [x]\nkind: law\n---\n")
        .write(
            "content/g.md",
            "---\ntitle: Taken\nsource: {name: S, retrieved: 2020-05}\n---\n",
        );
    let built = site.build();
    built.expect_success();
    assert_eq!(mistakes(&built.output), Vec::<String>::new());
    let text = built.file("feed.atom").text;
    assert_eq!(fields(&text, "title"), ["Taken", "Month", "Day", "Decade"]);
    let days = ["2020-05-01", "1945-09-01", "1945-08-15", "1930-01-01"];
    let moments = days.map(|day| format!("{day}T00:00:00Z"));
    assert_eq!(fields(&text, "published"), moments);
    assert_eq!(fields(&text, "updated"), moments);
    // None of the works under the topic has a day.
    built.expect_no_file("topics/x/feed.atom").expect_no_file("topics/x/feed.json");
    built.expect_no_file("changes.atom");
}

#[test]
fn feeds_hold_the_newest() {
    let site = Site::dressed();
    site.dressed_config("[feeds]\nentries = 3\n");
    for day in 1..=9 {
        site.write(
            &format!("content/{day}.md"),
            format!(
                "---\ntitle: D{day}\ndate: 2018-01-0{day}\ntopics: [t{}]\n---\n",
                day % 2
            ),
        );
    }
    let built = site.build();
    built.expect_clean();
    let titles = |name: &str| fields(&built.file(name).text, "title");
    assert_eq!(titles("feed.atom"), ["D9", "D8", "D7"]);
    assert_eq!(titles("topics/t0/feed.atom"), ["D8", "D6", "D4"]);
    let json: Value =
        serde_json::from_str(&built.file("topics/t1/feed.json").text).unwrap();
    let items = json["items"].as_array().unwrap().iter();
    assert_eq!(items.map(|item| &item["title"]).collect::<Vec<_>>(), ["D9", "D7", "D5"]);
    for followed in
        ["topics/t0", "languages/en", "date/2010s", "date/2018", "date/2018/01"]
    {
        assert_eq!(titles(&format!("{followed}/feed.atom")).len(), 3, "{followed}");
    }
}

#[test]
fn titles_change_and_ids_do_not() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: Before\ndate: 2018\n---\n");
    let ids = |site: &Site| fields(&site.build().file("feed.atom").text, "id");
    let before = ids(&site);
    site.write("content/a.md", "---\ntitle: After\ndate: 2019-05\n---\nMore.\n");
    assert_eq!(ids(&site), before);
}

#[test]
fn hostile_titles_are_only_text() {
    let titles = [
        "]]><script>alert(1)</script>",
        "a & b < c > d \\\"e\\\" &amp; &#0;",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
        "🕊️ 👩‍👩‍👧‍👦 𠮷野家",
        "\u{202E}עברית\u{202C} و العربية",
        "\\u0085\\u2028\\uFEFFx",
    ];
    let site = Site::new();
    for (at, title) in titles.iter().enumerate() {
        let text = format!(
            "---\ntitle: \"{title}\"\ndate: 201{at}\ntopics: [\"{title}\"]\n---\n\u{1}\u{8}\u{B}Text\u{FFFE}\n"
        );
        site.write(&format!("content/{at}.md"), text);
    }
    let built = site.build();
    built.expect_success();
    assert_eq!(mistakes(&built.output), Vec::<String>::new());
    let found = fields(&built.file("feed.atom").text, "title");
    assert_eq!(found.len(), titles.len());
    assert_eq!(found[5], titles[0]);
    assert_eq!(found[4], "a & b < c > d \"e\" &amp; &#0;");
    assert_eq!(found[3], titles[2]);
    assert_eq!(found[2], titles[3]);
    assert_eq!(found[1], titles[4]);
}

#[test]
fn pages_lead_to_their_feeds() {
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\ntopics: [x]\n---\n");
    let built = site.build();
    let link = |kind: &str, title: &str, name: &str| {
        format!(
            "<link rel=\"alternate\" type=\"application/{kind}\" title=\"{title}\" \
             href=\"/archive/{name}\">"
        )
    };
    built
        .file("index.html")
        .expect_line(&link("atom+xml", "Archive", "feed.atom"))
        .expect_line(&link("feed+json", "Archive", "feed.json"))
        .expect_contains(
            "<dt>Subscribe</dt><dd class=\"downloads\"><a href=\"/archive/feed.atom\"",
        )
        .expect_lacks("changes.atom");
    built
        .file("topics/x/index.html")
        .expect_line(&link("atom+xml", "x · Archive", "topics/x/feed.atom"))
        .expect_line(&link("feed+json", "x · Archive", "topics/x/feed.json"));
    for (page, name, title) in [
        ("date/2018/", "date/2018/", "2018 · Archive"),
        ("languages/en/", "languages/en/", "English · Archive"),
        ("documents/a/", "", "Archive"),
    ] {
        let page = built.file(&format!("{page}index.html"));
        page.expect_line(&link("atom+xml", title, &format!("{name}feed.atom")))
            .expect_line(&link("feed+json", title, &format!("{name}feed.json")));
    }
    built.file("documents/a/index.html").expect_lacks("Subscribe");
    built.file("date/index.html").expect_lacks("feed.atom");
    site.dressed_config("[feeds]\nlists = false\n");
    let built = site.build();
    built.expect_no_file("topics/x/feed.json").expect_no_file("date/2018/feed.atom");
    built.file("topics/x/index.html").expect_lacks("feed.");
    built.file("index.html").expect_line(&link("feed+json", "Archive", "feed.json"));
    site.dressed_config("[feeds]\nenabled = false\n");
    let built = site.build();
    built.expect_no_file("feed.atom").expect_no_file("topics/x/feed.json");
    built.file("index.html").expect_lacks("feed.").expect_lacks("Subscribe");
    built.file("documents/a/index.html").expect_lacks("feed.");
}

#[test]
fn wrong_settings_are_reported() {
    let check = |lines: &str, expected: &str| {
        let site = Site::new();
        site.config(lines).write("content/a.md", "---\ntitle: A\ndate: 2018\n---\n");
        site.build().expect_headlines(&[expected]).expect_failure();
    };
    check(
        "[feeds]\nentries = 0\n",
        "site.toml:5:11: error[invalid-config]: a feed holds between 1 and 1000 entries",
    );
    check(
        "[feeds]\nentries = 1001\n",
        "site.toml:5:11: error[invalid-config]: a feed holds between 1 and 1000 entries",
    );
    check(
        "[feeds]\nenabled = \"no\"\n",
        "site.toml:5:11: error[invalid-config]: `enabled` wants `true` or `false`, found a text",
    );
    check(
        "[feeds]\nentrys = 5\n",
        "site.toml:5:1: error[invalid-config]: there is no setting `entrys` here",
    );
}
