//! Every page, made and handed to the writer.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::held::Held;
use super::reading::{Reading, is_feed, is_listing, is_of_document, is_other, source};
use super::{Progress, Shard, Stage};
use crate::archive::{Archive, Limits, Page, Planned};
use crate::config::DataFile;
use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::render::data;
use crate::render::html::{self, Renderer};
use crate::render::opensearch;
use crate::render::script;
use crate::render::search::Indexer;
use crate::render::sitemap;
use crate::render::style;
use crate::route::Route;
use crate::theme::{Asset, Theme};
use crate::write::Writer;

/// Everything that pages are made from.
pub struct SitePages<'a> {
    site: &'a Path,
    archive: &'a Archive,
    theme: &'a Theme,
    renderer: &'a Renderer<'a>,
    indexer: Option<&'a Indexer<'a>>,
    shard: Option<Shard>,
    /// The texts that have changed, where no page can have changed but for these.
    changed: Option<BTreeSet<Arc<str>>>,
    held: Held<'a>,
}

/// What stands at an address, as far as it can be made of one page alone.
pub enum Content<'a> {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of this file.
    Copy(&'a Path),
    /// A table, which [`data::write`] writes.
    Table(DataFile),
    /// The root of the search index, which is made of all texts.
    Index,
    /// The checksums of all other files.
    Checksums,
    /// Nothing: the template has a mistake.
    Wrong(Box<Diagnostic>),
}

impl<'a> SitePages<'a> {
    /// The pages of the site in the folder `site`.
    pub fn new(
        site: &'a Path,
        archive: &'a Archive,
        theme: &'a Theme,
        renderer: &'a Renderer<'a>,
    ) -> SitePages<'a> {
        SitePages {
            site,
            archive,
            theme,
            renderer,
            indexer: None,
            shard: None,
            changed: None,
            held: Held::new(archive, renderer),
        }
    }

    /// Gives every text whose page is made to the indexer too.
    #[must_use]
    pub fn indexed_by(self, indexer: Option<&'a Indexer<'a>>) -> SitePages<'a> {
        SitePages { indexer, ..self }
    }

    /// Writes only the pages of a part of the site.
    #[must_use]
    pub(super) fn only(self, shard: Option<Shard>) -> SitePages<'a> {
        SitePages { shard, ..self }
    }

    /// Leaves pages as the last build left them that can only change with these texts, and
    /// show none of them.
    #[must_use]
    pub(super) fn changed_by(self, changed: Option<BTreeSet<Arc<str>>>) -> SitePages<'a> {
        SitePages { changed, ..self }
    }

    /// Makes every page and hands it to the writer at once; returns what templates and
    /// vanished files had to say.
    pub(super) fn write(
        &self,
        writer: &Writer,
        progress: &dyn Progress,
    ) -> Result<Vec<Diagnostic>> {
        let plan = &self.archive.plan;
        progress.stage(Stage::Render, plan.len());
        let failures = AtomicUsize::new(0);
        let make = |planned: &Planned, reading: &Reading, room: &mut Vec<u8>| {
            // Each page of a broken template would say the same.
            if failures.load(Ordering::Relaxed) >= MAX_TEMPLATE_FINDINGS {
                return Ok(None);
            }
            let found = self.page(planned, (reading, room), writer)?;
            progress.step();
            if found.is_some() {
                failures.fetch_add(1, Ordering::Relaxed);
            }
            Ok(found)
        };
        let make_all = |is_wanted: &(dyn Fn(&Planned) -> bool + Sync)| {
            let pages = plan.pages.par_iter().filter(|planned| is_wanted(planned));
            // What is made of one text is made together.
            let made = pages.map_init(Vec::new, |room, planned| {
                let reading = Reading::default();
                let mut found: Vec<_> =
                    make(planned, &reading, room)?.into_iter().collect();
                for beside in plan.beside(planned) {
                    found.extend(make(&beside, &reading, room)?);
                }
                Ok(found)
            });
            made.try_reduce(Vec::new, |mut all, more| {
                all.extend(more);
                Ok(all)
            })
        };
        // The rows of lists, the entries of feeds and the records of files are many; those
        // of one sort and language or form are held at a time, and none while the search
        // index gathers words.
        let mut found = Vec::new();
        for interface in self.archive.interfaces() {
            let is_own = |page: &Planned| page.interface == interface;
            found.extend(make_all(&|page| is_own(page) && is_other(page.page))?);
            self.renderer.forget_lists(interface);
        }
        for interface in self.archive.interfaces() {
            let is_own = |page: &Planned| page.interface == interface;
            found.extend(make_all(&|page| is_own(page) && is_feed(page.page))?);
            self.held.forget_entries(interface);
        }
        self.held.forget_feeds();
        for &form in &self.archive.config.downloads.lists {
            self.held.hold_records(Some(form));
            found.extend(make_all(&|page| is_listing(page.page, form))?);
        }
        self.held.hold_records(None);
        found.extend(make_all(&|page| is_of_document(page.page))?);
        found.sort();
        found.dedup_by(|a, b| a.primary == b.primary && a.message == b.message);
        Ok(found)
    }

    /// Adds the checksums of all other files, the last thing that is written.
    pub(super) fn list_checksums(&self, writer: &Writer) -> Result<()> {
        let own = Page::DataFile(DataFile::Checksums);
        let pages = &self.archive.plan.pages;
        match pages.iter().find(|planned| planned.page == own) {
            Some(planned) => writer.list_checksums(&planned.route),
            None => Ok(()),
        }
    }

    /// Makes a page and hands it to the writer. `room` is memory that pages before it were
    /// made in.
    fn page(
        &self,
        planned: &Planned,
        (reading, room): (&Reading, &mut Vec<u8>),
        writer: &Writer,
    ) -> Result<Option<Diagnostic>> {
        if self.shard.is_some_and(|shard| !shard.holds(&planned.route)) {
            return self.index(planned.page).map(|()| None);
        }
        if self.can_stay(planned.page) && writer.keep(&planned.route)? {
            self.index(planned.page)?;
            return Ok(None);
        }
        match self.made(planned, reading, room)? {
            Content::Bytes(bytes) => {
                writer.put(&planned.route, &bytes)?;
                if (room.capacity()..=MAX_ROOM).contains(&bytes.capacity()) {
                    *room = bytes;
                }
            }
            Content::Copy(disk) => writer.copy(&planned.route, disk)?,
            Content::Table(file) => self.table(file, &planned.route, writer)?,
            Content::Wrong(found) => return Ok(Some(*found)),
            // These are made when all pages are.
            Content::Index | Content::Checksums => {}
        }
        Ok(None)
    }

    /// Whether nothing has changed that a page is made from.
    fn can_stay(&self, page: Page) -> bool {
        let Some(changed) = &self.changed else { return false };
        let is_other =
            matches!(page, Page::SearchIndex | Page::DataFile(DataFile::Checksums));
        !is_other
            && !html::texts(self.archive, page)
                .into_iter()
                .any(|path| changed.contains(path))
    }

    /// Gives the indexer the text of a page that is not made.
    fn index(&self, page: Page) -> Result<()> {
        match (page, self.indexer) {
            (Page::Document(id), Some(indexer)) => {
                indexer.add(id, &source(self.site, &self.archive.document(id).path)?)
            }
            _ => Ok(()),
        }
    }

    /// Writes a table piece by piece, so that it need not fit into memory.
    fn table(&self, file: DataFile, route: &Route, writer: &Writer) -> Result<()> {
        let known = self.renderer.digests();
        known.get(file).map_or(Ok(()), |digest| {
            writer.fill(route, digest, |out| data::write(self.archive, file, known, out))
        })
    }

    /// What stands at an address.
    pub fn content(&self, planned: &Planned) -> Result<Content<'_>> {
        self.made(planned, &Reading::default(), &mut Vec::new())
    }

    fn made(
        &self,
        planned: &Planned,
        reading: &Reading,
        room: &mut Vec<u8>,
    ) -> Result<Content<'_>> {
        let bytes = match planned.page {
            Page::File(id) => return Ok(Content::Copy(&self.archive.file(id).disk)),
            Page::DataFile(DataFile::Checksums) => return Ok(Content::Checksums),
            Page::DataFile(file) => return Ok(Content::Table(file)),
            Page::SearchIndex => return Ok(Content::Index),
            Page::Asset(at) => {
                let assets = self.theme.assets();
                assets.get(at).map_or_else(Vec::new, sent)
            }
            Page::Record(id, form) => {
                let texts = reading.texts((self.site, self.archive), planned.page)?;
                let words = self.renderer.texts(planned.interface);
                let file = words.map(|words| {
                    let what = (id, form);
                    reading.copies.get(self.archive, what, texts.first(), words)
                });
                file.map_or_else(Vec::new, Cow::into_owned)
            }
            Page::Listing(list, form) => self.held.listing(list, form),
            Page::NoJekyll => Vec::new(),
            Page::Feed(feed) => self.held.feed(planned.interface, feed),
            Page::OpenSearch => {
                let texts = self.renderer.texts(planned.interface);
                texts.map_or_else(Vec::new, |texts| {
                    opensearch::description(self.archive, planned.interface, texts)
                })
            }
            Page::Sitemap(part) => sitemap::file(self.archive, part, Limits::PROTOCOL),
            Page::Robots => sitemap::robots(self.archive),
            page => {
                let texts = reading.texts((self.site, self.archive), page)?;
                if let (Page::Document(id), Some(indexer)) = (page, self.indexer)
                    && let Some(file) = texts.first()
                {
                    indexer.add(id, file)?;
                }
                let copies_and_room = (&reading.copies, mem::take(room));
                match self.renderer.page_beside(planned, &texts, copies_and_room) {
                    Ok(bytes) => bytes,
                    Err(found) => return Ok(Content::Wrong(found)),
                }
            }
        };
        Ok(Content::Bytes(bytes))
    }
}

/// An asset as it is sent.
fn sent(asset: &Asset<'_>) -> Vec<u8> {
    let Ok(text) = str::from_utf8(asset.bytes) else { return asset.bytes.to_vec() };
    match asset.name.rsplit('.').next() {
        Some("css") => style::lean(text).into_bytes(),
        Some("js") => script::sent(text).into_bytes(),
        _ => asset.bytes.to_vec(),
    }
}

/// Larger pages are few, and would hold memory that others need.
const MAX_ROOM: usize = 1 << 20;

/// More findings of templates than this say nothing new.
const MAX_TEMPLATE_FINDINGS: usize = 20;
