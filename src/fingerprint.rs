//! Hashes: one for noticing change (not for security), one for published checksums.

use sha2::{Digest as _, Sha256};
use std::fmt;
use std::hash::Hasher;
use std::io::{self, Write};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// 128 bits of XXH3: equal fingerprints mean equal inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// The fingerprint of one run of bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint(xxh3_128(bytes))
    }

    /// The fingerprint of several inputs, each under its name, in the given order.
    pub fn of_all<'a>(
        inputs: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Fingerprint {
        let mut hasher = Xxh3::new();
        for (name, bytes) in inputs {
            for part in [name.as_bytes(), bytes] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        Fingerprint(hasher.digest128())
    }

    /// Reads what `Display` wrote: 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Fingerprint> {
        (text.len() == 32)
            .then(|| u128::from_str_radix(text, 16).ok().map(Fingerprint))?
    }
}

/// The fingerprint of bytes that come piece by piece; where they are cut does not matter.
#[derive(Default)]
pub struct Fingerprinter(Xxh3);

/// Takes what hashes itself too.
impl Hasher for Fingerprinter {
    fn write(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.digest()
    }
}

impl Fingerprinter {
    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The fingerprint of all pieces, as [`Fingerprint::of`] gives it for the whole.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.0.digest128())
    }
}

/// SHA-256, for people who check that a text is what was published. Reads as hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// Reads what `Display` wrote: 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Checksum> {
        let mut bytes = [0; 32];
        let digits = text.as_bytes().chunks_exact(2);
        if text.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, digits) in bytes.iter_mut().zip(digits) {
            *byte = u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
        }
        Some(Checksum(bytes))
    }

    /// The checksum of one run of bytes.
    pub fn of(bytes: &[u8]) -> Checksum {
        Checksum(Sha256::digest(bytes).into())
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Checksum::of(bytes).to_string()
}

/// Whether checksums are wanted, which cost more than fingerprints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checksums {
    /// They are taken.
    Taken,
    /// They are not.
    Spared,
}

/// What is known of bytes without keeping them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    /// How many there are.
    pub size: u64,
    /// Their fingerprint.
    pub fingerprint: Fingerprint,
    /// Their checksum, where it was wanted.
    pub checksum: Option<Checksum>,
}

impl Digest {
    /// The digest of one run of bytes.
    pub fn of(bytes: &[u8], checksums: Checksums) -> Digest {
        Digest {
            size: bytes.len() as u64,
            fingerprint: Fingerprint::of(bytes),
            checksum: (checksums == Checksums::Taken).then(|| Checksum::of(bytes)),
        }
    }

    /// The digest of what `write` writes, checksum included; nothing is kept.
    pub fn of_written(
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<Digest> {
        let mut digester = Digester::new(Checksums::Taken);
        write(&mut digester)?;
        Ok(digester.finish())
    }
}

/// The digest of bytes that come piece by piece.
pub struct Digester {
    size: u64,
    fingerprint: Fingerprinter,
    checksum: Option<Sha256>,
}

impl Digester {
    /// Nothing has come yet.
    pub fn new(checksums: Checksums) -> Digester {
        Digester {
            size: 0,
            fingerprint: Fingerprinter::default(),
            checksum: (checksums == Checksums::Taken).then(Sha256::new),
        }
    }

    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.fingerprint.update(bytes);
        if let Some(checksum) = &mut self.checksum {
            checksum.update(bytes);
        }
    }

    /// A way to `out` on which every piece is seen.
    pub fn beside<'a>(&'a mut self, out: &'a mut dyn Write) -> impl Write + 'a {
        Beside { out, seen: self }
    }

    /// The digest of all pieces.
    pub fn finish(self) -> Digest {
        Digest {
            size: self.size,
            fingerprint: self.fingerprint.fingerprint(),
            checksum: self.checksum.map(|hasher| Checksum(hasher.finalize().into())),
        }
    }
}

struct Beside<'a> {
    out: &'a mut dyn Write,
    seen: &'a mut Digester,
}

impl Write for Beside<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write_all(bytes)?;
        self.seen.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Write for Digester {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |nibble: u8| nibble + if nibble < 10 { b'0' } else { b'a' - 10 };
        let mut text = [0; 64];
        for (digits, byte) in text.chunks_exact_mut(2).zip(self.0) {
            digits.copy_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
        }
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Checksum({self})")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_borders_count() {
        let of = |a: &str, b: &str| Fingerprint::of_all([(a, b.as_bytes())]);
        assert_ne!(of("ab", "c"), of("a", "bc"));
        assert_eq!(of("a", "b"), of("a", "b"));
    }

    #[test]
    fn pieces_make_the_whole() {
        let bytes = b"peace and security".repeat(100);
        let mut pieces = Fingerprinter::default();
        bytes.chunks(7).for_each(|piece| pieces.update(piece));
        assert_eq!(pieces.fingerprint(), Fingerprint::of(&bytes));
    }

    #[test]
    fn display_reads_back() {
        let print = Fingerprint::of(b"text");
        assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
        assert_eq!(Fingerprint::parse("x"), None);
        let sum = Checksum::of(b"text");
        assert_eq!(Checksum::parse(&sum.to_string()), Some(sum));
        assert_eq!(Checksum::parse("x"), None);
    }

    #[test]
    fn what_comes_in_pieces_has_one_digest() {
        let bytes = b"peace and security".repeat(100);
        for checksums in [Checksums::Taken, Checksums::Spared] {
            let mut digester = Digester::new(checksums);
            bytes.chunks(7).for_each(|piece| digester.update(piece));
            assert_eq!(digester.finish(), Digest::of(&bytes, checksums));
        }
        let written = Digest::of_written(|out| out.write_all(&bytes)).unwrap();
        assert_eq!(written, Digest::of(&bytes, Checksums::Taken));
        assert_eq!(Digest::of(&bytes, Checksums::Spared).checksum, None);
    }

    #[test]
    fn checksums_are_those_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }
}
