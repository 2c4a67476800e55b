//! Pages of documents: each alone, beside another version, and at former addresses.

use super::Planner;
use crate::archive::{DocumentId, Page, WorkId};
use crate::diagnostic::{Code, Diagnostic};
use crate::route::Route;

impl Planner<'_> {
    /// All pages of a document.
    pub(super) fn document(&mut self, id: DocumentId) {
        let archive = self.archive;
        let interface = archive.interface_for(&archive.document(id).language);
        // `parse` refused every work whose name cannot be an address.
        if let Ok(route) = Route::page(&archive.document_path(id)) {
            self.add_spoken(route, Page::Document(id), interface);
        }
        self.aliases(id);
        let work = archive.work_of(id);
        if let Some(work) = work.filter(|work| archive.work(*work).main == id) {
            self.parallels(work);
        }
    }

    fn parallels(&mut self, work: WorkId) {
        for (left, right) in self.archive.pairs(work) {
            if let Ok(route) = Route::page(&self.archive.parallel_path(left, right)) {
                let language = &self.archive.document(left).language;
                let interface = self.archive.interface_for(language);
                self.add_spoken(route, Page::Parallel(left, right), interface);
            }
        }
    }

    fn aliases(&mut self, id: DocumentId) {
        let document = self.archive.document(id);
        for alias in &document.metadata.aliases {
            let is_file = alias.value.ends_with(".html") || alias.value.ends_with(".htm");
            let route = match is_file {
                true => Route::file(&alias.value),
                false => Route::page(&alias.value),
            };
            match route {
                Ok(route) => self.add(route, Page::Alias(id)),
                Err(error) => {
                    let message =
                        format!("`{}` cannot be an address: {error}", alias.value);
                    self.found.push(
                        Diagnostic::new(
                            Code::InvalidAlias,
                            &document.path,
                            alias.span,
                            message,
                        )
                        .help("write it from the site's root: `/old/path/`"),
                    );
                }
            }
        }
    }
}
