//! Every page on a finding is true: the wrong example gets the message that the page
//! shows, and the right one gets none at all.

use std::fs;
use std::path::Path;

use super::link_findings::ask;
use super::other_host::OtherHost;
use super::site::{Site, git};
use chancery::diagnostic::{Code, Level};

/// A file of an example: the words after its fence's language are its path and how it is
/// to be written.
struct Example {
    path: String,
    bytes: Vec<u8>,
    /// It was there when the site was last built, and is no more.
    is_earlier: bool,
    /// It is none of the site's: it is imported.
    is_raw: bool,
}

struct Page {
    code: Code,
    text: String,
}

impl Page {
    fn of(code: Code) -> Page {
        let path = format!("docs/diagnostics/{code}.md");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text =
            fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()));
        Page { code, text }
    }

    /// What stands under a heading; nothing where there is none.
    fn part(&self, heading: &str) -> &str {
        let parts = ["Wrong", "What to do", "Right"].map(|part| format!("\n## {part}\n"));
        let own = format!("\n## {heading}\n");
        let Some((_, rest)) = self.text.split_once(&own) else { return "" };
        let ends = parts.iter().filter_map(|part| rest.find(part));
        &rest[..ends.min().unwrap_or(rest.len())]
    }

    /// The fenced blocks under a heading: what stands after the fence, and the lines.
    fn blocks(&self, heading: &str) -> Vec<(&str, &str)> {
        let mut blocks = Vec::new();
        let mut rest = self.part(heading);
        while let Some((_, from)) = rest.split_once("```") {
            let (info, from) = from.split_once('\n').unwrap();
            let (text, after) = from.split_once("```").unwrap();
            blocks.push((info, text));
            rest = after;
        }
        blocks
    }

    fn examples(&self, heading: &str) -> Vec<Example> {
        let files = self.blocks(heading).into_iter();
        files
            .filter_map(|(info, text)| {
                let words: Vec<&str> = info.split(' ').collect();
                let path = (*words.get(1)?).to_owned();
                let has = |word: &str| words[2..].contains(&word);
                let text = if has("escaped") { unescaped(text) } else { text.to_owned() };
                let many = "x".repeat(70_000);
                let text = if has("long") { text.replace('…', &many) } else { text };
                let bytes = match has("latin1") {
                    true => text.chars().map(|c| u8::try_from(c).unwrap()).collect(),
                    false => text.into_bytes(),
                };
                let is_raw = words[0] == "raw";
                Some(Example { path, bytes, is_earlier: has("earlier"), is_raw })
            })
            .collect()
    }

    /// The message that the page shows.
    fn message(&self) -> &str {
        let blocks = self.blocks("Wrong");
        let text: Vec<_> = blocks.iter().filter(|(info, _)| *info == "text").collect();
        assert_eq!(text.len(), 1, "{} shows one message", self.code);
        text[0].1
    }

    /// What `links` says of a site, when another host answers for the one of its examples.
    fn asked(&self, site: &Site) -> String {
        let host = OtherHost::open();
        let own = host.url("");
        assert_eq!(own.len(), HOST.len(), "{}", self.code);
        let document = fs::read_to_string(site.path("content/memo.md")).unwrap();
        site.write("content/memo.md", document.replace(HOST, &own));
        let ran = ask(site, &["--format", "terminal", "--color", "never"]);
        ran.stdout.replace(&own, HOST)
    }

    /// What `check` says of the examples under a heading, finding by finding; what `import`
    /// or `links` says where the page is of theirs.
    fn findings(&self, heading: &str) -> Vec<String> {
        let site = Site::dressed();
        let (earlier, now): (Vec<Example>, Vec<Example>) =
            self.examples(heading).into_iter().partition(|example| example.is_earlier);
        if !earlier.is_empty() {
            for example in &earlier {
                site.write(&example.path, &example.bytes);
            }
            site.build().expect_success();
        }
        for example in &earlier {
            site.remove(&example.path);
        }
        let raw =
            now.iter().find(|example| example.is_raw).map(|raw| site.path(&raw.path));
        for example in now {
            match example.path.as_str() {
                "site.toml" if !example.bytes.starts_with(b"title") => {
                    site.dressed_config(str::from_utf8(&example.bytes).unwrap())
                }
                path => site.write(path, &example.bytes),
            };
        }
        for (_, command) in self.blocks(heading).iter().filter(|(info, _)| *info == "sh")
        {
            fetch(&site, command);
        }
        let said = match raw {
            Some(raw) => {
                let raw = raw.to_str().unwrap();
                let said = site.run(&["import", "--color", "never", raw]).stderr;
                let folder = site.path("");
                let findings = said
                    .split_inclusive('\n')
                    .filter(|line| !line.contains(" written from "));
                findings.collect::<String>().replace(folder.to_str().unwrap(), "")
            }
            None if self.code.name().starts_with("link-") => self.asked(&site),
            None => site.run(&["check", "--color", "never"]).stdout,
        };
        let lines = said.lines().map(|line| line.trim_end().to_owned() + "\n");
        let said: String = lines.collect();
        let found = said.split("\n\n").map(str::trim_end);
        // Most examples leave out what they are not about.
        let is_beside = |finding: &str| {
            self.code != Code::MissingSource && is_of(Code::MissingSource, finding)
        };
        found.filter(|finding| !is_beside(finding)).map(str::to_owned).collect()
    }
}

/// A host in examples, whose name is as long as that of the host that answers in its place.
const HOST: &str = "http://www.example.org";

/// Commits a site, and leaves it as the command of an example would have fetched it from
/// where it was published.
fn fetch(site: &Site, command: &str) {
    let folder = site.path("");
    git(&folder, &["init", "--quiet"], "");
    git(&folder, &["add", "--all"], "");
    for message in ["The texts", "A correction"] {
        git(&folder, &["commit", "--quiet", "--allow-empty", "-m", message], "");
    }
    let own = format!("file://{}", folder.display());
    let words = command.trim_end().strip_prefix("git ").unwrap().replace(ARCHIVE, &own);
    let words: Vec<&str> = words.split(' ').chain(["--quiet", "fetched"]).collect();
    git(&folder, &words, "");
    fs::remove_dir_all(site.path(".git")).unwrap();
    fs::rename(site.path("fetched/.git"), site.path(".git")).unwrap();
    fs::remove_dir_all(site.path("fetched")).unwrap();
}

/// Where examples fetch a site from.
const ARCHIVE: &str = "https://git.example.org/archive";

/// `\u{200B}` in an example is the character itself.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut unescaped = parts.next().unwrap().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').unwrap();
        unescaped.push(char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap());
        unescaped.push_str(rest);
    }
    unescaped
}

fn is_of(code: Code, finding: &str) -> bool {
    let headline = finding.lines().next().unwrap_or_default();
    headline.contains(&format!("[{code}]: "))
}

#[test]
fn every_wrong_example_gets_the_message_of_its_page() {
    for &code in Code::ALL {
        let page = Page::of(code);
        let mut found = page.findings("Wrong");
        found.retain(|finding| is_of(code, finding));
        assert_eq!(format!("{}\n", found.join("\n\n")), page.message(), "{code}");
    }
}

#[test]
fn no_right_example_gets_any_finding() {
    for &code in Code::ALL {
        let page = Page::of(code);
        assert!(!page.examples("Right").is_empty(), "{code}");
        assert_eq!(page.findings("Right").concat(), "", "{code}");
    }
}

#[test]
fn every_page_says_what_it_is_about() {
    for &code in Code::ALL {
        let page = Page::of(code);
        let level = match (code.level(), code.is_configurable()) {
            (_, false) => "An error, always.",
            (Level::Deny, _) => "An error, unless the site says otherwise.",
            (Level::Warn, _) => "A warning, unless the site says otherwise.",
            (Level::Allow, _) => "Off, unless the site says otherwise.",
        };
        let head = format!("# {code}\n\n{}\n\n{level}\n\n", code.summary());
        assert!(page.text.starts_with(&head), "{code}");
        assert!(page.part("What to do").len() > 10, "{code}");
        assert!(!page.part("Wrong").is_empty(), "{code}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics");
    assert_eq!(fs::read_dir(folder).unwrap().count(), Code::ALL.len());
}
