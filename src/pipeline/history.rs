//! What became of texts: git's memory of files, read as readers saw them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::read::Parsed;
use crate::config::Config;
use crate::discover::{self, History, Kept, Trail};
use crate::document::{Change, ChangeSort, Document, Withdrawn};
use crate::parse::{self, Version};
use crate::text::TextFile;

/// Texts that were taken out before so many others are no news.
const MAX_WITHDRAWN: usize = 1000;
/// How many files' former contents are held at once.
const FILES_AT_ONCE: usize = 200;

impl Parsed {
    /// Adds what git remembers of documents, those included that are no longer published.
    pub fn remember(&mut self, history: History, site: &Path, config: &Config) {
        let memory = Memory { site, config };
        let documents = self.documents.iter_mut();
        let mut documents: BTreeMap<String, &mut Document> =
            documents.map(|document| (document.path.to_string(), document)).collect();
        let mut known = Vec::new();
        let mut others = Vec::new();
        for trail in history.0 {
            match documents.remove(&trail.path) {
                Some(document) => known.push((trail, document)),
                None => others.push(trail),
            }
        }
        for part in known.chunks_mut(FILES_AT_ONCE) {
            let versions = memory.versions(part.iter().map(|(trail, _)| trail));
            for ((trail, document), versions) in part.iter_mut().zip(versions) {
                memory.tell(document, trail, versions);
            }
        }
        others.retain(|trail| memory.was_document(trail));
        others.truncate(MAX_WITHDRAWN);
        for part in others.chunks(FILES_AT_ONCE) {
            self.withdrawn.extend(memory.withdrawn(part));
        }
        self.withdrawn.sort_by_key(|withdrawn| Reverse(withdrawn.moment));
    }
}

/// Reads former contents.
struct Memory<'a> {
    site: &'a Path,
    config: &'a Config,
}

impl Memory<'_> {
    fn was_document(&self, trail: &Trail) -> bool {
        trail.kept.last().is_some_and(|kept| self.name(kept).is_some())
    }

    fn name<'k>(&self, kept: &'k Kept) -> Option<&'k str> {
        kept.document_name(&self.config.content)
    }

    fn is_published(&self, draft: bool) -> bool {
        self.config.drafts || !draft
    }

    /// What readers noticed of a file while it was published.
    fn tell(
        &self,
        document: &mut Document,
        trail: &Trail,
        versions: Vec<Option<Version>>,
    ) {
        let mut versions = versions.into_iter();
        let mut last: Option<Option<Version>> = None;
        let mut is_there = false;
        // Of commits of one second, as a rebase makes them, the first tells of all.
        let mut moments = BTreeSet::new();
        for kept in &trail.kept {
            // Of contents that git has not got, all may be new.
            let version = versions.next().flatten();
            let is_draft = version.as_ref().is_some_and(|version| version.draft);
            if !kept.is_there() || !self.is_published(is_draft) {
                is_there = false;
                continue;
            }
            let sort = match &last {
                None => Some(ChangeSort::New),
                Some(_) if !is_there => Some(ChangeSort::Restored),
                Some(before) => differs(before.as_ref(), version.as_ref())
                    .then_some(ChangeSort::Corrected),
            };
            if sort == Some(ChangeSort::New) {
                let work = version.as_ref().map(|version| version.work.clone());
                document.first_work = work.filter(|work| *work != document.work.value);
            }
            if let Some(sort) = sort.filter(|_| moments.insert(kept.moment)) {
                document.changes.push(Change { moment: kept.moment, sort });
            }
            (last, is_there) = (Some(version), true);
        }
    }

    /// What each file was each time; nothing where it was not there, or is not asked.
    fn versions<'t>(
        &self,
        trails: impl Iterator<Item = &'t Trail> + Clone,
    ) -> Vec<Vec<Option<Version>>> {
        let kept: Vec<&Kept> = trails
            .clone()
            .filter(|trail| is_asked(trail))
            .flat_map(|trail| &trail.kept)
            .collect();
        let contents = discover::contents(self.site, &kept);
        let each = kept.iter().zip(contents);
        let mut versions = each.map(|(kept, bytes)| self.version(kept, bytes));
        trails
            .map(|trail| match is_asked(trail) {
                true => versions.by_ref().take(trail.kept.len()).collect(),
                false => Vec::new(),
            })
            .collect()
    }

    /// Of files that are not published now, those that were: as they were then, and when
    /// they were no longer.
    fn withdrawn(&self, trails: &[Trail]) -> Vec<Withdrawn> {
        let kept: Vec<&Kept> = trails.iter().flat_map(|trail| &trail.kept).collect();
        let mut contents = discover::contents(self.site, &kept).into_iter();
        let each = trails.iter().filter_map(|trail| {
            let texts = contents.by_ref().take(trail.kept.len());
            self.last_published(trail, texts.collect())
        });
        each.collect()
    }

    fn last_published(
        &self,
        trail: &Trail,
        contents: Vec<Option<Vec<u8>>>,
    ) -> Option<Withdrawn> {
        let mut moment = None;
        for (kept, bytes) in trail.kept.iter().zip(&contents).rev() {
            let document = bytes.as_ref().and_then(|bytes| {
                let name = self.name(kept)?;
                parse::document(&text(kept, bytes.clone()), name, self.config).value
            });
            match document {
                Some(mut document) if self.is_published(document.metadata.draft) => {
                    // What was published at the last is withdrawn by no commit.
                    let moment = moment?;
                    let each = trail.kept.iter().zip(contents);
                    let versions = each.map(|(kept, bytes)| self.version(kept, bytes));
                    self.tell(&mut document, trail, versions.collect());
                    return Some(Withdrawn { document, moment });
                }
                _ => moment = Some(kept.moment),
            }
        }
        None
    }

    fn version(&self, kept: &Kept, bytes: Option<Vec<u8>>) -> Option<Version> {
        parse::version(&text(kept, bytes?), self.name(kept)?, self.config)
    }
}

/// Of a file that was kept once, under the name that it has, no contents need be read.
fn is_asked(trail: &Trail) -> bool {
    !matches!(&*trail.kept, [once] if once.path == trail.path)
}

fn differs(before: Option<&Version>, after: Option<&Version>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => before.shown != after.shown,
        _ => true,
    }
}

fn text(kept: &Kept, contents: Vec<u8>) -> TextFile {
    TextFile::decode(kept.path.as_str(), contents)
}
