//! Answers from a built index.
//!
//! Reads only the files that a query needs, as a browser does: the root, the columns and
//! the directory once; for each word a shard; for phrases positions; for the hits that
//! are shown their titles.

mod store;
mod lists;
mod clause;
mod row;
mod near;
mod ranking;
mod filter;

use crate::error::Result;
use crate::search::format::{BLOCK, Columns, Directory, Root, VERSION};
use crate::search::query::Query;
use clause::Clause;
use ranking::Ranking;
use store::Store;

pub use filter::Filter;
pub use store::{Files, Loaded};

/// An index that can be asked.
pub struct Index<'f> {
    root: Root,
    columns: Columns,
    directory: Directory,
    store: Store<'f>,
}

/// How much to give, and how much to read for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many documents to describe.
    pub hits: usize,
    /// When to stop: once so many bytes were read, before titles. A phrase of common words
    /// would read most of the index, a whole paragraph much of it.
    pub bytes: Option<u64>,
}

/// How many documents to look at before it is asked whether more may be read: few at first,
/// then twice as many each time, up to these.
const FIRST: usize = 8;
const MOST: usize = 64;

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// How many documents it found.
    pub total: usize,
    /// Whether that is just what there is; else older ones were not looked at, or not every
    /// word that begins as was asked, or not every word of a long query.
    pub is_whole: bool,
    /// The first of them, the best first; among equals the newest first.
    pub hits: Vec<Hit>,
    /// What was read for it.
    pub loaded: Loaded,
}

/// A document that a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// The document's number in the index.
    pub document: u32,
    /// The work it is a version of.
    pub work: String,
    /// Its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// Its date in words.
    pub date: String,
    /// The address of its page from the site's root, at the place that was found.
    pub href: String,
    /// The number of the paragraph, where the text itself has what was looked for.
    pub paragraph: Option<u32>,
}

impl<'f> Index<'f> {
    /// Opens the index in the folder that `files` reads; nothing where there is none.
    pub fn open(files: &'f dyn Files) -> Result<Option<Index<'f>>> {
        let mut store = Store::new(files);
        let Some(root) = store.root()? else { return Ok(None) };
        if root.version != VERSION {
            return Err(store.damaged("index.json", "is of another version of chancery"));
        }
        let columns = store.file("columns", root.columns, Columns::read)?;
        let directory = store.file("directory", root.directory, Directory::read)?;
        Ok(Some(Index { root, columns, directory, store }))
    }

    /// What was read since the index was opened or last asked.
    pub fn loaded(&self) -> Loaded {
        self.store.loaded
    }

    /// The documents that a query finds among those that the filter lets through.
    pub fn search(
        &mut self,
        query: &Query,
        filter: &Filter,
        limits: Limits,
    ) -> Result<Answer> {
        self.store.begin(limits.bytes);
        let allowed = self.allowed(filter)?;
        let wanted = Clause::all(&query.wanted, &mut self.store, &self.directory)?;
        let excluded = Clause::all(&query.excluded, &mut self.store, &self.directory)?;
        let is_allowed = |&(_, is): &(u32, &bool)| *is && !query.is_wordless;
        let allowed = (0..).zip(&allowed).filter(is_allowed);
        let mut candidates: Vec<u32> = allowed.map(|(document, _)| document).collect();
        for clause in &wanted {
            candidates = intersection(&candidates, &clause.documents());
        }
        let mut ranking = Ranking::new(&self.root, &self.columns);
        let rarities: Vec<usize> = wanted.iter().map(Clause::rarity).collect();
        let mut found = Vec::new();
        let has_places = wanted.iter().chain(&excluded).any(Clause::has_places);
        let is_bound = has_places && limits.bytes.is_some();
        let mut at_once = if is_bound { FIRST } else { usize::MAX };
        let mut rest = &*candidates;
        while let Some((some, others)) =
            rest.split_at_checked(at_once.min(rest.len())).filter(|_| !rest.is_empty())
        {
            (rest, at_once) = (others, at_once.saturating_mul(2).min(MOST));
            let mut chunk = some.to_vec();
            for (at, (clause, &having)) in wanted.iter().zip(&rarities).enumerate() {
                if at > 0 && clause.has_places() && !self.store.has_room() {
                    self.store.is_cut = true;
                    continue;
                }
                let hits = clause.hits(&mut self.store, &chunk)?;
                chunk = hits.iter().map(|hit| hit.document).collect();
                ranking.add(&hits, having);
            }
            for clause in &excluded {
                let hits = clause.hits(&mut self.store, &chunk)?;
                chunk.retain(|d| hits.binary_search_by_key(d, |h| h.document).is_err());
            }
            found.extend(chunk);
            if !self.store.has_room() {
                break;
            }
        }
        let is_whole = rest.is_empty() && !self.store.is_cut;
        let best = ranking.best(&found, limits.hits);
        let hits =
            best.into_iter().map(|(document, passage)| self.hit(document, passage));
        let hits = hits.collect::<Result<_>>()?;
        Ok(Answer { total: found.len(), is_whole, hits, loaded: self.store.loaded })
    }

    fn hit(&mut self, document: u32, passage: u32) -> Result<Hit> {
        let block = document as usize / BLOCK;
        let hash = self.root.titles.get(block).copied().unwrap_or_default();
        let titles = self.store.titles(hash)?;
        let title = titles.get(document as usize % BLOCK);
        let title =
            title.ok_or_else(|| self.store.damaged("index.json", "is damaged"))?;
        let language = self.columns.languages.get(document as usize);
        let language = language.and_then(|&at| self.columns.tags.get(at as usize));
        let anchor = title.anchor(passage).map(|anchor| format!("#{anchor}"));
        Ok(Hit {
            document,
            work: title.work.clone(),
            language: language.cloned().unwrap_or_default(),
            title: title.title.clone(),
            date: title.date.clone(),
            href: format!("{}{}", title.href, anchor.unwrap_or_default()),
            paragraph: (1..=title.paragraphs).contains(&passage).then_some(passage),
        })
    }
}

/// What two sorted lists have in common.
fn intersection(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut common = Vec::new();
    let mut b = b.iter().peekable();
    for &document in a {
        while b.next_if(|&&other| other < document).is_some() {}
        if b.peek() == Some(&&document) {
            common.push(document);
        }
    }
    common
}
