//! Which addresses an archive names, and where.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Address;
use crate::text::Span;

/// What an archive points at on other hosts.
#[derive(Clone, Debug, Default)]
pub struct Cited {
    /// Each address once, with every place that names it, in the order of the files.
    pub places: BTreeMap<Address, Vec<Place>>,
    /// What is written like an address and is none.
    pub wrong: Vec<Place>,
}

/// A place that names an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the site.
    pub path: Arc<str>,
    /// Where in it.
    pub span: Span,
    /// The address as it stands there.
    pub written: String,
    /// What the file tells of a copy.
    pub copied: Copied,
}

/// What is known of an archived copy of something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Copied {
    /// `source.archived` names one.
    Named(String),
    /// It is the source of a document that names no copy; with the digits of the date on
    /// which it was retrieved.
    Unnamed(Option<String>),
    /// It is the copy.
    Itself,
    /// It is no source.
    Unasked,
}

impl Cited {
    /// Takes in what another file names.
    pub fn add(&mut self, other: Cited) {
        for (address, places) in other.places {
            self.places.entry(address).or_default().extend(places);
        }
        self.wrong.extend(other.wrong);
    }

    /// Brings the places into the order of files.
    pub fn sort(&mut self) {
        for places in self.places.values_mut() {
            places.sort();
            places.dedup();
        }
        self.wrong.sort();
    }
}
