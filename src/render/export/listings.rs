//! The files beside lists in one form.
//!
//! A work stands in dozens of lists; its record is made once, and is the same in all of
//! them.

use std::sync::OnceLock;

use super::{Export, Item, format, listed};
use crate::archive::{Archive, DocumentId, Listed};
use crate::config::ListForm;

/// Makes the files beside lists in one form, and keeps every record for the next list.
pub struct Listings<'a> {
    archive: &'a Archive,
    /// The form.
    pub form: ListForm,
    export: Box<dyn Export + Send + Sync + 'a>,
    /// By document, when a list first has it.
    records: Vec<OnceLock<Box<[u8]>>>,
}

impl<'a> Listings<'a> {
    /// Nothing is made yet.
    pub fn new(archive: &'a Archive, form: ListForm) -> Listings<'a> {
        let records = archive.documents.iter().map(|_| OnceLock::new()).collect();
        Listings { archive, form, export: format(form).export(archive), records }
    }

    /// The file beside a list.
    pub fn bytes(&self, list: Listed) -> Vec<u8> {
        let ids = listed(self.archive, list, self.form);
        let records: Vec<&[u8]> = ids.map(|id| self.record(id)).collect();
        let between = self.export.between();
        let mut file = Vec::new();
        self.export.begin(&mut file);
        // Some files are large enough for growing to cost as much again.
        let lengths = records.iter().map(|record| between.len() + record.len());
        file.reserve_exact(lengths.sum::<usize>() + END);
        for (at, record) in records.into_iter().enumerate() {
            if at > 0 {
                file.extend_from_slice(between);
            }
            file.extend_from_slice(record);
        }
        self.export.end(&mut file);
        file
    }

    fn record(&self, id: DocumentId) -> &[u8] {
        let record = self.records.get(id.index());
        record.map_or(&[], |record| record.get_or_init(|| self.make(id)))
    }

    fn make(&self, id: DocumentId) -> Box<[u8]> {
        let mut record = Vec::new();
        self.export.document(&Item::new(self.archive, id), &mut record);
        record.into()
    }
}

/// What stands after the last record of a file takes no more bytes.
const END: usize = 16;
