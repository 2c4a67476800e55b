//! The program as the shell sees it: exit codes, standard output, standard error.

use std::fs;

use super::outcome::Ran;
use super::site::{Site, chancery, document};

#[test]
fn a_good_site_is_built_in_silence() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    site.run(&["build"]).expect_code(0).expect_stdout("").expect_stderr("");
    site.public().file("documents/a/index.html").expect_line("work a");
}

#[test]
fn findings_are_shown_with_their_text() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018-13-22"));
    site.write("content/b.md", document("B", "2018"));
    let ran = site.run(&["build"]);
    ran.expect_code(1)
        .expect_stdout("")
        .expect_said("error[invalid-date]: month 13 does not exist\n")
        .expect_said(" content/a.md:3:12\n")
        .expect_said("3 │ date: 2018-13-22\n  │            ━━\n")
        .expect_said("help: write `2018-XX-22` if the month is unknown\n");
    assert!(ran.stderr.ends_with("\n\nnothing was published: 1 error\n"), "{ran:#?}");
    assert!(!site.path("public").exists());
}

#[test]
fn warnings_do_not_stop_a_build_and_quiet_hides_them() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\n---\nText");
    site.run(&["build"])
        .expect_code(0)
        .expect_said("warning[missing-date]: the document has no date")
        .expect_said("\n1 warning\n");
    site.run(&["build", "--quiet"]).expect_code(0).expect_stderr("");
    site.run(&["--quiet", "build"]).expect_code(0).expect_stderr("");
}

#[test]
fn quiet_does_not_hide_errors() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018-13"));
    let ran = site.run(&["build", "--quiet"]);
    ran.expect_code(1).expect_said("error[invalid-date]: month 13 does not exist");
    assert!(!ran.stderr.contains("nothing was published"), "{ran:#?}");
}

#[test]
fn colours_come_when_asked_for() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018-13"));
    let is_coloured = |arguments: &[&str]| site.run(arguments).stderr.contains('\u{1b}');
    assert!(!is_coloured(&["build"]));
    assert!(!is_coloured(&["build", "--color", "never"]));
    assert!(is_coloured(&["build", "--color", "always"]));
}

#[test]
fn text_of_a_document_does_not_move_the_cursor() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n\"\\e[31mkey\": x\n---\nText");
    let ran = site.run(&["build"]);
    ran.expect_code(0).expect_said("warning[unknown-key]");
    assert!(!ran.stderr.contains('\u{1b}'), "{ran:#?}");
}

#[test]
fn keep_going_leaves_wrong_documents_out_and_says_which() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("content/b.md", document("B", "2018-13"))
        .write("content/c.md", b"\xFF");
    site.run(&["build"]).expect_code(1);
    site.run(&["build", "--keep-going"])
        .expect_code(0)
        .expect_said("error[invalid-date]")
        .expect_said("error[not-utf8]")
        .expect_said("left out 2 documents:\n  content/b.md\n  content/c.md\n2 errors\n");
    let public = site.public();
    public.file("documents/a/index.html");
    public.expect_no_file("documents/b/index.html");
    public.expect_no_file("documents/c/index.html");
}

#[test]
fn keep_going_leaves_out_what_two_documents_quarrel_over() {
    let site = Site::new();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\nid: x\n---\n[B](b.md)\n")
        .write("content/b.md", "---\ntitle: B\ndate: 2018\nid: x\n---\nText")
        .write("content/c.md", "---\ntitle: C\ndate: 2018\nwork: a\n---\nText");
    let ran = site.run(&["build", "--keep-going"]);
    ran.expect_code(0)
        .expect_said("error[duplicate-id]")
        .expect_said("error[duplicate-version]")
        .expect_said("warning[broken-link]")
        .expect_said("left out 2 documents:\n  content/b.md\n  content/c.md\n");
    site.public().file("index.html").expect_line("works 1 documents 1");
}

#[test]
fn keep_going_does_not_mend_a_site() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018")).write("static/bad:name.txt", "x");
    site.run(&["build", "--keep-going"])
        .expect_code(1)
        .expect_said("error[invalid-path]")
        .expect_said("nothing was published: 1 error\n");
}

#[test]
fn a_missing_site_is_the_worlds_failure() {
    let site = Site::new();
    site.remove("site.toml");
    let ran = site.run(&["build"]);
    ran.expect_code(3).expect_stdout("");
    let folder = site.path("");
    let folder = folder.display().to_string();
    let folder = folder.trim_end_matches('/');
    assert_eq!(
        ran.stderr,
        format!(
            "error: there is no `site.toml` in `{folder}`: write one with `title` and \
             `base_url`, or name the site's folder with `--site`\n"
        )
    );
}

#[test]
fn an_output_among_the_sources_is_refused() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    for output in ["", "content", "content/x", "static/public", "themes"] {
        let output = site.path(output);
        let ran = site.run(&["build", "--output", output.to_str().unwrap()]);
        ran.expect_code(3).expect_said("the output cannot be among the site's sources");
    }
    assert!(!site.path("content/index.html").exists());
}

#[test]
fn a_site_without_its_content_is_not_published() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    site.run(&["build"]).expect_code(0);
    site.rename("content", "elsewhere");
    site.run(&["build"]).expect_code(1).expect_said("there is no folder `content/`");
    assert!(site.path("public/documents/a/index.html").exists());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_content_is_refused() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018")).write("secret/key.pem", "secret");
    std::os::unix::fs::symlink(site.path("secret"), site.path("content/secret")).unwrap();
    site.run(&["build"])
        .expect_code(1)
        .expect_said("content/secret")
        .expect_said("the link leads out of `content/`");
    assert!(!site.path("public").exists());
}

#[test]
fn settings_that_are_wrong_are_findings() {
    let check = |settings: &str, place: &str, message: &str| {
        let site = Site::new();
        site.write("site.toml", settings);
        let ran = site.run(&["build"]);
        ran.expect_code(1).expect_said(&format!("error[invalid-config]: {message}"));
        ran.expect_said(place);
    };
    check("title = \"A\"\n", "site.toml:1:1", "`base_url` is missing");
    check(
        "title = \"A\"\nbase_url = \"x\"\n",
        "site.toml:2:12",
        "`x` is not a web address",
    );
    let url = "base_url = \"https://example.org/\"";
    let with = |line: &str| format!("title = \"A\"\n{url}\n{line}\n");
    check(&with("tilte = 1"), "site.toml:3:1", "there is no setting `tilte` here");
    check(&with("output = \".\""), "site.toml:3:10", "the output cannot be");
    check(&with("content = \"../x\""), "site.toml:3:11", "`../x` is not a folder");
    check(&with("theme = \"../x\""), "site.toml:3:9", "`../x` is not a folder's name");
    check(&with("filters = [\"sorts\"]"), "site.toml:3:12", "`sorts` is not a taxonomy");
    check(&with("page_size = 0"), "site.toml:3:13", "a page holds between 1 and 1000");
    check(&with("languages = [\"english language\"]"), "site.toml:3:14", "`english lang");
    check(&with("x ="), "site.toml:3:", "");
}

#[test]
fn a_command_line_that_is_wrong_is_a_usage_error() {
    let site = Site::new();
    let check = |arguments: &[&str], part: &str| {
        let ran = site.run(arguments);
        ran.expect_code(2).expect_stdout("").expect_said(part);
    };
    check(&["build", "--bad"], "--bad");
    check(&["biuld"], "biuld");
    check(&[], "Usage");
    check(&["build", "--jobs", "0"], "expected a number from 1 to 1024");
    check(&["build", "--base-url", "example.org"], "expected a web address");
    assert!(!site.path("public").exists());
}

#[test]
fn help_and_version_are_results() {
    let run = |argument: &str| Ran::of(&chancery().arg(argument).output().unwrap());
    let version = format!("chancery {}\n", env!("CARGO_PKG_VERSION"));
    run("--version").expect_code(0).expect_stdout(&version).expect_stderr("");
    let help = run("--help");
    help.expect_code(0).expect_stderr("");
    assert!(help.stdout.contains("build"), "{help:#?}");
}

#[test]
fn the_output_and_the_address_may_be_given() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let output = site.path("elsewhere");
    let output = output.to_str().unwrap();
    site.run(&["build", "--output", output, "--base-url", "http://localhost:8000"])
        .expect_code(0)
        .expect_stderr("");
    let page = fs::read_to_string(site.path("elsewhere/documents/a/index.html")).unwrap();
    assert!(page.contains("page /documents/a/ [en] A"), "{page}");
    assert!(!site.path("public").exists());
}

#[test]
fn the_site_is_the_current_folder() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let ran = chancery().arg("build").current_dir(site.path("")).output().unwrap();
    Ran::of(&ran).expect_code(0).expect_stderr("");
    site.public().file("documents/a/index.html").expect_line("work a");
}

#[test]
fn an_output_in_use_is_the_worlds_failure() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    site.write("public/documents/a/index.html", "somebody else's");
    site.run(&["build"]).expect_code(3).expect_said("is in the way");
    let kept = fs::read(site.path("public/documents/a/index.html")).unwrap();
    assert_eq!(kept, b"somebody else's");
}
