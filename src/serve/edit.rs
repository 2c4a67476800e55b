//! An edit that needs less than reading the site again: of a text, or of the theme.

use std::sync::Arc;

use super::live::{Live, Stamp, tools};
use crate::archive::{Direction, DocumentId};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover;
use crate::document::{Body, Document};
use crate::error::Result;
use crate::fs::{self, Found};
use crate::parse;
use crate::pipeline::Order;
use crate::theme::Theme;

/// What an edit came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Nothing has changed.
    Nothing,
    /// It is done.
    Done,
    /// The site must be read again.
    Site,
}

impl Live {
    /// Reads a document's text again. Where it says the same to other documents as
    /// before, nothing else need be made again.
    pub(super) fn edit(&mut self, path: &str) -> Result<Reach> {
        let at = self.files.documents.binary_search_by(|file| (*file.path).cmp(path));
        let Some(file) = at.ok().and_then(|at| self.files.documents.get(at)) else {
            return Ok(Reach::Site);
        };
        let (Found::File(stat), Some(id)) =
            (fs::look(&file.disk)?, self.archive.document_at(path))
        else {
            return Ok(Reach::Site);
        };
        let config = &self.archive.config;
        let Checked { value, diagnostics } =
            parse::document(&file.read()?, &file.name, config);
        let Some(document) = value.filter(|document| self.says_the_same(id, document))
        else {
            return Ok(Reach::Site);
        };
        let stamp = Stamp { size: stat.size, modified: stat.modified };
        self.stamps.insert(document.path.clone(), stamp);
        if document.fingerprint == self.archive.document(id).fingerprint {
            return Ok(Reach::Nothing);
        }
        self.findings.in_text(&document.path, diagnostics);
        self.replace(id, document);
        Ok(Reach::Done)
    }

    fn says_the_same(&self, id: DocumentId, document: &Document) -> bool {
        let known = self.archive.document(id);
        known.work == document.work
            && known.language == document.language
            && known.metadata == document.metadata
            && !self.findings.archive_names(&known.path)
            && self.body_says_the_same(id, &document.body)
    }

    fn body_says_the_same(&self, id: DocumentId, body: &Body) -> bool {
        let known = &self.archive.document(id).body;
        let links = known.links.iter().map(|link| &link.target);
        let images = known.images.iter().map(|image| &image.target);
        let points = links.eq(body.links.iter().map(|link| &link.target))
            && images.eq(body.images.iter().map(|image| &image.target));
        // A place that was missing may be there now.
        let is_missed = self.findings.has_in_archive(Code::BrokenLink);
        let keeps = body.has_the_places_of(known)
            && (!is_missed || known.has_the_places_of(body));
        points && (keeps || !self.may_be_pointed_into(id))
    }

    /// Whether this document or another may name a place in it.
    fn may_be_pointed_into(&self, id: DocumentId) -> bool {
        let Some(work) = self.archive.work_of(id) else { return true };
        let names_places =
            |body: &Body| body.links.iter().any(|link| link.target.contains('#'));
        let citing = self.archive.references(work, Direction::CitedBy).iter();
        let versions =
            citing.chain([&work]).flat_map(|&work| self.archive.versions(work));
        let mut pages = self.archive.pages.iter();
        versions.map(|id| &self.archive.document(id).body).any(names_places)
            || pages.any(|page| names_places(&page.body))
    }

    fn replace(&mut self, id: DocumentId, document: Document) {
        let Some(work) = self.archive.work_of(id) else { return };
        if let Some(place) = self.archive.documents.get_mut(id.index()) {
            let known = std::mem::replace(place, document);
            place.changes = known.changes;
            place.first_work = known.first_work;
        }
        match Arc::get_mut(&mut self.tools) {
            Some(tools) => tools.forget(work),
            // Somebody still makes a page of what was.
            None => self.sharpen(&mut Vec::new()),
        }
    }

    /// Whether neither the site nor the disk knows anything of a name, as of files that
    /// editors write for a moment.
    pub(super) fn is_nothing(&self, path: &str, order: &Order) -> Result<bool> {
        let is_there = fs::look(&order.site.join(path))? != Found::Nothing;
        let files = &self.files;
        let all = [&files.documents, &files.pages, &files.vocabularies, &files.beside];
        let mut known = all.into_iter().chain([&files.statics]).flatten();
        let below = format!("{path}/");
        let is_known = path == "site.toml"
            || self.findings.site_names(path)
            || known.any(|file| *file.path == *path || file.path.starts_with(&below));
        Ok(!is_there && !is_known)
    }

    /// Reads the theme again, which decides no address unless an asset came or went.
    pub(super) fn dress(&mut self, order: &Order) -> Result<Reach> {
        let theme = discover::theme(&order.site, &self.archive.config)?;
        let mut found = Vec::new();
        let theme = theme.into_value(&mut found);
        if names(&theme) != names(&self.theme) {
            return Ok(Reach::Site);
        }
        if theme.fingerprint() == self.theme.fingerprint() && found.is_empty() {
            return Ok(Reach::Nothing);
        }
        self.theme = theme;
        self.sharpen(&mut found);
        self.findings.theme = found;
        Ok(Reach::Done)
    }

    fn sharpen(&mut self, found: &mut Vec<Diagnostic>) {
        let sound = std::mem::take(&mut self.sound);
        (self.tools, self.sound) = tools(&self.archive, (&self.theme, sound), found);
    }
}

impl Body {
    /// Whether every place that can be named in `other` can be named in this one.
    fn has_the_places_of(&self, other: &Body) -> bool {
        let has = |anchor| self.anchors.contains(anchor);
        self.paragraphs >= other.paragraphs
            && self.sections >= other.sections
            && self.footnotes >= other.footnotes
            && (self.anchors == other.anchors || other.anchors.iter().all(has))
    }
}

/// The names of a theme's assets.
fn names(theme: &Theme) -> Vec<&str> {
    theme.assets().iter().map(|asset| asset.name).collect()
}
