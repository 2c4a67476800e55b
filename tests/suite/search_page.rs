//! The page that asks the search index, and what else leads there.

use roxmltree::Document;

use super::feed_rules::contents;
use super::site::{Site, document};

const OPENSEARCH: &str = "http://a9.com/-/spec/opensearch/1.1/";

fn site(lines: &str) -> Site {
    let site = Site::dressed();
    site.dressed_config(&format!("languages = [\"en\", \"ja\"]\n{lines}"));
    site.write("content/a.md", document("A", "2018-04-23"));
    site.build().expect_clean();
    site
}

#[test]
fn every_page_leads_to_the_search_in_its_language() {
    let site = site("");
    let public = site.public();
    for (home, page) in [("", "search/"), ("ja/", "ja/search/")] {
        let href = format!("href=\"/archive/{page}\"");
        for inner in ["", "titles/"] {
            public.file(&format!("{home}{inner}index.html")).expect_contains(&href);
        }
        let form = format!("role=\"search\" action=\"/archive/{page}\"");
        public.file(&format!("{home}index.html")).expect_contains(&form);
        public
            .file(&format!("{page}index.html"))
            .expect_contains(&form)
            .expect_contains("data-index=\"/archive/search/index/\"")
            .expect_contains("<noscript>");
        public
            .file(&format!("{home}index.html"))
            .expect_contains("\"@type\":\"SearchAction\"")
            .expect_contains(&format!("archive/{page}?q={{search_term_string}}"));
        public.file("sitemap.xml").expect_contains(&format!("archive/{page}</loc>"));
    }
}

#[test]
fn browsers_are_told_how_to_ask() {
    let site = site("");
    let public = site.public();
    for (home, language) in [("", "en"), ("ja/", "ja")] {
        let file = format!("{home}opensearch.xml");
        let link = format!(
            "type=\"application/opensearchdescription+xml\" title=\"Archive\" href=\"/archive/{file}\""
        );
        public.file(&format!("{home}index.html")).expect_contains(&link);
        public.file(&format!("{home}search/index.html")).expect_contains(&link);
        public.file(&format!("{home}titles/index.html")).expect_lacks("opensearch");
        let text = public.file(&file).text;
        let xml = Document::parse(&text).unwrap();
        let root = xml.root_element();
        assert!(root.has_tag_name((OPENSEARCH, "OpenSearchDescription")));
        let told = |name: &str| {
            let mut all = root.children();
            let found = all.find(|node| node.has_tag_name((OPENSEARCH, name))).unwrap();
            contents(found).trim().to_owned()
        };
        assert_eq!(told("ShortName"), "Archive");
        assert_eq!(told("LongName"), "Archive");
        assert!((1..=1024).contains(&told("Description").chars().count()));
        assert_eq!(told("Language"), language);
        let urls = root.children().filter(|node| node.has_tag_name((OPENSEARCH, "Url")));
        let templates: Vec<_> =
            urls.map(|url| url.attribute("template").unwrap()).collect();
        let base = "https://example.org/archive/";
        assert_eq!(
            templates,
            [format!("{base}{home}search/?q={{searchTerms}}"), format!("{base}{file}")]
        );
    }
    public.file("sitemap.xml").expect_lacks("opensearch");
}

#[test]
fn without_an_index_nothing_leads_to_it() {
    let site = site("search = false\n");
    let public = site.public();
    for file in ["search/index.html", "ja/search/index.html", "opensearch.xml"] {
        public.expect_no_file(file);
    }
    for page in
        ["index.html", "ja/index.html", "titles/index.html", "documents/a/index.html"]
    {
        public
            .file(page)
            .expect_lacks("search/\"")
            .expect_lacks("opensearch")
            .expect_lacks("SearchAction");
    }
    public.file("sitemap.xml").expect_lacks("search");
}

#[test]
fn the_script_is_one_file_with_its_version() {
    let site = site("");
    let page = site.public().file("search/index.html").text;
    let (_, rest) = page.split_once("/archive/assets/search.js?v=").unwrap();
    let version = rest.split('"').next().unwrap();
    // It names itself for its worker: what it sends for has the same version.
    site.public()
        .file("assets/search.js")
        .expect_contains("new Worker(import.meta.url")
        .expect_lacks(".js\"");
    site.write("themes/default/assets/search.js", "export const a = 1;\n");
    site.build().expect_clean();
    let page = site.public().file("search/index.html");
    page.expect_lacks(&format!("search.js?v={version}"));
}
