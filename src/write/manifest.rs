//! The manifest: what the last build wrote, file by file.
//!
//! One line a file, sorted by route: route, size, time of the last change, fingerprint
//! and, where one was taken, checksum, with tabs between. The text itself is the index: a line is found by
//! halving, so that two million files need their text's memory and no more.

use std::fmt;
use std::io::Write;
use std::path::Path;

use super::entries::Entries;
use super::sealed;
use crate::error::Result;
use crate::fingerprint::{Checksum, Checksums, Digester, Fingerprint};
use crate::fs::{self, Stat};
use crate::route::Route;

const HEADING: &str = "chancery manifest 1";

/// What the last build wrote; empty if that is not known.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    lines: Vec<u8>,
    /// When it was written, as [`Version`] counts time.
    written: u64,
}

/// One file that a build wrote, or found as it would have written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) route: Route,
    pub(super) version: Version,
    /// Told to readers, where the site tells it.
    pub(super) checksum: Option<Checksum>,
}

/// What a file was when a build last saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version {
    size: u64,
    /// In nanoseconds since 1970, good until the year 2554; 0 where it is not known.
    modified: u64,
    fingerprint: Fingerprint,
}

impl Version {
    /// The file of which the file system and its bytes say this.
    pub(super) fn new(stat: Stat, fingerprint: Fingerprint) -> Version {
        Version { size: stat.size, modified: nanoseconds(stat), fingerprint }
    }

    /// Whether a file that looks so now may be what it was then.
    pub(super) fn looks_like(&self, stat: Stat) -> bool {
        self.size == stat.size && self.modified == nanoseconds(stat) && self.modified != 0
    }

    /// Whether its bytes have this fingerprint.
    pub(super) fn holds(&self, fingerprint: Fingerprint) -> bool {
        self.fingerprint == fingerprint
    }
}

fn nanoseconds(stat: Stat) -> u64 {
    u64::try_from(stat.modified).unwrap_or(0)
}

impl Manifest {
    /// Reads a manifest; one that is missing, damaged or of another version is empty.
    pub(super) fn read(path: &Path) -> Result<Manifest> {
        let written = fs::stat(path)?.map_or(0, nanoseconds);
        let lines = sealed::read(path, HEADING)?.unwrap_or_default();
        Ok(Manifest { lines, written })
    }

    /// Writes the entries; gives their fingerprint.
    pub(super) fn write(path: &Path, entries: &Entries) -> Result<Fingerprint> {
        let mut seen = Digester::new(Checksums::Spared);
        sealed::write(path, HEADING, |out| {
            let mut out = seen.beside(out);
            entries.each(|entry| writeln!(out, "{entry}"))
        })?;
        Ok(seen.finish().fingerprint)
    }

    /// The version of the file that the last build left at the route.
    pub(super) fn find(&self, route: &str) -> Option<Version> {
        self.line(route).and_then(version)
    }

    /// The checksum that the last build took of the file.
    pub(super) fn checksum(&self, route: &str) -> Option<Checksum> {
        checksum(std::str::from_utf8(self.line(route)?).ok()?)
    }

    /// What it was as a whole: no other manifest has the same.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.lines)
    }

    fn line(&self, route: &str) -> Option<&[u8]> {
        let mut rest = self.lines.as_slice();
        while !rest.is_empty() {
            let (before, from) = rest.split_at(line_start(rest, rest.len() / 2));
            let line = from.split(|&byte| byte == b'\n').next()?;
            match field(line).cmp(route.as_bytes()) {
                std::cmp::Ordering::Equal => return Some(line),
                std::cmp::Ordering::Less => rest = from.get(line.len() + 1..)?,
                std::cmp::Ordering::Greater => rest = before,
            }
        }
        None
    }

    /// Whether a file that looks so now has not been touched since the last build.
    ///
    /// Clocks are coarse: a change in the very tick in which the file was written does
    /// not show. But a change comes after the manifest, so that it does show in a file
    /// whose tick was over when the manifest was written; no other is trusted.
    pub(super) fn is_untouched(&self, version: Version, stat: Stat) -> bool {
        version.looks_like(stat) && version.modified < self.written
    }

    /// Whether the last build left a file at the route.
    pub(super) fn knows(&self, route: &str) -> bool {
        self.find(route).is_some()
    }

    /// Each file with what it was when it was written, if all lines say so much.
    pub(super) fn files(&self) -> Option<Vec<(&str, Version)>> {
        let lines = self.lines.split(|&byte| byte == b'\n');
        let lines = lines.filter(|line| !line.is_empty());
        let file = |line| Some((std::str::from_utf8(field(line)).ok()?, version(line)?));
        lines.map(file).collect()
    }

    /// The routes of the last build, sorted. A forged manifest may hold what is none.
    pub(super) fn routes(&self) -> impl Iterator<Item = &str> {
        let lines = self.lines.split(|&byte| byte == b'\n');
        lines
            .filter_map(|line| std::str::from_utf8(field(line)).ok())
            .filter(|route| !route.is_empty())
    }
}

/// Where the line begins in which the byte stands.
fn line_start(lines: &[u8], byte: usize) -> usize {
    let before = lines.get(..byte).unwrap_or(lines);
    memchr::memrchr(b'\n', before).map_or(0, |end| end + 1)
}

/// The first field: the route.
fn field(line: &[u8]) -> &[u8] {
    line.split(|&byte| byte == b'\t').next().unwrap_or_default()
}

/// The checksum in a line that has one.
pub(super) fn checksum(line: &str) -> Option<Checksum> {
    line.split('\t').nth(4).and_then(Checksum::parse)
}

fn version(line: &[u8]) -> Option<Version> {
    let mut fields = std::str::from_utf8(line).ok()?.split('\t').skip(1);
    Some(Version {
        size: fields.next()?.parse().ok()?,
        modified: fields.next()?.parse().ok()?,
        fingerprint: Fingerprint::parse(fields.next()?)?,
    })
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Version { size, modified, fingerprint } = self.version;
        write!(f, "{}\t{size}\t{modified}\t{fingerprint}", self.route)?;
        self.checksum.map_or(Ok(()), |checksum| write!(f, "\t{checksum}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::Aside;

    fn entry(route: &str) -> Entry {
        let stat =
            Stat { is_folder: false, size: 3, modified: 1_700_000_000_000_000_001 };
        let version = Version::new(stat, Fingerprint::of(route.as_bytes()));
        Entry { route: Route::file(route).unwrap(), version, checksum: None }
    }

    fn manifest(routes: &[&str]) -> (Manifest, Vec<Entry>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest");
        let mut all: Vec<_> = routes.iter().map(|route| entry(route)).collect();
        let entries = Entries::new(Aside { folder: folder.path().join("aside") });
        for entry in &all {
            entries.push(entry.clone()).unwrap();
        }
        Manifest::write(&path, &entries).unwrap();
        all.sort_by(|a, b| a.route.cmp(&b.route));
        (Manifest::read(&path).unwrap(), all)
    }

    #[test]
    fn every_line_is_found_and_no_other() {
        let all = ["a", "a b", "a/b", "a/b/c.html", "b", "平和/index.html", "z.txt"];
        for count in 0..=all.len() {
            let (manifest, entries) = manifest(&all[..count]);
            for entry in &entries {
                assert_eq!(manifest.find(entry.route.as_str()), Some(entry.version));
            }
            let routes: Vec<_> =
                entries.iter().map(|entry| entry.route.as_str()).collect();
            assert_eq!(manifest.routes().collect::<Vec<_>>(), routes);
            for other in ["", "0", "a/", "a/b/c", "zz", "平"] {
                assert_eq!(manifest.find(other), None, "{other}");
            }
        }
    }

    #[test]
    fn only_a_time_that_tells_is_trusted() {
        let check = |then: u64, now: u64, written: u64, untouched| {
            let stat =
                |time: u64| Stat { is_folder: false, size: 3, modified: time.into() };
            let version = Version::new(stat(then), Fingerprint::default());
            let manifest = Manifest { lines: Vec::new(), written };
            assert_eq!(manifest.is_untouched(version, stat(now)), untouched, "{then}");
        };
        check(10, 10, 11, true);
        check(10, 11, 12, false);
        check(10, 10, 10, false);
        check(10, 10, 9, false);
        check(0, 0, 9, false);
    }
}
