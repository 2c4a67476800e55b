//! Sorted postings, in memory or put aside in a file.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::gather::Sorted;
use super::merge::Group;
use crate::error::{Error, Result};
use crate::fs;
use crate::search::format::put;

/// Postings sorted by key, then by document.
pub(super) enum Run {
    /// In memory.
    Memory(Sorted),
    /// In a file that [`write`] wrote.
    Disk(PathBuf),
}

/// Puts postings aside in a file.
pub(super) fn write(path: &Path, sorted: &Sorted) -> Result<()> {
    let written = fs::fill(path, |out| {
        let mut line = Vec::new();
        for at in 0..sorted.len() {
            line.clear();
            let key = sorted.key(at);
            put(&mut line, key.len() as u64);
            line.extend_from_slice(key);
            let postings = sorted.postings(at);
            put(&mut line, postings.len() as u64);
            for (document, posting) in postings {
                put(&mut line, u64::from(document));
                put(&mut line, posting.len() as u64);
                line.extend_from_slice(posting);
            }
            out.write_all(&line)?;
        }
        Ok(())
    });
    written.map(drop)
}

/// Reads a run key by key.
pub(super) enum Reading {
    /// From memory; the place of the key at hand.
    Memory(Sorted, usize),
    /// From a file.
    Disk(Box<dyn Read + Send>, PathBuf, Group),
}

impl Reading {
    /// Stands at the first key.
    pub(super) fn begin(run: Run) -> Result<Option<Reading>> {
        match run {
            Run::Memory(sorted) => {
                Ok((sorted.len() > 0).then_some(Reading::Memory(sorted, 0)))
            }
            Run::Disk(path) => {
                let file = Box::new(fs::open(&path)?);
                Reading::Disk(file, path, Group::default()).next()
            }
        }
    }

    /// The key at hand.
    pub(super) fn key(&self) -> &[u8] {
        match self {
            Reading::Memory(sorted, at) => sorted.key(*at),
            Reading::Disk(_, _, group) => &group.key,
        }
    }

    /// Adds the postings of the key at hand to a group.
    pub(super) fn add_to(&self, group: &mut Group) {
        match self {
            Reading::Memory(sorted, at) => {
                sorted.postings(*at).for_each(|(d, posting)| group.push(d, posting));
            }
            Reading::Disk(_, _, own) => {
                own.postings().for_each(|(d, posting)| group.push(d, posting));
            }
        }
    }

    /// Stands at the next key, if there is one.
    pub(super) fn next(self) -> Result<Option<Reading>> {
        match self {
            Reading::Memory(sorted, at) => {
                let is_there = at + 1 < sorted.len();
                Ok(is_there.then(|| Reading::Memory(sorted, at + 1)))
            }
            Reading::Disk(mut file, path, mut group) => {
                let is_there = read_group(&mut *file, &mut group)
                    .map_err(|error| Error::io("read", &path, error))?;
                Ok(is_there.then(|| Reading::Disk(file, path, group)))
            }
        }
    }
}

/// Reads the next key with its postings; false at the end of the file.
fn read_group(file: &mut dyn Read, group: &mut Group) -> io::Result<bool> {
    group.clear();
    let Some(length) = number(file)? else { return Ok(false) };
    let mut bytes = vec![0; size(length)?];
    file.read_exact(&mut bytes)?;
    group.key = bytes;
    let mut posting = Vec::new();
    for _ in 0..number(file)?.unwrap_or(0) {
        let document = number(file)?.unwrap_or(0);
        posting.resize(size(number(file)?.unwrap_or(0))?, 0);
        file.read_exact(&mut posting)?;
        let document = u32::try_from(document).map_err(io::Error::other)?;
        group.push(document, &posting);
    }
    Ok(true)
}

fn size(number: u64) -> io::Result<usize> {
    usize::try_from(number).map_err(io::Error::other)
}

/// The next number; nothing at the end of the file.
fn number(file: &mut dyn Read) -> io::Result<Option<u64>> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let mut byte = [0];
        if file.read(&mut byte)? == 0 {
            return Ok(None);
        }
        number |= u64::from(byte[0] & 0x7F) << shift;
        if byte[0] < 0x80 {
            break;
        }
    }
    Ok(Some(number))
}
