//! Markdown from the file to the page: links, images, files, notes, findings.

use super::outcome::Page;
use super::site::{Site, document};

/// A one-pixel PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";

fn site(text: &str) -> Site {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/2018/a.md", format!("---\ntitle: A\ndate: 2018\n---\n{text}\n"));
    site
}

/// The page of a document with this text, in a site with others around it.
fn page(text: &str) -> Page {
    let site = site(text);
    around(&site);
    let built = site.build();
    built.expect_clean();
    built.file("documents/2018/a/index.html")
}

fn around(site: &Site) {
    site.write("content/2018/b.md", document("B", "2018"))
        .write("content/2018/b.ja.md", document("文書", "2018"))
        .write(
            "content/1999/文書 1.md",
            format!("{}\n## A heading\n", document("C", "1999")),
        )
        .write("content/2018/scan.pdf", "%PDF")
        .write("content/2018/map.png", PNG)
        .write("static/logo.png", PNG)
        .write("content/pages/about.md", "---\ntitle: About\n---\nText");
}

#[test]
fn links_between_files_become_links_between_pages() {
    let check = |target: &str, href: &str| {
        page(&format!("[x]({target})")).expect_contains(&format!("<a href=\"{href}\""));
    };
    check("b.md", "/archive/documents/2018/b/");
    check("./b.md", "/archive/documents/2018/b/");
    check("b", "/archive/documents/2018/b/");
    check("b.md#p1", "/archive/documents/2018/b/#p1");
    check("b.ja.md", "/archive/documents/2018/b/ja/");
    check("../1999/文書%201.md", "/archive/documents/1999/%E6%96%87%E6%9B%B8%201/");
    check(
        "<../1999/文書 1.md#a-heading>",
        "/archive/documents/1999/%E6%96%87%E6%9B%B8%201/#a-heading",
    );
    check("../pages/about.md", "/archive/about/");
    check("scan.pdf", "/archive/documents/2018/scan.pdf");
    check("/documents/2018/b/", "/archive/documents/2018/b/");
    check("/date/2018/", "/archive/date/2018/");
    check("#p1", "#p1");
    check("https://example.org/x.md", "https://example.org/x.md");
    check("mailto:a@example.org", "mailto:a@example.org");
}

#[test]
fn a_japanese_text_leads_to_japanese_texts() {
    let site = site("Text");
    around(&site);
    site.write(
        "content/2018/a.ja.md",
        "---\ntitle: あ\ndate: 2018\n---\n[x](b.md) [y](b) [z](../1999/文書%201.md)\n",
    );
    let built = site.build();
    built.expect_clean();
    built
        .file("documents/2018/a/ja/index.html")
        .expect_contains("<a href=\"/archive/documents/2018/b/ja/\">x</a>")
        .expect_contains("<a href=\"/archive/documents/2018/b/ja/\">y</a>")
        .expect_contains(
            "<a href=\"/archive/documents/1999/%E6%96%87%E6%9B%B8%201/\">z</a>",
        );
}

#[test]
fn links_count_as_citations() {
    let site = site("[x](b.md) [again](b.ja.md)");
    around(&site);
    let built = site.build();
    built
        .file("documents/2018/a/index.html")
        .expect_lines("cites", &["/archive/documents/2018/b/"]);
    let cited = ["/archive/documents/2018/a/"];
    built.file("documents/2018/b/index.html").expect_lines("cited by", &cited);
    built.file("documents/2018/b/ja/index.html").expect_lines("cited by", &cited);
}

#[test]
fn a_link_that_leads_nowhere_is_found_in_its_place() {
    let site = site(
        "One [x](c.md) and\n*two* [y](b.md#p99), [z](#nothing).\n\n![w](nothing.png) \
         [v](../../../../etc/passwd) [u](/nothing/)",
    );
    around(&site);
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/2018/a.md:5:9: warning[broken-link]: `c.md` leads to nothing",
        "content/2018/a.md:6:11: warning[broken-link]: `b.md#p99` names no place in \
         `content/2018/b.md`",
        "content/2018/a.md:6:26: warning[broken-link]: `#nothing` names no place in \
         `content/2018/a.md`",
        "content/2018/a.md:8:6: warning[broken-link]: there is no image `nothing.png`",
        "content/2018/a.md:8:23: warning[broken-link]: `../../../../etc/passwd` leads to \
         nothing",
        "content/2018/a.md:8:51: warning[broken-link]: `/nothing/` leads to nothing",
    ]);
    built
        .file("documents/2018/a/index.html")
        .expect_contains("/archive/documents/2018/b/\"")
        .expect_lacks("c.md")
        .expect_lacks("#nothing")
        .expect_lacks("passwd");
}

#[test]
fn links_of_plain_pages_are_checked_too() {
    let site = site("Text");
    around(&site);
    site.write(
        "content/pages/x.md",
        "---\ntitle: X\n---\n[b](../2018/b.md) [c](gone.md)\n",
    );
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/pages/x.md:4:23: warning[broken-link]: `gone.md` leads to nothing",
    ]);
    built.file("x/index.html").expect_contains("href=\"/archive/documents/2018/b/\"");
}

#[test]
fn images_have_their_size() {
    page("![A map](map.png)")
        .expect_contains("src=\"/archive/documents/2018/map.png\"")
        .expect_contains("width=\"3\"")
        .expect_contains("height=\"2\"")
        .expect_contains("alt=\"A map\"");
    page("![Logo](/logo.png)").expect_contains("src=\"/archive/logo.png\"");
}

#[test]
fn files_beside_a_document_are_copied_and_listed() {
    let site = site("Text");
    around(&site);
    site.write(
        "content/2018/c.md",
        "---\ntitle: C\ndate: 2018\nattachments:\n  - {file: scan.pdf, title: Page images}\n  \
         - map.png\n  - gone.pdf\n---\nText",
    );
    site.write("content/2018/scan.pdf", vec![b'x'; 12_345])
        .write("static/CNAME", "example.org");
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/2018/c.md:7:5: warning[missing-attachment]: there is no file `gone.pdf` \
         beside the document",
    ]);
    built.file("documents/2018/c/index.html").expect_lines(
        "attachment",
        &[
            "/archive/documents/2018/scan.pdf Page images PDF 13 KB",
            "/archive/documents/2018/map.png map.png PNG 29 B",
        ],
    );
    let files = built.output.files();
    assert_eq!(files["documents/2018/scan.pdf"].len(), 12_345);
    assert_eq!(files["CNAME"], b"example.org");
    assert_eq!(files[".nojekyll"], b"");
    let mut sources = files.keys().filter(|name| !name.ends_with("/index.md"));
    assert!(!sources.any(|name| name.ends_with(".toml") || name.ends_with(".md")));
}

#[test]
fn code_asks_for_its_colours() {
    page("```rust\nfn main() {}\n```").expect_line("code.css").expect_contains("<code");
    page("    indented").expect_lacks("code.css");
    let site = Site::dressed();
    site.write(
        "content/a.md",
        format!("{}\n```json\n{{}}\n```\n", document("A", "2018")),
    )
    .write("content/b.md", document("B", "2018"));
    let built = site.build();
    built.expect_clean();
    built.file("documents/a/index.html").expect_contains("/archive/assets/code.css?v=");
    built.file("documents/b/index.html").expect_lacks("code.css");
    built.file("assets/code.css");
}

#[test]
fn emphasis_works_between_words_without_spaces() {
    page("**重要。**次に").expect_contains("<strong>重要。</strong>次に");
    page("これは**「大切」**です").expect_contains("<strong>「大切」</strong>です");
    page("2 * 3 * 4").expect_contains("2 * 3 * 4");
}

#[test]
fn paragraphs_sections_and_headings_are_places() {
    page("One.\n\n## A heading\n\nTwo.\n\n1. Three\n2. Four\n\n[x](#p2) [y](#s1) [z](#a-heading)")
        .expect_contains("id=\"p1\"")
        .expect_contains("id=\"p2\"")
        .expect_contains("id=\"a-heading\"")
        .expect_contains("id=\"s1\"")
        .expect_contains("href=\"#p2\"")
        .expect_contains("href=\"#s1\"")
        .expect_contains("href=\"#a-heading\"");
}

#[test]
fn footnotes_lead_there_and_back() {
    page("Text[^a] and[^b].\n\n[^a]: First.\n\n[^b]: Second.\n")
        .expect_contains("First.")
        .expect_contains("Second.")
        .expect_contains("href=\"#fn-")
        .expect_contains("href=\"#fnref-");
    let site = site("Text[^a].\n\n[^b]: Unused.\n");
    site.build().expect_success().expect_headlines(&[
        "content/2018/a.md:5:5: warning[missing-footnote]: footnote `a` has a mark and no \
         text",
        "content/2018/a.md:7:1: warning[unused-footnote]: footnote `b` has a text and no \
         mark",
    ]);
}

#[test]
fn text_never_runs() {
    let hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n\
                   [x](javascript:alert(1)) [y](data:text/html,x)\n\n\
                   <a href=\"java&#10;script:alert(1)\">z</a>\n\n<iframe src=x></iframe>\n\n\
                   <svg onload=alert(1)></svg>";
    let site = site(hostile);
    let built = site.build();
    built.expect_success();
    let page = built.file("documents/2018/a/index.html");
    let page =
        page.expect_lacks("<script").expect_lacks("onerror").expect_lacks("onload");
    page.expect_lacks("javascript:").expect_lacks("<iframe").expect_lacks("data:text");
    let codes: Vec<_> =
        built.report.diagnostics.iter().map(|found| found.code.name()).collect();
    assert!(codes.contains(&"raw-html") && codes.contains(&"unsafe-link"), "{codes:?}");
}

#[test]
fn metadata_never_runs() {
    let site = Site::dressed();
    let hostile = "<script>alert(1)</script>";
    site.write(
        "content/a.md",
        format!(
            "---\ntitle: '{hostile}'\ndate: 2018\nplace: '{hostile}'\ntopics: ['{hostile}']\n\
             source: {{name: '{hostile}', url: 'https://example.org/\"><script>'}}\n\
             notes: '{hostile}'\nsummary: '{hostile}'\npeople: ['{hostile}']\n\
             issuer: '{hostile}'\nnumber: '{hostile}'\ngenre: '{hostile}'\n\
             series: '{hostile}'\nrights: '{hostile}'\n---\nText"
        ),
    );
    let built = site.build();
    built.expect_clean();
    let files = built.output.files().into_iter();
    for (name, bytes) in files.filter(|(name, _)| name.ends_with(".html")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("<script>alert"), "{name}");
        assert!(!text.contains("\"><script>"), "{name}");
    }
}

#[test]
fn a_site_may_trust_its_html() {
    let site = site("<div class=\"x\" onclick=\"y()\">z</div>");
    let text = "title = \"A\"\nbase_url = \"https://example.org/\"\ntheme = \"bare\"\n[markdown]\n";
    site.write("site.toml", format!("{text}trusted = true\nsmart_punctuation = true\n"));
    let built = site.build();
    built.expect_clean();
    built.file("documents/2018/a/index.html").expect_contains("onclick=\"y()\"");
}
