//! `chancery import`: from foreign texts to a site that has all of their words.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::outcome::Ran;
use super::site::{Site, chancery, files_below};

/// A database text of a title, a date and a paragraph.
fn database_text(title: &str, date: &str) -> String {
    format!("[Title] {title}\n[Date] {date}\n[Full text]\n\nText of {title}.\n")
}

#[test]
fn a_text_becomes_a_document_and_says_how() {
    let site = Site::dressed();
    site.write("in/a.txt", database_text("A Joint Statement", "April 23, 2018"));
    let input = site.path("in/a.txt");
    let input = input.to_str().unwrap();
    let path = site.path("content/2018/20180423-a-joint-statement.md");
    let ran = site.run(&["import", input]);
    ran.expect_code(0).expect_stderr("1 document written from 1 file\n").expect_stdout(
        &format!(
            "{input}: database text in UTF-8\n  \
             title  stated   1:9  A Joint Statement\n  \
             date   derived  2:8  2018-04-23  ← “April 23, 2018”\n  \
             kind   derived  1:9  joint-statement  ← “joint statement” in the title\n  \
             lang   derived  1:1  en  ← the header's labels\n  \
             text            5:1  1 paragraph\n  \
             not found: place, source, topics\n  \
             → {}\n\n",
            path.display()
        ),
    );
    assert_eq!(
        fs::read_to_string(path).unwrap(),
        "---\ntitle: A Joint Statement\ndate: 2018-04-23\nkind: joint-statement\n---\n\n\
         Text of A Joint Statement.\n"
    );
    site.build().expect_clean();
}

#[test]
fn nothing_is_written_on_trial_and_nothing_overwritten_unasked() {
    let site = Site::dressed();
    site.write("in/a.txt", database_text("A", "2018"));
    let input = site.path("in/a.txt");
    let input = input.to_str().unwrap();
    let document = site.path("content/2018/2018-a.md");
    let ran = site.run(&["import", input, "--dry-run"]);
    ran.expect_code(0).expect_stderr("1 document would be written from 1 file\n");
    assert!(!document.exists());
    site.write("content/2018/2018-a.md", "mine");
    let ran = site.run(&["import", input]);
    ran.expect_code(1)
        .expect_said("error[file-exists]")
        .expect_said("is there already, and stays as it is")
        .expect_said("0 documents written from 1 file, 1 not; 1 error");
    assert_eq!(fs::read_to_string(&document).unwrap(), "mine");
    site.run(&["import", input, "--force", "--quiet"])
        .expect_code(0)
        .expect_stdout("")
        .expect_stderr("");
    assert!(fs::read_to_string(&document).unwrap().starts_with("---\ntitle: A\n"));
    site.run(&["import", input, "--quiet"]).expect_code(0).expect_stderr("");
}

#[test]
fn an_impossible_date_is_shown_where_it_stands() {
    let site = Site::dressed();
    site.write("in/a.txt", "[文書名] 文書\n[年月日] 1970月9月21日\n[全文]\n　本文。\n");
    let input = site.path("in/a.txt");
    let ran = site.run(&["import", input.to_str().unwrap()]);
    ran.expect_code(1)
        .expect_said("error[invalid-date]: `1970月9月21日` is not a date")
        .expect_said("/in/a.txt:2:11")
        .expect_said("2 │ [年月日] 1970月9月21日")
        .expect_said("expected `年`, found `月`")
        .expect_said("1 document written from 1 file; 1 error");
    let document = fs::read_to_string(site.path("content/文書.ja.md")).unwrap();
    let expected =
        "---\ntitle: 文書\ndate_note: the source has “1970月9月21日”\n---\n\n本文。\n";
    assert_eq!(document, expected);
}

#[test]
fn versions_of_a_text_become_one_work() {
    let site = Site::new();
    let japanese = "[文書名] 共同声明\n[年月日] 2018年4月23日\n[全文]\n　本文。\n";
    site.write("in/20180423.D1J.txt", japanese)
        .write("in/20180423.D1E.txt", database_text("A", "April 23, 2018"))
        .write("in/note.md", "left alone");
    let ran = site.run(&["import", site.path("in").to_str().unwrap()]);
    ran.expect_code(0).expect_said("left alone: ").expect_said("2 documents written");
    assert!(ran.stdout.contains("  a version of "), "{}", ran.stdout);
    let built = site.build();
    built.expect_clean();
    assert_eq!((built.published().documents, built.published().works), (2, 1));
}

#[test]
fn programs_get_json() {
    let site = Site::dressed();
    site.write("in/a.txt", database_text("A", "1970月9月21日"));
    let input = site.path("in/a.txt");
    let ran = site.run(&["import", input.to_str().unwrap(), "--json", "--quiet"]);
    ran.expect_code(1).expect_stderr("");
    let object: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(object["format"], "database");
    assert_eq!(object["encoding"], "UTF-8");
    assert_eq!(object["written"], true);
    let title = serde_json::json!({
        "key": "title", "value": "A", "confidence": "stated", "why": null,
        "line": 1, "column": 9,
    });
    assert_eq!(object["fields"][0], title);
    assert_eq!(object["findings"][0]["code"], "invalid-date");
    assert_eq!(object["findings"][0]["line"], 2);
    assert_eq!(object["findings"][0]["column"], 12);
}

#[test]
fn standard_input_and_another_folder() {
    let site = Site::dressed();
    let mut child = chancery()
        .arg("--site")
        .arg(site.path(""))
        .args(["import", "-", "--quiet", "--into"])
        .arg(site.path("elsewhere"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let text = database_text("A", "2018");
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    Ran::of(&child.wait_with_output().unwrap()).expect_code(0).expect_stderr("");
    assert!(site.path("elsewhere/2018/2018-a.md").is_file());
}

#[test]
fn mistakes_of_the_command_line() {
    let site = Site::dressed();
    site.run(&["import"]).expect_code(2);
    site.run(&["import", "a.txt", "--format", "htlm"])
        .expect_code(2)
        .expect_said("did you mean `html`?");
    site.run(&["import", "nothing.txt"]).expect_code(3).expect_said("nothing.txt");
    site.remove("site.toml");
    site.write("a.txt", "A\n\nText.");
    let input = site.path("a.txt");
    let input = input.to_str().unwrap();
    site.run(&["import", input]).expect_code(3).expect_said("there is no `site.toml`");
    site.run(&["import", input, "--dry-run"]).expect_code(0);
}

/// A program of that name which stands for pandoc.
#[cfg(unix)]
fn pandoc(site: &Site, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    site.write("bin/pandoc", format!("#!/bin/sh\n{script}\n"));
    let program = site.path("bin/pandoc");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    site.path("bin")
}

#[cfg(unix)]
#[test]
fn word_processors_files_need_pandoc() {
    let site = Site::dressed();
    site.write("a.docx", b"PK\x03\x04 word/document.xml".repeat(10_000));
    let run = |path: &Path| {
        let output = chancery()
            .arg("--site")
            .arg(site.path(""))
            .arg("import")
            .arg(site.path("a.docx"))
            .env("PATH", path)
            .output();
        Ran::of(&output.unwrap())
    };
    run(&site.path("empty"))
        .expect_code(1)
        .expect_said("error[unknown-format]: the file can only be read by way of pandoc");
    let failing = pandoc(&site, "echo 'not a document' >&2; exit 1");
    run(&failing)
        .expect_code(1)
        .expect_said("pandoc cannot read the file: not a document");
    let working =
        pandoc(&site, "[ \"$2\" = docx ] && echo '<h1>A title</h1><p>a <b>b</b></p>'");
    run(&working).expect_code(0);
    let document = fs::read_to_string(site.path("content/a-title.md")).unwrap();
    assert_eq!(document, "---\ntitle: A title\n---\n\na **b**\n");
}

/// What front matter holds is read back as it was written.
#[test]
fn front_matter_is_read_as_it_was_meant() {
    let titles = [
        "A: B",
        "\"A\" and 'B'",
        "[A] b",
        "- a",
        "yes",
        "1.10",
        "007",
        "# a",
        "a # b",
        "@a",
        "{a}",
        "a, b",
        "null",
        "\\a\"'",
        "%a",
        "文書「名」：副題",
        "!a",
        "*a",
        "&a",
        "a:",
        "...",
    ];
    for title in titles {
        let site = Site::new();
        site.write("a.txt", database_text(title, "2018"));
        site.run(&["import", site.path("a.txt").to_str().unwrap(), "--quiet"])
            .expect_code(0);
        let built = site.build();
        built.expect_clean();
        let pages = files_below(&site.path("content"));
        let name = pages.keys().next().unwrap().trim_end_matches(".md");
        let page = built.file(&format!("documents/{name}/index.txt"));
        page.expect_contains(title);
    }
}

/// A folder beside the repository, where there is one.
fn shared(name: &str) -> Option<PathBuf> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let folder = shared.join(name);
    if folder.is_dir() {
        return Some(folder.canonicalize().unwrap());
    }
    println!("skipped: there is no {}", folder.display());
    None
}

#[test]
fn the_two_first_documents() {
    let Some(seeds) = shared("seeds") else { return };
    let site = Site::dressed();
    let texts = files_below(&seeds).into_keys().filter(|name| name.ends_with(".txt"));
    for name in texts {
        site.run(&["import", seeds.join(name).to_str().unwrap()]).expect_code(0);
    }
    site.build().expect_clean();
    let front = |path: &str| {
        let text = fs::read_to_string(site.path(path)).unwrap();
        text.split("---\n").nth(1).unwrap().to_owned()
    };
    assert_eq!(
        front(
            "content/2018/20180423-the-g7-women-peace-and-security-partnerships-initiative.md"
        ),
        "title: THE G7 WOMEN, PEACE AND SECURITY PARTNERSHIPS INITIATIVE\ndate: 2018-04-23\n\
         place: Toronto, Canada\nsource: Ministry of Foreign Affairs of Japan\n"
    );
    let second = front(
        "content/2023/20230921-foreign-minister-kamikawas-participation-in-the-women-peace.md",
    );
    for line in [
        "title: Foreign Minister KAMIKAWA’s participation in the Women, Peace and Security (WPS) \
         Focal Points Network High-Level Side Event",
        "date: 2023-09-21",
        "date_note: 21 September local time, 22 September in Japan; the year follows from “as of \
         September 2023”",
        "place: New York, U.S.",
        "issuer:",
        "  - Ministry of Foreign Affairs of Japan",
        "  - {family: Kamikawa, given: Yoko, role: participant}",
        "  - {name: Luminița Odebescu, role: mentioned}",
        "topics:",
        "  - Women's Issues",
    ] {
        assert!(second.lines().any(|other| other == line), "no `{line}` in\n{second}");
    }
}

/// How often each word stands in a text; characters of scripts without spaces are words.
fn words(text: &str) -> BTreeMap<String, usize> {
    let is_alone = |c: char| ('\u{3040}'..='\u{9FFF}').contains(&c);
    let mut words = BTreeMap::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphanumeric() && !is_alone(c) {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            *words.entry(std::mem::take(&mut word)).or_default() += 1;
        }
        if is_alone(c) {
            *words.entry(c.to_string()).or_default() += 1;
        }
    }
    words
}

/// Imports a file and builds the site; of the words of its text at least 99 in 100 are in
/// the texts of the site's pages.
fn check_words(file: &Path, text: &str) {
    let site = Site::new();
    site.run(&["import", file.to_str().unwrap(), "--quiet"]).expect_code(0);
    let mut order = site.order();
    order.keep_going = true;
    let built = site.build_as(&order);
    assert_eq!(built.report.left_out, [""; 0], "{:#?}", built.findings());
    let pages = built.output.files();
    let texts = pages.iter().filter(|(name, _)| name.ends_with("/index.txt"));
    let texts: Vec<_> = texts.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    let found = words(&texts.join("\n"));
    let wanted = words(text);
    let all: usize = wanted.values().sum();
    let kept = |(word, count): (&String, &usize)| {
        found.get(word).copied().unwrap_or(0).min(*count)
    };
    let kept: usize = wanted.iter().map(kept).sum();
    println!("{}: {kept} of {all} words", file.display());
    let lost = wanted
        .iter()
        .filter(|(word, count)| found.get(*word).copied().unwrap_or(0) < **count);
    let lost: Vec<_> = lost.take(40).collect();
    assert!(kept * 100 >= all * 99, "{}: {kept} of {all}: {lost:?}", file.display());
}

/// The text of a file of TEI: all that stands in its `text`.
fn text_of_tei(bytes: &[u8]) -> String {
    let xml = String::from_utf8(bytes.to_vec()).unwrap();
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let text = tree
        .descendants()
        .find(|node| node.has_tag_name(("http://www.tei-c.org/ns/1.0", "text")));
    let pieces = text.unwrap().descendants().filter(roxmltree::Node::is_text);
    // Elements part words, save those that mark a piece of a line.
    let is_within = |node: roxmltree::Node<'_, '_>| {
        let name = node.parent().map_or("", |parent| parent.tag_name().name());
        matches!(
            name,
            "hi" | "persName" | "gloss" | "ref" | "date" | "placeName" | "term"
        )
    };
    let mut all = String::new();
    for node in pieces {
        let follows = node.prev_sibling().is_some_and(|before| {
            matches!(
                before.tag_name().name(),
                "hi" | "persName" | "gloss" | "ref" | "date" | "placeName" | "term"
            )
        });
        if !is_within(node) && !follows {
            all.push(' ');
        }
        all.push_str(node.text().unwrap());
    }
    all
}

#[test]
fn all_words_of_tei_are_in_the_site() {
    for folder in ["corpus/raw/frus-tei", "corpus/raw/milestones-tei"] {
        let Some(folder) = shared(folder) else { return };
        for (name, bytes) in files_below(&folder) {
            if name.ends_with(".xml") {
                check_words(&folder.join(&name), &text_of_tei(&bytes));
            }
        }
    }
}

#[test]
fn all_words_of_texts_are_in_the_site() {
    let encodings = [
        ("corpus/raw/ungdc-txt", "utf-8"),
        ("corpus/raw/aozora-sjis", "shift_jis"),
        ("corpus/raw/udhr-encodings", ""),
    ];
    for (folder, encoding) in encodings {
        let Some(folder) = shared(folder) else { return };
        for (name, bytes) in files_below(&folder) {
            let label = match name.rsplit(['-', '.']).nth(1).unwrap() {
                _ if !encoding.is_empty() => encoding,
                "GB2312" => "gbk",
                "Latin1" => "windows-1252",
                "EUC" => "euc-jp",
                "JIS" => "iso-2022-jp",
                "SJIS" => "shift_jis",
                "Cyrillic" => "windows-1251",
                _ => "utf-8",
            };
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
            check_words(&folder.join(&name), &encoding.decode(&bytes).0);
        }
    }
}
