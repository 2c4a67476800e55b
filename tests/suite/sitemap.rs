//! Sitemaps, and what crawlers are told.

use chancery::archive::Limits;
use chancery::pipeline::{self, Report};
use chancery::render::sitemap;
use roxmltree::Document;

use super::feed_rules::{SITEMAP, XHTML, contents, field, mistakes, sitemap_mistakes};
use super::site::{Silent, Site};

fn locations(text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap();
    let all = document.descendants().filter(|node| node.has_tag_name((SITEMAP, "loc")));
    all.map(|node| contents(node).replace("https://example.org/archive/", "")).collect()
}

fn mixed_site() -> Site {
    let site = Site::dressed();
    site.dressed_config(
        "languages = [\"en\", \"ja\"]\npage_size = 10\nfilters = [\"kinds\"]\n",
    );
    for at in 0..55 {
        let kind = if at == 0 { "letter" } else { "law" };
        site.write(
            &format!("content/{at}.md"),
            format!("---\ntitle: D{at}\ndate: 2018-01\nkind: {kind}\ntopics: [x]\n---\n"),
        );
    }
    site.write(
        "content/1.ja.md",
        "---\ntitle: 一\ndate: 2018-01\naliases: [/old/]\n---\n[A](2.md)\n",
    )
    .write("content/pages/about.md", "# About\n")
    .write("content/pages/about.ja.md", "# 案内\n");
    site
}

#[test]
fn the_sitemap_has_the_pages_that_search_engines_should_have() {
    let site = mixed_site();
    let built = site.build();
    built.expect_clean();
    assert_eq!(mistakes(&built.output), Vec::<String>::new());
    let text = built.file("sitemap.xml").text;
    let found = locations(&text);
    for wanted in [
        "",
        "ja/",
        "about/",
        "ja/about/",
        "date/",
        "date/2010s/",
        "date/2018/",
        "date/2018/01/",
        "titles/",
        "documents/1/",
        "documents/1/ja/",
        "topics/",
        "topics/x/",
        "ja/topics/x/",
        "languages/ja/",
    ] {
        assert!(found.contains(&wanted.to_owned()), "{wanted} is not in {found:#?}");
    }
    assert!(
        built.output.names().contains(&"topics/x/kinds/letter/index.html".to_owned())
    );
    for part in ["old", "404", "page-", "x/kinds/", "en-ja", "feed", "assets", "sitemap"]
    {
        let has = found.iter().any(|found| found.contains(part));
        assert!(!has, "`{part}` is in {found:#?}");
    }
    let mut pages = found.clone();
    pages.sort();
    pages.dedup();
    assert_eq!(pages.len(), found.len());
    assert!(!text.contains("lastmod"));
}

#[test]
fn the_sitemap_has_the_languages_that_the_pages_have() {
    let site = mixed_site();
    let built = site.build();
    let text = built.file("sitemap.xml").text;
    let document = Document::parse(&text).unwrap();
    let mut linked = 0;
    for url in document.descendants().filter(|node| node.has_tag_name((SITEMAP, "url"))) {
        let path = field(url, "loc").replace("https://example.org/archive/", "");
        let page = built.file(&format!("{path}index.html")).text;
        let of_page: Vec<&str> = page
            .lines()
            .filter(|line| line.contains(" hreflang=") && line.starts_with("<link"))
            .collect();
        let links = url.children().filter(|node| node.has_tag_name((XHTML, "link")));
        let links: Vec<String> = links
            .map(|link| {
                let [rel, language, href] =
                    ["rel", "hreflang", "href"].map(|name| link.attribute(name).unwrap());
                format!("<link rel=\"{rel}\" hreflang=\"{language}\" href=\"{href}\">")
            })
            .collect();
        linked += links.len();
        assert_eq!(links, of_page, "{path}");
    }
    assert!(linked > 50, "{linked}");
    // Readers of other languages get the site's main one.
    let about = built.file("ja/about/index.html").text;
    assert!(
        about.contains(
            "hreflang=\"x-default\" href=\"https://example.org/archive/about/\""
        )
    );
}

#[test]
fn a_long_sitemap_comes_in_parts() {
    let site = mixed_site();
    let mut report = Report::default();
    let assembled = pipeline::assembled(&site.order(), &Silent, &mut report).unwrap();
    let archive = assembled.unwrap().archive;
    let file = |part, limits| {
        let text = String::from_utf8(sitemap::file(&archive, part, limits)).unwrap();
        assert_eq!(sitemap_mistakes(&text), Vec::<String>::new());
        text
    };
    let whole = locations(&file(0, Limits::PROTOCOL));
    let check = |limits: Limits, most: usize, longest: usize| {
        let index = locations(&file(0, limits));
        assert!(index.len() > 1);
        let mut all = Vec::new();
        for (at, name) in index.iter().enumerate() {
            assert_eq!(*name, format!("sitemap-{}.xml", at + 1));
            let part = file(at + 1, limits);
            let part_locations = locations(&part);
            assert!((1..=most).contains(&part_locations.len()));
            assert!(part.len() <= longest, "{}", part.len());
            all.extend(part_locations);
        }
        assert_eq!(all, whole);
    };
    check(Limits { pages: 7, bytes: usize::MAX }, 7, usize::MAX);
    check(Limits { pages: 1, bytes: usize::MAX }, 1, usize::MAX);
    check(Limits { pages: usize::MAX, bytes: 5000 }, 50, 6000);
    check(Limits { pages: 1000, bytes: 1 }, 1, 2000);
}

#[test]
fn crawlers_are_told_where_the_sitemap_is() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\n");
    let sitemap = "Sitemap: https://example.org/archive/sitemap.xml";
    site.build().file("robots.txt").expect_line("User-agent: *").expect_line(sitemap);
    // The site's own files are those that count.
    site.write("static/robots.txt", "Mine").write("static/sitemap.xml", "<mine/>");
    let built = site.build();
    built.expect_clean();
    assert_eq!(built.file("robots.txt").text, "Mine");
    assert_eq!(built.file("sitemap.xml").text, "<mine/>");
}
