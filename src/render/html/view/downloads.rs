//! Files for other programs that a page offers.

use serde::Serialize;

use super::Scene;
use crate::archive::{DocumentId, Listed};
use crate::config::{Form, ListForm};

/// A file that a reader can take along.
#[derive(Serialize)]
pub(super) struct Download {
    /// The form's name, under which the theme has a label: `csl-json`.
    form: &'static str,
    href: String,
    media_type: &'static str,
    /// What to call the file where all lists' files would have one name.
    file: String,
}

impl Scene<'_> {
    /// The files beside a document.
    pub(super) fn document_downloads(&self, id: DocumentId) -> Vec<Download> {
        let archive = self.archive;
        let folder = archive.document_path(id);
        let forms = archive.config.downloads.documents.iter();
        let each = forms.map(|&form: &Form| Download {
            form: form.name(),
            href: archive.href(&format!("{folder}{}", form.file())),
            media_type: form.media_type(),
            file: form.file().to_owned(),
        });
        each.collect()
    }

    /// The files beside a list: the same in every interface language.
    pub(super) fn list_downloads(&self, list: Listed) -> Vec<Download> {
        let archive = self.archive;
        let folder = archive.list_path(list);
        let name = archive.list_name(list).replace('/', "-");
        let forms = archive.config.downloads.lists.iter();
        let each = forms.map(|&form: &ListForm| Download {
            form: form.name(),
            href: archive.href(&format!("{folder}{}", form.file())),
            media_type: form.media_type(),
            file: form.file().replacen("all", &name, 1),
        });
        each.collect()
    }
}
