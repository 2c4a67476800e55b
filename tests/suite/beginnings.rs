//! The commands that begin an archive and tell of it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::outcome::Ran;
use super::site::{Site, chancery, document, files_below};

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(&chancery().args(arguments).current_dir(folder).output().unwrap())
}

#[test]
fn a_new_archive_builds_at_once() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &["init", "papers"])
        .expect_code(0)
        .expect_stdout("")
        .expect_stderr(
            "a new archive is in `papers`; next:\n  cd papers\n  chancery serve\n  \
             chancery new --title \"My first text\"\n",
        );
    let site = folder.path().join("papers");
    let mut files: Vec<String> = files_below(&site).into_keys().collect();
    files.sort();
    assert_eq!(
        files,
        [
            ".github/workflows/archive.yml",
            ".gitignore",
            ".vscode/front-matter.schema.json",
            ".vscode/settings.json",
            ".vscode/site.schema.json",
            "content/2024/first.ja.md",
            "content/2024/first.md",
            "content/topics.toml",
            "site.toml",
        ]
    );
    run(&site, &["build"]).expect_code(0).expect_stdout("").expect_stderr("");
    for page in ["index.html", "documents/2024/first/en-ja/index.html", "ja/index.html"] {
        assert!(site.join("public").join(page).is_file(), "{page}");
    }
}

#[test]
fn a_folder_that_is_not_empty_is_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), "mine").unwrap();
    run(folder.path(), &["init", "."])
        .expect_code(2)
        .expect_stdout("")
        .expect_stderr("error: `.` is not empty: name a new folder\n");
    assert_eq!(files_below(folder.path()).len(), 1);
    run(folder.path(), &["init", "a.txt"]).expect_code(2);
    let repository = TempDir::new().unwrap();
    fs::create_dir(repository.path().join(".git")).unwrap();
    run(repository.path(), &["init", ".", "--quiet"]).expect_code(0).expect_stderr("");
}

/// Every line of the settings that only needs its sign taken away.
#[test]
fn the_settings_of_a_new_archive_show_every_key() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &["init", "a"]).expect_code(0);
    let text = fs::read_to_string(folder.path().join("a/site.toml")).unwrap();
    let is_setting = |line: &str| line.starts_with('[') || line.contains(" = ");
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if is_setting(rest) && !rest.ends_with(':') => rest,
        _ => line,
    });
    let all = lines.collect::<Vec<_>>().join("\n");
    let file = chancery::text::TextFile::decode("site.toml", all.clone().into_bytes());
    let found = chancery::config::read(&file).diagnostics;
    assert!(found.is_empty(), "{all}\n{found:#?}");
    let schema: Value = serde_json::from_str(chancery::config::JSON_SCHEMA).unwrap();
    for key in schema["properties"].as_object().unwrap().keys() {
        let is_shown = all.lines().any(|line| {
            line.starts_with(&format!("{key} = "))
                || line.starts_with(&format!("[{key}]"))
                || line.starts_with(&format!("[{key}."))
        });
        assert!(is_shown, "`{key}` is not shown");
    }
}

#[test]
fn a_document_is_begun_under_its_name() {
    let site = Site::dressed();
    site.write("content/a.md", document("A", "2018"));
    let check = |arguments: &[&str], path: &str| {
        let arguments = [&["new"], arguments].concat();
        let ran = site.run(&arguments);
        let path = site.path(path);
        ran.expect_code(0).expect_stdout(&format!("{}\n", path.display()));
        fs::read_to_string(path).unwrap()
    };
    let text = check(
        &["--title", "The \"G7\": a text", "--date", "2018-04-23"],
        "content/2018/20180423-the-g7-a-text.md",
    );
    assert!(
        text.starts_with(
            "---\ntitle: \"The \\\"G7\\\": a text\"\ndate: 2018-04-23\n# place: "
        ),
        "{text}"
    );
    check(&["--title", "平和", "--lang", "ja"], "content/平和.ja.md");
    check(&["--title", "B", "--lang", "en", "--date", "1945~"], "content/1945/b.md");
    let again = site.run(&["new", "--title", "B", "--date", "1945"]);
    again.expect_code(0);
    let again = site.run(&["new", "--title", "B", "--date", "1945~"]);
    again
        .expect_code(2)
        .expect_stdout("")
        .expect_said("is there already, and stays as it is");
    site.run(&["new", "--title", "??"]).expect_code(2).expect_said("a letter or a digit");
    let ran = site.run(&["build"]);
    ran.expect_code(0);
    assert!(!ran.stderr.contains("error"), "{ran:#?}");
}

/// Every field that is shown is one that documents have.
#[test]
fn the_fields_of_a_new_document_are_right() {
    let site = Site::dressed();
    let into = site.path("content");
    let into = into.to_str().unwrap();
    let ran = site.run(&["new", "--title", "A", "--date", "2018", "--into", into]);
    ran.expect_code(0).expect_stderr("");
    let away = site.path("notes");
    let away = away.to_str().unwrap();
    let ran = site.run(&["new", "--title", "A", "--date", "2018", "--into", away]);
    ran.expect_code(0)
        .expect_stderr("it is not below `content/`, where documents are read\n");
    let path = site.path("content/2018-a.md");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace("# ", "").replace("https://…", "https://a.example/");
    let text = text
        .replace("draft: true", "draft: false")
        .replace("references: [another document]\n", "");
    fs::write(path, text + "Text.\n").unwrap();
    site.build().expect_clean();
}

#[test]
fn figures_are_of_what_was_understood() {
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: A\ndate: 2001\n---\nText.\n");
    site.write("content/b.md", "---\ntitle: B\ndate: 2001-13\n---\nText.\n");
    let ran = site.run(&["stats"]);
    ran.expect_code(1);
    assert!(ran.stderr.contains("month 13 does not exist"), "{}", ran.stderr);
    assert!(ran.stdout.contains("2  documents"), "{}", ran.stdout);
}

#[test]
fn an_archive_is_told_in_figures() {
    let site = Site::dressed();
    site.write(
        "content/a.md",
        "---\ntitle: A\ndate: 1945\ntopics: [peace]\nkind: treaty\n---\nA text.\n",
    );
    site.write(
        "content/b.md",
        "---\ntitle: B\ndate: 1950-01\ntopics: [peace, war]\n---\nA longer text.\n",
    );
    site.write("content/b.ja.md", "---\ntitle: B\n---\n文。\n");
    site.run(&["stats"]).expect_code(0).expect_stderr("").expect_stdout(
        "archive
         3  documents
         2  works

decades
         1  1940s
         1  1950s

years
         1  1945
         1  1950

topics
         2  peace
         1  war

kinds
         1  treaty

languages
         2  en
         1  ja

missing
         2  place
         2  source
         1  kind
         2  people or issuer
         2  summary

longest, in bytes
        15  content/b.md
         8  content/a.md
         7  content/b.ja.md

newest
   1950-01  content/b.md
      1945  content/a.md
",
    );
    let ran = site.run(&["stats", "--json"]);
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(json["works"], 2);
    assert_eq!(json["taxonomies"]["topics"]["peace"], 2);
    assert_eq!(json["newest"][0]["path"], "content/b.md");
}

#[test]
fn schemas_completions_and_manual_pages_are_printed() {
    let folder = TempDir::new().unwrap();
    let print = |arguments: &[&str]| {
        let ran = run(folder.path(), arguments);
        ran.expect_code(0).expect_stderr("");
        ran.stdout
    };
    for what in ["front-matter", "site"] {
        let schema: Value = serde_json::from_str(&print(&["schema", what])).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(print(&["completions", shell]).contains("keep-going"), "{shell}");
    }
    assert!(print(&["man"]).contains(".TH chancery 1"));
    assert!(print(&["man", "pages"]).is_empty());
    let pages = files_below(&folder.path().join("pages"));
    let build = String::from_utf8(pages["chancery-build.1"].clone()).unwrap();
    assert!(build.contains("\\-\\-keep\\-going"), "{build}");
    assert!(pages.contains_key("chancery-theme-eject.1"), "{:?}", pages.keys());
}
