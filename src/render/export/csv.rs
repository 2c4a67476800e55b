//! A table of documents (RFC 4180): a header, then a row a document; lines end in CR LF.

use super::facts::{Facts, own_taxonomies};
use super::fields::{OWN_TAXONOMY, columns, labels};
use super::{Export, Item};
use crate::archive::Archive;

/// A table; the site's own taxonomies have the last columns.
pub(super) struct Csv<'a> {
    own: Vec<&'a str>,
}

impl<'a> Csv<'a> {
    /// A table of an archive's documents.
    pub(super) fn new(archive: &'a Archive) -> Csv<'a> {
        Csv { own: own_taxonomies(archive).map(|taxonomy| &*taxonomy.name).collect() }
    }
}

impl Export for Csv<'_> {
    fn begin(&self, out: &mut Vec<u8>) {
        let own = self.own.iter().map(|name| format!("{OWN_TAXONOMY}{name}"));
        let names = columns().map(|(_, column)| column.name.to_owned());
        row(names.chain(own), out);
    }

    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>) {
        let facts = Facts::of(item);
        let own = self.own.iter().map(|name| {
            let taxonomy =
                facts.taxonomies.iter().find(|taxonomy| taxonomy.name == *name);
            taxonomy.map_or_else(String::new, |taxonomy| labels(&taxonomy.terms))
        });
        row(columns().map(|(_, column)| (column.cell)(&facts)).chain(own), out);
    }
}

fn row(cells: impl Iterator<Item = String>, out: &mut Vec<u8>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push(b'"');
            out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            out.push(b'"');
        } else {
            out.extend_from_slice(cell.as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}
