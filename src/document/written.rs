//! How a document's front matter was written, for those who find fault with it.

use crate::text::Span;

/// The values of front matter in the order of the file, each with its place.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Single values; those of a list stand one after the other under the same key.
    pub values: Vec<WrittenValue>,
}

/// One value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenValue {
    /// What it is: `date`, `source.url`, `people.role`, whatever the file calls it.
    pub key: String,
    /// The value as text; empty where the key has none.
    pub text: String,
    /// Where it stands; where there is no value, its key.
    pub span: Span,
}

impl Written {
    /// The first value of a key.
    pub fn first(&self, key: &str) -> Option<&WrittenValue> {
        self.values.iter().find(|value| value.key == key)
    }

    /// All values of a key.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a WrittenValue> {
        self.values.iter().filter(move |value| value.key == key)
    }

    /// Where the first value of a key stands; the file's beginning where there is none.
    pub fn span(&self, key: &str) -> Span {
        self.first(key).map(|value| value.span).unwrap_or_default()
    }
}
