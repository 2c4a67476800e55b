//! A value of front matter, with the place of each of its parts.

use std::borrow::Cow;

use crate::text::Span;

/// A value and where it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Node<'a> {
    /// Its bytes; those of the whole value where the part cannot be told.
    pub(in crate::parse) span: Span,
    /// What it is.
    pub(in crate::parse) data: Data<'a>,
}

/// YAML's data without its types: scalars stay as they were written, so that `1.10` and
/// `007` keep their digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Data<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar.
    Text(Cow<'a, str>),
    /// A sequence.
    List(Vec<Node<'a>>),
    /// A mapping, in the order of the file.
    Map(Vec<Entry<'a>>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Entry<'a> {
    /// The key.
    pub(in crate::parse) key: Cow<'a, str>,
    /// Where the key stands.
    pub(in crate::parse) key_span: Span,
    /// The value.
    pub(in crate::parse) value: Node<'a>,
}

impl Data<'_> {
    /// What a message calls it.
    pub(in crate::parse) fn noun(&self) -> &'static str {
        match self {
            Data::Null => "nothing",
            Data::Text(_) => "a single value",
            Data::List(_) => "a list",
            Data::Map(_) => "a group of keys",
        }
    }
}

/// A scalar that is written plainly, as YAML's core schema reads it.
pub(in crate::parse) fn plain(text: &str) -> Data<'_> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Data::Null,
        _ => Data::Text(Cow::Borrowed(text)),
    }
}
