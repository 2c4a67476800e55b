//! Pages for references that are too many for a document's own page.

use crate::archive::{Archive, Direction, DocumentId, Page, Planned};
use crate::route::Route;

/// One address for each page of each long list of references. Their addresses stand below
/// the document's: `documents/<work>/cited-by/`.
pub(in crate::assemble) fn references(archive: &Archive) -> Vec<Planned> {
    let mut pages = Vec::new();
    for at in 0..archive.documents.len() {
        let id = DocumentId::new(at);
        let Some(work) = archive.work_of(id) else { continue };
        let interface = archive.interface_for(&archive.document(id).language);
        for direction in Direction::ALL {
            let count = archive.references(work, direction).len();
            if count <= Direction::MANY {
                continue;
            }
            let folder = format!("{}{}", archive.document_path(id), direction.name());
            for number in 1..=count.div_ceil(archive.config.page_size) {
                let route = match number {
                    1 => Route::page(&folder),
                    _ => Route::page(&format!("{folder}/page-{number}/")),
                };
                let page = Page::References(id, direction);
                pages.extend(route.ok().map(|route| Planned {
                    route,
                    page,
                    interface,
                    number,
                }));
            }
        }
    }
    pages
}
