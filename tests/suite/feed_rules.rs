//! What every feed and sitemap must be, and what they say.

use std::collections::{BTreeMap, BTreeSet};

use chancery::date::Moment;
use roxmltree::{Document, Node};
use serde_json::Value;

use super::outcome::Folder;

const ATOM: &str = "http://www.w3.org/2005/Atom";
pub(crate) const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
pub(crate) const XHTML: &str = "http://www.w3.org/1999/xhtml";
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Everything wrong with the feeds and sitemaps of a site, at most some of it.
pub(crate) fn mistakes(site: &Folder) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, bytes) in site.files() {
        let text = || std::str::from_utf8(&bytes).unwrap();
        let found = match name.rsplit('/').next().unwrap() {
            "feed.atom" | "changes.atom" => atom_mistakes(text()),
            "feed.json" => json_mistakes(text()),
            file if file.starts_with("sitemap") && file.ends_with(".xml") => {
                sitemap_mistakes(text())
            }
            _ => continue,
        };
        seen += 1;
        wrong.extend(found.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    if seen == 0 {
        wrong.push("there is neither feed nor sitemap".to_owned());
    }
    wrong.truncate(20);
    wrong
}

/// Elements by name, how few and how many there may be, of RFC 4287's kind.
type Rules = &'static [(&'static str, usize, usize)];

const MANY: usize = usize::MAX;
const OF_FEED: Rules = &[
    ("id", 1, 1),
    ("title", 1, 1),
    ("updated", 1, 1),
    ("link", 2, MANY),
    ("author", 1, 1),
    ("generator", 1, 1),
    ("entry", 1, MANY),
];
const OF_ENTRY: Rules = &[
    ("id", 1, 1),
    ("title", 1, 1),
    ("updated", 1, 1),
    ("published", 1, 1),
    ("link", 0, MANY),
    ("author", 0, MANY),
    ("category", 0, MANY),
    ("summary", 0, 1),
    ("content", 0, 1),
    ("rights", 0, 1),
];

fn atom_mistakes(text: &str) -> Vec<String> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = empty_elements(&document);
    let feed = document.root_element();
    if !feed.has_tag_name((ATOM, "feed")) {
        wrong.push("the root is no feed".to_owned());
    }
    let entries: Vec<Node<'_, '_>> = children(feed, "entry").collect();
    check_children(feed, OF_FEED, &mut wrong);
    for &entry in &entries {
        check_children(entry, OF_ENTRY, &mut wrong);
        let alternates = links(entry, "alternate");
        let languages: BTreeSet<_> =
            alternates.iter().map(|link| link.attribute("hreflang")).collect();
        if languages.len() != alternates.len() {
            wrong.push("two alternates in one language".to_owned());
        }
        if alternates.is_empty() && children(entry, "content").next().is_none() {
            wrong.push("neither an alternate nor contents".to_owned());
        }
    }
    if links(feed, "self").len() != 1 || links(feed, "alternate").len() != 1 {
        wrong.push("the feed does not say where it and its page are".to_owned());
    }
    for person in
        document.descendants().filter(|node| node.has_tag_name((ATOM, "author")))
    {
        check_children(person, &[("name", 1, 1)], &mut wrong);
    }
    let names = ["published", "updated"];
    let dates =
        document.descendants().filter(|node| names.contains(&node.tag_name().name()));
    for date in dates {
        if Moment::parse(contents(date)).is_none() {
            wrong.push(format!("`{}` is not of RFC 3339", contents(date)));
        }
    }
    let ids: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name((ATOM, "id")))
        .map(contents)
        .collect();
    wrong.extend(id_mistakes(&ids));
    let latest =
        entries.iter().map(|&e| Moment::parse(field(e, "updated")).unwrap()).max();
    if latest != Moment::parse(field(feed, "updated")) {
        wrong.push("the feed is older or younger than its entries".to_owned());
    }
    wrong
}

fn check_children(node: Node<'_, '_>, rules: Rules, wrong: &mut Vec<String>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for child in node.children().filter(Node::is_element) {
        *counts.entry(child.tag_name().name()).or_default() += 1;
        if child.tag_name().namespace() != node.tag_name().namespace()
            && child.tag_name().namespace() != Some(XHTML)
        {
            wrong.push(format!("{:?} is of another namespace", child.tag_name()));
        }
    }
    let parent = node.tag_name().name();
    for (name, least, most) in rules {
        let count = counts.remove(name).unwrap_or(0);
        if !(*least..=*most).contains(&count) {
            wrong.push(format!("`{parent}` has {count} of `{name}`"));
        }
    }
    wrong.extend(counts.keys().map(|name| format!("`{parent}` has a `{name}`")));
}

fn empty_elements(document: &Document<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let has_text = node.text().is_some_and(|text| !text.trim().is_empty());
        let has_children = node.children().any(|child| child.is_element());
        if !has_text && !has_children && node.attributes().len() == 0 {
            wrong.push(format!("`{}` is empty", node.tag_name().name()));
        }
        for attribute in node.attributes() {
            if attribute.value().is_empty() {
                let name = node.tag_name().name();
                wrong.push(format!("`{}` of `{name}` is empty", attribute.name()));
            }
        }
    }
    wrong
}

fn id_mistakes(ids: &[&str]) -> Vec<String> {
    let mut wrong: Vec<String> = ids
        .iter()
        .filter(|id| !id.starts_with("tag:") || id.contains(char::is_whitespace))
        .map(|id| format!("`{id}` is not a tag"))
        .collect();
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        wrong.push("an id stands twice".to_owned());
    }
    wrong
}

/// JSON Feed 1.1.
fn json_mistakes(text: &str) -> Vec<String> {
    let feed: Value = serde_json::from_str(text).unwrap();
    let mut wrong = Vec::new();
    let mut need = |value: &Value, key: &str| {
        let text = value[key].as_str().unwrap_or_default();
        if text.trim().is_empty() {
            wrong.push(format!("no `{key}`"));
        }
        text.to_owned()
    };
    assert_eq!(need(&feed, "version"), "https://jsonfeed.org/version/1.1");
    for key in ["title", "home_page_url", "feed_url", "language"] {
        need(&feed, key);
    }
    let mut ids = Vec::new();
    let mut dates = Vec::new();
    for item in feed["items"].as_array().unwrap() {
        ids.push(need(item, "id"));
        for key in ["url", "title", "content_text", "language"] {
            need(item, key);
        }
        dates.extend(["date_published", "date_modified"].map(|key| need(item, key)));
    }
    for date in dates {
        if Moment::parse(&date).is_none() {
            wrong.push(format!("`{date}` is not of RFC 3339"));
        }
    }
    wrong.extend(id_mistakes(&ids.iter().map(String::as_str).collect::<Vec<_>>()));
    wrong
}

pub(crate) fn sitemap_mistakes(text: &str) -> Vec<String> {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut wrong = empty_elements(&document);
    let root = document.root_element();
    let (item, rules): (&str, Rules) = match root.tag_name().name() {
        "sitemapindex" => ("sitemap", &[("sitemap", 1, 50_000)]),
        _ => ("url", &[("url", 1, 50_000)]),
    };
    check_children(root, rules, &mut wrong);
    for url in root.children().filter(|node| node.has_tag_name((SITEMAP, item))) {
        check_children(
            url,
            &[("loc", 1, 1), ("lastmod", 0, 1), ("link", 0, MANY)],
            &mut wrong,
        );
    }
    if text.len() > 50 << 20 {
        wrong.push("it is longer than 50 MiB".to_owned());
    }
    wrong
}

pub(crate) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

pub(crate) fn links<'a, 'i>(node: Node<'a, 'i>, rel: &str) -> Vec<Node<'a, 'i>> {
    children(node, "link").filter(|link| link.attribute("rel") == Some(rel)).collect()
}

pub(crate) fn contents<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default()
}

pub(crate) fn field<'a>(node: Node<'a, '_>, name: &'static str) -> &'a str {
    children(node, name).next().and_then(|child| child.text()).unwrap_or_default()
}

/// A field of every entry of an Atom feed, in order.
pub(crate) fn fields(text: &str, name: &'static str) -> Vec<String> {
    let document = Document::parse(text).unwrap();
    let entries = children(document.root_element(), "entry");
    entries.map(|entry| field(entry, name).to_owned()).collect()
}
