//! `chancery check` and `chancery explain`: forms, levels, exit codes, and what is mended.

use std::fs;

use super::site::{Site, document};
use chancery::diagnostic::Code;

/// What every document should say.
const SOURCE: &str = "source: https://archive.example/a";

fn dated(date: &str) -> Site {
    let site = Site::dressed();
    site.write(
        "content/a.md",
        format!("---\ntitle: A\ndate: {date}\n{SOURCE}\n---\nText.\n"),
    );
    site
}

#[test]
fn nothing_is_said_where_all_is_well() {
    let site = dated("2018");
    let ran = site.run(&["check"]);
    ran.expect_code(0).expect_stdout("").expect_stderr("");
    assert!(!site.path("public").exists());
}

#[test]
fn warnings_pass_and_errors_do_not() {
    let early = dated("1018");
    let short = "content/a.md:3:7: warning[early-date]: `1018` lies before 1500 (is a digit \
                 of the year wrong? an archive of older texts allows this in `site.toml`)\n";
    let ran = early.run(&["check", "--format", "short"]);
    ran.expect_code(0).expect_stdout(short).expect_stderr("1 document: 1 warning\n");
    let ran = early.run(&["check", "--format", "short", "--deny", "warnings"]);
    ran.expect_code(1).expect_stdout(&short.replace("warning[", "error["));
    ran.expect_stderr("1 document: 1 error\n");
    let ran = early.run(&["check", "--quiet"]);
    ran.expect_code(0).expect_stdout("").expect_stderr("");
    early.dressed_config("[lints]\nearly-date = \"deny\"\n");
    early.run(&["check"]).expect_code(1);
    early.dressed_config("[lints]\nearly-date = \"allow\"\n");
    early.run(&["check"]).expect_code(0).expect_stdout("").expect_stderr("");
    dated("2018-13")
        .run(&["check"])
        .expect_code(1)
        .expect_stderr("1 document: 1 error\n");
}

#[test]
fn a_build_is_silent_on_what_only_check_looks_for() {
    let site = dated("1018");
    site.build().expect_clean();
}

#[test]
fn one_mistake_hides_no_other() {
    let site = dated("2018-13");
    site.write(
        "content/b.md",
        "---\ntitle: B\ndate: 1018\nsource: https://archive.example/b\n---\n[A](a.md)\n",
    );
    let ran = site.run(&["check", "--format", "short"]);
    let codes: Vec<&str> =
        ran.stdout.lines().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    // The link to the wrong document is right when that is.
    assert_eq!(codes, ["invalid-date", "early-date"], "{ran:#?}");
}

#[test]
fn one_mistake_hides_no_other_in_its_document() {
    let check = |front: &str, text: &str, expected: &[&str]| {
        let site = Site::dressed();
        site.write(
            "content/a.md",
            format!("---\ntitle: A\n{front}\n{SOURCE}\n---\n{text}\n"),
        );
        let ran = site.run(&["check", "--format", "short"]);
        let codes = ran.stdout.lines().map(|line| line.split(['[', ']']).nth(1).unwrap());
        assert_eq!(codes.collect::<Vec<_>>(), expected, "{front}: {ran:#?}");
    };
    check(
        "date: 2018-02-30\ntopics: [g7, G-7]\nrights: \"\"",
        "TODO\n\n![](https://a.example/1.png)",
        &[
            "invalid-date",
            "similar-terms",
            "empty-rights",
            "placeholder",
            "image-without-text",
            "remote-image",
        ],
    );
    check(
        "date: 9999\nkind: leter\ntopics: [g7, G-7]\nid: a b",
        "Text.",
        &["future-date", "unknown-kind", "similar-terms", "invalid-id"],
    );
    check("date: 1018\naliases: [/search/]", "Text.", &["early-date", "route-collision"]);
    // What follows from a mistake is none of its own.
    check("date: some day", "Text.", &["invalid-date"]);
    check("date: 2018\nlang: \"1\"", "これは日本語の文である。", &["invalid-language"]);
    check("date: [2018", "Text.", &["invalid-yaml"]);
}

#[test]
fn programs_read_findings() {
    let site = dated("1018");
    let ran = site.run(&["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(found["code"], "early-date");
    assert_eq!((&found["line"], &found["column"]), (&3.into(), &7.into()));
    ran.expect_stderr("");
    site.run(&["check", "--format", "github"])
        .expect_stdout("::warning file=content/a.md,line=3,col=7,title=early-date::`1018` lies before 1500%0Ais a digit of the year wrong? an archive of older texts allows this in `site.toml`\n");
}

#[test]
fn code_scanning_reads_findings() {
    let site = dated("April 23, 2018");
    site.write(
        "content/ab c.md",
        "---\ntitle: B\ndate: 2018\nsource: https://b.example/b\naliases: [/B/]\n---\nDie Wörter Ã¼.\n",
    );
    let ran = site.run(&["check", "--format", "sarif"]);
    ran.expect_code(1).expect_stderr("");
    let log: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Code::ALL.len());
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2, "{results:#?}");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let date = &results[0];
    assert_eq!(
        (&date["ruleId"], &date["level"]),
        (&"invalid-date".into(), &"error".into())
    );
    let change = &date["fixes"][0]["artifactChanges"][0];
    let replaced = &change["replacements"][0];
    assert_eq!(replaced["insertedContent"]["text"], "2018-04-23");
    assert_eq!(replaced["deletedRegion"]["startColumn"], 7);
    assert_eq!(replaced["deletedRegion"]["endColumn"], 21);
    let letters = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(letters["artifactLocation"]["uri"], "content/ab%20c.md");
    // Columns count characters: `ö` is one.
    assert_eq!(letters["region"]["startColumn"], 12);
    assert_eq!(letters["region"]["endColumn"], 14);
}

#[test]
fn what_has_one_safe_answer_is_mended() {
    let check = |before: &str, after: &str| {
        let site = Site::dressed();
        site.write("content/a.md", before);
        let ran = site.run(&["check", "--fix"]);
        let mended = fs::read_to_string(site.path("content/a.md")).unwrap();
        assert_eq!(mended, after, "{ran:#?}");
        let again = site.run(&["check", "--fix"]);
        assert!(!again.stderr.contains("mended"), "{again:#?}");
    };
    let is_untouched = |text: &str| check(text, text);
    check(
        "---\ntitle: A\ndate: 2018/4/23\n---\nText.\n",
        "---\ntitle: A\ndate: 2018-04-23\n---\nText.\n",
    );
    check(
        "---\r\ntitle: A\r\ndate: \"April 23, 2018\" # day\r\n---\r\nText.  \r\n",
        "---\r\ntitle: A\r\ndate: \"2018-04-23\" # day\r\n---\r\nText.  \r\n",
    );
    check(
        "\u{FEFF}---\ntitle: A\ndate: '2018年4月23日'\n---\nText.",
        "\u{FEFF}---\ntitle: A\ndate: '2018-04-23'\n---\nText.",
    );
    check(
        "---\ntitle: A\ndate: 2018\nsource: {name: X, retrieved: 2019/5/2}\n---\nText.\n",
        "---\ntitle: A\ndate: 2018\nsource: {name: X, retrieved: 2019-05-02}\n---\nText.\n",
    );
    // Two readings, and none.
    is_untouched("---\ntitle: A\ndate: 4/5/2018\n---\nText.\n");
    is_untouched("---\ntitle: A\ndate: some day\n---\nText.\n");
    is_untouched("---\ntitle: A\ndate: |\n  April 23,\n  2018\n---\nText.\n");
}

#[test]
fn topics_are_mended_as_the_vocabulary_or_most_have_them() {
    let site = Site::dressed();
    let topics = |topics: &str| {
        format!("---\ntitle: A\ndate: 2018\ntopics: {topics}\n---\n{topics}\n")
    };
    site.write("content/a.md", topics("[G-7, \"security council\"]"))
        .write("content/b.md", topics("[G7, Security Council]"))
        .write("content/c.md", topics("[g7, Security Council, 安全 保障]"))
        .write("content/topics.toml", "[g7]\nlabel = \"G7\"\n\n[un-council]\nlabel = \"Security Council\"\n\n[security]\nlabel = { ja = \"安全・保障\" }\n");
    let ran = site.run(&["check", "--fix"]);
    ran.expect_said("mended 3 places in 2 files\n");
    let text = |name: &str| fs::read_to_string(site.path(name)).unwrap();
    assert_eq!(
        text("content/a.md"),
        "---\ntitle: A\ndate: 2018\ntopics: [G7, \"Security Council\"]\n---\n[G-7, \"security council\"]\n"
    );
    assert_eq!(text("content/b.md"), topics("[G7, Security Council]"));
    // `g7` is the key.
    assert_eq!(
        text("content/c.md"),
        "---\ntitle: A\ndate: 2018\ntopics: [g7, Security Council, 安全・保障]\n---\n[g7, Security Council, 安全 保障]\n"
    );
}

#[test]
fn all_is_mended_at_once() {
    let site = Site::dressed();
    site.write("content/topics.toml", "[group]\nlabel = \"G7\"\n").write(
        "content/a.md",
        "---\ntitle: A\ndate: April 23, 2018\ntopics: [G-7]\nsource: A\n---\nText.\n",
    );
    let ran = site.run(&["check", "--fix"]);
    ran.expect_code(0).expect_stdout("").expect_said("mended 2 places in 1 file\n");
    let mended = fs::read_to_string(site.path("content/a.md")).unwrap();
    assert_eq!(
        mended,
        "---\ntitle: A\ndate: 2018-04-23\ntopics: [G7]\nsource: A\n---\nText.\n"
    );
}

#[test]
fn parts_of_values_are_guessed() {
    let site = Site::dressed();
    site.write(
        "content/a.md",
        "---\ntitle: A\ndate: 2018\nplace: {nam: Rome}\nsource: A\n---\nText.\n",
    );
    site.run(&["check", "--format", "short"]).expect_stdout(
        "content/a.md:4:9: warning[unknown-key]: `place` has no part `nam` (did you mean `name`?)\n",
    );
}

#[test]
fn the_day_of_today_is_the_clocks() {
    let site = dated("9999-01-01");
    site.run(&["check", "--format", "short"]).expect_stdout(
        "content/a.md:3:7: warning[future-date]: `9999-01-01` lies in the future (a text has \
         the date on which it was made; is a digit wrong?)\n",
    );
}

#[test]
fn a_name_is_explained() {
    let site = Site::dressed();
    let page = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/docs/diagnostics/early-date.md"
    ));
    site.run(&["explain", "early-date"]).expect_code(0).expect_stdout(&page.unwrap());
    site.run(&["explain", "erly_date"])
        .expect_code(2)
        .expect_stdout("")
        .expect_stderr("error: there is no finding called `erly-date`\nhelp: did you mean `early-date`?\n");
    let all = site.run(&["explain"]).expect_code(0).stdout.clone();
    assert_eq!(all.lines().count(), Code::ALL.len());
    assert!(
        all.contains(
            "\nearly-date                 warning  The date lies before 1500.\n"
        ),
        "{all}"
    );
}

#[test]
fn a_template_is_tried_on_every_page() {
    let site = Site::dressed();
    let template = "{% if document.title == \"B\" %}{{ document.titel }}{% endif %}";
    site.dressed_config("theme = \"own\"\n");
    site.write("themes/own/templates/document.html", template);
    site.write("content/a.md", document("A", "2018\nsource: A"));
    site.run(&["check"]).expect_code(0).expect_stdout("");
    site.write("content/b.md", document("B", "2018"));
    let ran = site.run(&["check", "--format", "short"]);
    ran.expect_code(1);
    assert!(ran.stdout.contains("error[template-error]: "), "{ran:#?}");
}

#[test]
fn young_archives_are_told_what_is_missing() {
    let check = |documents: &[(&str, &str)], expected: &[&str]| {
        let site = Site::dressed();
        for (at, (name, front)) in documents.iter().enumerate() {
            let text = format!("---\ntitle: T{at}\ndate: 2018\n{front}\n---\nT{at}.\n");
            site.write(&format!("content/{name}"), text);
        }
        let ran = site.run(&["check", "--format", "short"]);
        let codes = ran.stdout.lines().map(|line| line.split(['[', ']']).nth(1).unwrap());
        assert_eq!(codes.collect::<Vec<_>>(), expected, "{documents:?}");
    };
    let translation = "lang: fr\ntranslation: provisional\nsource: A";
    check(&[("a.md", "id: a")], &["missing-source"]);
    check(&[("a.fr.md", translation)], &["missing-original"]);
    // Its original is held back; another document is no original.
    check(&[("a.md", "draft: true"), ("a.fr.md", translation)], &[]);
    check(&[("b.md", "draft: true"), ("a.fr.md", translation)], &["missing-original"]);
    // Twenty of which fewer than half have one show that it is not their way.
    let names: Vec<String> = (0..20).map(|number| format!("{number:02}.md")).collect();
    let with = |sources: usize| -> Vec<(&str, &str)> {
        let front = |at| if at < sources { "source: A" } else { "kind: treaty" };
        names.iter().enumerate().map(|(at, name)| (name.as_str(), front(at))).collect()
    };
    check(&with(9), &[]);
    check(&with(19), &["missing-source"]);
    check(&with(18)[..19], &["missing-source"]);
}
