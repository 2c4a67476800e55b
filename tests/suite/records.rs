//! Documents as files for other programs: where they stand, what they hold, what is left
//! out.

use std::process::{Command, Stdio};

use super::readers;
use super::site::{Site, document, titled};

const WORK: &str = "\
---
title: Partnerships, \"Initiative\" & more
date: 2018-04-22/2018-04-23
place: Toronto, Canada
kind: joint-statement
number: G7/1
issuer: [G7 Foreign Ministers]
people: [{family: Freeland, given: Chrystia, role: mentioned}]
source: {name: MOFA, url: https://example.org/x, retrieved: 2026-11-21}
topics: [peace, g7]
series: {name: Charlevoix, position: 3}
---
Text[^1] of it.

[^1]: A note.
";

fn site() -> Site {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", WORK)
        .write(
            "content/a.ja.md",
            "---\ntitle: 憲章\ntranslation: provisional\n---\n本文。\n",
        )
        .write("content/b.md", document("B", "194X"))
        .write("content/c.md", "---\ntitle: C\ntopics: [peace]\n---\nText.\n");
    site
}

#[test]
fn every_document_has_its_files() {
    let site = site();
    let built = site.build();
    for folder in ["a/", "a/ja/", "b/", "c/"] {
        for file in ["cite.ris", "cite.bib", "cite.json", "index.md", "index.txt"] {
            built.file(&format!("documents/{folder}{file}"));
        }
    }
    let file = |name: &str| built.file(&format!("documents/a/{name}")).text.into_bytes();
    let ris = readers::ris(&file("cite.ris")).unwrap();
    let of = |tag: &str| {
        let found = ris[0].iter().filter(|(name, _)| name == tag);
        found.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(of("TI"), ["Partnerships, \"Initiative\" & more"]);
    assert_eq!(of("AU"), ["G7 Foreign Ministers,"]);
    assert_eq!(of("DA"), ["2018/04/22/"]);
    assert_eq!(of("KW"), ["peace", "g7"]);
    assert_eq!(of("UR"), ["https://example.org/archive/documents/a/"]);
    assert_eq!(of("DB"), ["Archive"]);
    let bib = readers::bibtex(&file("cite.bib")).unwrap();
    assert_eq!(bib["a"]["title"], "Partnerships, \"Initiative\" & more");
    assert_eq!(bib["a"]["date"], "2018-04-22/2018-04-23");
    let csl = readers::csl(&file("cite.json")).unwrap();
    assert_eq!(csl.len(), 1);
    assert_eq!(csl[0]["issued"]["date-parts"].as_array().unwrap().len(), 2);
    built
        .file("documents/a/ja/cite.bib")
        .expect_contains("@techreport{a:ja,")
        .expect_contains("title = {{憲章}}")
        .expect_contains("note = {仮訳; ")
        .expect_contains("langid = {japanese}");
}

#[test]
fn ranges_of_pages_are_read_as_such() {
    let check = |pages: &str, expected: &[(u32, u32)]| {
        let site = Site::dressed();
        let source = format!("source: {{name: S, pages: \"{pages}\"}}");
        site.write("content/a.md", format!("---\ntitle: A\n{source}\n---\nText.\n"));
        let bib = site.build().file("documents/a/cite.bib").text;
        assert_eq!(readers::bibtex_pages(bib.as_bytes()), expected, "{bib}");
    };
    check("12", &[(12, 12)]);
    check("pp. 12-14", &[(12, 14)]);
    check("12--14", &[(12, 14)]);
    check("12-14, 20-22", &[(12, 14), (20, 22)]);
}

#[test]
fn a_documents_text_stands_alone() {
    let site = site();
    let built = site.build();
    assert_eq!(
        built.file("documents/a/index.txt").text,
        "Partnerships, \"Initiative\" & more\n\n\
         Kind: Joint statement\n\
         Number: G7/1\n\
         Date: 22–23 April 2018\n\
         Place: Toronto, Canada\n\
         Issued by: G7 Foreign Ministers\n\
         People: Chrystia Freeland (mentioned)\n\
         Source: MOFA, https://example.org/x, retrieved 21 November 2026\n\
         Series: Charlevoix, no. 3\n\
         Topics: peace, g7\n\
         Address: https://example.org/archive/documents/a/\n\n\
         Text[1] of it.\n\n\
         Notes\n\n\
         [1] A note.\n"
    );
    built
        .file("documents/a/ja/index.txt")
        .expect_line("年月日：2018年4月22日〜23日")
        .expect_line("翻訳：仮訳")
        .expect_line("本文。");
}

#[test]
fn the_source_is_published_without_what_is_private() {
    let check = |written: &str, published: &str| {
        let site = Site::new();
        site.config(
            "[keys]\nlayout = \"ignore\"\nsession = \"extra\"\nvol = \"extra\"\n\
             hidden = \"draft\"\npub = \"date\"\n[taxonomies.vol]\n[lints]\n\
             unknown-key = \"allow\"\nmissing-date = \"allow\"\n",
        );
        site.write("content/a.md", written);
        let built = site.build();
        built.expect_clean();
        assert_eq!(built.file("documents/a/index.md").text, published);
    };
    let untouched =
        "---\n# Seen.\ntitle:   'A'\r\npub: \"2018\"\n\nvol: 3\n---\n\n  Body \n";
    check(untouched, untouched);
    check("Body\n# A\n", "Body\n# A\n");
    check(
        "---\ntitle: A\nextra:\n  a: 1\n\n  b:\n  - 2\n# Kept.\ntopics:\n- x\n---\nB",
        "---\ntitle: A\n# Kept.\ntopics:\n- x\n---\nB",
    );
    check(
        "---\nlayout: post\ntitle: A\nsession: 3\nsecret: >\n  folded\n\n  text\n---\nB",
        "---\ntitle: A\n---\nB",
    );
    check("---\ntitle: A\ndraft: false\nhidden: false\n---\n", "---\ntitle: A\n---\n");
    check(
        "---\ntitle: &t A\nsecret: *t\n\"extra\":\n  x: y\nnumber: 1 # one\n---\nB",
        "---\ntitle: &t A\nnumber: 1 # one\n---\nB",
    );
    check("---\n{title: A, secret: B}\n---\nC", "---\n---\nC");
    check("---\n{title: A, number: B}\n---\nC", "---\n{title: A, number: B}\n---\nC");
}

#[test]
fn lists_have_files_for_all_their_works() {
    let site = site();
    let built = site.build();
    let file = |name: &str| built.file(name).text.into_bytes();
    for folder in [
        "date/2018",
        "date/2010s",
        "date/2018/04",
        "date/1940s",
        "date/undated",
        "topics/peace",
        "topics/g7",
        "places/toronto-canada",
        "kinds/joint-statement",
        "sources/mofa",
        "series/charlevoix",
        "people/freeland-chrystia",
        "languages/ja",
    ] {
        let ris = readers::ris(&file(&format!("{folder}/all.ris"))).unwrap().len();
        let bib = readers::bibtex(&file(&format!("{folder}/all.bib"))).unwrap().len();
        let csl = readers::csl(&file(&format!("{folder}/all.json"))).unwrap().len();
        let csv = readers::csv(&file(&format!("{folder}/all.csv"))).unwrap();
        let works: std::collections::BTreeSet<_> =
            csv.iter().map(|row| row["work"].clone()).collect();
        assert!(!works.is_empty(), "{folder}");
        assert_eq!([ris, bib, csl], [works.len(); 3], "{folder}");
        built.expect_no_file(&format!("ja/{folder}/all.ris"));
    }
    let rows = readers::csv(&file("topics/peace/all.csv")).unwrap();
    let names: Vec<_> =
        rows.iter().map(|row| format!("{} {}", row["work"], row["language"])).collect();
    assert_eq!(names, ["a en", "a ja", "c en"]);
    built.expect_no_file("all.csv");
    built.expect_no_file("topics/all.csv");
}

#[test]
fn a_table_holds_every_fact() {
    let site = Site::new();
    site.config("[taxonomies.volumes]\nkey = \"volume\"\n");
    site.write(
        "content/a.md",
        WORK.replace("---\nText", "volume: IV\nreferences: [b]\n---\nText"),
    )
    .write("content/b.md", document("B", "194X"));
    let ran = site.run(&["export", "--format", "csv"]);
    ran.expect_code(0);
    let rows = readers::csv(ran.stdout.as_bytes()).unwrap();
    let row = rows.iter().find(|row| row["work"] == "a").unwrap();
    let check =
        |column: &str, expected: &str| assert_eq!(row[column], expected, "{column}");
    check("title", "Partnerships, \"Initiative\" & more");
    check("date", "2018-04-22/2018-04-23");
    check("date_start", "2018-04-22");
    check("date_end", "2018-04-23");
    check("place", "Toronto, Canada");
    check("people", "Freeland, Chrystia (mentioned)");
    check("source_url", "https://example.org/x");
    check("source_retrieved", "2026-11-21");
    check("topics", "peace; g7");
    check("series", "Charlevoix (3)");
    check("cites", "b");
    check("taxonomy.volumes", "IV");
    check("url", "https://example.org/archive/documents/a/");
    check("text_url", "https://example.org/archive/documents/a/index.txt");
    check("translation", "");
    let ran = site.run(&["export", "--format", "jsonl"]);
    let lines = readers::jsonl(ran.stdout.as_bytes()).unwrap();
    let line = lines.iter().find(|line| line["work"] == "a").unwrap();
    assert_eq!(line["date"]["start"], "2018-04-22");
    assert_eq!(line["people"][0]["family"], "Freeland");
    assert_eq!(line["topics"][1]["id"], "g7");
    assert_eq!(line["taxonomies"][0]["terms"][0]["label"], "IV");
    assert_eq!(line["cites"][0], "b");
    assert!(line.get("translation").is_none());
    let undated = rows.iter().find(|row| row["work"] == "b").unwrap();
    assert_eq!(undated["date_start"], "1940-01-01");
}

#[test]
fn a_site_chooses_its_files() {
    let site = Site::dressed();
    site.dressed_config("[downloads]\ndocuments = [\"text\", \"ris\"]\nlists = []\n");
    site.write("content/a.md", document("A", "2018"));
    let built = site.build();
    built.expect_clean();
    let names = built.output.names();
    let of = |folder: &str| {
        let inside = names.iter().filter(|name| name.starts_with(folder));
        inside.map(|name| name[folder.len()..].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("documents/a/"), ["cite.ris", "index.html", "index.txt"]);
    assert_eq!(of("date/2018/"), ["feed.atom", "feed.json", "index.html"]);
    let text = "<a href=\"/archive/documents/a/index.txt\" type=\"text/plain\" data-copy>Plain text</a>";
    let ris = "<a href=\"/archive/documents/a/cite.ris\" \
               type=\"application/x-research-info-systems\" download=\"cite.ris\" data-copy>RIS</a>";
    let page = built.file("documents/a/index.html");
    page.expect_contains(text).expect_contains(ris).expect_lacks("cite.bib");
    built.file("date/2018/index.html").expect_lacks("As files");
}

#[test]
fn lists_offer_their_files_in_every_language() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", titled("topics: [x]"));
    let built = site.build();
    built.expect_clean();
    let csv =
        |file: &str| format!("href=\"/archive/{file}\" type=\"text/csv\" download=\"");
    for prefix in ["", "ja/"] {
        built
            .file(&format!("{prefix}topics/x/index.html"))
            .expect_contains(&csv("topics/x/all.csv"))
            .expect_contains("download=\"topics-x.ris\"");
        built
            .file(&format!("{prefix}date/2018/index.html"))
            .expect_contains(&csv("date/2018/all.csv"));
    }
}

#[test]
fn a_file_in_the_place_of_another_is_an_error() {
    let check = |path: &str, message: &str| {
        let site = Site::new();
        site.write("content/a.md", document("A", "2018")).write(path, "x");
        site.build().expect_failure().expect_headlines(&[message]);
    };
    check(
        "content/a/cite.ris",
        "content/a/cite.ris:1:1: error[route-collision]: `content/a/cite.ris` and the \
         file `cite.ris` of `content/a.md` both want the address `/documents/a/cite.ris`",
    );
    check(
        "static/date/2018/all.csv",
        "static/date/2018/all.csv:1:1: error[route-collision]: `static/date/2018/all.csv` \
         and the file `all.csv` of `date/2018` both want the address `/date/2018/all.csv`",
    );
}

#[test]
fn what_is_exported_is_what_is_published() {
    let site = site();
    let built = site.build();
    let check = |format: &str, chosen: &[&str], file: &str| {
        let ran =
            site.run(&[&["export", "--quiet", "--format", format], chosen].concat());
        ran.expect_code(0).expect_stderr("").expect_stdout(&built.file(file).text);
    };
    check("ris", &["--topic", "peace"], "topics/peace/all.ris");
    check("bibtex", &["--topic", "Peace"], "topics/peace/all.bib");
    check("csl-json", &["--place", "Toronto, Canada"], "places/toronto-canada/all.json");
    check("csv", &["--kind", "joint-statement"], "kinds/joint-statement/all.csv");
    check("csv", &["--source", "MOFA", "--topic", "g7"], "sources/mofa/all.csv");
    check("ris", &["--from", "1940", "--to", "1949"], "date/1940s/all.ris");
    check("ris", &["--lang", "ja"], "documents/a/ja/cite.ris");
    let output = site.path("out.bib");
    let ran = site.run(&[
        "export",
        "-q",
        "--format",
        "bibtex",
        "--output",
        output.to_str().unwrap(),
        "--topic",
        "g7",
    ]);
    ran.expect_code(0).expect_stdout("");
    let written = std::fs::read_to_string(output).unwrap();
    assert_eq!(written, built.file("topics/g7/all.bib").text);
}

#[test]
fn choices_narrow_what_is_exported() {
    let site = site();
    let check = |arguments: &[&str], expected: &[&str]| {
        let ran = site.run(&[&["export", "-q", "--format", "jsonl"], arguments].concat());
        ran.expect_code(0);
        let lines = readers::jsonl(ran.stdout.as_bytes()).unwrap();
        let name = |line: &serde_json::Value| {
            format!(
                "{}.{}",
                line["work"].as_str().unwrap(),
                line["language"].as_str().unwrap()
            )
        };
        assert_eq!(lines.iter().map(name).collect::<Vec<_>>(), expected, "{arguments:?}");
    };
    check(&[], &["b.en", "a.en", "a.ja", "c.en"]);
    check(&["--topic", "g7", "--topic", "peace"], &["a.en", "a.ja", "c.en"]);
    check(&["--lang", "en", "--lang", "ja", "--from", "2018-04-23"], &["a.en", "a.ja"]);
    check(&["--from", "2018-04-24"], &[]);
    check(&["--to", "1945"], &["b.en"]);
    check(&["--kind", "treaty"], &[]);
}

#[test]
fn what_cannot_be_exported_is_said() {
    let site = site();
    let check = |arguments: &[&str], code: i32, said: &str| {
        let ran = site.run(&[&["export"], arguments].concat());
        ran.expect_code(code).expect_stdout("").expect_said(said);
    };
    check(
        &["--format", "ris", "--topic", "peaces"],
        2,
        "error: there is no topic `peaces`; did you mean `peace`?\n",
    );
    check(&["--format", "ris", "--place", "Mars"], 2, "there is no place `Mars`\n");
    check(&["--format", "ris", "--kind", "treatys"], 2, "did you mean `treaty`?");
    check(
        &["--format", "ris", "--from", "2020", "--to", "2010"],
        2,
        "`--from 2020` is later than `--to 2010`",
    );
    check(&["--format", "ris", "--from", "2018-13"], 2, "month 13 does not exist");
    check(&["--format", "ris", "--lang", "english language"], 2, "BCP 47");
    check(&["--format", "docx"], 2, "docx");
    check(&[], 2, "--format");
    site.write("content/d.md", document("D", "2018-13"));
    check(&["--format", "ris"], 1, "nothing was exported: 1 error");
    site.remove("site.toml");
    check(&["--format", "ris"], 3, "there is no `site.toml`");
}

#[test]
fn who_reads_the_export_may_stop_early() {
    let site = Site::new();
    for at in 0..300 {
        site.write(&format!("content/{at}.md"), document(&"Long ".repeat(100), "2018"));
    }
    let command = format!(
        "'{}' --site '{}' export --quiet --format csv | head -n 1; echo ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_chancery"),
        site.path("").display()
    );
    let ran = Command::new("bash").args(["-c", &command]).stderr(Stdio::piped()).output();
    let ran = ran.unwrap();
    assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(ran.stdout.ends_with(b"\n0\n"));
}

/// What titles are made of that some format could trip over.
const PIECES: &[&str] = &[
    "a",
    " ",
    "{",
    "}",
    "\\",
    "&",
    "%",
    "$",
    "#",
    "_",
    "~",
    "^",
    "\"",
    "'",
    "<b>",
    ",",
    ";",
    "@",
    "=",
    "\n",
    "\t",
    "😀",
    "日本",
    "العربية",
    "ER  - ",
    "and",
    "--",
    "'",
    "`",
    "?",
    "\u{7}",
    "\u{202E}",
];

/// Every title of up to two pieces, and some of three.
fn hostile_titles() -> Vec<String> {
    let mut titles = Vec::new();
    for (at, first) in PIECES.iter().enumerate() {
        for (step, second) in PIECES.iter().enumerate() {
            let third = PIECES[(at * 7 + step * 3) % PIECES.len()];
            titles.push(format!("x{first}{second}"));
            titles.push(format!("{first}{second}{third}x"));
        }
    }
    titles
}

#[test]
fn no_title_breaks_a_format() {
    let titles = hostile_titles();
    let site = Site::new();
    site.config("[lints]\nmissing-date = \"allow\"\ncontrol-character = \"allow\"\n");
    for (at, title) in titles.iter().enumerate() {
        let yaml = serde_json::to_string(title).unwrap();
        let front = format!(
            "title: {yaml}\nnotes: {yaml}\nsource: {{name: {yaml}}}\nissuer: [{yaml}]\n\
             kind: report\nnumber: {yaml}\nsummary: {yaml}\n\
             people: [{{family: {yaml}, given: {yaml}, role: author}}]"
        );
        site.write(&format!("content/{at:04}.md"), format!("---\n{front}\n---\n"));
    }
    let export = |format: &str| {
        let ran = site.run(&["export", "--quiet", "--format", format]);
        ran.expect_code(0);
        ran.stdout.into_bytes()
    };
    let folded = |title: &str| {
        let words = title.split_whitespace().map(|word| word.replace('\u{7}', ""));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let key = |at: usize| format!("{at:04}");
    let ris = readers::ris(&export("ris")).unwrap();
    let bib = readers::bibtex(&export("bibtex")).unwrap();
    let csl = readers::csl(&export("csl-json")).unwrap();
    let csv = readers::csv(&export("csv")).unwrap();
    let jsonl = readers::jsonl(&export("jsonl")).unwrap();
    assert_eq!(
        [ris.len(), bib.len(), csl.len(), csv.len(), jsonl.len()],
        [titles.len(); 5]
    );
    for (at, title) in titles.iter().enumerate() {
        let expected = folded(title);
        assert!(ris[at].contains(&("TI".to_owned(), expected.clone())), "{title:?}");
        assert_eq!(bib[&key(at)]["title"], expected, "{title:?}");
        assert_eq!(bib[&key(at)]["note"], expected, "{title:?}");
        assert_eq!(csl[at]["title"], *expected, "{title:?}");
        assert_eq!(csv[at]["title"], jsonl[at]["title"].as_str().unwrap(), "{title:?}");
        assert_eq!(folded(&csv[at]["title"]), expected, "{title:?}");
    }
}
