//! What tells that a file has not been touched, without reading it.

use std::fmt;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

/// What the file system changes whenever it changes a file's bytes, or puts another file
/// in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    size: u64,
    /// When something of it was last changed, in nanoseconds since 1970. On Unix nobody can
    /// set this time.
    changed: u64,
    /// The file's number, where there are such.
    number: u64,
}

impl Mark {
    /// The mark of a file, if it can be trusted: a clock may stand still for two seconds,
    /// in which one more change would leave no trace.
    pub fn of(metadata: &fs::Metadata) -> Option<Mark> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let (changed, number) = changed(metadata)?;
        let is_over = u128::from(changed) + COARSEST < now;
        (changed > 0 && is_over).then_some(Mark { size: metadata.len(), changed, number })
    }

    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Mark> {
        let mut numbers =
            text.splitn(3, '.').map(|number| u64::from_str_radix(number, 16).ok());
        let mut next = || numbers.next().flatten();
        Some(Mark { size: next()?, changed: next()?, number: next()? })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}.{:x}.{:x}", self.size, self.changed, self.number)
    }
}

/// The longest tick of a file system's clock, in nanoseconds: two seconds, on FAT.
const COARSEST: u128 = 2_000_000_000;

/// The last time that anything of the file changed, and its number.
#[cfg(unix)]
fn changed(metadata: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let rest = u64::try_from(metadata.ctime_nsec()).ok()?;
    Some((seconds.checked_mul(1_000_000_000)?.checked_add(rest)?, metadata.ino()))
}

#[cfg(not(unix))]
fn changed(metadata: &fs::Metadata) -> Option<(u64, u64)> {
    Some((u64::try_from(super::modified(metadata)).ok()?, 0))
}
