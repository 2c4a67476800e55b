//! What documents tell pages that are not their own.

use std::hash::Hash;

use super::{Archive, Destination, WorkId};
use crate::document::{Body, Document, PlainPage};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::language::Language;

impl Archive {
    /// The fingerprint of all that texts tell pages other than their own. Where it and the
    /// settings, theme, vocabularies and files are as they were, a page can only change
    /// with the texts that it shows.
    pub fn told(&self) -> Fingerprint {
        let mut told = Fingerprinter::default();
        for document in &self.documents {
            tell(document, &mut told);
            self.tell_places(
                &document.path,
                &document.language,
                &document.body,
                &mut told,
            );
        }
        for work in 0..self.works.len() {
            self.cites.get(WorkId::new(work).index()).hash(&mut told);
        }
        for page in &self.pages {
            tell_page(page, &mut told);
            self.tell_places(&page.path, &page.language, &page.body, &mut told);
        }
        for withdrawn in &self.withdrawn {
            tell(&withdrawn.document, &mut told);
            withdrawn.moment.hash(&mut told);
        }
        self.absent.hash(&mut told);
        told.fingerprint()
    }

    /// Tells which places the links into other texts lead to.
    fn tell_places(
        &self,
        path: &str,
        language: &Language,
        body: &Body,
        told: &mut Fingerprinter,
    ) {
        for link in body.links.iter().filter(|link| link.target.contains('#')) {
            let target = self.resolve(path, language, &link.target);
            if let Destination::Document(id, Some(place)) = target {
                (id, self.document(id).body.anchor(&place)).hash(told);
            }
        }
    }
}

fn tell(document: &Document, told: &mut Fingerprinter) {
    let Document {
        path,
        work,
        language,
        metadata,
        body,
        changes,
        first_work,
        // The bytes are its own page's affair.
        private: _,
        fingerprint: _,
    } = document;
    (path, work, language, metadata, &body.excerpt, changes, first_work).hash(told);
}

fn tell_page(page: &PlainPage, told: &mut Fingerprinter) {
    let PlainPage { path, name, language, title, nav, body, fingerprint: _ } = page;
    (path, name, language, title, nav, &body.excerpt).hash(told);
}
