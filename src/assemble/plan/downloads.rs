//! Files for other programs, beside the pages that offer them.

use super::Planner;
use crate::archive::{DocumentId, InterfaceId, Page, Planned};
use crate::config::DataFile;
use crate::route::Route;

impl Planner<'_> {
    /// The files beside a document's page.
    pub(super) fn records(&mut self, id: DocumentId, interface: InterfaceId) {
        let archive = self.archive;
        let folder = archive.document_path(id);
        for &form in &archive.config.downloads.documents {
            self.beside(&folder, form.file(), Page::Record(id, form), interface);
        }
    }

    /// The files of the whole archive and of every list.
    pub(super) fn listings(&mut self) {
        let archive = self.archive;
        for &file in DataFile::ALL.iter().filter(|_| archive.config.data) {
            if let Ok(route) = Route::file(&archive.data_path(file)) {
                self.add(route, Page::DataFile(file));
            }
        }
        let downloads = &archive.config.downloads;
        if downloads.lists.is_empty() {
            return;
        }
        for list in archive.lists() {
            let folder = archive.list_path(list);
            for &form in &downloads.lists {
                let page = Page::Listing(list, form);
                self.beside(&folder, form.file(), page, InterfaceId::default());
            }
        }
    }

    /// `folder` is a page's, so that only its length can keep a file from standing there.
    fn beside(&mut self, folder: &str, file: &str, page: Page, interface: InterfaceId) {
        if let Ok(route) = Route::file(&format!("{folder}{file}")) {
            self.pages.push(Planned { route, page, interface, number: 1 });
        }
    }
}
