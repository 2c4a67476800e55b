//! What the manual shows of a terminal: its commands run, and say what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::manual::{blocks, page};
use super::site::Site;

/// Runs a block of commands, and gives everything that they say in the order they say it.
fn said(folder: &Path, commands: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("bash")
        .args(["-euc", &format!("exec 2>&1\n{commands}")])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(ran.status.success(), "{commands}{said}");
    said
}

#[test]
fn checking_says_what_the_manual_says() {
    let manual = page("docs/check.md");
    let site = Site::dressed();
    let document = blocks(&manual, None, "yaml content/memo.md").remove(0);
    site.write("content/memo.md", document);
    let [check, explain] = &blocks(&manual, None, "sh")[..] else { panic!("{manual}") };
    assert_eq!(said(&site.path(""), check), blocks(&manual, None, "text").remove(0));
    let explained = said(&site.path(""), explain);
    assert!(explained.starts_with("# early-date\n"), "{explained}");
    assert!(explained.contains("\nfile-exists "), "{explained}");
}

#[test]
fn beginning_says_what_the_manual_says() {
    let manual = page("docs/serve.md");
    let folder = TempDir::new().unwrap();
    let commands = blocks(&manual, Some("Beginning an archive, and a document"), "sh");
    let shown = blocks(&manual, None, "text");
    assert_eq!(said(folder.path(), &commands[0]), shown[0]);
    let figures = said(&folder.path().join("my-archive"), "chancery stats");
    assert!(figures.starts_with("archive\n         3  documents\n"), "{figures}");
}

/// An archive that has what the manual asks for.
fn asked_for() -> Site {
    let site = Site::dressed();
    let document = |title: &str, front: &str, text: &str| {
        format!("---\ntitle: {title}\n{front}\n---\n{text}\n")
    };
    let topics = "topics: [japan, g7]";
    site.write("content/wps.md", {
        document("WPS", &format!("date: 2018\n{topics}"), "Women, peace and security.")
    });
    site.write("content/peace.md", {
        document("Peace", &format!("date: 1951\n{topics}"), "Treaty of Peace with Japan.")
    });
    site.write("content/peace.ja.md", {
        document("平和", &format!("date: 1951\n{topics}"), "日本国との平和条約。")
    });
    site
}

#[test]
fn searches_of_the_manual_find_something() {
    let commands = blocks(&page("docs/search.md"), None, "sh").remove(0);
    let (build, searches) = commands.split_once('\n').unwrap();
    let site = asked_for();
    assert_eq!(said(&site.path(""), build), "");
    let found: Vec<String> =
        searches.lines().map(|search| said(&site.path(""), search)).collect();
    for (found, title) in found.iter().zip(["WPS", "Peace", "平和"]) {
        assert!(found.contains(title), "{found}");
    }
    assert_eq!(found.len(), 3);
}

#[test]
fn exports_of_the_manual_write_what_they_say() {
    let site = asked_for();
    let exports = blocks(&page("docs/citing.md"), None, "sh").remove(0);
    assert_eq!(said(&site.path(""), &exports), "");
    let read = |path: &str| fs::read_to_string(site.path(path)).unwrap();
    assert_eq!(read("documents.csv").lines().count(), 4);
    assert_eq!(read("g7.ris").matches("TY  - ").count(), 1);
    let [sums, bag] = &blocks(&page("docs/data.md"), None, "sh")[..] else { panic!() };
    said(&site.path(""), "chancery build");
    assert_eq!(said(&site.path(""), sums), "");
    assert_eq!(said(&site.path(""), bag), "");
    assert!(site.path("harbours-bag/bagit.txt").is_file());
}

#[test]
fn the_preview_of_the_manual_is_elsewhere() {
    let commands = blocks(&page("docs/publishing.md"), None, "sh").remove(0);
    let site = asked_for();
    let folder = TempDir::new().unwrap();
    let preview = folder.path().join("preview");
    let commands = commands.replace("/tmp/preview", preview.to_str().unwrap());
    assert_eq!(said(&site.path(""), &commands), "");
    let home = fs::read_to_string(preview.join("index.html")).unwrap();
    assert!(home.contains("href=\"http://localhost:8000/\""), "{home}");
    assert!(!site.path("public").exists());
}
