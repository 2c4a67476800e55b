//! Feeds of what happened to texts, as a git repository remembers it.

use std::process::Command;

use chancery::pipeline::{self, Order};
use roxmltree::Document;

use super::feed_rules::{children, field, fields, links, mistakes};
use super::outcome::Folder;
use super::site::{Silent, Site, git};

/// A site that is a git repository, each commit on a day of its own.
struct Repository(Site);

impl Repository {
    fn new() -> Repository {
        let site = Site::dressed();
        site.dressed_config(
            "languages = [\"en\", \"ja\"]\nhistory = true\nlock = false\n",
        );
        site.write(".gitignore", "public/\n");
        let repository = Repository(site);
        repository.git(&["init", "--quiet", "--initial-branch=main"], "");
        repository
    }

    fn git(&self, arguments: &[&str], date: &str) {
        git(&self.0.path(""), arguments, date);
    }

    fn commit(&self, day: &str) {
        self.git(&["add", "--all"], "");
        self.git(&["commit", "--quiet", "-m", "x"], &format!("{day}T08:00:00+09:00"));
    }

    fn write(&self, name: &str, title: &str, more: &str) -> &Repository {
        // Long enough that a rename with a correction is still one.
        let body = "The parties agree on harbours.\n".repeat(20);
        let text =
            format!("---\ntitle: {title}\ndate: 2018\ntopics: [x]\n{more}---\n{body}");
        self.0.write(&format!("content/{name}"), text);
        self
    }

    /// What a feed tells: title, day, where to.
    fn told(&self, feed: &str) -> Vec<String> {
        let built = self.0.build();
        built.expect_clean();
        assert_eq!(mistakes(&built.output), Vec::<String>::new());
        let text = built.file(feed).text;
        let document = Document::parse(&text).unwrap();
        let entries = children(document.root_element(), "entry").map(|entry| {
            let links = links(entry, "alternate");
            let href = links.first().and_then(|link| link.attribute("href"));
            let path = href.map(|href| href.split_once("/archive/").unwrap().1);
            let updated =
                field(entry, "updated").strip_suffix("T08:00:00+09:00").unwrap();
            format!("{} {updated} {}", field(entry, "title"), path.unwrap_or("-"))
        });
        entries.collect()
    }
}

#[test]
fn changes_are_what_git_remembers() {
    let repository = Repository::new();
    repository.write("a.md", "A", "").write("b.md", "B", "").write("c.md", "C", "");
    repository.write("d.md", "D", "draft: true\n").write("pages/about.md", "About", "");
    repository.commit("2026-01-01");
    repository.write("a.md", "A corrected", "").write("a.ja.md", "あ", "");
    repository.commit("2026-02-01");
    repository.0.rename("content/b.md", "content/2018/b.md");
    repository.write("2018/b.md", "B", "work: b\n");
    repository.0.remove("content/c.md").remove("content/d.md");
    repository.0.remove("content/pages/about.md");
    repository.commit("2026-03-01");
    let expected = [
        "Withdrawn: C 2026-03-01 -",
        "New: C 2026-01-01 -",
        "Corrected: A corrected 2026-02-01 documents/a/",
        "New: あ 2026-02-01 documents/a/ja/",
        "New: A corrected 2026-01-01 documents/a/",
        "New: B 2026-01-01 documents/b/",
    ];
    assert_eq!(sorted(repository.told("changes.atom")), sorted(expected));
    assert_eq!(sorted(repository.told("topics/x/changes.atom")), sorted(expected));
    let japanese = repository.told("ja/changes.atom");
    assert!(japanese.contains(&"【取下げ】C 2026-03-01 -".to_owned()), "{japanese:#?}");
    let works = repository.told("feed.atom");
    assert_eq!(
        works,
        ["B 2026-01-01 documents/b/", "A corrected 2026-02-01 documents/a/"]
    );
    let built = repository.0.build();
    let sitemap = built.file("sitemap.xml").text;
    let last = sitemap.split("documents/b/</loc>\n").nth(1).unwrap();
    assert!(last.starts_with("<lastmod>2026-01-01</lastmod>"), "{last}");
    assert!(!sitemap.contains("documents/c/"), "{sitemap}");
    built
        .file("index.html")
        .expect_contains("title=\"Changes · Archive\" href=\"/archive/changes.atom\"");

    // Where another document takes its place, a reader is led there.
    repository.write("a.md", "A corrected", "aliases: [/documents/c/]\n");
    repository.commit("2026-04-01");
    let told = repository.told("changes.atom");
    assert!(
        told.contains(&"Withdrawn: C 2026-03-01 documents/c/".to_owned()),
        "{told:#?}"
    );
    // And what comes back has not gone: it is told to be there again.
    repository.write("a.md", "A corrected", "").write("c.md", "C", "");
    repository.commit("2026-05-01");
    let told = repository.told("changes.atom");
    assert!(!told.iter().any(|entry| entry.starts_with("Withdrawn")), "{told:#?}");
    assert!(told.contains(&"New: C 2026-01-01 documents/c/".to_owned()), "{told:#?}");
    assert!(
        told.contains(&"Restored: C 2026-05-01 documents/c/".to_owned()),
        "{told:#?}"
    );
}

#[test]
fn a_draft_is_new_when_it_is_published_and_withdrawn_when_it_is_a_draft_again() {
    let repository = Repository::new();
    repository.write("a.md", "A", "draft: true\n").write("b.md", "B", "");
    repository.commit("2026-01-01");
    repository.write("a.md", "A", "").write("b.md", "B", "draft: true\n");
    repository.commit("2026-02-01");
    assert_eq!(
        repository.told("changes.atom"),
        [
            "New: A 2026-02-01 documents/a/",
            "Withdrawn: B 2026-02-01 -",
            "New: B 2026-01-01 -"
        ]
    );
    assert_eq!(repository.told("feed.atom"), ["A 2026-02-01 documents/a/"]);
    // A draft that is removed was withdrawn when it became one, and one that never was
    // anything else was not.
    repository.0.remove("content/b.md");
    repository.write("c.md", "C", "draft: true\n").commit("2026-03-01");
    repository.0.remove("content/c.md");
    repository.commit("2026-04-01");
    assert_eq!(
        repository.told("changes.atom"),
        [
            "New: A 2026-02-01 documents/a/",
            "Withdrawn: B 2026-02-01 -",
            "New: B 2026-01-01 -"
        ]
    );
    // Published again, with a correction.
    repository.write("a.md", "A", "draft: true\n").commit("2026-05-01");
    repository.write("a.md", "A better", "").commit("2026-06-01");
    assert_eq!(
        repository.told("changes.atom"),
        [
            "Restored: A better 2026-06-01 documents/a/",
            "New: A better 2026-02-01 documents/a/",
            "Withdrawn: B 2026-02-01 -",
            "New: B 2026-01-01 -"
        ]
    );
}

#[test]
fn a_withdrawn_text_keeps_what_was_told_of_it() {
    let repository = Repository::new();
    let ids = |feed: &str| fields(&repository.0.build().file(feed).text, "id");
    repository.write("a.md", "A", "").write("b.md", "B", "").commit("2026-01-01");
    repository.write("b.md", "B corrected", "").commit("2026-02-01");
    let before = ids("changes.atom");
    repository.0.remove("content/b.md");
    repository.commit("2026-03-01");
    assert_eq!(
        repository.told("topics/x/changes.atom"),
        [
            "Withdrawn: B corrected 2026-03-01 -",
            "Corrected: B corrected 2026-02-01 -",
            "New: A 2026-01-01 documents/a/",
            "New: B corrected 2026-01-01 -"
        ]
    );
    let now = ids("changes.atom");
    assert!(before.iter().all(|id| now.contains(id)), "{before:#?} {now:#?}");
}

#[test]
fn a_withdrawn_translation_stood_where_its_work_stands() {
    let repository = Repository::new();
    repository.write("a.md", "A", "");
    repository.0.write("content/a.ja.md", "---\ntitle: あ\n---\n本文。\n");
    repository.commit("2026-01-01");
    repository.0.remove("content/a.ja.md");
    repository.commit("2026-02-01");
    let expected = [
        "Withdrawn: あ 2026-02-01 -",
        "New: A 2026-01-01 documents/a/",
        "New: あ 2026-01-01 -",
    ];
    assert_eq!(repository.told("topics/x/changes.atom"), expected);
    assert_eq!(repository.told("date/2018/changes.atom"), expected);
}

#[test]
fn commits_of_one_moment_are_one_change() {
    let repository = Repository::new();
    repository.write("a.md", "A", "").commit("2026-01-01");
    for title in ["A corrected", "A better"] {
        repository.write("a.md", title, "").commit("2026-02-01");
    }
    // Its committer's clock was slow.
    repository.write("a.md", "A best", "").commit("2026-01-15");
    assert_eq!(
        repository.told("changes.atom"),
        [
            "Corrected: A best 2026-02-01 documents/a/",
            "Corrected: A best 2026-01-15 documents/a/",
            "New: A best 2026-01-01 documents/a/"
        ]
    );
    assert_eq!(repository.told("feed.atom"), ["A best 2026-02-01 documents/a/"]);
    repository
        .0
        .build()
        .file("documents/a/index.html")
        .expect_contains("\"dateModified\":\"2026-02-01\"");
}

#[test]
fn only_what_readers_see_is_a_correction() {
    let repository = Repository::new();
    repository.write("a.md", "A", "").commit("2026-01-01");
    repository.write("a.md", "A", "extra: {box: 12}\n").commit("2026-02-01");
    repository.write("a.md", "\"A\"", "# why\naliases: [/old/]\n").commit("2026-03-01");
    let new = "New: A 2026-01-01 documents/a/";
    assert_eq!(repository.told("changes.atom"), [new]);
    // Topics are part of the description; who follows the former one hears nothing.
    repository.write("b.md", "B", "").commit("2026-04-01");
    repository.0.write(
        "content/a.md",
        "---\ntitle: A\ndate: 2018\ntopics: [y]\n---\nThe parties agree.\n",
    );
    repository.commit("2026-05-01");
    let corrected = "Corrected: A 2026-05-01 documents/a/";
    assert_eq!(repository.told("topics/y/changes.atom"), [corrected, new]);
    assert_eq!(
        repository.told("topics/x/changes.atom"),
        ["New: B 2026-04-01 documents/b/"]
    );
}

#[test]
fn a_renamed_text_keeps_its_names() {
    let ids = |repository: &Repository| {
        let built = repository.0.build();
        let told = ["changes.atom", "feed.atom"].map(|feed| built.file(feed).text);
        told.map(|feed| fields(&feed, "id")).concat()
    };
    let repository = Repository::new();
    repository.write("a.md", "A", "").commit("2026-01-01");
    let before = ids(&repository);
    repository.0.rename("content/a.md", "content/b.md");
    repository.commit("2026-02-01");
    assert_eq!(ids(&repository), before);
    // Another text of the former name has a name of its own.
    repository.0.write("content/a.md", "---\ntitle: Other\ndate: 2019\n---\nOther.\n");
    repository.commit("2026-03-01");
    let mut now = ids(&repository);
    assert!(before.iter().all(|id| now.contains(id)), "{now:#?}");
    now.sort();
    now.dedup();
    assert_eq!(now.len(), 4, "{now:#?}");
    repository.told("changes.atom");
}

fn sorted(list: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    let mut list: Vec<String> = list.into_iter().map(Into::into).collect();
    list.sort();
    list
}

#[test]
fn a_merged_branch_came_with_its_merge() {
    let repository = Repository::new();
    repository.write("a.md", "A", "").commit("2026-01-01");
    repository.git(&["switch", "--quiet", "--create", "new"], "");
    repository.write("b.md", "B", "").commit("2026-02-01");
    repository.git(&["switch", "--quiet", "main"], "");
    let merge = ["merge", "--quiet", "--no-ff", "-m", "x", "new"];
    repository.git(&merge, "2026-03-01T08:00:00+09:00");
    assert_eq!(
        repository.told("changes.atom"),
        ["New: B 2026-03-01 documents/b/", "New: A 2026-01-01 documents/a/"]
    );
}

#[test]
fn the_same_commit_gives_the_same_bytes() {
    let first = Repository::new();
    first.write("a.md", "A", "").write("b.md", "B", "").commit("2026-01-01");
    first.0.remove("content/b.md");
    first.commit("2026-02-01");
    first.0.build().expect_clean();
    let second = Site::dressed();
    let from = format!("file://{}", first.0.path("").display());
    let clone = |more: &[&str], place: &str| {
        let to = second.path(place);
        let ran = Command::new("git")
            .args(["clone", "--quiet"])
            .args(more)
            .arg(&from)
            .arg(to)
            .output()
            .unwrap();
        assert!(ran.status.success(), "{ran:?}");
        let order = Order { site: second.path(place), ..Order::default() };
        let report = pipeline::build(&order, &Silent).unwrap();
        (report, Folder::at(second.path(place).join("public")))
    };
    let (report, folder) = clone(&[], "whole");
    assert!(report.diagnostics.is_empty());
    assert!(folder.files() == first.0.public().files());

    // In a checkout without its history everything would seem new.
    let (report, folder) = clone(&["--depth=1"], "shallow");
    let codes: Vec<_> =
        report.diagnostics.iter().map(|found| found.code.name()).collect();
    assert_eq!(codes, ["shallow-history"]);
    folder.expect_no_file("changes.atom");
    assert_eq!(
        fields(&folder.file("feed.atom").text, "updated"),
        ["2018-01-01T00:00:00Z"]
    );
}
