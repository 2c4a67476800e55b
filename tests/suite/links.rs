//! Every address that a page names inside its site leads to a file and a place in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::outcome::Folder;
use super::site::{Silent, Site, document};
use chancery::pipeline::{self, Order};

/// What a page has of places and addresses.
#[derive(Default)]
struct Scanned {
    /// Values of `id` and of `name` on `a`.
    places: BTreeSet<String>,
    /// Values of `href` and `src`, and addresses of `srcset`.
    addresses: Vec<String>,
    /// Places that stand twice.
    twice: Vec<String>,
}

/// Everything wrong with the links of a site served below `base`, at most some of it.
pub(crate) fn broken(site: &Folder, base: &str) -> Vec<String> {
    let files = site.files();
    let pages: BTreeMap<&str, Scanned> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name.as_str(), scan(std::str::from_utf8(bytes).unwrap())))
        .collect();
    let mut wrong = Vec::new();
    for (page, scanned) in &pages {
        for place in &scanned.twice {
            wrong.push(format!("{page} has #{place} twice"));
        }
        for address in &scanned.addresses {
            let Some((file, fragment)) = target(page, address, base) else { continue };
            let is_page = fragment.is_empty() || file.ends_with(".html");
            let is_there = match (files.get(&file), pages.get(file.as_str())) {
                (None, _) => false,
                (Some(_), None) => is_page,
                (Some(_), Some(page)) => {
                    fragment.is_empty() || page.places.contains(&fragment)
                }
            };
            if !is_there {
                wrong.push(format!("{page} names {address}"));
            }
        }
    }
    wrong.truncate(20);
    wrong
}

/// The file and the place that an address means, as seen from a page; nothing for another
/// site's.
fn target(page: &str, address: &str, base: &str) -> Option<(String, String)> {
    let is_elsewhere = address.starts_with("//")
        || address.split(['/', '#', '?']).next().is_some_and(|head| head.contains(':'));
    if is_elsewhere {
        return None;
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap();
    let fragment = decoded(fragment);
    if path.is_empty() {
        return Some((page.to_owned(), fragment));
    }
    let path = match path.strip_prefix(base) {
        Some(inner) => decoded(inner),
        // Outside the base path nothing of the site is served.
        None if path.starts_with('/') => format!("outside {base}: {path}"),
        None => {
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
            joined(folder, &decoded(path))
        }
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    Some((if is_folder { format!("{path}index.html") } else { path }, fragment))
}

fn joined(folder: &str, path: &str) -> String {
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other),
        }
    }
    segments.join("/")
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes[at] == b'%';
        let value = hex.then(|| u8::from_str_radix(text.get(at + 1..at + 3)?, 16).ok());
        match value.flatten() {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap()
}

/// Reads the tags of a page; text, comments, scripts and styles are passed over.
fn scan(html: &str) -> Scanned {
    let mut scanned = Scanned::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = rest;
            rest = attributes(tag, |key, value| scanned.add(tag, key, value));
            for raw in ["script", "style"] {
                if tag.starts_with(raw) {
                    rest = rest.find(&format!("</{raw}")).map_or("", |at| &rest[at..]);
                }
            }
        }
    }
    scanned
}

impl Scanned {
    fn add(&mut self, tag: &str, key: &str, value: &str) {
        match key {
            "id" if !self.places.insert(unescaped(value)) => {
                self.twice.push(value.to_owned());
            }
            "name" if tag.starts_with("a ") => drop(self.places.insert(unescaped(value))),
            "href" | "src" => self.addresses.push(unescaped(value)),
            "srcset" => {
                let each =
                    value.split(',').filter_map(|one| one.split_whitespace().next());
                self.addresses.extend(each.map(unescaped));
            }
            _ => {}
        }
    }
}

/// Reads attributes up to the tag's end; gives what follows it. Values stand in double
/// quotation marks, as templates and the Markdown renderer write them.
fn attributes<'a>(tag: &'a str, mut take: impl FnMut(&'a str, &'a str)) -> &'a str {
    let mut rest = tag;
    loop {
        let end = rest.find('>').unwrap_or(rest.len());
        let Some(quote) = rest[..end].find('"') else {
            return rest.get(end + 1..).unwrap_or("");
        };
        let key = rest[..quote].trim_end_matches('=');
        let key = key.rsplit(char::is_whitespace).next().unwrap();
        let (value, after) = rest[quote + 1..].split_once('"').unwrap();
        take(key, value);
        rest = after;
    }
}

fn unescaped(value: &str) -> String {
    let mut text = value.to_owned();
    if text.contains('&') {
        let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'")];
        for (name, sign) in named.into_iter().chain([("&#39;", "'"), ("&#x2F;", "/")]) {
            text = text.replace(name, sign);
        }
        text = text.replace("&amp;", "&");
    }
    text
}

#[test]
fn addresses_are_resolved_as_browsers_do() {
    let check = |address: &str, expected: Option<(&str, &str)>| {
        let found = target("a/b/index.html", address, "/base/");
        let found = found.as_ref().map(|(file, place)| (file.as_str(), place.as_str()));
        assert_eq!(found, expected, "{address}");
    };
    check("/base/", Some(("index.html", "")));
    check("/base/x/#p1", Some(("x/index.html", "p1")));
    check("/base/x.css?v=1", Some(("x.css", "")));
    check("/base/%E6%97%A5/", Some(("日/index.html", "")));
    check("#p1", Some(("a/b/index.html", "p1")));
    check("../c.pdf", Some(("a/c.pdf", "")));
    check("/x/", Some(("outside /base/: /x/index.html", "")));
    check("https://example.org/", None);
    check("mailto:a@b", None);
    check("//example.org/", None);
}

#[test]
fn tags_are_read() {
    let scanned = scan(
        "<!-- <a href=\"no\"> --><a href=\"x\" id=\"i\">&lt; \"</a><img alt=\">\" src=\"y\">\
         <a name=\"n\"><script src=\"z\">\"<a href=\"no\">\"</script><p hidden id=\"i\">\
         <a\nhref=\"a&amp;b\">",
    );
    assert_eq!(scanned.addresses, ["x", "y", "z", "a&b"]);
    assert_eq!(scanned.places.iter().collect::<Vec<_>>(), ["i", "n"]);
    assert_eq!(scanned.twice, ["i"]);
}

#[test]
fn the_walker_finds_what_is_broken() {
    let folder = tempfile::TempDir::new().unwrap();
    let page = "<p id=\"a\"></p><a href=\"#a\"></a><a href=\"#b\"></a><a href=\"/base/gone/\"></a>\
                <a href=\"/outside/\"></a>";
    std::fs::write(folder.path().join("index.html"), page).unwrap();
    assert_eq!(
        broken(&Folder::at(folder.path().to_path_buf()), "/base/"),
        [
            "index.html names #b",
            "index.html names /base/gone/",
            "index.html names /outside/",
        ]
    );
}

#[test]
fn no_link_of_a_small_site_is_broken() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\npage_size = 2\n");
    for (at, date) in
        ["2018-04", "194X", "2018-12/2019-01", "-0043", "1945~"].iter().enumerate()
    {
        let text =
            format!("{}\nSee [this](1.md#p1).[^1]\n\n[^1]: Note.\n", document("A", date));
        site.write(&format!("content/{at}.md"), &text)
            .write(&format!("content/{at}.ja.md"), text.replace("title: A", "title: あ"));
    }
    site.write("content/pages/about.md", "---\ntitle: About\n---\n[A](../1.md)\n")
        .write("content/undated.fr.md", "---\ntitle: F\naliases: [/old/]\n---\n# Été\n");
    site.build().expect_success();
    assert_eq!(broken(&site.public(), "/archive/"), Vec::<String>::new());
    let root = Order {
        output: Some(site.path("root")),
        base_url: Some("https://example.org".into()),
        ..site.order()
    };
    site.build_as(&root).expect_success();
    assert_eq!(broken(&Folder::at(site.path("root")), "/"), Vec::<String>::new());
}

/// The repository is itself a site: the example that the documentation shows.
#[test]
fn no_link_of_the_example_archive_is_broken() {
    let folder = tempfile::TempDir::new().unwrap();
    let output = folder.path().join("public");
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf();
    let order = Order { site, output: Some(output.clone()), ..Order::default() };
    let report = pipeline::build(&order, &Silent).unwrap();
    assert_eq!(report.diagnostics, []);
    let published = report.published.unwrap();
    assert!(
        published.documents > published.works && published.works > 50,
        "{published:?}"
    );
    assert_eq!(broken(&Folder::at(output), "/chancery/"), Vec::<String>::new());
}
