//! The search index: gathered from every document's text while its page is made, then
//! merged and written in shards.
//!
//! Memory is bounded: what many documents have gathered is sorted and put aside in a
//! folder, and merged at the end. The bytes do not depend on who gathered what.

mod numbers;
mod gather;
mod terms;
mod document;
mod run;
mod merge;
mod shards;
mod sink;
mod facets;
mod columns;
mod titles;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::archive::{Archive, DocumentId};
use crate::error::Result;
use crate::render::html::Texts;
use crate::route::Route;
use crate::search::format::{FacetFile, ROOT, Root, VERSION};
use crate::text::TextFile;
pub use document::{Block, Sort, blocks};
use gather::Gatherer;
use numbers::Numbers;
use run::Run;
use sink::Sink;

/// Gathers what the texts of an archive are found by. Any number of threads may add
/// documents at once, in any order.
pub struct Indexer<'a> {
    archive: &'a Archive,
    numbers: Numbers,
    /// Where to put aside what is too much for memory.
    aside: PathBuf,
    /// How many bytes one gatherer may hold.
    limit: usize,
    idle: Mutex<Vec<Gatherer>>,
    runs: Mutex<Vec<Run>>,
    /// By number: how many units the document has.
    lengths: Vec<AtomicU64>,
}

/// What all gatherers together may hold, in bytes.
const MEMORY: usize = 64 << 20;
/// What each may hold at least.
const LEAST_MEMORY: usize = 8 << 20;

impl<'a> Indexer<'a> {
    /// An indexer that puts aside what it must in the folder `aside`, which need not
    /// exist and is removed with its output folder's stage.
    pub fn new(archive: &'a Archive, aside: PathBuf) -> Indexer<'a> {
        let threads = rayon::current_num_threads().max(1);
        Indexer::with_limit(archive, aside, (MEMORY / threads).max(LEAST_MEMORY))
    }

    /// An indexer that holds everything in memory.
    pub fn in_memory(archive: &'a Archive) -> Indexer<'a> {
        Indexer::with_limit(archive, PathBuf::new(), usize::MAX)
    }

    fn with_limit(archive: &'a Archive, aside: PathBuf, limit: usize) -> Indexer<'a> {
        Indexer {
            archive,
            numbers: Numbers::new(archive),
            aside,
            limit,
            idle: Mutex::default(),
            runs: Mutex::default(),
            lengths: archive.documents.iter().map(|_| AtomicU64::new(0)).collect(),
        }
    }

    /// Adds a document. `file` is its own.
    pub fn add(&self, id: DocumentId, file: &TextFile) -> Result<()> {
        let Some(number) = self.numbers.of(id) else { return Ok(()) };
        let mut gatherer = self.idle().pop().unwrap_or_default();
        let length = gatherer.document(number, |document| {
            let take = &mut |block: Block<'_>| document.block(block);
            document::blocks(self.archive, id, &file.text, take);
        });
        if let Some(own) = self.lengths.get(number as usize) {
            own.store(length, Ordering::Relaxed);
        }
        if gatherer.size() > self.limit {
            self.put_aside(&std::mem::take(&mut gatherer).into_run())?;
        }
        self.idle().push(gatherer);
        Ok(())
    }

    /// Writes the index by `put`, which any number of threads may call. `texts` are those
    /// of the interface languages, in their order.
    pub fn finish(
        &self,
        texts: &[&Texts],
        put: &(dyn Fn(&Route, &[u8]) -> Result<()> + Sync),
    ) -> Result<()> {
        let archive = self.archive;
        let sink = Sink::new(put);
        let gathered = std::mem::take(&mut *self.idle()).into_iter();
        let mut runs = std::mem::take(&mut *self.runs());
        runs.extend(gathered.map(|gatherer| Run::Memory(gatherer.into_run())));
        let directory = shards::write(merge::Merge::new(runs)?, &sink)?;
        let lengths: Vec<u64> =
            self.lengths.iter().map(|length| length.load(Ordering::Relaxed)).collect();
        let columns = columns::columns(archive, &self.numbers, &lengths);
        let root = Root {
            version: VERSION,
            documents: u32::try_from(lengths.len()).unwrap_or(u32::MAX),
            works: u32::try_from(archive.works.len()).unwrap_or(u32::MAX),
            units: lengths.iter().sum(),
            columns: sink.pack("columns", &columns.write())?,
            directory: sink.pack("directory", &directory.write())?,
            titles: titles::write(archive, &self.numbers, &sink)?,
            facets: self.facets(texts, &sink)?,
            languages: archive.config.languages.iter().map(ToString::to_string).collect(),
            // All files but the root are written.
            bytes: sink.bytes(),
        };
        sink.put(ROOT, &root.to_json())
    }

    fn facets(&self, texts: &[&Texts], sink: &Sink) -> Result<Vec<FacetFile>> {
        let used = |t: &&crate::archive::Taxonomy| t.used().next().is_some();
        let taxonomies = self.archive.taxonomies.iter().filter(used);
        let files = taxonomies.map(|taxonomy| {
            let facet = facets::facet(taxonomy, &self.numbers, texts);
            Ok(FacetFile {
                name: taxonomy.name.to_string(),
                terms: u32::try_from(facet.terms.len()).unwrap_or(u32::MAX),
                file: sink.pack("facets", &facet.write())?,
            })
        });
        files.collect()
    }

    /// Several gatherers may be full at once; each has its own file.
    fn put_aside(&self, gathered: &gather::Sorted) -> Result<()> {
        let path = {
            let mut runs = self.runs();
            let path = self.aside.join(format!("run-{}", runs.len()));
            runs.push(Run::Disk(path.clone()));
            path
        };
        run::write(&path, gathered)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Gatherer>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn runs(&self) -> std::sync::MutexGuard<'_, Vec<Run>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
