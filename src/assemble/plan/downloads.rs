//! Files for other programs, beside the pages that offer them.

use super::Planner;
use crate::archive::Page;
use crate::config::DataFile;
use crate::route::Route;

impl Planner<'_> {
    /// The files of the whole archive and of every list; those of documents are beside
    /// their pages.
    pub(super) fn listings(&mut self) {
        let archive = self.archive;
        for &file in DataFile::ALL.iter().filter(|_| archive.config.data) {
            if let Ok(route) = Route::file(&archive.data_path(file)) {
                self.add(route, Page::DataFile(file));
            }
        }
        let forms = &archive.config.downloads.lists;
        for list in archive.lists().into_iter().filter(|_| !forms.is_empty()) {
            let folder = archive.list_path(list);
            for &form in forms {
                // The folder is a page's: only the length can keep a file from it.
                if let Ok(route) = Route::file(&format!("{folder}{}", form.file())) {
                    self.add(route, Page::Listing(list, form));
                }
            }
        }
    }
}
