//! The driver: a site in a temporary folder, what a build made of it, what a run said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use chancery::diagnostic::{Sources, short};
use chancery::pipeline::{self, Order, Progress, Published, Report, Stage};
use chancery::text::TextFile;
use tempfile::TempDir;

/// A site in a folder that vanishes with it.
pub(crate) struct Site {
    folder: TempDir,
}

/// Two lines are enough for a site; the third dresses it in plain lines.
const SETTINGS: &str =
    "title = \"Archive\"\nbase_url = \"https://example.org/archive/\"\n";

impl Site {
    /// A site without documents in the theme of plain lines.
    pub(crate) fn new() -> Site {
        let site = Site::dressed();
        let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bare");
        for (name, bytes) in files_below(&theme) {
            site.write(&format!("themes/bare/{name}"), bytes);
        }
        site.config("");
        site
    }

    /// A site without documents in the theme that every site has.
    pub(crate) fn dressed() -> Site {
        let site = Site { folder: TempDir::new().unwrap() };
        site.write("site.toml", SETTINGS);
        site
    }

    /// Adds lines to the settings that [`Site::new`] writes.
    pub(crate) fn config(&self, lines: &str) -> &Site {
        self.write("site.toml", format!("{SETTINGS}theme = \"bare\"\n{lines}"))
    }

    /// Adds lines to the settings that [`Site::dressed`] writes.
    pub(crate) fn dressed_config(&self, lines: &str) -> &Site {
        self.write("site.toml", format!("{SETTINGS}{lines}"))
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Site {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    pub(crate) fn remove(&self, path: &str) -> &Site {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    pub(crate) fn rename(&self, from: &str, to: &str) -> &Site {
        let to = self.path(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(self.path(from), to).unwrap();
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// What to build when nothing is asked for.
    pub(crate) fn order(&self) -> Order {
        Order { site: self.folder.path().to_path_buf(), ..Order::default() }
    }

    /// Builds by the library.
    pub(crate) fn build(&self) -> Built<'_> {
        self.build_as(&self.order())
    }

    pub(crate) fn build_as(&self, order: &Order) -> Built<'_> {
        let report = pipeline::build(order, &Silent).unwrap();
        Built { site: self, output: Folder::at(self.path("public")), report }
    }

    /// Runs the program with `--site` and these arguments.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().unwrap())
    }

    /// Starts the program with `--site` and these arguments; nobody listens to it.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = chancery();
        command.arg("--site").arg(self.folder.path()).args(arguments);
        command
    }

    /// The published site as it lies on the disk.
    pub(crate) fn public(&self) -> Folder {
        Folder::at(self.path("public"))
    }
}

/// The program itself, in an environment that says nothing about colours.
pub(crate) fn chancery() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// A builder who does not want to know how far it has come.
pub(crate) struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}

/// What a build by the library came to.
pub(crate) struct Built<'a> {
    site: &'a Site,
    pub(crate) report: Report,
    pub(crate) output: Folder,
}

impl Built<'_> {
    /// Published, and nothing to say against it.
    pub(crate) fn expect_clean(&self) -> &Self {
        self.expect_findings(&[]).expect_success()
    }

    /// Published.
    pub(crate) fn expect_success(&self) -> &Self {
        let is_published = self.report.published.is_some();
        assert!(is_published, "not published: {:#?}", self.findings());
        self
    }

    /// Not published.
    pub(crate) fn expect_failure(&self) -> &Self {
        assert!(self.report.published.is_none(), "published: {:#?}", self.findings());
        self
    }

    /// Exactly these findings, in the form of `--format short`.
    pub(crate) fn expect_findings(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.findings(), expected);
        self
    }

    /// Exactly these findings, help and all that follows the headline left out.
    pub(crate) fn expect_headlines(&self, expected: &[&str]) -> &Self {
        let headlines = self.report.diagnostics.iter().map(|found| {
            let mut found = found.clone();
            found.help = None;
            self.short(&found)
        });
        assert_eq!(headlines.collect::<Vec<_>>(), expected);
        self
    }

    pub(crate) fn findings(&self) -> Vec<String> {
        self.report.diagnostics.iter().map(|found| self.short(found)).collect()
    }

    fn short(&self, found: &chancery::diagnostic::Diagnostic) -> String {
        let text = |path: &str| {
            let bytes = fs::read(self.site.path(path)).ok()?;
            Some(TextFile::decode(path, bytes).text)
        };
        short(found, &mut Sources::new(text))
    }

    pub(crate) fn published(&self) -> Published {
        self.expect_success();
        self.report.published.unwrap()
    }

    /// The text of a file of the site.
    pub(crate) fn file(&self, route: &str) -> Page {
        self.output.file(route)
    }

    pub(crate) fn expect_no_file(&self, route: &str) -> &Self {
        self.output.expect_no_file(route);
        self
    }
}

/// A folder that a build wrote.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
}

impl Folder {
    pub(crate) fn at(path: PathBuf) -> Folder {
        Folder { path }
    }

    /// Every file but those of the hidden folder: its name and its bytes.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.path)
            .into_iter()
            .filter(|(name, _)| !name.starts_with(".chancery/"))
            .collect()
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }

    pub(crate) fn file(&self, route: &str) -> Page {
        match fs::read(self.path.join(route)) {
            Ok(bytes) => Page {
                route: route.to_owned(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            },
            Err(error) => panic!("no `{route}` ({error}) among {:#?}", self.names()),
        }
    }

    pub(crate) fn expect_no_file(&self, route: &str) {
        assert!(!self.path.join(route).exists(), "there is a `{route}`");
    }
}

/// A file of a published site.
pub(crate) struct Page {
    route: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn expect_contains(self, part: &str) -> Page {
        assert!(
            self.text.contains(part),
            "no `{part}` in {}:\n{}",
            self.route,
            self.text
        );
        self
    }

    pub(crate) fn expect_lacks(self, part: &str) -> Page {
        assert!(!self.text.contains(part), "`{part}` in {}:\n{}", self.route, self.text);
        self
    }

    /// Has this line, white space around it aside.
    pub(crate) fn expect_line(self, line: &str) -> Page {
        let has = self.text.lines().any(|other| other.trim() == line);
        assert!(has, "no line `{line}` in {}:\n{}", self.route, self.text);
        self
    }

    /// The rest of each line that begins with `word` and a space, in order.
    pub(crate) fn lines_of(&self, word: &str) -> Vec<&str> {
        let lines = self.text.lines().map(str::trim);
        lines.filter_map(|line| line.strip_prefix(word)?.strip_prefix(' ')).collect()
    }

    /// Exactly these lines begin with `word`.
    pub(crate) fn expect_lines(self, word: &str, expected: &[&str]) -> Page {
        assert_eq!(self.lines_of(word), expected, "{}:\n{}", self.route, self.text);
        self
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Ran {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Ran {
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }

    pub(crate) fn expect_code(&self, code: i32) -> &Ran {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    pub(crate) fn expect_stdout(&self, text: &str) -> &Ran {
        assert_eq!(self.stdout, text, "{self:#?}");
        self
    }

    pub(crate) fn expect_stderr(&self, text: &str) -> &Ran {
        assert_eq!(self.stderr, text, "{self:#?}");
        self
    }

    pub(crate) fn expect_said(&self, part: &str) -> &Ran {
        assert!(self.stderr.contains(part), "`{part}` was not said: {self:#?}");
        self
    }
}

/// Every file below a folder, links followed: its name with `/`, and its bytes.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inner) = folders.pop() {
        let Ok(entries) = fs::read_dir(&inner) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Another build may be at work in the folder.
            let Ok(bytes) = fs::read(&path) else { continue };
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
            files.insert(name.replace('\\', "/"), bytes);
        }
    }
    files
}

/// A document of a title and a date.
pub(crate) fn document(title: &str, date: &str) -> String {
    format!("---\ntitle: {title}\ndate: {date}\n---\nText of {title}.\n")
}
