//! The only code that touches the disk. Every failure names its file.

#![expect(clippy::disallowed_methods, reason = "this is the room for them")]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::error::{Error, Result};

/// What the file system says of a file without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Whether it is a folder (links are followed).
    pub is_folder: bool,
    /// Size in bytes.
    pub size: u64,
    /// Time of the last change, in nanoseconds since 1970; 0 where it is not known.
    pub modified: u128,
}

/// The whole file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| Error::io("read", path, error))
}

/// The whole file, or nothing where there is none.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    absent(fs::read(path)).map_err(|error| Error::io("read", path, error))
}

/// What is known of the file or folder, or nothing where there is none.
pub fn stat(path: &Path) -> Result<Option<Stat>> {
    let found = absent(fs::metadata(path));
    let found = found.map_err(|error| Error::io("look at", path, error))?;
    Ok(found.map(|metadata| Stat {
        is_folder: metadata.is_dir(),
        size: metadata.len(),
        modified: modified(&metadata),
    }))
}

/// The names in a folder, sorted; none where there is no folder.
pub fn names(folder: &Path) -> Result<Vec<PathBuf>> {
    let wrap = |error| Error::io("list", folder, error);
    let Some(entries) = absent(fs::read_dir(folder)).map_err(wrap)? else {
        return Ok(Vec::new());
    };
    let mut names = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()
        .map_err(wrap)?;
    names.sort();
    Ok(names)
}

/// Writes a file whose folder exists.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| Error::io("write", path, error))
}

/// Writes a file and waits until the disk has it.
pub fn write_durably(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = fs::File::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| Error::io("write", path, error))
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| Error::io("make the folder", path, error))
}

/// Moves a file or folder within one file system, replacing a file.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| Error::io("move a file to", to, error))
}

/// Removes a file; it may be gone already.
pub fn remove_file(path: &Path) -> Result<()> {
    absent(fs::remove_file(path))
        .map(drop)
        .map_err(|error| Error::io("remove", path, error))
}

/// Removes a folder with all it holds; it may be gone already.
pub fn remove_folder(path: &Path) -> Result<()> {
    absent(fs::remove_dir_all(path))
        .map(drop)
        .map_err(|error| Error::io("remove", path, error))
}

/// Removes a folder if nothing is in it, and says whether it did.
pub fn remove_empty_folder(path: &Path) -> Result<bool> {
    match fs::remove_dir(path) {
        Ok(()) => Ok(true),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::DirectoryNotEmpty | ErrorKind::NotFound
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(Error::io("remove the folder", path, error)),
    }
}

fn absent<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error)
            if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

fn modified(metadata: &fs::Metadata) -> u128 {
    metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_nanos())
}
