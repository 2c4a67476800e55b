//! Terms and files that nobody uses.

use std::collections::BTreeSet;

use crate::archive::{Archive, Destination, FileId};
use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

pub(super) fn terms(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    for vocabulary in site.vocabularies {
        let mut taxonomies = site.archive.taxonomies.iter();
        let taxonomy = taxonomies.find(|known| *known.name == vocabulary.taxonomy);
        let Some(taxonomy) = taxonomy else { continue };
        let used: BTreeSet<&str> = taxonomy.used().map(|(_, term)| &*term.slug).collect();
        let unused = vocabulary.entries.iter().filter(|e| !used.contains(&*e.slug));
        found.extend(unused.map(|entry| {
            let message = format!("no document uses `{}`", entry.slug);
            Diagnostic::new(Code::UnusedTerm, &vocabulary.path, entry.span, message)
                .help("use it, or take it out")
        }));
    }
}

pub(super) fn files(site: &Site<'_>, _: &[Seen], found: &mut Vec<Diagnostic>) {
    let archive = site.archive;
    let used = used_files(archive);
    let folder = format!("{}/", archive.config.content);
    for (at, file) in archive.files.iter().enumerate() {
        if file.path.starts_with(&folder) && !used.contains(&FileId::new(at)) {
            let message = "no document shows or names the file";
            found.push(
                Diagnostic::new(Code::UnusedFile, &file.path, Span::default(), message)
                    .help("link to it, name it under `attachments`, or take it out"),
            );
        }
    }
}

fn used_files(archive: &Archive) -> BTreeSet<FileId> {
    let documents = archive.documents.iter().flat_map(|document| {
        let links = document.body.links.iter().map(|link| &link.target);
        let images = document.body.images.iter().map(|image| &image.target);
        let attachments = document.metadata.attachments.iter();
        let attachments = attachments.map(|attachment| &attachment.file.value);
        let targets = links.chain(images).chain(attachments);
        targets.map(|target| archive.resolve(&document.path, &document.language, target))
    });
    let pages = archive.pages.iter().flat_map(|page| {
        let links = page.body.links.iter().map(|link| &link.target);
        let targets = links.chain(page.body.images.iter().map(|image| &image.target));
        targets.map(|target| archive.resolve(&page.path, &page.language, target))
    });
    let files = documents.chain(pages).filter_map(|destination| match destination {
        Destination::File(id) => Some(id),
        _ => None,
    });
    files.collect()
}
