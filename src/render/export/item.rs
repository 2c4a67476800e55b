//! A document as formats see it.

use std::fmt::Write as _;

use crate::archive::{Archive, DocumentId};
use crate::citation::Record;

/// A document of the archive, and its record.
pub(super) struct Item<'a> {
    /// The archive.
    pub(super) archive: &'a Archive,
    /// The document.
    pub(super) id: DocumentId,
    /// What others cite of it.
    pub(super) record: Record<'a>,
    /// What LaTeX and citation processors call it; no other document is called so.
    pub(super) key: String,
}

impl<'a> Item<'a> {
    /// A document of the archive.
    pub(super) fn new(archive: &'a Archive, id: DocumentId) -> Item<'a> {
        let work = archive.work_of(id).map(|work| archive.work(work));
        let mut key = work.map_or_else(String::new, |work| key(&work.name));
        if work.is_some_and(|work| work.main != id) {
            _ = write!(key, ":{}", archive.document(id).language);
        }
        Item { archive, id, record: Record::new(archive, id), key }
    }
}

/// The name of a work as a key: letters and digits of ASCII, `-`, `_`, `.` and `/` stay;
/// any other character is its number between plus signs, so that two works never share a
/// key.
pub(super) fn key(work: &str) -> String {
    let mut key = String::with_capacity(work.len());
    for c in work.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | '/' => key.push(c),
            c => _ = write!(key, "+{:x}+", u32::from(c)),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_of_works_become_keys() {
        let check = |work, expected| assert_eq!(key(work), expected);
        check("2018/20180423-g7-wps", "2018/20180423-g7-wps");
        check("report_1.2", "report_1.2");
        check("文書 1", "+6587++66f8++20+1");
        check("a+b", "a+2b+b");
        check("a,b{c}", "a+2c+b+7b+c+7d+");
    }
}
