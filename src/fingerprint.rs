//! Hashes: one for noticing change (not for security), one for published checksums.

use sha2::{Digest, Sha256};
use std::fmt;
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

impl Fingerprinter {
    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The fingerprint of all pieces, as [`Fingerprint::of`] gives it for the whole.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint(self.0.digest128())
    }
}

/// SHA-256 in hexadecimal, for people who check that a text is what was published.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        for nibble in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
        text
    })
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
        assert_eq!(pieces.finish(), Fingerprint::of(&bytes));
    }

    #[test]
    fn display_reads_back() {
        let print = Fingerprint::of(b"text");
        assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
        assert_eq!(Fingerprint::parse("x"), None);
    }

    #[test]
    fn checksums_are_those_of_the_standard() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
    }
}
