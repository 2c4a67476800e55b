//! The files below a folder: the only place that names the walking library.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::{Error, Result};
use crate::fs::{self, Mark};

pub(super) struct File {
    /// Relative to the folder, with `/`.
    pub(super) name: String,
    pub(super) disk: PathBuf,
    pub(super) size: u64,
    pub(super) modified: u128,
    pub(super) mark: Option<Mark>,
}

#[derive(Default)]
pub(super) struct Walked {
    /// Sorted by name.
    pub(super) files: Vec<File>,
    /// Names that are not UTF-8, as well as they can be shown.
    pub(super) unnamed: Vec<String>,
    /// Names of links that lead out of the folder.
    pub(super) leaving: Vec<String>,
    /// Whether some file or folder is a link, so that one file may have two names.
    pub(super) has_links: bool,
}

/// All files below `folder`, links followed; none where there is no such folder.
///
/// Hidden files and editors' backups are left out.
pub(super) fn files(folder: &Path) -> Result<Walked> {
    let mut walked = Walked::default();
    let root = fs::real(folder);
    let (mut leaving, mut has_links) = (Vec::new(), false);
    let entries = WalkDir::new(folder).min_depth(1).follow_links(true).into_iter();
    let entries = entries.filter_entry(|entry| {
        let is_link = entry.depth() > 0 && entry.path_is_symlink();
        has_links |= is_link;
        let leaves = is_link && !fs::real(entry.path()).starts_with(&root);
        if leaves {
            let name = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            leaving.push(name.to_string_lossy().into_owned());
        }
        entry.depth() == 0 || !(leaves || is_hidden(entry))
    });
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if is_absent(&error) => continue,
            Err(error) => return Err(walk_error(folder, error)),
        };
        if entry.file_type().is_file() {
            walked.add(folder, &entry)?;
        }
    }
    walked.files.sort_by(|a, b| a.name.cmp(&b.name));
    walked.unnamed.sort();
    leaving.sort();
    (walked.leaving, walked.has_links) = (leaving, has_links);
    Ok(walked)
}

impl Walked {
    fn add(&mut self, folder: &Path, entry: &DirEntry) -> Result<()> {
        let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let metadata =
            entry.metadata().map_err(|error| walk_error(entry.path(), error))?;
        match relative.to_str() {
            Some(name) => self.files.push(File {
                name: name.replace('\\', "/"),
                disk: entry.path().to_path_buf(),
                size: metadata.len(),
                modified: fs::modified(&metadata),
                mark: Mark::of(&metadata),
            }),
            None => self.unnamed.push(relative.to_string_lossy().into_owned()),
        }
        Ok(())
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    name.starts_with(b".") || name.ends_with(b"~") || name == b"Thumbs.db"
}

/// No such folder, or a link that leads nowhere or in a circle.
fn is_absent(error: &walkdir::Error) -> bool {
    error.loop_ancestor().is_some()
        || error.io_error().is_some_and(|e| e.kind() == std::io::ErrorKind::NotFound)
}

fn walk_error(path: &Path, error: walkdir::Error) -> Error {
    let path = error.path().unwrap_or(path).to_path_buf();
    Error::io("look through", path, error.into())
}
