//! Where the links and images of a text lead on its page.

use crate::archive::{Archive, Destination};
use crate::document::Body;
use crate::language::Language;
use crate::markdown::{Picture, Resolver, Target};
use crate::route::encode;

/// Resolves what stands in the file at `path`.
pub(super) struct Links<'a> {
    pub(super) archive: &'a Archive,
    pub(super) path: &'a str,
    pub(super) language: &'a Language,
}

impl Resolver for Links<'_> {
    fn link(&self, target: &str) -> Target {
        let archive = self.archive;
        match archive.resolve(self.path, self.language, target) {
            Destination::Document(id, fragment) => {
                let mut href = archive.href(&archive.document_path(id));
                let body = &archive.document(id).body;
                if let Some(anchor) = fragment.as_deref().and_then(|f| body.anchor(f)) {
                    href.push('#');
                    href.push_str(&encode(anchor));
                }
                Target::Href(href)
            }
            Destination::File(id) => {
                Target::Href(archive.route_href(&archive.file(id).route))
            }
            Destination::Page(path) => Target::Href(archive.href(&path)),
            Destination::Here(fragment) => {
                let anchor = self.body().and_then(|body| body.anchor(&fragment));
                anchor.map_or(Target::Broken, |anchor| {
                    Target::Href(format!("#{}", encode(anchor)))
                })
            }
            Destination::Nothing => Target::Broken,
        }
    }

    fn image(&self, target: &str) -> Picture {
        let archive = self.archive;
        match archive.resolve(self.path, self.language, target) {
            Destination::File(id) => {
                let file = archive.file(id);
                let src = archive.route_href(&file.route);
                Picture::File { src, size: file.dimensions }
            }
            _ => Picture::Broken,
        }
    }
}

impl Links<'_> {
    /// What is known of the text itself.
    fn body(&self) -> Option<&Body> {
        match self.archive.document_at(self.path) {
            Some(id) => Some(&self.archive.document(id).body),
            None => {
                let page =
                    self.archive.pages.iter().find(|page| *page.path == *self.path);
                page.map(|page| &page.body)
            }
        }
    }
}
