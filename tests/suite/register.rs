//! `chancery.lock`: what was published is known in every checkout, and does not go silently.

use std::fs;

use super::site::{Site, document};

const HEAD: &str = "\
chancery lock 1
# Addresses that were published: others may have cited them. A build adds what is new.
# Commit this file; take a line out only where an address is to end.
";

fn lock(site: &Site) -> String {
    fs::read_to_string(site.path("chancery.lock")).unwrap()
}

/// A published site of one document.
fn published() -> Site {
    let site = Site::dressed();
    site.write("content/old.md", document("A memorandum", "2018"));
    site.build().expect_clean();
    site
}

#[test]
fn every_address_that_may_be_cited_is_kept() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.write(
        "content/b.md",
        "---\ntitle: B\ndate: 2018\naliases: [/b.html, /old/b/]\n---\nText.\n",
    );
    site.write("content/b.ja.md", document("文書", "2018"));
    site.write("content/2018/平和 1.md", document("Peace", "2018"));
    site.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n");
    site.write(
        "content/draft.md",
        "---\ntitle: D\ndate: 2018\ndraft: true\n---\nText.\n",
    );
    site.build().expect_clean();
    let expected = format!(
        "{HEAD}/about/ | en | About\n/b.html | en | B\n/documents/2018/平和 1/ | en | Peace\n\
         /documents/b/ | en | B\n/documents/b/ja/ | ja | 文書\n/old/b/ | en | B\n"
    );
    assert_eq!(lock(&site), expected);
    // A line stays what it was; a new one is added in its place.
    site.write("content/b.ja.md", document("別の題", "2018"));
    site.write("content/a.md", document("A", "2018"));
    site.build().expect_clean();
    let added =
        expected.replace("/documents/b/ ", "/documents/a/ | en | A\n/documents/b/ ");
    assert_eq!(lock(&site), added);
}

#[test]
fn an_address_is_not_dropped_silently() {
    let site = published();
    site.remove("content/old.md");
    site.write("content/new.md", document("A memorandum", "2018\nsource: A"));
    // Another checkout has no output.
    fs::remove_dir_all(site.path("public")).unwrap();
    let dropped = "chancery.lock:4:1: error[dropped-address]: `/documents/old/` was \
                   published, and leads nowhere any more (add `aliases: [/documents/old/]` \
                   to `content/new.md`, if that took its place; or take this line out, if \
                   the address is to end)\n";
    site.run(&["check", "--format", "short"]).expect_code(1).expect_stdout(dropped);
    let before = lock(&site);
    let ran = site.run(&["build"]);
    ran.expect_code(1)
        .expect_said("error[dropped-address]: `/documents/old/` was published");
    assert!(!site.path("public/index.html").exists());
    assert_eq!(lock(&site), before);
    site.write(
        "content/new.md",
        "---\ntitle: A memorandum\ndate: 2018\nsource: A\naliases: [/documents/old/]\n---\nText.\n",
    );
    site.run(&["check"]).expect_code(0).expect_stdout("");
    site.build().expect_clean();
    // The new address is kept from now on.
    site.write("content/new.md", document("A memorandum", "2018"));
    site.rename("content/new.md", "content/old.md");
    let ran = site.run(&["check", "--format", "short"]);
    ran.expect_code(1);
    assert!(ran.stdout.contains("`/documents/new/` was published"), "{ran:#?}");
}

#[test]
fn a_line_taken_out_ends_an_address() {
    let site = published();
    site.write("content/other.md", document("Another", "2019"));
    site.build().expect_clean();
    site.remove("content/old.md");
    site.build().expect_failure();
    site.write(
        "chancery.lock",
        lock(&site).replace("/documents/old/ | en | A memorandum\n", ""),
    );
    site.build().expect_clean().expect_no_file("documents/old/index.html");
    assert_eq!(lock(&site), format!("{HEAD}/documents/other/ | en | Another\n"));
}

#[test]
fn the_document_that_took_the_place_is_named() {
    let check = |path: &str, title: &str, named: bool| {
        let site = published();
        site.remove("content/old.md").write(path, document(title, "2018"));
        let ran = site.run(&["check", "--format", "short"]);
        ran.expect_code(1);
        assert_eq!(ran.stdout.contains(&format!("to `{path}`, if")), named, "{ran:#?}");
    };
    check("content/2018/old.md", "Renamed", true);
    check("content/2018/new.md", "A memorandum", true);
    check("content/2018/new.md", "Another", false);
    check("content/2018/old.ja.md", "A memorandum", false);
}

#[test]
fn previews_do_not_write_it() {
    let site = Site::dressed();
    site.write("content/old.md", document("A memorandum", "2018"));
    for preview in
        [&["--drafts"][..], &["--base-url", "http://localhost/"], &["--shard", "1/2"]]
    {
        site.run(&[&["build"], preview].concat()).expect_code(0);
        site.run(&["check"]).expect_code(0);
        assert!(!site.path("chancery.lock").exists(), "{preview:?}");
    }
    site.dressed_config("lock = false\n");
    site.build().expect_clean();
    assert!(!site.path("chancery.lock").exists());
    site.dressed_config("");
    site.build().expect_clean();
    assert!(site.path("chancery.lock").exists());
    site.remove("content/old.md").write("content/new.md", document("New", "2018"));
    for preview in [&["--drafts"][..], &["--base-url", "http://localhost/"]] {
        site.run(&[&["build"], preview].concat()).expect_code(1);
    }
    site.dressed_config("[lints]\ndropped-address = \"warn\"\n");
    site.run(&["build"]).expect_code(0);
    assert!(lock(&site).contains("/documents/old/"));
}

#[test]
fn a_lost_file_is_made_again_and_a_whole_one_is_left() {
    let site = published();
    let text = lock(&site);
    site.remove("chancery.lock");
    site.build().expect_clean();
    assert_eq!(lock(&site), text);
    // As git may have it on another system.
    site.write("chancery.lock", text.replace('\n', "\r\n"));
    site.build().expect_clean();
    assert_eq!(lock(&site), text.replace('\n', "\r\n"));
    assert_eq!(site.build().published().written.written, 0);
}

#[test]
fn an_error_that_may_move_a_document_drops_nothing() {
    let site = published();
    site.write("content/old.md", "---\ntitle: A\ndate: 2018\nlang: [en\n---\nText.\n");
    let ran = site.run(&["check", "--format", "short"]);
    ran.expect_code(1);
    assert!(!ran.stdout.contains("dropped-address"), "{ran:#?}");
    site.write("content/b.md", document("B", "2018"));
    let ran = site.run(&["build", "--keep-going"]);
    ran.expect_code(0);
    assert!(lock(&site).contains("/documents/old/"));
}
