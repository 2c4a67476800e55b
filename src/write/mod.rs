//! Stage 5, files to disk: the output folder becomes the new site, or stays as it was.
//!
//! New and changed files are written aside, into a stage. When all are there, a journal
//! is written, and the last step renames them into place and removes what the former
//! build wrote and this one does not want. A build that ends before the journal has
//! changed nothing; one that ends after it is finished by the next. Files whose bytes
//! have not changed are not touched, nor is anything that no build wrote.
//!
//! Single files are not waited for: a loss of power, unlike a kill, may leave new files
//! short. The next build sees that their size is not the manifest's and writes them again.

mod layout;
mod sealed;
mod manifest;
mod entries;
mod folders;
mod site;
mod stage;
mod journal;
mod plan;
mod publication;
mod note;
mod keep;
#[cfg(test)]
mod tests;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::{Error, Result};
use crate::fingerprint::{Checksums, Digest, Fingerprint};
use crate::fs::{self, Lock, Stat};
use crate::route::{self, Route};
use journal::Journal;
pub use layout::STATE;

use entries::{Entries, Line};
use layout::Layout;
use manifest::{Entry, Manifest, Version};
use publication::Publication;
use site::{Site, Verdict};
use stage::Stage;

pub use note::{Left, left};

/// A build in an output folder. Dropped without [`Writer::publish`], it leaves the site
/// as it was.
#[derive(Debug)]
pub struct Writer {
    site: Site,
    stage: Stage,
    checksums: Checksums,
    entries: Entries,
    adopted: AtomicU64,
    written: AtomicU64,
    bytes: AtomicU64,
    layout: Layout,
    lock: Lock,
}

/// A folder that is removed with this value.
#[derive(Debug)]
pub struct Aside {
    /// Where it is; nothing is there before it is made.
    pub folder: PathBuf,
}

impl Aside {
    fn clear(folder: &Path) -> Result<Aside> {
        fs::remove_folder(folder)?;
        Ok(Aside { folder: folder.to_path_buf() })
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // What cannot be removed now is removed when the next build begins.
        drop(fs::remove_folder(&self.folder));
    }
}

/// What a build has done to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have changed.
    pub written: u64,
    /// Files that were there already, byte for byte.
    pub unchanged: u64,
    /// Files of the former build that are gone.
    pub removed: u64,
    /// Bytes in the files that were written.
    pub bytes: u64,
}

impl Writer {
    /// Begins a build in the folder, which is made if need be; finishes the last step of
    /// a former build that was cut short in it.
    ///
    /// An error if another build is at work there.
    pub fn open(output: &Path) -> Result<Writer> {
        let layout = Layout::create(output)?;
        let lock = layout.lock()?;
        let manifest = recover(&layout)?;
        Ok(Writer {
            site: Site::new(layout.site.clone(), manifest),
            stage: Stage::clear(&layout.stage)?,
            checksums: Checksums::Spared,
            entries: Entries::new(Aside::clear(&layout.entries)?),
            adopted: AtomicU64::new(0),
            written: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            layout,
            lock,
        })
    }

    /// Takes the checksum of every file from now on.
    #[must_use]
    pub fn with_checksums(self) -> Writer {
        Writer { checksums: Checksums::Taken, ..self }
    }

    /// An empty folder, made when something is put there, for what is too large for
    /// memory; gone when the build ends.
    pub fn aside(&self) -> Result<Aside> {
        Aside::clear(&self.layout.aside)
    }

    /// Gives the site a file. Any number of threads may do so at once.
    pub fn put(&self, route: &Route, bytes: &[u8]) -> Result<()> {
        let digest = Digest::of(bytes, self.checksums);
        let verdict = self.site.judge(route, digest.size, || Ok(digest))?;
        self.follow(route, &verdict, || Ok((self.stage.write(route, bytes)?, digest)))
    }

    /// Gives the site a file of any size, of which the digest is known: `fill` writes it
    /// piece by piece, and is asked only where the file is not there yet.
    pub fn fill(
        &self,
        route: &Route,
        digest: Digest,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        let verdict = self.site.judge(route, digest.size, || Ok(digest))?;
        self.follow(route, &verdict, || self.stage.fill(route, fill))
    }

    /// Gives the site a list of all files that it has been given so far, sorted: a line of
    /// checksum and route for each that is served and whose checksum was taken, as
    /// `sha256sum -c` reads them.
    pub fn list_checksums(&self, route: &Route) -> Result<()> {
        let list =
            |out: &mut dyn Write| self.entries.each(|entry| checksum_line(&entry, out));
        let digest = Digest::of_written(list)
            .map_err(|error| Error::io("write", Path::new(route.as_str()), error))?;
        self.fill(route, digest, list)
    }

    /// Gives the site a copy of a file of any size, which is read piece by piece.
    pub fn copy(&self, route: &Route, source: &Path) -> Result<()> {
        let size = fs::stat(source)?.map_or(0, |stat| stat.size);
        let digest = || site::digest(source, self.checksums);
        let verdict = self.site.judge(route, size, digest)?;
        self.follow(route, &verdict, || self.stage.copy(route, source, self.checksums))
    }

    /// Makes the given files, all of them and no others, the site.
    ///
    /// An error, and the former site, if something that no build wrote is in the way or
    /// a route was given twice.
    pub fn publish(self) -> Result<Summary> {
        let ready = self.prepare()?;
        ready.publication().finish()?;
        Ok(ready.summary)
    }

    /// Publishes, and notes for the next build what the site was made from.
    pub fn publish_noting(self, note: &str) -> Result<Summary> {
        let ready = self.prepare()?;
        ready.publication().finish()?;
        note::write(&ready.layout, ready.manifest, note)?;
        Ok(ready.summary)
    }

    fn follow(
        &self,
        route: &Route,
        verdict: &Verdict,
        write: impl FnOnce() -> Result<(Stat, Digest)>,
    ) -> Result<()> {
        let (version, checksum) = match *verdict {
            Verdict::Keep(version, checksum) => (version, checksum),
            Verdict::Adopt(version, checksum) => {
                self.adopted.fetch_add(1, Ordering::Relaxed);
                (version, checksum)
            }
            Verdict::Write => {
                let (stat, digest) = write()?;
                self.written.fetch_add(1, Ordering::Relaxed);
                self.bytes.fetch_add(stat.size, Ordering::Relaxed);
                (Version::new(stat, digest.fingerprint), digest.checksum)
            }
            Verdict::Blocked => return Ok(()),
        };
        self.entries.push(Entry { route: route.clone(), version, checksum })
    }

    /// Everything up to the journal, after which there is no way back.
    fn prepare(self) -> Result<Ready> {
        let entries = &self.entries;
        let unread = |error| Error::io("read", &self.layout.entries, error);
        plan::check(entries).map_err(unread)??;
        let (former, obstacles) = self.site.into_findings()?;
        let journal = plan::removals(entries, &former, &obstacles).map_err(unread)?;
        let written = self.written.into_inner();
        let removed = journal.len() as u64;
        let summary = Summary {
            written,
            unchanged: entries.len() - written,
            removed,
            bytes: self.bytes.into_inner(),
        };
        let moves = written + removed > 0;
        let manifest = match moves || self.adopted.into_inner() > 0 {
            true => Manifest::write(&self.layout.next, entries)?,
            false => former.fingerprint(),
        };
        // Whether the journal is whole is for the next build to say if writing it fails.
        self.stage.keep();
        if moves {
            journal.write(&self.layout.journal)?;
        }
        let layout = self.layout;
        Ok(Ready { layout, former, manifest, journal, summary, _lock: self.lock })
    }
}

/// The line of a file that is served and has a checksum. A route has neither line breaks
/// nor backslashes, which such lists would have to write in another way.
fn checksum_line(entry: &Line<'_>, out: &mut dyn Write) -> io::Result<()> {
    match entry.checksum().filter(|_| route::is_served(entry.route())) {
        Some(checksum) => writeln!(out, "{checksum}  {}", entry.route()),
        None => Ok(()),
    }
}

/// A build of which only the last step is left.
struct Ready {
    layout: Layout,
    former: Manifest,
    /// The fingerprint of the new one.
    manifest: Fingerprint,
    journal: Journal,
    summary: Summary,
    _lock: Lock,
}

impl Ready {
    fn publication(&self) -> Publication<'_> {
        Publication::new(&self.layout, &self.former, &self.journal)
    }
}

/// Finishes or forgets what a former build left half done; gives what it wrote.
fn recover(layout: &Layout) -> Result<Manifest> {
    let former = Manifest::read(&layout.manifest)?;
    let Some(journal) = Journal::read(&layout.journal)? else {
        fs::remove_file(&layout.journal)?;
        fs::remove_file(&layout.next)?;
        return Ok(former);
    };
    Publication::new(layout, &former, &journal).finish()?;
    Manifest::read(&layout.manifest)
}
