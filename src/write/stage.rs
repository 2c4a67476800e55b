//! The stage: the new files of the running build, before anybody sees them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::fingerprint::{Checksums, Digest, Digester};
use crate::fs::{self, Found, Stat};
use crate::route::Route;

/// A folder that is thrown away with this value, unless it is kept.
#[derive(Debug)]
pub(super) struct Stage {
    folder: PathBuf,
    fate: Fate,
}

#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Discard,
    Keep,
}

impl Stage {
    /// An empty stage; the folder is made with its first file.
    pub(super) fn clear(folder: &Path) -> Result<Stage> {
        fs::remove_folder(folder)?;
        Ok(Stage { folder: folder.to_path_buf(), fate: Fate::Discard })
    }

    /// Writes a new file.
    pub(super) fn write(&self, route: &Route, bytes: &[u8]) -> Result<Stat> {
        let path = self.folder.join(route.as_str());
        fs::put(&path, bytes).map_err(|error| self.explain(error, route))
    }

    /// Writes a new file of any size piece by piece; gives the digest of all pieces.
    pub(super) fn fill(
        &self,
        route: &Route,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(Stat, Digest)> {
        let path = self.folder.join(route.as_str());
        let mut seen = Digester::new(Checksums::Taken);
        let stat = fs::fill(&path, |out| fill(&mut seen.beside(out)))
            .map_err(|error| self.explain(error, route))?;
        Ok((stat, seen.finish()))
    }

    /// Copies a file of any size; gives the digest of the bytes that were copied.
    pub(super) fn copy(
        &self,
        route: &Route,
        from: &Path,
        checksums: Checksums,
    ) -> Result<(Stat, Digest)> {
        let path = self.folder.join(route.as_str());
        let mut seen = Digester::new(checksums);
        let stat = fs::copy(from, &path, |piece| seen.update(piece))
            .map_err(|error| self.explain(error, route))?;
        Ok((stat, seen.finish()))
    }

    /// Leaves the folder to the last step of the build.
    pub(super) fn keep(mut self) {
        self.fate = Fate::Keep;
    }

    /// A plan that wants a file and a folder at one place is what the disk stumbles over.
    fn explain(&self, error: Error, route: &Route) -> Error {
        let path = self.folder.join(route.as_str());
        let above = path.ancestors().skip(1).take_while(|path| *path != self.folder);
        let is_file = |path: &Path| matches!(fs::look(path), Ok(Found::File(_)));
        if matches!(fs::look(&path), Ok(Found::Folder)) || above.into_iter().any(is_file)
        {
            return file_and_folder(route.as_str());
        }
        error
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if self.fate == Fate::Discard {
            // What cannot be removed now is removed when the next build begins.
            drop(fs::remove_folder(&self.folder));
        }
    }
}

/// A defect of the plan: no disk can hold such a site.
pub(super) fn file_and_folder(route: &str) -> Error {
    Error::Internal(format!("`{route}` is planned where a file and a folder would meet"))
}
