//! Addresses: former ones, contested ones, and those that would leave the site.

use super::site::{Site, titled};

#[test]
fn a_former_address_leads_to_the_document() {
    let site = Site::new();
    site.write(
        "content/a.md",
        titled("aliases: [/old/path/, old.html, /old/path/x.htm]"),
    );
    let built = site.build();
    built.expect_clean();
    for route in ["old/path/index.html", "old.html", "old/path/x.htm"] {
        built.file(route).expect_line("alias to /archive/documents/a/");
    }
}

#[test]
fn two_things_at_one_address_are_both_named() {
    let check = |files: &[(&str, &str)], expected: &[&str]| {
        let site = Site::new();
        site.write("content/a.md", titled(""));
        for (path, text) in files {
            site.write(path, text);
        }
        let built = site.build();
        built.expect_failure().expect_headlines(expected);
        let named = &built.report.diagnostics[0].secondary;
        assert!(!named.is_empty(), "{named:?}");
    };
    check(
        &[("content/b.md", &titled("aliases: [/documents/a/]"))],
        &["content/b.md:1:1: error[route-collision]: an alias in `content/b.md` and \
           `content/a.md` both want the address `/documents/a/`"],
    );
    check(
        &[
            ("content/b.md", &titled("aliases: [/old/]")),
            ("content/c.md", &titled("aliases: [/old/]")),
        ],
        &["content/c.md:1:1: error[route-collision]: an alias in `content/c.md` and an \
           alias in `content/b.md` both want the address `/old/`"],
    );
    check(
        &[("static/documents/a/index.html", "x")],
        &["static/documents/a/index.html:1:1: error[route-collision]: \
           `static/documents/a/index.html` and `content/a.md` both want the address \
           `/documents/a/`"],
    );
    check(
        &[("content/pages/languages.md", "---\ntitle: Languages\n---\n")],
        &["site.toml:1:1: error[route-collision]: an index page and \
           `content/pages/languages.md` both want the address `/languages/`"],
    );
    check(
        &[("static/documents", "a file where a folder must be")],
        &["content/a.md:1:1: error[route-collision]: `content/a.md` and \
           `static/documents` both want the address `/documents/a/`"],
    );
    check(
        &[("content/b.md", &titled("work: a/index.html"))],
        &["content/b.md:1:1: error[route-collision]: `content/b.md` and `content/a.md` \
           both want the address `/documents/a/index.html/`"],
    );
}

#[test]
fn a_file_and_a_folder_at_one_address_collide_across_neighbours() {
    // `a.txt` sorts between `a` and `a/`.
    let site = Site::new();
    site.write("content/z.md", titled(""))
        .write("static/a", "file")
        .write("static/a.txt", "file")
        .write("content/b.md", titled("aliases: [/a/b/]"));
    site.build().expect_failure();
}

#[test]
fn nothing_leaves_the_output_folder() {
    let check = |lines: &str| {
        let site = Site::new();
        site.write("content/z.md", titled("")).write("content/a.md", titled(lines));
        let ran = site.run(&["build", "--keep-going"]);
        assert!(matches!(ran.code, Some(0 | 1)), "{ran:#?}");
        let public = site.path("public");
        let names = super::site::files_below(&site.path("")).into_keys();
        let expected = ["chancery.lock", "content/", "public/", "site.toml", "themes/"];
        for name in names {
            let is_expected = expected.iter().any(|folder| name.starts_with(folder));
            assert!(is_expected, "{lines}: {name}");
        }
        let parent = public.parent().unwrap().parent().unwrap();
        assert!(!parent.join("chancery-x").exists(), "{lines}");
        assert!(ran.stderr.contains("cannot be an address"), "{lines}: {ran:#?}");
    };
    check("work: ../../chancery-x");
    check("work: ../../../chancery-x");
    check("work: a/../../../../chancery-x");
    check("work: '..\\..\\chancery-x'");
    check("work: .git/hooks");
    check("work: \"a\\0b\"");
    check("aliases: [/../chancery-x]");
    check("aliases: [../../chancery-x/]");
    check("aliases: ['/..%2F/../chancery-x.html']");
    check("aliases: ['C:\\chancery-x']");
}

#[test]
fn no_document_reads_files_outside_the_site() {
    let site = Site::new();
    site.write("secret.txt", "secret").write(
        "content/a.md",
        titled("attachments: [../../secret.txt, ../secret.txt, /etc/passwd]"),
    );
    let built = site.build();
    built.expect_success().expect_headlines(&[
        "content/a.md:4:15: warning[missing-attachment]: there is no file \
         `../../secret.txt` beside the document",
        "content/a.md:4:33: warning[missing-attachment]: there is no file \
         `../secret.txt` beside the document",
        "content/a.md:4:48: warning[missing-attachment]: there is no file `/etc/passwd` \
         beside the document",
    ]);
    assert!(built.output.files().values().all(|bytes| bytes != b"secret"));
}
