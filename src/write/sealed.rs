//! Text files that know whether they are whole.
//!
//! The first line names the format and its version, the last is a seal: the fingerprint
//! of everything before it. A file that was cut off or edited has no valid seal.

use std::io::{self, Write};
use std::path::Path;

use crate::error::Result;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::fs;

/// Writes the heading, what `fill` writes, and the seal; the disk then has them.
pub(super) fn write(
    path: &Path,
    heading: &str,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    fs::fill_durably(path, |out| {
        let mut sealing = Sealing { out, seen: Fingerprinter::default() };
        writeln!(sealing, "{heading}")?;
        fill(&mut sealing)?;
        let seal = sealing.seen.fingerprint();
        writeln!(sealing, "{SEAL}{seal}")
    })
}

/// The lines between heading and seal; nothing if the file is missing or not whole.
pub(super) fn read(path: &Path, heading: &str) -> Result<Option<Vec<u8>>> {
    Ok(fs::read_if_there(path)?.and_then(|text| unseal(text, heading)))
}

fn unseal(mut text: Vec<u8>, heading: &str) -> Option<Vec<u8>> {
    let end = text.len().checked_sub(SEAL.len() + FINGERPRINT + 1)?;
    let (sealed, seal) = text.split_at_checked(end)?;
    let start = sealed.strip_prefix(heading.as_bytes())?.strip_prefix(b"\n")?;
    let start = sealed.len() - start.len();
    if seal != format!("{SEAL}{}\n", Fingerprint::of(sealed)).as_bytes() {
        return None;
    }
    text.truncate(end);
    text.drain(..start);
    Some(text)
}

const SEAL: &str = "seal\t";
/// Digits of a written fingerprint.
const FINGERPRINT: usize = 32;

struct Sealing<'a> {
    out: &'a mut dyn Write,
    seen: Fingerprinter,
}

impl Write for Sealing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write_all(bytes)?;
        self.seen.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sealed");
        write(&path, "notes 1", |out| out.write_all("一\ntwo\n".as_bytes())).unwrap();
        assert_eq!(read(&path, "notes 1").unwrap().unwrap(), "一\ntwo\n".as_bytes());
        assert_eq!(read(&path, "notes 2").unwrap(), None);
        let whole = fs::read(&path).unwrap();
        for length in 0..whole.len() {
            fs::write(&path, &whole[..length]).unwrap();
            assert_eq!(read(&path, "notes 1").unwrap(), None, "{length} bytes");
        }
    }
}
