//! When each text was put in, changed and taken out, as the site's git repository
//! remembers it.
//!
//! What counts is the published branch: its own commits, and of branches that were merged
//! into it the merge.

mod log;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::date::Moment;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::text::Span;

/// What git remembers of a folder: its files, those included that are no longer there.
#[derive(Debug, Default)]
pub struct History(pub Vec<Trail>);

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// Its last name, relative to the site.
    pub path: String,
    /// Each time that it was put in, changed or taken out; the first one first.
    pub kept: Vec<Kept>,
}

/// A file as a commit left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When.
    pub moment: Moment,
    /// Its name then, relative to the site.
    pub path: String,
    /// Git's name for its contents; none where it was taken out.
    blob: Option<String>,
}

impl Kept {
    /// Whether the commit left it there.
    pub fn is_there(&self) -> bool {
        self.blob.is_some()
    }

    /// Its name below the content folder, if it was a document.
    pub fn document_name(&self, content: &str) -> Option<&str> {
        let name = self.path.strip_prefix(content)?.strip_prefix('/')?;
        let (_, extension) = name.rsplit_once('.')?;
        let is_text =
            ["md", "markdown"].iter().any(|e| extension.eq_ignore_ascii_case(e));
        Some(name).filter(|name| is_text && !name.starts_with(super::PAGES))
    }
}

/// Asks git. Nothing where there is no git, no repository, or no commit: a site needs
/// neither. Nothing either, and a finding, where the checkout has only the latest commits:
/// every file would seem to have come with the first of them.
pub fn history(site: &Path, folder: &str) -> Checked<History> {
    let shallow = git(site).args(["rev-parse", "--is-shallow-repository"]).output();
    if shallow.is_ok_and(|shallow| shallow.stdout.starts_with(b"true")) {
        let message = "the checkout has not the whole history";
        let finding = Diagnostic::new(
            Code::ShallowHistory,
            &"site.toml".into(),
            Span::default(),
            message,
        );
        let finding = finding
            .help("fetch all commits: `fetch-depth: 0`, or `git fetch --unshallow`");
        return Checked { value: History::default(), diagnostics: vec![finding] };
    }
    let log = git(site)
        .args(["log", "--first-parent", "-m", "--format=%x01%cI", "--no-show-signature"])
        .args(["--raw", "--no-abbrev", "-z", "--find-renames=50%", "-l1000"])
        .args(["--relative", "--", folder])
        .output();
    let value = match log {
        Ok(output) if output.status.success() => log::read(&output.stdout),
        _ => History::default(),
    };
    Checked { value, diagnostics: Vec::new() }
}

/// The contents of files as they were; nothing for those that were taken out, and where
/// the repository has not got them.
pub fn contents(site: &Path, kept: &[&Kept]) -> Vec<Option<Vec<u8>>> {
    let blobs = || kept.iter().filter_map(|kept| kept.blob.as_deref());
    let wanted: String = blobs().flat_map(|blob| [blob, "\n"]).collect();
    if wanted.is_empty() {
        return vec![None; kept.len()];
    }
    let answer = ask(git(site).args(["cat-file", "--batch"]), wanted);
    let mut rest = answer.as_deref().unwrap_or_default();
    let contents = kept.iter().map(|kept| {
        kept.blob.as_ref()?;
        log::next_blob(&mut rest).map(<[u8]>::to_vec)
    });
    contents.collect()
}

/// Git in the site's folder; what the user has set elsewhere changes nothing.
fn git(site: &Path) -> Command {
    let mut git = Command::new("git");
    git.env("GIT_NO_LAZY_FETCH", "1").arg("-C").arg(site).arg("--no-replace-objects");
    git
}

/// Runs a command that reads and writes at once.
fn ask(command: &mut Command, question: String) -> Option<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    let writer = std::thread::spawn(move || stdin.write_all(question.as_bytes()));
    let answer = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    Some(answer.stdout)
}
