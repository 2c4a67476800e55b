//! `chancery theme`: parts of the theme to begin with, its files, and what templates see.

use super::site::{Site, document};

fn site() -> Site {
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    site
}

#[test]
fn files_are_ejected_by_path_and_by_name() {
    let site = site();
    site.run(&["theme", "eject", "templates/term.html", "style.css", "en.toml"])
        .expect_code(0)
        .expect_stderr("")
        .expect_stdout(
            "themes/default/templates/term.html\nthemes/default/assets/style.css\n\
             themes/default/i18n/en.toml\n",
        );
    let term = std::fs::read(site.path("themes/default/templates/term.html")).unwrap();
    assert_eq!(term, include_bytes!("../../themes/default/templates/term.html"));
    site.build().expect_clean();
}

#[test]
fn without_a_name_all_files_are_ejected_to_the_sites_theme() {
    let site = site();
    let before = site.build().output.files();
    site.dressed_config("theme = \"mine\"\n");
    let ran = site.run(&["theme", "eject"]);
    ran.expect_code(0).expect_stderr("");
    assert!(ran.stdout.lines().all(|line| line.starts_with("themes/mine/")), "{ran:#?}");
    assert!(ran.stdout.contains("themes/mine/templates/base.html\n"), "{ran:#?}");
    assert!(!ran.stdout.contains("theme.toml"), "{ran:#?}");
    let built = site.build();
    built.expect_clean();
    assert_eq!(built.output.files(), before, "an ejected theme shows the same pages");
    site.run(&["theme", "eject"]).expect_code(0).expect_stdout("").expect_stderr("");
}

#[test]
fn a_file_that_differs_is_kept_unless_forced() {
    let site = site();
    site.write("themes/default/templates/term.html", "mine");
    let text = || {
        std::fs::read_to_string(site.path("themes/default/templates/term.html")).unwrap()
    };
    site.run(&["theme", "eject", "term.html", "home.html"])
        .expect_code(3)
        .expect_stdout("themes/default/templates/home.html\n")
        .expect_stderr(
            "error: `themes/default/templates/term.html` is not as the theme has it; \
             `--force` replaces it\n",
        );
    assert_eq!(text(), "mine");
    site.run(&["theme", "eject", "term.html", "--force"])
        .expect_code(0)
        .expect_stdout("themes/default/templates/term.html\n");
    assert_ne!(text(), "mine");
}

#[test]
fn a_file_that_the_theme_has_not_is_a_mistake() {
    let site = site();
    let ran = site.run(&["theme", "eject", "home.html", "trem.html"]);
    ran.expect_code(2)
        .expect_stdout("")
        .expect_said("error: the theme has no `trem.html`; did you mean `term.html`?\n")
        .expect_said("\n  templates/term.html\n");
    assert!(!site.path("themes").exists(), "all or nothing of a misspelt command");
    site.run(&["theme", "eject", "theme.toml"]).expect_code(2);
    site.run(&["theme"]).expect_code(2);
}

#[test]
fn every_file_is_listed_with_its_layer() {
    let site = site();
    site.dressed_config("theme = \"child\"\n")
        .write("themes/child/theme.toml", "extends = \"parent\"\n")
        .write("themes/child/templates/term.html", "")
        .write("themes/parent/templates/term.html", "")
        .write("themes/parent/assets/theme.css", "");
    let ran = site.run(&["theme", "list"]);
    ran.expect_code(0).expect_stderr("");
    let lines: Vec<Vec<&str>> = ran
        .stdout
        .lines()
        .map(|line| line.split("  ").map(str::trim).collect())
        .collect();
    let layers = |path: &str| -> Vec<&str> {
        let of = lines.iter().filter(|line| line[0] == path);
        of.map(|line| *line.last().unwrap()).collect()
    };
    assert_eq!(layers("templates/term.html"), ["themes/child"]);
    assert_eq!(layers("templates/home.html"), ["default, embedded"]);
    assert_eq!(layers("assets/theme.css"), ["themes/parent"]);
    assert_eq!(layers("i18n/en.toml"), ["default, embedded"]);
    assert!(lines.iter().map(|line| line[0]).is_sorted(), "{lines:#?}");
}

#[test]
fn what_a_template_sees_is_shown() {
    let site = site();
    for address in [
        "/documents/a/",
        "documents/a",
        "/archive/documents/a/index.html",
        "https://example.org/archive/documents/a/",
    ] {
        let ran = site.run(&["theme", "variables", address]);
        ran.expect_code(0).expect_stderr("");
        let seen: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(seen["page"]["template"], "document.html");
        assert_eq!(seen["document"]["title"], "A");
        assert_eq!(seen["t"]["home"], "Home");
    }
    assert!(!site.path("public").exists(), "nothing is written");
    site.run(&["theme", "variables", "/tilles/"]).expect_code(2).expect_stderr(
        "error: there is no page at `/tilles/`; did you mean `/titles/`?\n",
    );
    site.run(&["theme", "variables", "/assets/style.css"])
        .expect_code(2)
        .expect_said("is a file, which no template makes");
}

#[test]
fn mistakes_in_the_content_are_reported_as_in_a_build() {
    let site = site();
    site.write("content/b.md", document("B", "2018-13"));
    let built = site.run(&["build"]);
    let seen = site.run(&["theme", "variables", "/documents/a/"]);
    seen.expect_code(1).expect_stdout("");
    let findings = built.stderr.replace("nothing was published: 1 error\n", "");
    seen.expect_stderr(&findings);
    // A broken template hides nothing from its author.
    site.remove("content/b.md").write("themes/default/templates/term.html", "{% if");
    let ran = site.run(&["theme", "variables", "/documents/a/"]);
    ran.expect_code(1).expect_said("themes/default/templates/term.html:1:");
    assert!(ran.stdout.contains("\"title\": \"A\""), "{ran:#?}");
    site.write("site.toml", "title = 1");
    for command in [&["theme", "list"][..], &["theme", "eject"]] {
        site.run(command).expect_code(1).expect_stdout("").expect_said("site.toml:1:");
    }
}
