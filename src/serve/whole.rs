//! What is made of all documents together, when somebody asks for it: the search index and
//! the list of checksums.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::iter;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::live::Live;
use super::stage::Stage;
use crate::archive::{Archive, DocumentId, Page};
use crate::config::DataFile;
use crate::error::Result;
use crate::fingerprint::Checksum;
use crate::fs;
use crate::pipeline::{self, Content, SitePages};
use crate::render::data;
use crate::render::html::Renderer;
use crate::render::search::Indexer;
use crate::route::{self, Route};

/// The files of the search index, by address.
type Index = BTreeMap<Route, Arc<[u8]>>;

/// The search index of the version that somebody last asked for.
#[derive(Default)]
pub(super) struct Whole {
    made: Mutex<Option<(u64, Arc<Index>)>>,
}

/// The root of the search index, which names all its other files.
const ROOT: &str = "search/index/index.json";

impl Stage {
    /// A file of the search index. Its root is always that of the texts as they are now;
    /// other files are those that the last root named.
    pub(super) fn index_file(&self, route: &Route) -> Result<Option<Arc<[u8]>>> {
        let mut made = self.whole.made.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let shown = self.look();
            let Some(live) = &shown.live else { return Ok(None) };
            if !live.archive.config.search {
                return Ok(None);
            }
            let held = made.as_ref().filter(|(version, _)| {
                *version == shown.version || route.as_str() != ROOT
            });
            if let Some((_, index)) = held {
                return Ok(index.get(route).cloned());
            }
            // Where a text changes meanwhile, the index begins anew.
            if let Some(index) = self.index(live)? {
                *made = Some((shown.version, Arc::new(index)));
            }
        }
    }

    /// The index, unless somebody waits to change a text.
    fn index(&self, live: &Live) -> Result<Option<Index>> {
        let archive = &live.archive;
        let indexer = Indexer::in_memory(archive);
        let added = (0..archive.documents.len()).into_par_iter().map(|at| {
            if self.is_awaited() {
                return Ok(false);
            }
            let page = Page::Document(DocumentId::new(at));
            let texts = pipeline::texts(&self.order.site, archive, page)?;
            texts
                .first()
                .map_or(Ok(()), |file| indexer.add(DocumentId::new(at), file))?;
            Ok(true)
        });
        let is_whole = added.try_reduce(|| true, |a, b| Ok(a && b))?;
        if !is_whole {
            return Ok(None);
        }
        let renderer = Renderer::with(archive, live.tools.clone());
        let texts: Vec<_> =
            archive.interfaces().filter_map(|id| renderer.texts(id)).collect();
        let files = Mutex::new(Index::new());
        indexer.finish(&texts, &|route, bytes| {
            let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
            files.insert(route.clone(), bytes.into());
            Ok(())
        })?;
        Ok(Some(files.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    /// A line for each file of the site but the list itself, as a build writes it.
    pub(super) fn checksums(&self) -> Result<Vec<u8>> {
        loop {
            // The index is that of this version: its root asks for it.
            if let Ok(root) = Route::file(ROOT) {
                self.index_file(&root)?;
            }
            let made = self.whole.made.lock().unwrap_or_else(PoisonError::into_inner);
            let made = made.clone();
            let shown = self.look();
            let Some(live) = &shown.live else { return Ok(Vec::new()) };
            let index = match made {
                Some((version, index)) if version == shown.version => index,
                _ if live.archive.config.search => continue,
                _ => Arc::default(),
            };
            let Some(mut sums) = self.sums(live)? else { continue };
            sums.extend(
                index.iter().map(|(route, bytes)| (route.clone(), Checksum::of(bytes))),
            );
            let mut list = String::new();
            for (route, checksum) in
                sums.into_iter().filter(|(r, _)| route::is_served(r.as_str()))
            {
                // A string takes whatever is written.
                let _ = writeln!(list, "{checksum}  {route}");
            }
            return Ok(list.into_bytes());
        }
    }

    /// The checksums of planned files, unless somebody waits to change a text.
    fn sums(&self, live: &Live) -> Result<Option<BTreeMap<Route, Checksum>>> {
        let renderer = Renderer::with(&live.archive, live.tools.clone());
        let pages =
            SitePages::new(&self.order.site, &live.archive, &live.theme, &renderer);
        let plan = &live.archive.plan;
        let all = plan.pages.par_iter().flat_map_iter(|planned| {
            iter::once(planned.clone()).chain(plan.beside(planned))
        });
        let sums = all.filter_map(|planned| {
            if self.is_awaited() {
                return Some(Ok(None));
            }
            let sum = match pages.content(&planned) {
                Ok(Content::Bytes(bytes)) => Checksum::of(&bytes),
                Ok(Content::Copy(disk)) => match fs::read(disk) {
                    Ok(bytes) => Checksum::of(&bytes),
                    Err(error) => return Some(Err(error)),
                },
                Ok(Content::Table(file)) => {
                    Checksum::of(&table(&live.archive, file, &renderer))
                }
                Ok(Content::Index | Content::Checksums | Content::Wrong(_)) => {
                    return None;
                }
                Err(error) => return Some(Err(error)),
            };
            Some(Ok(Some((planned.route.clone(), sum))))
        });
        sums.collect()
    }
}

/// A table of the archive, held in memory.
pub(super) fn table(archive: &Archive, file: DataFile, renderer: &Renderer) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes whatever is written.
    let _ = data::write(archive, file, renderer.digests(), &mut bytes);
    bytes
}
