//! The keys that a gatherer has met, each with a short number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::search::keys;

/// Keys by what they were made of.
#[derive(Default)]
pub(super) struct Terms {
    words: HashMap<Box<str>, u32, Build>,
    pairs: HashMap<u64, u32, Build>,
    /// By number: the key.
    pub(super) keys: Vec<Box<[u8]>>,
    /// Bytes in all keys.
    pub(super) bytes: usize,
}

impl Terms {
    /// The number of a word's key.
    pub(super) fn word(&mut self, form: &str) -> u32 {
        if let Some(&number) = self.words.get(form) {
            return number;
        }
        let number = self.add(&keys::word(form));
        self.words.insert(form.into(), number);
        number
    }

    /// The number of the key of two characters of a run.
    pub(super) fn pair(&mut self, first: char, second: char) -> u32 {
        self.of((first, second), |_| keys::pair(first, second))
    }

    /// The number of the key of a single character.
    pub(super) fn single(&mut self, c: char) -> u32 {
        self.of((c, '\0'), |c| c.to_string())
    }

    /// The number of the key of a run's first or last character.
    pub(super) fn edge(&mut self, c: char) -> u32 {
        self.of((c, keys::EDGE), keys::edge)
    }

    fn of(&mut self, (a, b): (char, char), key: impl FnOnce(char) -> String) -> u32 {
        let both = u64::from(a) << 32 | u64::from(b);
        if let Some(&number) = self.pairs.get(&both) {
            return number;
        }
        let number = self.add(&key(a));
        self.pairs.insert(both, number);
        number
    }

    fn add(&mut self, key: &str) -> u32 {
        let number = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
        self.bytes += key.len();
        self.keys.push(key.as_bytes().into());
        number
    }
}

type Build = BuildHasherDefault<Multiplier>;

/// Multiplies and turns, eight bytes at once. Who writes a text with many equal hashes
/// makes their own build slow and nothing else.
#[derive(Default)]
struct Multiplier(u64);

impl Multiplier {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Multiplier {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.mix(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into());
    }

    fn write_u64(&mut self, word: u64) {
        self.mix(word);
    }

    fn finish(&self) -> u64 {
        // Tables look at the highest and the lowest bits.
        self.0 ^ (self.0 >> 29)
    }
}
