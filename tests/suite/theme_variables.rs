//! What templates see is what the manual says and what the themes read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chancery::archive::Page;
use chancery::date::Moment;
use chancery::document::{Change, ChangeSort};
use chancery::pipeline::{self, Assembled, Report};
use chancery::render::html::Renderer;
use serde_json::Value;

use super::site::{Silent, Site, files_below};
use super::template::Templates;
use super::theme_manual::Manual;

/// A site that says everything that a site can say.
fn site() -> Site {
    let site = Site::dressed();
    site.dressed_config(
        "description = \"Papers.\"\npublisher = \"Office\"\nlanguages = [\"en\", \"ja\"]\n\
         page_size = 60\nrepository = \"https://git.example/papers\"\n\
         [extra]\nmotto = \"Read.\"\n[taxonomies.volumes]\nkey = \"volume\"\n",
    );
    site.write("themes/default/assets/theme.css", "")
        .write("content/topics.toml", TOPICS)
        .write("content/pages/about.md", "# About\n\n## One\n\n```rust\nfn a() {}\n```\n")
        .write("content/scan.pdf", "%PDF")
        .write("content/a.md", RICH)
        .write("content/a.ja.md", JAPANESE)
        .write(
            "content/b.md",
            "---\ntitle: B\ndate: 2018-05\ntopics: [ports]\nreferences: [a-id]\n---\n",
        )
        .write(
            "content/c.md",
            "---\ntitle: C\ndate: 2031\ntopics: [ports]\n---\n[A](a.md)\n",
        )
        .write("content/d.md", "---\ntitle: D\ndate: 1931\ntopics: [harbours]\n---\n")
        .write("content/e.md", "---\ntitle: E\n---\nNo date.\n");
    // Long enough to be parted and narrowed.
    for at in 0..80 {
        let (year, kind) = (1960 + at / 60, if at == 0 { "letter" } else { "law" });
        let text = format!(
            "---\ntitle: F{at}\ndate: {year}-05\nkind: {kind}\ntopics: [many]\nreferences: [a-id]\n\
             extra: {{volume: [V{at}]}}\n---\n"
        );
        site.write(&format!("content/{at}.md"), text);
    }
    site
}

const TOPICS: &str = "[harbours]\nlabel = \"Harbours\"\nbroader = \"ports\"\n\
    description = \"Where ships lie.\"\nurl = \"https://ports.example/\"\n\
    [ports]\nlabel = { ja = \"港\" }\nrelated = \"many\"\n[many]\n";

const RICH: &str = "---
title: Agreement
short_title: Agr.
id: a-id
date: 2018-04-23
date_note: As printed.
time: 10:00
timezone: UTC
place: {name: Toronto, country: CA, venue: Hall}
source: {name: Office, url: 'https://o.example/', pages: 1-2, retrieved: 2020-01-02, archived: 'https://w.example/'}
topics: [harbours]
kind: treaty
genre: Exchange of letters
number: No. 1
issuer: [Office]
people: [{family: Roe, given: Ann, role: speaker}]
series: {name: Papers, position: 3}
references: [b]
notes: Noted.
summary: In short.
rights: {statement: Free, url: 'https://r.example/'}
attachments: [{file: scan.pdf, title: Scan, lang: en}]
aliases: [/old/]
extra: {volume: [I]}
---
# One

Text.[^1]

## Two

```rust
fn a() {}
```

[^1]: Note.
";

const JAPANESE: &str = "---
title: 協定
date: 2018-04-23
translation: provisional
translator: Roe
original_lang: en
---
# 一

本文。
";

/// What every page has.
const EVERYWHERE: &[&str] = &["assets", "page", "site", "t"];

/// The paths of every value that each template sees, `[]` for the items of a list.
type Seen = BTreeMap<&'static str, BTreeSet<String>>;

fn seen() -> Seen {
    let site = site();
    let mut report = Report::default();
    let assembled = pipeline::assembled(&site.order(), &Silent, &mut report).unwrap();
    let Assembled { mut archive, theme, .. } = assembled.unwrap();
    // A repository would say when.
    let moment = Moment::parse("2026-02-03T08:00:00+09:00").unwrap();
    archive.documents[0].changes.push(Change { moment, sort: ChangeSort::New });
    let renderer = Renderer::new(&archive, &theme).into_value(&mut report.diagnostics);
    let mut seen = Seen::new();
    for planned in &archive.plan.pages {
        let texts = pipeline::texts(&site.path(""), &archive, planned.page).unwrap();
        let page = renderer.variables(planned, &texts).unwrap();
        let row = match planned.page {
            Page::Document(id) => archive
                .work_of(id)
                .and_then(|work| renderer.row_variables(planned.interface, work)),
            _ => None,
        };
        for variables in page.into_iter().chain(row) {
            let paths = seen.entry(variables.template).or_default();
            collect(&variables.values, "", paths);
        }
    }
    let headlines: Vec<&String> = report.diagnostics.iter().map(|d| &d.message).collect();
    assert_eq!(headlines, ["the document has no date"]);
    seen
}

fn collect(value: &Value, path: &str, paths: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let dot = if path.is_empty() { "" } else { "." };
                collect(value, &format!("{path}{dot}{key}"), paths);
            }
        }
        Value::Array(items) => {
            for item in items {
                collect(item, &format!("{path}[]"), paths);
            }
            paths.insert(format!("{path}[]"));
            return;
        }
        _ => {}
    }
    if !path.is_empty() {
        paths.insert(path.to_owned());
    }
}

#[test]
fn the_manual_has_every_variable_and_no_other() {
    let manual = Manual::read();
    let seen = seen();
    let all: BTreeSet<&String> = seen.values().flatten().collect();
    assert!(all.len() > 300, "only {} variables were seen", all.len());
    let mut used = BTreeSet::new();
    let mut missing = Vec::new();
    for path in all {
        match manual.row(path) {
            Some(row) => drop(used.insert(row)),
            None => missing.push(format!("docs/themes.md lacks `{path}`")),
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    let rows = manual.rows.keys().map(String::as_str);
    let dead: Vec<&str> = rows.filter(|row| !used.contains(row)).collect();
    assert!(dead.is_empty(), "docs/themes.md has what no template sees: {dead:#?}");
    let free: Vec<&String> =
        manual.rows.keys().filter(|row| row.ends_with(".*")).collect();
    assert_eq!(free, ["assets.*", "site.extra.*", "t.*"]);
}

#[test]
fn the_manual_says_what_each_template_sees() {
    let roots = seen().into_iter().map(|(template, paths)| {
        let roots = paths.iter().map(|path| path.split('.').next().unwrap());
        let roots = roots.filter(|root| !EVERYWHERE.contains(root)).map(str::to_owned);
        (template.to_owned(), roots.collect())
    });
    assert_eq!(Manual::read().templates, roots.collect());
}

#[test]
fn the_themes_read_only_what_there_is() {
    let seen = seen();
    // Not every page has a page above it, or another language.
    let is_shared = |path: &&String| {
        EVERYWHERE.iter().any(|root| path.split('.').next() == Some(*root))
    };
    let shared: BTreeSet<&String> = seen.values().flatten().filter(is_shared).collect();
    for layers in [&["default"][..], &["default", "ministry"]] {
        let mut templates = Templates::default();
        for layer in layers {
            let folder = format!("themes/{layer}/templates");
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            for (name, bytes) in files_below(&folder) {
                templates.add(&name, &String::from_utf8(bytes).unwrap());
            }
        }
        let mut count = 0;
        for (template, seen) in &seen {
            let read = templates.read_by(template);
            count += read.len();
            let is_there = |path: &&String| {
                [(*path).clone(), format!("{path}[]")]
                    .iter()
                    .any(|path| seen.contains(path) || shared.contains(path))
            };
            let wrong: Vec<&String> =
                read.iter().filter(|path| !is_there(path)).collect();
            assert!(wrong.is_empty(), "`{template}` reads {wrong:#?}");
        }
        assert!(count > 500, "only {count} variables were read");
    }
}
