//! `chancery links`: what is said of the answers, remembered, left out and listed.

use std::fs;

use super::other_host::OtherHost;
use super::outcome::Ran;
use super::site::Site;

/// A site with a document that links to these addresses.
pub(crate) fn linking(addresses: &[String]) -> Site {
    let site = Site::new();
    let links = addresses.iter().map(|address| format!("- [x]({address})\n"));
    let links: String = links.collect();
    site.write("content/a.md", format!("---\ntitle: A\ndate: 2018\n---\n{links}"));
    site
}

/// Runs with short waits; a request may take long enough for a machine under load.
pub(crate) fn ask(site: &Site, more: &[&str]) -> Ran {
    let quick = [["--format", "short"], ["--pause", "0.02"], ["--timeout", "5"]];
    let quick = quick.iter().filter(|option| !more.contains(&option[0])).flatten();
    let arguments = ["links"].iter().chain(quick).chain(more);
    site.run(&arguments.copied().collect::<Vec<_>>())
}

#[test]
fn good_answers_are_remembered_and_bad_ones_asked_again() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing"), host.url("/moved"), host.url("/ok")]);
    let first = ask(&site, &[]);
    assert_eq!(host.requests().len(), 5);
    let second = ask(&site, &[]);
    assert_eq!(host.requests()[5..], ["HEAD /missing", "GET /missing"]);
    assert_eq!(first.stdout, second.stdout);
    ask(&site, &["--max-age", "0"]);
    assert_eq!(host.requests().len(), 12);
    site.write(".chancery/links.json", "{\"version\": 1, \"answers\":");
    ask(&site, &[]);
    assert_eq!(host.requests().len(), 17);
    let kept = fs::read_to_string(site.path(".chancery/links.json")).unwrap();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["answers"][host.url("/ok")]["answer"], "good");
    assert_eq!(kept["answers"][host.url("/missing")]["answer"], "bad");
    assert_eq!(kept["answers"][host.url("/missing")]["said"], "is gone (404)");
    assert_eq!(kept["answers"].as_object().unwrap().len(), 3);
}

#[test]
fn the_last_good_day_stands_beside_what_is_gone() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing")]);
    let kept = format!(
        "{{\"version\": 1, \"answers\": {{\"{}\": {{\"asked\": \"2020-02-29\", \
         \"answer\": \"good\", \"good\": \"2020-02-29\"}}}}}}",
        host.url("/missing")
    );
    site.write(".chancery/links.json", kept);
    let ran = ask(&site, &["--format", "terminal"]);
    assert!(ran.stdout.contains("━ was there on 2020-02-29\n"), "{}", ran.stdout);
}

#[test]
fn a_memory_that_cannot_be_kept_spoils_nothing() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing")]);
    site.write(".chancery", "in the way");
    let ran = ask(&site, &[]);
    assert!(ran.stdout.contains("link-gone"), "{}", ran.stdout);
    assert!(ran.stderr.contains("the answers are not remembered: "), "{}", ran.stderr);
}

#[test]
fn archived_copies_are_suggested() {
    let host = OtherHost::open();
    let gone = host.url("/missing");
    let check = |front: &str, expected: &str| {
        let site = Site::new();
        let text = format!("---\ntitle: A\ndate: 2018\n{front}\n---\nText.\n");
        site.write("content/a.md", text);
        let ran = ask(&site, &[]);
        let help = ran.stdout.trim_end().split_once("is gone (404) (").unwrap().1;
        assert_eq!(help, format!("{expected})"), "{front}");
    };
    let copy = host.url("/copy");
    check(
        &format!("source: {{url: {gone}, archived: {copy}}}"),
        &format!("an archived copy is named in `source.archived`: `{copy}`"),
    );
    check(
        &format!("source: {{url: {gone}, retrieved: 2018-05-01}}"),
        &format!(
            "look for a copy at `https://web.archive.org/web/20180501/{gone}`, and name it \
             as `source.archived`"
        ),
    );
    check(
        &format!("source: {{url: {copy}, archived: {gone}}}"),
        "look for another copy of the source, and name that one",
    );
    check(
        &format!("rights: {{url: {gone}}}"),
        &format!(
            "look for a copy at `https://web.archive.org/web/*/{gone}`, and link to it"
        ),
    );
}

#[test]
fn a_finding_stands_in_each_file_once() {
    let host = OtherHost::open();
    let gone = host.url("/missing");
    let site = linking(&[gone.clone(), gone.clone()]);
    site.write("content/b.md", format!("---\ntitle: B\ndate: 2018\n---\n<{gone}>\n"));
    site.write("content/pages/c.md", format!("---\ntitle: C\n---\n![c]({gone})\n"));
    site.write("content/topics.toml", format!("[x]\nurl = \"{gone}\"\n"));
    let ran = ask(&site, &[]);
    let places: Vec<&str> =
        ran.stdout.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "content/a.md:5:7",
            "content/b.md:5:2",
            "content/pages/c.md:4:6",
            "content/topics.toml:1:2"
        ]
    );
    ran.expect_stderr("1 address: 4 warnings\n");
    assert_eq!(host.requests(), ["HEAD /missing", "GET /missing"]);
}

#[test]
fn levels_and_forms_are_those_of_other_findings() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing"), host.url("/moved")]);
    ask(&site, &["--deny", "warnings"])
        .expect_code(1)
        .expect_stderr("2 addresses: 2 errors\n");
    site.config("[lints]\nlink-gone = \"deny\"\nlink-moved = \"allow\"\n");
    ask(&site, &[]).expect_code(1).expect_stderr("2 addresses: 1 error\n");
    ask(&site, &["--quiet"]).expect_code(1).expect_stderr("");
    let json = ask(&site, &["--format", "json"]);
    let object: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&object["code"], &object["line"]), (&"link-gone".into(), &5.into()));
    let sarif = ask(&site, &["--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&sarif.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "link-gone");
    let github = ask(&site, &["--format", "github"]);
    assert!(github.stdout.starts_with("::error file=content/a.md,"), "{}", github.stdout);
}

#[test]
fn what_is_not_wanted_is_not_asked() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/a"), host.url("/b/1"), host.other_url("/c")]);
    let check = |settings: &str, more: &[&str], expected: &[&str]| {
        site.config(settings);
        let ran = ask(&site, &[&["--dry-run"], more].concat());
        let listed: Vec<String> = ran
            .stdout
            .lines()
            .filter(|line| !line.starts_with(' '))
            .map(|line| {
                line.rsplit_once(':').unwrap().1.split_once('/').unwrap().1.to_owned()
            })
            .collect();
        assert_eq!(listed, expected, "{settings} {more:?}");
    };
    check("", &[], &["a", "b/1", "c"]);
    check("", &["--include", "localhost"], &["c"]);
    check("", &["--exclude", "127.0.0.1"], &["c"]);
    check("", &["--exclude", &host.url("/b/")], &["a", "c"]);
    check("[links]\nexclude = [\"localhost\"]\n", &[], &["a", "b/1"]);
    check("[links]\nexclude = [\"localhost\"]\n", &["--include", "localhost"], &[]);
    ask(&site, &["--include", "a/b"]).expect_code(2);
    ask(&site, &["--exclude", "localhost:80"]).expect_code(2);
    ask(&site, &["--pause", "-1"]).expect_code(2);
    ask(&site, &["--timeout", "0"]).expect_code(2);
}

#[test]
fn a_dry_run_lists_places_and_asks_nobody() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/a"), host.url("/a#b"), host.url("/missing")]);
    let ran = ask(&site, &["--dry-run"]);
    ran.expect_code(0).expect_stderr("").expect_stdout(&format!(
        "{}\n  content/a.md:5:7\n  content/a.md:6:7\n{}\n  content/a.md:7:7\n",
        host.url("/a"),
        host.url("/missing")
    ));
    let ran = ask(&site, &["--dry-run", "--format", "json"]);
    let first: serde_json::Value =
        serde_json::from_str(ran.stdout.lines().next().unwrap()).unwrap();
    assert_eq!(first["address"], host.url("/a"));
    assert_eq!(first["places"][1]["line"], 6);
    assert!(host.requests().is_empty());
    assert!(!site.path(".chancery").exists());
}

/// Only this command asks.
#[test]
fn no_other_command_asks_a_host() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing")]);
    for command in ["build", "check", "stats"] {
        site.run(&[command]).expect_code(0);
    }
    assert!(host.requests().is_empty());
}

#[test]
fn mistakes_of_the_site_are_told() {
    let host = OtherHost::open();
    let site = linking(&[host.url("/missing")]);
    site.write("content/b.md", "---\ntitle: B\ndate: 2018-13\n---\n");
    ask(&site, &[]).expect_code(0).expect_stderr(
        "left out 1 document with errors, which `chancery check` tells\n\
         1 address: 1 warning\n",
    );
    site.write("site.toml", "title = 3");
    let ran = ask(&site, &[]);
    ran.expect_code(1).expect_stdout("");
    assert!(ran.stderr.contains("error[invalid-config]"), "{}", ran.stderr);
}
