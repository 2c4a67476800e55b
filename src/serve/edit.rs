//! An edit that needs less than reading the site again: of a text, or of the theme.

use std::sync::Arc;

use super::live::{Known, Live, Stamp, let_go, tools};
use crate::archive::{Direction, DocumentId};
use crate::assemble::{Former, amend, reassemble, stands_alike};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover;
use crate::document::{Body, Document};
use crate::error::Result;
use crate::fs::{self, Found};
use crate::parse;
use crate::pipeline::{self, Order};
use crate::register;
use crate::theme::Theme;

/// What an edit came to, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Nothing has changed.
    Nothing,
    /// It is done.
    Done,
    /// The archive must be put together again, of what is known.
    Archive,
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
        if value.as_ref().is_some_and(|new| new.metadata.draft && !config.drafts) {
            return Ok(Reach::Site);
        }
        let path = file.path.clone();
        let stamp = Stamp { size: stat.size, modified: stat.modified };
        self.stamps.insert(path.clone(), stamp);
        let is_news = self.findings.in_text(&path, diagnostics);
        let known = self.archive.document(id).fingerprint;
        // What is not understood is shown as it was.
        match value.filter(|new| new.fingerprint != known) {
            Some(document) => Ok(self.replace(id, document)),
            None if is_news => Ok(Reach::Done),
            None => Ok(Reach::Nothing),
        }
    }

    fn replace(&mut self, id: DocumentId, document: Document) -> Reach {
        let known = self.archive.document(id);
        let is_small = stands_alike(&self.archive, known, &document)
            && self.body_says_the_same(id, &document.body)
            && !self.findings.archive_names(&known.path);
        let former = amend(&mut self.archive, id, document);
        let Some(work) = self.archive.work_of(id).filter(|_| is_small) else {
            self.changed.extend(former.map(|document| (id, document)));
            return Reach::Archive;
        };
        match Arc::get_mut(&mut self.tools) {
            Some(tools) => tools.forget(work),
            // Somebody still makes a page of what was.
            None => self.sharpen(&mut Vec::new()),
        }
        Reach::Done
    }

    /// Puts the archive together again of the documents that are known.
    pub(super) fn assemble(&mut self) {
        let changed = std::mem::take(&mut self.changed);
        let former = Former::of(&mut self.archive, changed, &self.findings.archive);
        let input = self.surroundings.input(Known::of(&mut self.archive));
        let Checked { value, diagnostics } = reassemble(input, former);
        let_go(std::mem::replace(&mut self.archive, value));
        self.findings.archive = diagnostics;
        self.findings.dropped = pipeline::dropped(&self.archive, &self.register);
        match Arc::get_mut(&mut self.tools) {
            Some(tools) => tools.fit(&self.archive),
            None => self.sharpen(&mut Vec::new()),
        }
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

    /// Whether neither the site nor the disk knows anything of a name, as of files that
    /// editors write for a moment.
    pub(super) fn is_nothing(&self, path: &str, order: &Order) -> Result<bool> {
        let is_there = fs::look(&order.site.join(path))? != Found::Nothing;
        let files = &self.files;
        let all = [&files.documents, &files.pages, &files.vocabularies, &files.beside];
        let mut known = all.into_iter().chain([&files.statics]).flatten();
        let below = format!("{path}/");
        let is_known = path == "site.toml"
            || path == register::FILE
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
