//! Where a build keeps what it must remember: a hidden folder in the output folder.
//!
//! It lies there because a rename works only within one file system, and so that it goes
//! where the output goes. No route can name it: a route's parts begin with no dot.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::fs::{self, Found, Lock};

/// The name of that folder.
pub const STATE: &str = ".chancery";

/// The output folder and the files of its hidden folder.
#[derive(Debug)]
pub(super) struct Layout {
    /// The output folder.
    pub(super) site: PathBuf,
    /// What the last build wrote.
    pub(super) manifest: PathBuf,
    /// What the last build says to the next.
    pub(super) note: PathBuf,
    /// The manifest of the running build.
    pub(super) next: PathBuf,
    /// The lines of the running build's manifest that are too many for memory.
    pub(super) entries: PathBuf,
    /// The new files of the running build, at their routes.
    pub(super) stage: PathBuf,
    /// What the running build puts aside and removes itself.
    pub(super) aside: PathBuf,
    /// What the last step removes; there while that step runs.
    pub(super) journal: PathBuf,
    lock: PathBuf,
}

impl Layout {
    /// Makes the output folder and its hidden folder where they are missing.
    pub(super) fn create(site: &Path) -> Result<Layout> {
        let hidden = site.join(STATE);
        fs::create_folder(site)?;
        match fs::look(&hidden)? {
            Found::Folder => {}
            Found::Nothing => fs::create_folder(&hidden)?,
            Found::File(_) | Found::Other => return Err(in_the_way(vec![hidden])),
        }
        Ok(Layout::of(site))
    }

    /// Where the files of the output folder lie, if they do.
    pub(super) fn of(site: &Path) -> Layout {
        let hidden = site.join(STATE);
        Layout {
            site: site.to_path_buf(),
            manifest: hidden.join("manifest"),
            note: hidden.join("note"),
            next: hidden.join("next"),
            entries: hidden.join("entries"),
            stage: hidden.join("stage"),
            aside: hidden.join("aside"),
            journal: hidden.join("journal"),
            lock: hidden.join("lock"),
        }
    }

    /// Keeps other builds out until the lock is dropped, even by a kill.
    pub(super) fn lock(&self) -> Result<Lock> {
        if fs::look(&self.lock)? == Found::Other {
            return Err(in_the_way(vec![self.lock.clone()]));
        }
        fs::lock(&self.lock)?.ok_or_else(|| Error::Output {
            path: self.lock.clone(),
            message: "another build is writing this output folder; wait for its end"
                .to_owned(),
        })
    }

    /// Whether the path within the site is a real folder, reached through real folders.
    pub(super) fn is_real_folder(&self, folder: &str) -> Result<bool> {
        let mut path = self.site.clone();
        for part in folder.split('/').filter(|part| !part.is_empty()) {
            path.push(part);
            if fs::look(&path)? != Found::Folder {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The folder of a route, or of a folder; the site itself is the empty text.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders of a route from the nearest to the farthest, without the site itself.
pub(super) fn ancestors(route: &str) -> impl Iterator<Item = &str> {
    let above = std::iter::successors(Some(route), |path| Some(parent(path)));
    above.skip(1).take_while(|folder| !folder.is_empty())
}

/// The failure of a build that would have had to touch what no build wrote.
pub(super) fn in_the_way(mut paths: Vec<PathBuf>) -> Error {
    paths.sort();
    paths.dedup();
    let quote = |path: &PathBuf| format!("`{}`", path.display());
    let others: Vec<_> = paths.iter().skip(1).take(LISTED).map(quote).collect();
    let mut message = "no build wrote it, so it is not touched; \
                       move it away or choose another output folder"
        .to_owned();
    if !others.is_empty() {
        message = format!("{message} (likewise {}", others.join(", "));
        match paths.len().saturating_sub(1 + LISTED) {
            0 => message.push(')'),
            more => message = format!("{message} and {more} more)"),
        }
    }
    Error::Output { path: paths.into_iter().next().unwrap_or_default(), message }
}

/// So many more paths are named in one message.
const LISTED: usize = 4;
