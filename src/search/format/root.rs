//! The root of an index: the one file whose name never changes.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::fingerprint::Fingerprint;

/// The folder of the index within the site.
pub const FOLDER: &str = "search/index";

/// The root's name in that folder.
pub const ROOT: &str = "index.json";

/// Changes with the format; a reader refuses other versions.
pub const VERSION: u32 = 1;

/// The first 48 bits of the XXH3 hash of a file's bytes: the file's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 6]);

impl Hash {
    /// The hash of a packed file.
    pub fn of(bytes: &[u8]) -> Hash {
        let all = Fingerprint::of(bytes).0.to_be_bytes();
        Hash(all.first_chunk().copied().unwrap_or_default())
    }

    fn parse(text: &str) -> Option<Hash> {
        let number = u64::from_str_radix(text, 16).ok()?;
        let is_short = number >> 48 == 0;
        is_short.then(|| number.to_be_bytes().last_chunk().copied().map(Hash))?
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = String::deserialize(deserializer)?;
        Hash::parse(&text).ok_or_else(|| serde::de::Error::custom("expected a hash"))
    }
}

/// The name of a file in the index's folder: `terms/0123456789ab.bin`.
pub fn file(sort: &str, hash: Hash) -> String {
    format!("{sort}/{hash}.bin")
}

/// What `index.json` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// [`VERSION`].
    pub version: u32,
    /// How many documents are indexed.
    pub documents: u32,
    /// How many works they are versions of.
    pub works: u32,
    /// How many units all documents have.
    pub units: u64,
    /// How many bytes all other files have.
    pub bytes: u64,
    /// `columns/…`.
    pub columns: Hash,
    /// `directory/…`.
    pub directory: Hash,
    /// `titles/…`, one a block of documents.
    pub titles: Vec<Hash>,
    /// `facets/…`, in the order of the navigation.
    pub facets: Vec<FacetFile>,
    /// The interface languages in which facets have labels.
    pub languages: Vec<String>,
}

/// A taxonomy's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetFile {
    /// The taxonomy: `topics`.
    pub name: String,
    /// How many terms it has.
    pub terms: u32,
    /// `facets/…`.
    pub file: Hash,
}

impl Root {
    /// The bytes of `index.json`.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
