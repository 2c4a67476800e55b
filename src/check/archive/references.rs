//! Documents that refer to themselves.

use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn own(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    for document in &site.archive.documents {
        let id = document.metadata.id.as_ref().map(|id| &*id.value);
        for reference in &document.metadata.references {
            let is_own =
                *reference.value == *document.work.value || id == Some(&*reference.value);
            if is_own {
                let message = format!("`{}` is the document itself", reference.value);
                let finding = Diagnostic::new(
                    Code::SelfReference,
                    &document.path,
                    reference.span,
                    message,
                );
                found.push(finding.help("name another document, or take it out"));
            }
        }
    }
}
