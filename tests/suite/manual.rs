//! The manual is true: its commands run, its settings are read, its lists are whole.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use chancery::config;
use chancery::diagnostic::{Code, Level};
use chancery::text::TextFile;
use tempfile::TempDir;

use crate::other_host::OtherHost;
use crate::site::Site;
use crate::template::Templates;

pub(crate) fn page(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The fenced blocks of a page in one language, under a heading or anywhere.
pub(crate) fn blocks(text: &str, heading: Option<&str>, language: &str) -> Vec<String> {
    let part = match heading {
        Some(heading) => {
            let start = text.find(&format!("## {heading}\n")).expect(heading);
            let rest = &text[start + 3..];
            &rest[..rest.find("\n## ").unwrap_or(rest.len())]
        }
        None => text,
    };
    let fence = format!("```{language}\n");
    let blocks = part.split(&fence).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn one_minute_to_a_site() {
    let commands =
        blocks(&page("README.md"), Some("One minute to a site"), "sh").remove(0);
    // The test's own program stands for the installed one, and a server never ends.
    let (commands, serve) = commands.split_once("chancery serve").unwrap();
    assert_eq!(serve.lines().count(), 1);
    let commands = commands.replace("cargo install --path .\n", "");
    let folder = TempDir::new().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let ran = Command::new("bash")
        .args(["-euc", &commands])
        .current_dir(folder.path())
        .env("PATH", path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    assert!(said.starts_with("a new archive is in `my-archive`; next:\n"), "{said}");
    assert_eq!(said.lines().count(), 4, "{said}");
    let site = folder.path().join("my-archive");
    for page in [
        "index.html",
        "documents/2024/first/index.html",
        "documents/2024/first/en-ja/index.html",
        "date/2024/05/index.html",
        "topics/archives/index.html",
    ] {
        assert!(site.join("public").join(page).is_file(), "{page}");
    }
    let url = served(&site);
    assert!(url.ends_with("/my-archive/"), "{url}");
    assert!(serve.contains("/my-archive/"), "{serve}");
}

/// Where `chancery serve` says that it serves the site, once it has served its home page.
fn served(site: &Path) -> String {
    let mut server = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["serve", "--port", "0", "--quiet"])
        .current_dir(site)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut url).unwrap();
    let url = url.trim().to_owned();
    let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut page = String::new();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
    let read = stream.read_to_string(&mut page);
    server.kill().unwrap();
    server.wait().unwrap();
    read.unwrap();
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    url
}

#[test]
fn the_first_of_the_two_commands_builds_the_example_archive() {
    let readme = page("README.md");
    let commands = blocks(&readme, Some("Two commands"), "sh").remove(0);
    assert!(commands.contains("cargo run --release -- build"));
    assert!(commands.contains("cargo test"));
    let folder = TempDir::new().unwrap();
    let lock = page("chancery.lock");
    let ran = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--output"])
        .arg(folder.path().join("public"))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(folder.path().join("public/index.html").is_file());
    assert_eq!(page("chancery.lock"), lock, "an address is not in the file: commit it");
}

#[test]
fn every_setting_shown_is_read() {
    let blocks = blocks(&page("docs/site.md"), None, "toml");
    assert!(blocks.len() >= 5);
    for block in blocks {
        let head = match block.contains("base_url") {
            true => "",
            false => "title = \"a\"\nbase_url = \"https://a.example/\"\n",
        };
        let text = format!("{head}{block}");
        let file = TextFile::decode("site.toml", text.clone().into_bytes());
        let read = config::read(&file);
        assert!(read.diagnostics.is_empty(), "{text}\n{:?}", read.diagnostics);
    }
}

#[test]
fn the_guide_shows_a_document_without_a_fault() {
    let document = blocks(&page("docs/guide.md"), None, "markdown").remove(0);
    let vocabulary = blocks(&page("docs/guide.md"), None, "toml").remove(0);
    let site = Site::dressed();
    site.write("content/2018/20180423-g7.md", document);
    site.write("content/topics.toml", vocabulary);
    site.build().expect_clean();
}

#[test]
fn every_key_of_the_guide_is_a_key() {
    let guide = page("docs/guide.md");
    let table =
        &guide[guide.find("| key | holds |").unwrap()..guide.find("## Dates").unwrap()];
    let keys = table.lines().filter(|line| line.starts_with("| `"));
    let names = keys.map(|line| line.split(" | ").next().unwrap());
    let names = names.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let lines: Vec<String> = names.map(|name| format!("{name}:\n")).collect();
    let front = lines.concat();
    assert!(front.lines().count() > 25);
    let site = Site::dressed();
    site.write("content/a.md", format!("---\n{front}---\n# A\n"));
    let built = site.build();
    let codes: Vec<Code> =
        built.report.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::MissingDate]);
}

#[test]
fn every_column_is_in_the_manual() {
    let manual = page("docs/citing.md");
    let table = &manual[manual.find("| column | holds |").unwrap()..];
    let rows = table.lines().take_while(|line| line.starts_with('|')).skip(2);
    let cells = rows.map(|row| row.split(" | ").next().unwrap());
    let named: Vec<&str> =
        cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let site = Site::dressed();
    site.dressed_config("[taxonomies.volumes]\n");
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\nvolumes: IV\n---\n");
    let ran = site.run(&["export", "--format", "csv"]);
    let head = ran.stdout.lines().next().unwrap();
    let mut columns: Vec<&str> = head.split(',').collect();
    assert_eq!(columns.pop(), Some("taxonomy.volumes"));
    columns.push("taxonomy.<name>");
    columns.sort_unstable();
    let mut sorted = named.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, columns);
}

#[test]
fn every_finding_is_in_the_manual() {
    let page = page("docs/diagnostics.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| [`")).collect();
    let expected: Vec<String> = Code::ALL
        .iter()
        .map(|&code| {
            let level = match (code.level(), code.is_configurable()) {
                (_, false) => "error, always",
                (Level::Deny, true) => "error",
                (Level::Warn, true) => "warning",
                (Level::Allow, true) => "off",
            };
            format!(
                "| [`{code}`](diagnostics/{code}.md) | {level} | {} |",
                code.summary()
            )
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn the_manuals_imports_say_what_it_says() {
    let manual = page("docs/import.md");
    let site = Site::dressed();
    let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let said: Vec<String> = blocks(&manual, None, "sh")
        .iter()
        .map(|commands| {
            let ran = Command::new("bash")
                .args(["-euc", commands])
                .current_dir(site.path(""))
                .env("PATH", &path)
                .output()
                .unwrap();
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
            String::from_utf8(ran.stdout).unwrap()
        })
        .collect();
    assert_eq!(said.len(), 2);
    let shown = blocks(&manual, None, "text").remove(0);
    assert!(said[0].ends_with(&format!("{shown}\n")), "{}", said[0]);
    assert!(said[1].contains("  a version of desk/20180423.D1E.txt\n"), "{}", said[1]);
    let built = site.build();
    built.expect_headlines(&[]);
    assert_eq!((built.published().documents, built.published().works), (2, 1));
}

#[test]
fn every_format_and_option_of_imports_is_in_the_manual() {
    let manual = page("docs/import.md");
    for format in chancery::import::Format::ALL {
        let row = format!("| `{}` |", format.name());
        assert!(manual.contains(&row), "docs/import.md lacks {row}");
    }
    let help = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["import", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let own = help.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let own = own.map(|line| line.split([' ', ',']).next().unwrap());
    let shared = ["site", "jobs", "color"];
    let own: Vec<&str> = own.filter(|name| !shared.contains(name)).collect();
    assert!(own.len() >= 5, "{own:?}");
    for option in own {
        assert!(
            manual.contains(&format!("| `--{option}")),
            "docs/import.md lacks --{option}"
        );
    }
}

#[test]
fn the_manuals_theme_works() {
    let manual = page("docs/themes.md");
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\ntopics: [x]\n---\nText.\n");
    let program = Path::new(env!("CARGO_BIN_EXE_chancery")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let steps = blocks(&manual, None, "sh");
    assert_eq!(steps.len(), 5);
    for commands in steps {
        let ran = Command::new("bash")
            .args(["-euc", &commands])
            .current_dir(site.path(""))
            .env("PATH", &path)
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
        site.build().expect_clean();
    }
    site.dressed_config("languages = [\"en\", \"ar\"]\ntheme = \"mine\"\n");
    let built = site.build();
    built.expect_clean();
    built
        .file("documents/a/index.html")
        .expect_contains("The office of <a href=\"/archive/\">Archive</a>")
        .expect_contains("<link rel=\"icon\" href=\"/archive/assets/icon.svg?v=")
        .expect_contains("<link rel=\"stylesheet\" href=\"/archive/assets/theme.css?v=")
        .expect_contains("<time datetime=\"2018\" title=\"2018\">2018</time>");
    built.file("ar/index.html").expect_contains("lang=\"ar\" dir=\"rtl\"");
}

#[test]
fn the_manual_lists_every_block_and_component_of_the_theme() {
    let manual = page("docs/themes.md");
    let mut templates = Templates::default();
    for file in ["components.html", "letters.html"] {
        templates.add(file, &page(&format!("themes/default/templates/{file}")));
    }
    let (_, table) = manual.split_once("| component | shows |").unwrap();
    let table = table.split("\n\n").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
    let cells = rows.map(|row| row.split(" | ").next().unwrap());
    let mut named: Vec<&str> = cells
        .flat_map(|cell| cell.split(['`', ',', ' ']).filter(|name| !name.is_empty()))
        .collect();
    named.sort_unstable();
    assert_eq!(named, templates.components());
    let base = page("themes/default/templates/base.html");
    let base = base.replace("{%-", "{%");
    let blocks = base.split("{% block ").skip(1);
    let blocks: Vec<&str> = blocks.map(|rest| rest.split(' ').next().unwrap()).collect();
    assert!(blocks.len() >= 7, "{blocks:?}");
    for block in blocks {
        assert!(manual.contains(&format!("`{block}`")), "docs/themes.md lacks `{block}`");
    }
}

#[test]
fn the_archive_holds_no_text() {
    let body = "A sentence that goes on and on.\n\n".repeat(100_000);
    let text = format!("---\ntitle: A\ndate: 2018\n---\n{body}");
    let file = TextFile::decode("content/a.md", text.into_bytes());
    let settings = "title = \"a\"\nbase_url = \"https://a.example/\"\n";
    let settings = TextFile::decode("site.toml", settings);
    let config = config::read(&settings).value.unwrap();
    let document = chancery::parse::document(&file, "a.md", &config).value.unwrap();
    assert_eq!(document.body.paragraphs, 100_000);
    // All that a document keeps, written out.
    assert!(format!("{document:?}").len() < 4_000);
}

/// The page's host is another one's, and so this machine's stands for it: their names are
/// equally long.
#[test]
fn the_manuals_links_are_answered_as_it_says() {
    let manual = page("docs/links.md");
    let host = OtherHost::open();
    let shown = "http://www.example.org";
    let own = host.url("");
    assert_eq!(own.len(), shown.len(), "{own}");
    let document = blocks(&manual, None, "yaml content/memo.md").remove(0);
    let site = Site::dressed();
    site.dressed_config("[links]\npause = 0\n");
    site.write("content/memo.md", document.replace(shown, &own));
    assert_eq!(blocks(&manual, None, "sh"), ["chancery links\n"]);
    let ran = site.run(&["links"]);
    ran.expect_code(0);
    let said = ran.stdout.replace(&own, shown) + &ran.stderr;
    assert_eq!(said, blocks(&manual, None, "text").remove(0));
}

#[test]
fn every_option_of_links_is_in_the_manual() {
    let manual = page("docs/links.md");
    let help = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["links", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let options = help.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let options = options.map(|line| line.split([' ', ',']).next().unwrap());
    let shared = ["site", "jobs", "color"];
    let options: Vec<&str> = options.filter(|name| !shared.contains(name)).collect();
    assert!(options.len() >= 10, "{options:?}");
    for option in options {
        assert!(
            manual.contains(&format!("| `--{option}")),
            "docs/links.md lacks --{option}"
        );
    }
}
