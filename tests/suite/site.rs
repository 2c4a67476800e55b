//! The driver: a site in a temporary folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use chancery::pipeline::{self, Order, Progress, Stage};
use tempfile::TempDir;

use super::outcome::{Built, Folder, Ran};

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
        Built::new(self, report)
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

/// A site with a document under each of these lists of topics.
pub(crate) fn under(topics: &[&str]) -> Site {
    let site = Site::new();
    for (at, topics) in topics.iter().enumerate() {
        site.write(&format!("content/{at}.md"), titled(&format!("topics: [{topics}]")));
    }
    site
}

/// A document with these lines of front matter besides a title and a date.
pub(crate) fn titled(lines: &str) -> String {
    format!("---\ntitle: T\ndate: 2018\n{lines}\n---\nText.\n")
}

/// Runs git in a folder, whatever the machine has set; `date` is that of commits.
pub(crate) fn git(folder: &Path, arguments: &[&str], date: &str) {
    let ran = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(["-c", "commit.gpgSign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_DATE", date)
        .env("GIT_COMMITTER_DATE", date)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{arguments:?}: {ran:?}");
}
