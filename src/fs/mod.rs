//! The only code that touches the disk. Every failure names its file.

#![expect(clippy::disallowed_methods, reason = "this is the room for them")]

mod images;
mod mark;

use std::fs;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::error::{Error, Result};

pub use images::image_size;
pub use mark::Mark;

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

/// What stands at a path itself: a link is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing at all.
    Nothing,
    /// A regular file.
    File(Stat),
    /// A folder.
    Folder,
    /// A link, a device, a socket.
    Other,
}

/// The right of one process to work in a folder; it ends with the value or the process.
#[derive(Debug)]
pub struct Lock {
    _file: fs::File,
}

/// The whole file, of any size.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(MOST_TEXTS);
    let read = fs::File::open(path)
        // What has a limit is read as it comes; a file alone is first asked for its size.
        .and_then(|file| file.take(u64::MAX).read_to_end(&mut bytes));
    read.map_err(|error| Error::io("read", path, error))?;
    Ok(bytes)
}

/// Most texts have fewer bytes.
const MOST_TEXTS: usize = 1 << 13;

/// The whole file, or nothing where there is none.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>> {
    absent(fs::read(path)).map_err(|error| Error::io("read", path, error))
}

/// What is known of the file or folder, or nothing where there is none.
pub fn stat(path: &Path) -> Result<Option<Stat>> {
    let found = absent(fs::metadata(path));
    let found = found.map_err(|error| Error::io("look at", path, error))?;
    Ok(found.map(|metadata| known(&metadata)))
}

/// What stands at the path itself, no link followed.
pub fn look(path: &Path) -> Result<Found> {
    let found = absent(fs::symlink_metadata(path));
    let found = found.map_err(|error| Error::io("look at", path, error))?;
    Ok(match found {
        None => Found::Nothing,
        Some(metadata) if metadata.is_file() => Found::File(known(&metadata)),
        Some(metadata) if metadata.is_dir() => Found::Folder,
        Some(_) => Found::Other,
    })
}

/// Hands over the file piece by piece, so that it need not fit into memory.
pub fn read_pieces(path: &Path, mut take: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let wrap = |error| Error::io("read", path, error);
    let mut file = fs::File::open(path).map_err(wrap)?;
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => take(piece.get(..length).unwrap_or_default())?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(wrap(error)),
        }
    }
}

/// Bytes read at once from a file of any size.
const PIECE: usize = 1 << 17;

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

/// Puts other bytes into a file that is there: whoever looks finds either the old ones or
/// the new ones, whole.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    // Through a link, to what it leads to.
    let path = real(path);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let aside = path.with_file_name(name);
    write_durably(&aside, bytes)?;
    let permissions = fs::metadata(&path)
        .and_then(|old| fs::set_permissions(&aside, old.permissions()));
    permissions.map_err(|error| Error::io("write", &path, error))?;
    rename(&aside, &path)
}

/// Opens a file that is read from its beginning to its end.
pub fn open(path: &Path) -> Result<impl BufRead + Send + use<>> {
    let file = fs::File::open(path).map_err(|error| Error::io("read", path, error))?;
    Ok(BufReader::with_capacity(PIECE, file))
}

/// Writes a file by a buffer that `fill` fills, and waits until the disk has it.
pub fn fill_durably(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let written = fs::File::create(path).and_then(|file| {
        let mut buffer = BufWriter::with_capacity(PIECE, file);
        fill(&mut buffer)?;
        buffer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    });
    written.map_err(|error| Error::io("write", path, error))
}

/// Writes a file, with its folder if there is none; says what it has become.
pub fn put(path: &Path, bytes: &[u8]) -> Result<Stat> {
    let written = create_with_folder(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.metadata()
    });
    let written = written.map_err(|error| Error::io("write", path, error))?;
    Ok(known(&written))
}

/// Writes a file as [`put`] does, by a buffer that `fill` fills.
pub fn fill(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Stat> {
    let written = create_with_folder(path).and_then(|file| {
        let mut buffer = BufWriter::with_capacity(PIECE, file);
        fill(&mut buffer)?;
        buffer.into_inner().map_err(io::IntoInnerError::into_error)?.metadata()
    });
    let written = written.map_err(|error| Error::io("write", path, error))?;
    Ok(known(&written))
}

/// Copies a file's bytes as [`put`] does, and shows each piece to `see` on the way.
pub fn copy(from: &Path, to: &Path, mut see: impl FnMut(&[u8])) -> Result<Stat> {
    let wrap = |error| Error::io("write", to, error);
    let mut file = create_with_folder(to).map_err(wrap)?;
    read_pieces(from, |piece| {
        see(piece);
        file.write_all(piece).map_err(wrap)
    })?;
    Ok(known(&file.metadata().map_err(wrap)?))
}

/// Trying first costs nothing where the folder exists, as it does for most files but pages,
/// each of which has a folder of its own.
fn create_with_folder(path: &Path) -> io::Result<fs::File> {
    if let Some(folder) = path.parent().filter(|_| path.ends_with("index.html")) {
        _ = fs::create_dir(folder);
    }
    match (fs::File::create(path), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            fs::File::create(path)
        }
        (created, _) => created,
    }
}

/// Locks the file, made if need be, or gives nothing if another holds it.
///
/// A file system that knows no locks lets everybody in.
pub fn lock(path: &Path) -> Result<Option<Lock>> {
    let wrap = |error| Error::io("lock", path, error);
    let mut open = fs::OpenOptions::new();
    let file = open.write(true).create(true).truncate(false).open(path).map_err(wrap)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
            Ok(Some(Lock { _file: file }))
        }
        Err(fs::TryLockError::Error(error)) => Err(wrap(error)),
    }
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

fn known(metadata: &fs::Metadata) -> Stat {
    Stat {
        is_folder: metadata.is_dir(),
        size: metadata.len(),
        modified: modified(metadata),
    }
}

/// When a file was last changed, as [`Stat`] has it.
pub fn modified(metadata: &fs::Metadata) -> u128 {
    metadata
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |since| since.as_nanos())
}

/// The path with every link followed; of a path that does not exist yet, as far as it
/// does.
pub fn real(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if parent.as_os_str().is_empty() => {
            real(Path::new(".")).join(name)
        }
        (Some(parent), Some(name)) => real(parent).join(name),
        _ => path.to_path_buf(),
    }
}
