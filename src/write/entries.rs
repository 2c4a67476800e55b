//! The files of the new site, sorted by route; what is too much for memory is put aside.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fmt;
use std::io::{self, BufRead};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Aside;
use super::manifest::{self, Entry};
use crate::error::Result;
use crate::fingerprint::Checksum;
use crate::fs;

/// Entries in any number; many threads add to them at once.
#[derive(Debug)]
pub(super) struct Entries {
    held: Mutex<Vec<Entry>>,
    /// How many are held at most.
    most: usize,
    /// Where the others are: lines as the manifest has them, sorted, `most` a file.
    aside: Aside,
    /// How many files are there.
    runs: AtomicU64,
    /// How many entries there are.
    count: AtomicU64,
}

/// With their routes they take about 25 MB.
const MOST: usize = 1 << 17;

impl Entries {
    /// None yet.
    pub(super) fn new(aside: Aside) -> Entries {
        let (runs, count) = (AtomicU64::new(0), AtomicU64::new(0));
        Entries { held: Mutex::default(), most: MOST, aside, runs, count }
    }

    /// How many there are.
    pub(super) fn len(&self) -> u64 {
        self.count.load(Relaxed)
    }

    /// Adds one.
    pub(super) fn push(&self, entry: Entry) -> Result<()> {
        self.count.fetch_add(1, Relaxed);
        let mut held = self.held();
        held.push(entry);
        if held.len() < self.most {
            return Ok(());
        }
        let full = mem::take(&mut *held);
        drop(held);
        self.put_aside(full)
    }

    /// Hands all of them to `take`, sorted by route. None may be added meanwhile.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(Line<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut held = self.held();
        if self.runs.load(Relaxed) == 0 {
            held.sort_unstable_by(|a, b| a.route.cmp(&b.route));
            return held.iter().try_for_each(|entry| take(Line::Held(entry)));
        }
        if !held.is_empty() {
            self.put_aside(mem::take(&mut *held)).map_err(io::Error::other)?;
        }
        let mut runs = BinaryHeap::new();
        for number in 0..self.runs.load(Relaxed) {
            runs.extend(Run::open(&self.run(number))?);
        }
        while let Some(mut first) = runs.peek_mut() {
            take(Line::Aside(&first.line))?;
            if !first.advance()? {
                PeekMut::pop(first);
            }
        }
        Ok(())
    }

    fn put_aside(&self, mut full: Vec<Entry>) -> Result<()> {
        full.sort_unstable_by(|a, b| a.route.cmp(&b.route));
        let run = self.run(self.runs.fetch_add(1, Relaxed));
        let written = fs::fill(&run, |out| {
            full.iter().try_for_each(|entry| writeln!(out, "{entry}"))
        });
        written.map(drop)
    }

    fn run(&self, number: u64) -> PathBuf {
        self.aside.folder.join(format!("entries-{number}"))
    }

    fn held(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An entry, held or read again; displays as the manifest has it.
pub(super) enum Line<'a> {
    Held(&'a Entry),
    Aside(&'a str),
}

impl Line<'_> {
    /// Its route.
    pub(super) fn route(&self) -> &str {
        match self {
            Line::Held(entry) => entry.route.as_str(),
            Line::Aside(line) => route(line),
        }
    }

    /// Its checksum, where one was taken.
    pub(super) fn checksum(&self) -> Option<Checksum> {
        match self {
            Line::Held(entry) => entry.checksum,
            Line::Aside(line) => manifest::checksum(line),
        }
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Held(entry) => entry.fmt(f),
            Line::Aside(line) => f.write_str(line),
        }
    }
}

fn route(line: &str) -> &str {
    line.split_once('\t').map_or(line, |(route, _)| route)
}

/// A file of entries that is being read; the one with the first route is the greatest.
struct Run {
    file: Box<dyn BufRead>,
    /// The line at hand.
    line: String,
}

impl Run {
    /// Stands at the first line, if there is one.
    fn open(path: &Path) -> io::Result<Option<Run>> {
        let file = Box::new(fs::open(path).map_err(io::Error::other)?);
        let mut run = Run { file, line: String::new() };
        Ok(run.advance()?.then_some(run))
    }

    /// Stands at the next line; false where there is none.
    fn advance(&mut self) -> io::Result<bool> {
        self.line.clear();
        let is_there = self.file.read_line(&mut self.line)? > 0;
        // Every line was written with its end.
        self.line.pop();
        Ok(is_there)
    }
}

impl Ord for Run {
    fn cmp(&self, other: &Run) -> Ordering {
        route(&other.line).cmp(route(&self.line))
    }
}

impl PartialOrd for Run {
    fn partial_cmp(&self, other: &Run) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Run {
    fn eq(&self, other: &Run) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Run {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Fingerprint;
    use crate::fs::Stat;
    use crate::route::Route;
    use crate::write::manifest::Version;

    const ROUTES: [&str; 7] =
        ["b", "a/b", "平和/index.html", "a b", "z.txt", "a", "a/b/c.html"];

    fn entry(route: &str) -> Entry {
        let stat = Stat { is_folder: false, size: 3, modified: 1 };
        let version = Version::new(stat, Fingerprint::of(route.as_bytes()));
        let checksum = (route != "b").then(|| Checksum::of(route.as_bytes()));
        Entry { route: Route::file(route).unwrap(), version, checksum }
    }

    #[test]
    fn they_come_sorted_however_few_are_held() {
        let mut sorted = ROUTES.map(entry);
        sorted.sort_by(|a, b| a.route.cmp(&b.route));
        for most in 1..=ROUTES.len() + 1 {
            let parent = tempfile::tempdir().unwrap();
            let aside = Aside { folder: parent.path().join("aside") };
            let entries = Entries { most, ..Entries::new(aside) };
            for route in ROUTES {
                entries.push(entry(route)).unwrap();
            }
            for _ in 0..2 {
                let mut found = Vec::new();
                let take = |line: Line<'_>| {
                    let route = line.route().to_owned();
                    found.push((route, line.checksum(), line.to_string()));
                    Ok(())
                };
                entries.each(take).unwrap();
                let expected = sorted
                    .each_ref()
                    .map(|e| (e.route.to_string(), e.checksum, e.to_string()));
                assert_eq!(found, expected, "{most}");
            }
            assert_eq!(entries.len(), 7);
            drop(entries);
            assert!(fs::names(parent.path()).unwrap().is_empty());
        }
    }
}
