//! A site built in parts is the site that one build makes.

use std::fs;

use super::determinism::{assert_same, fill};
use super::site::{Site, files_below};

/// A site with files of every sort, as two languages, search, feeds and data make them.
fn site() -> Site {
    let site = Site::dressed();
    fill(&site);
    site
}

fn parts(site: &Site, of: u32) -> Vec<String> {
    let parts = (1..=of).map(|number| {
        let shard = format!("{number}/{of}");
        site.run(&["build", "--shard", &shard]).expect_code(0).expect_stderr("");
        site.path(&format!("parts/{number}-of-{of}")).to_str().unwrap().to_owned()
    });
    parts.collect()
}

fn merge(site: &Site, parts: &[String]) -> super::outcome::Ran {
    let mut arguments = vec!["merge"];
    arguments.extend(parts.iter().map(String::as_str));
    site.run(&arguments)
}

#[test]
fn parts_make_the_site_of_one_build() {
    let whole = site();
    whole.build().expect_clean();
    let files = whole.public().files();
    assert!(files.contains_key("data/manifest-sha256.txt"));
    assert!(files.keys().any(|name| name.starts_with("search/index/")));
    for of in [1, 2, 5] {
        let site = site();
        let mut parts = parts(&site, of);
        assert!(!site.path("public").exists());
        parts.reverse();
        merge(&site, &parts).expect_code(0).expect_stderr("");
        assert_same(&files, &site.public().files(), &format!("{of} parts"));
    }
}

#[test]
fn each_part_holds_a_share_and_no_file_is_in_two() {
    let site = site();
    let parts = parts(&site, 3);
    let held = parts.iter().map(|part| {
        let mut files = files_below(&std::path::Path::new(part).join("site"));
        files.retain(|name, _| {
            !name.starts_with(".chancery/") && !name.contains("search/index/")
        });
        files.into_keys().collect::<Vec<_>>()
    });
    let held: Vec<Vec<String>> = held.collect();
    let all: usize = held.iter().map(Vec::len).sum();
    for files in &held {
        assert!(files.len() * 6 > all, "{} of {all} files", files.len());
    }
    let mut names: Vec<&String> = held.iter().flatten().collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn a_merged_site_is_merged_again_when_parts_change() {
    let site = site();
    merge(&site, &parts(&site, 2)).expect_code(0);
    site.remove("content/5.md").remove("content/4.md");
    site.write("content/4.md", "---\ntitle: Other\ndate: 1950\n---\nText.\n");
    let parts = parts(&site, 2);
    merge(&site, &parts).expect_code(0);
    let merged = site.public().files();
    assert!(!merged.contains_key("documents/5/index.html"));
    site.run(&["build"]).expect_code(0);
    assert_same(&site.public().files(), &merged, "after an edit");
}

#[test]
fn what_is_not_the_parts_of_one_site_is_refused() {
    let site = site();
    let parts = parts(&site, 2);
    let said = |parts: &[String], what: &str| {
        merge(&site, parts).expect_code(3).expect_said(what);
        assert!(!site.path("public/index.html").exists());
    };
    said(&parts[..1], "part 2/2 of its site is not among those named");
    said(&[parts[0].clone(), parts[0].clone()], "it is the same part as");
    said(&[site.path("content").to_str().unwrap().to_owned()], "it has no `part.json`");

    fs::remove_file(site.path("parts/2-of-2/site/index.html"))
        .or_else(|_| fs::remove_file(site.path("parts/1-of-2/site/index.html")))
        .unwrap();
    said(&parts, "files whose names begin with a dot belong to it too");

    site.write("content/1.md", "---\ntitle: Changed\ndate: 1941\n---\nText.\n");
    site.run(&["build", "--shard", "2/2"]).expect_code(0);
    said(&parts, "it was built from other sources than the first part");

    site.write("parts/1-of-2/part.json", "{}");
    said(&parts, "was written by another version");
}

#[test]
fn a_part_that_is_none_is_refused() {
    let site = site();
    for wrong in ["0/4", "5/4", "1/0", "x", "1", "1/1001"] {
        site.run(&["build", "--shard", wrong])
            .expect_code(2)
            .expect_said("expected a part and how many there are");
    }
}
