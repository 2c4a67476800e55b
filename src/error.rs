//! The world failed: a disk, a port or a template engine refused its service.
//!
//! A mistake in the author's content is never an [`Error`]; it is a
//! [`Diagnostic`](crate::diagnostic::Diagnostic), and all of them are collected.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What stopped the program, naming the file it happened at.
#[derive(Debug)]
pub enum Error {
    /// The operating system refused to do something to a file or folder.
    Io {
        /// What was attempted, as in "cannot *read* `site.toml`".
        action: &'static str,
        /// The file or folder it was attempted on.
        path: PathBuf,
        /// The operating system's answer.
        source: io::Error,
    },
    /// There is no `site.toml` where one was looked for.
    NoSite(PathBuf),
    /// The operating system gave no port to serve at.
    Address {
        /// What was asked for: `127.0.0.1:8000`.
        address: String,
        /// The operating system's answer.
        source: io::Error,
    },
    /// The output folder holds something that a build must not touch.
    Output {
        /// The file or folder in the way.
        path: PathBuf,
        /// Why it is in the way, and what to do.
        message: String,
    },
    /// A file that chancery wrote is not what it wrote, or another version wrote it.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// A part of a site cannot be put together with others.
    Part {
        /// The part's folder.
        path: PathBuf,
        /// Why, and what to do.
        message: String,
    },
    /// A promise of chancery's own was broken; a defect worth reporting.
    Internal(String),
}

/// A result that only the world can spoil.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Wraps the operating system's answer to `action` on `path`.
    pub fn io(action: &'static str, path: impl AsRef<Path>, source: io::Error) -> Error {
        Error::Io { action, path: path.as_ref().to_path_buf(), source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { action, path, source } => {
                write!(f, "cannot {action} `{}`: {source}", path.display())
            }
            Error::NoSite(folder) => write!(
                f,
                "there is no `site.toml` in `{}`: write one with `title` and `base_url`, \
                 or name the site's folder with `--site`",
                folder.display()
            ),
            Error::Address { address, source } => match source.kind() {
                io::ErrorKind::AddrInUse => write!(
                    f,
                    "cannot serve at `{address}`: another program does; choose another \
                     port with `--port`"
                ),
                _ => write!(f, "cannot serve at `{address}`: {source}"),
            },
            Error::Output { path, message } => {
                write!(f, "`{}` is in the way: {message}", path.display())
            }
            Error::Damaged { path, message } => {
                write!(f, "`{}` {message}: build the site again", path.display())
            }
            Error::Part { path, message } => {
                write!(f, "`{}` cannot be merged: {message}", path.display())
            }
            Error::Internal(message) => write!(f, "internal error: {message}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { source, .. } | Error::Address { source, .. } => Some(source),
            Error::NoSite(_)
            | Error::Output { .. }
            | Error::Damaged { .. }
            | Error::Part { .. }
            | Error::Internal(_) => None,
        }
    }
}
