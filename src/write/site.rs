//! The site as it stands: which new files are there already, and what is in the way.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::folders::{Folders, Footing};
use super::layout::{in_the_way, parent};
use super::manifest::{Manifest, Version};
use crate::error::Result;
use crate::fingerprint::{Checksum, Checksums, Digest, Digester, Fingerprint};
use crate::fs::{self, Found, Stat};
use crate::route::Route;

/// The output folder and what is known of it; many threads ask at once.
#[derive(Debug)]
pub(super) struct Site {
    root: PathBuf,
    manifest: Manifest,
    folders: Folders,
    obstacles: Mutex<Vec<String>>,
    foreign: Mutex<Vec<PathBuf>>,
}

/// What has to be done for a file of the new site.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing: the last build left it so.
    Keep(Version, Option<Checksum>),
    /// Nothing: it has these bytes, though the manifest does not say so.
    Adopt(Version, Option<Checksum>),
    /// It must be written.
    Write,
    /// It cannot be written; the build will fail.
    Blocked,
}

/// What stands at a file's place.
enum Standing {
    Free,
    Ours(Stat, Version),
    Changed(Stat),
    Foreign(Stat),
    Blocked,
}

impl Site {
    pub(super) fn new(root: PathBuf, manifest: Manifest) -> Site {
        Site {
            root,
            manifest,
            folders: Folders::default(),
            obstacles: Mutex::default(),
            foreign: Mutex::default(),
        }
    }

    /// Compares a new file with what stands at its place. Its digest is asked for only
    /// where the sizes agree.
    pub(super) fn judge(
        &self,
        route: &Route,
        size: u64,
        digest: impl FnOnce() -> Result<Digest>,
    ) -> Result<Verdict> {
        Ok(match self.standing(route.as_str())? {
            Standing::Ours(stat, version) if stat.size == size => {
                let digest = digest()?;
                if version.holds(digest.fingerprint) {
                    Verdict::Keep(version, digest.checksum)
                } else {
                    Verdict::Write
                }
            }
            Standing::Changed(stat) if stat.size == size => {
                self.adopt(route, stat, digest()?)?.unwrap_or(Verdict::Write)
            }
            Standing::Foreign(stat) if stat.size == size => {
                self.adopt(route, stat, digest()?)?.unwrap_or_else(|| self.blocked(route))
            }
            Standing::Free | Standing::Ours(..) | Standing::Changed(_) => Verdict::Write,
            Standing::Foreign(_) => self.blocked(route),
            Standing::Blocked => Verdict::Blocked,
        })
    }

    /// The file at the route, where the last build left it so.
    pub(super) fn kept(
        &self,
        route: &str,
    ) -> Result<Option<(Version, Option<Checksum>)>> {
        Ok(match self.standing(route)? {
            Standing::Ours(_, version) => Some((version, self.manifest.checksum(route))),
            _ => None,
        })
    }

    /// The routes of the last build below a folder, sorted.
    pub(super) fn former<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = &'a str> + 'a {
        self.manifest.routes().filter(move |route| route.starts_with(folder))
    }

    /// The fingerprint of the last build's manifest.
    pub(super) fn manifest_print(&self) -> Fingerprint {
        self.manifest.fingerprint()
    }

    /// How many files the last build left, if all of them are still as they were.
    pub(super) fn untouched(&self) -> Result<Option<u64>> {
        let Some(files) = self.manifest.files() else { return Ok(None) };
        let all_are = files
            .par_iter()
            .map(|&(route, version)| self.is_left(route, version))
            .try_reduce(|| true, |one, other| Ok(one && other))?;
        Ok(all_are.then_some(files.len() as u64))
    }

    /// Whether a file is still as it was. Where its time does not tell, its bytes do: that
    /// is so of the few that were written last.
    fn is_left(&self, route: &str, version: Version) -> Result<bool> {
        if self.footing(parent(route))? != Footing::Folder {
            return Ok(false);
        }
        let path = self.root.join(route);
        match fs::look(&path)? {
            Found::File(stat) if self.manifest.is_untouched(version, stat) => Ok(true),
            Found::File(stat) if version.looks_like(stat) => {
                Ok(version.holds(digest(&path, Checksums::Spared)?.fingerprint))
            }
            _ => Ok(false),
        }
    }

    /// What was learnt: the manifest, and the old places that must be cleared before the
    /// new files move in, sorted. An error if something is in the way.
    pub(super) fn into_findings(self) -> Result<(Manifest, Vec<String>)> {
        let foreign = self.foreign.into_inner().unwrap_or_else(PoisonError::into_inner);
        if !foreign.is_empty() {
            return Err(in_the_way(foreign));
        }
        let obstacles = self.obstacles.into_inner();
        let mut obstacles = obstacles.unwrap_or_else(PoisonError::into_inner);
        obstacles.sort_unstable();
        obstacles.dedup();
        Ok((self.manifest, obstacles))
    }

    fn adopt(
        &self,
        route: &Route,
        stat: Stat,
        wanted: Digest,
    ) -> Result<Option<Verdict>> {
        let found = digest(&self.root.join(route.as_str()), Checksums::Spared)?;
        let version = Version::new(stat, found.fingerprint);
        let is_it = version.holds(wanted.fingerprint);
        Ok(is_it.then_some(Verdict::Adopt(version, wanted.checksum)))
    }

    fn blocked(&self, route: &Route) -> Verdict {
        self.report(self.root.join(route.as_str()));
        Verdict::Blocked
    }

    fn standing(&self, route: &str) -> Result<Standing> {
        match self.footing(parent(route))? {
            Footing::Nothing => return Ok(Standing::Free),
            Footing::Blocked => return Ok(Standing::Blocked),
            Footing::Folder => {}
        }
        let path = self.root.join(route);
        Ok(match fs::look(&path)? {
            Found::Nothing => Standing::Free,
            Found::File(stat) => match self.manifest.find(route) {
                Some(version) if self.manifest.is_untouched(version, stat) => {
                    Standing::Ours(stat, version)
                }
                Some(_) => Standing::Changed(stat),
                None => Standing::Foreign(stat),
            },
            Found::Folder => self.standing_folder(route)?,
            Found::Other => {
                self.report(path);
                Standing::Blocked
            }
        })
    }

    /// A folder makes place for a file if nothing but old files of ours is in it.
    fn standing_folder(&self, route: &str) -> Result<Standing> {
        let foreign = self.foreign_below(route)?;
        if foreign.is_empty() {
            self.clear(route);
            return Ok(Standing::Free);
        }
        for path in foreign {
            self.report(path);
        }
        Ok(Standing::Blocked)
    }

    fn foreign_below(&self, folder: &str) -> Result<Vec<PathBuf>> {
        let mut foreign = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let paths = fs::names(&self.root.join(&folder))?;
            if paths.is_empty() {
                foreign.push(self.root.join(&folder));
            }
            for path in paths {
                let name = path.file_name().and_then(|name| name.to_str());
                let route = name.map(|name| format!("{folder}/{name}"));
                match (fs::look(&path)?, route) {
                    (Found::Folder, Some(route)) => folders.push(route),
                    (Found::File(_), Some(route)) if self.manifest.knows(&route) => {}
                    _ => foreign.push(path),
                }
            }
        }
        Ok(foreign)
    }

    /// What a folder of the site rests on; every folder is looked at once.
    fn footing(&self, folder: &str) -> Result<Footing> {
        if folder.is_empty() {
            return Ok(Footing::Folder);
        }
        if let Some(footing) = self.folders.get(folder) {
            return Ok(footing);
        }
        let footing = match self.footing(parent(folder))? {
            Footing::Folder => self.look_at_folder(folder)?,
            above => above,
        };
        self.folders.set(folder, footing);
        Ok(footing)
    }

    fn look_at_folder(&self, folder: &str) -> Result<Footing> {
        let path = self.root.join(folder);
        Ok(match fs::look(&path)? {
            Found::Nothing => Footing::Nothing,
            Found::Folder => Footing::Folder,
            Found::File(_) if self.manifest.knows(folder) => {
                self.clear(folder);
                Footing::Nothing
            }
            Found::File(_) | Found::Other => {
                self.report(path);
                Footing::Blocked
            }
        })
    }

    fn clear(&self, place: &str) {
        let mut obstacles = self.obstacles.lock().unwrap_or_else(PoisonError::into_inner);
        obstacles.push(place.to_owned());
    }

    fn report(&self, path: PathBuf) {
        self.foreign.lock().unwrap_or_else(PoisonError::into_inner).push(path);
    }
}

/// The digest of a file on disk.
pub(super) fn digest(path: &Path, checksums: Checksums) -> Result<Digest> {
    let mut seen = Digester::new(checksums);
    fs::read_pieces(path, |piece| {
        seen.update(piece);
        Ok(())
    })?;
    Ok(seen.finish())
}
