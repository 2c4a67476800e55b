//! What is kept of an archive that is put together again: all that the documents which
//! say something else now do not decide.

use rayon::prelude::*;

use super::said::said;
use super::taxonomies::facets;
use super::titles;
use crate::archive::{
    Archive, DocumentId, Index, Lists, Plan, Planned, Taxonomy, Work, WorkId,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;

/// An archive as it was before some of its documents changed.
#[derive(Debug)]
pub struct Former {
    changed: Vec<(DocumentId, Document)>,
    works: Vec<Work>,
    work_of: Vec<WorkId>,
    taxonomies: Vec<Taxonomy>,
    titles: Vec<Index<WorkId>>,
    plan: Plan,
    /// Whether every page found its place.
    is_planned_whole: bool,
}

impl Former {
    /// Takes out of an archive what may be kept of it. `changed` are all documents that
    /// were [amended](super::amend()) since it was put together, as they were; `found` is
    /// what was found then.
    pub fn of(
        archive: &mut Archive,
        changed: Vec<(DocumentId, Document)>,
        found: &[Diagnostic],
    ) -> Former {
        let is_loss = |found: &Diagnostic| {
            matches!(found.code, Code::RouteCollision | Code::InvalidAlias)
        };
        Former {
            changed,
            works: std::mem::take(&mut archive.works),
            work_of: std::mem::take(&mut archive.work_of),
            taxonomies: std::mem::take(&mut archive.taxonomies),
            titles: std::mem::take(&mut archive.titles),
            plan: std::mem::take(&mut archive.plan),
            is_planned_whole: !found.iter().any(is_loss),
        }
    }

    /// What of it is right for an archive that has its works already.
    pub(super) fn kept(mut self, archive: &Archive) -> Kept {
        let Some(moves) = Moves::between(&self, archive) else { return Kept::default() };
        let taxonomies = std::mem::take(&mut self.taxonomies);
        let titles = std::mem::take(&mut self.titles);
        let plan = std::mem::take(&mut self.plan);
        let lists = || {
            rayon::join(
                || self.kept_taxonomies(taxonomies, archive, &moves),
                || self.kept_titles(titles, archive, &moves),
            )
        };
        let pages = || self.kept_pages(plan, archive);
        let ((taxonomies, titles), pages) = rayon::join(lists, pages);
        Kept { taxonomies, titles: Some(titles), pages }
    }

    /// Taxonomies under which every document says what it said.
    fn kept_taxonomies(
        &self,
        taxonomies: Vec<Taxonomy>,
        archive: &Archive,
        moves: &Moves,
    ) -> Vec<Taxonomy> {
        let says_the_same = |key: &str| {
            let mut changed = self.changed.iter();
            changed.all(|(id, old)| said(old, key) == said(archive.document(*id), key))
        };
        let facets = facets(archive);
        let mut kept = taxonomies;
        kept.retain(|taxonomy| {
            let facet = facets.iter().find(|facet| *facet.name == *taxonomy.name);
            facet.is_some_and(|facet| says_the_same(facet.key))
        });
        kept.par_iter_mut().for_each(|taxonomy| moves.apply(taxonomy));
        kept
    }

    fn kept_titles(
        &self,
        titles: Vec<Index<WorkId>>,
        archive: &Archive,
        moves: &Moves,
    ) -> Vec<Index<WorkId>> {
        let interfaces = archive.interfaces().zip(titles);
        let kept = interfaces.map(|(interface, mut titles)| {
            titles.order.iter_mut().for_each(|work| *work = moves.now(*work));
            // Works of one title stand in the order of time.
            let changed = self.changed.iter();
            let changed = changed.filter_map(|(id, _)| archive.work_of(*id));
            changed.fold(titles, |titles, work| {
                match titles::stands_right(archive, interface, &titles, work) {
                    true => titles,
                    false => titles::with_moved(archive, interface, titles, work),
                }
            })
        });
        kept.collect()
    }

    /// The pages of which no list decides.
    fn kept_pages(&self, plan: Plan, archive: &Archive) -> Option<Vec<Planned>> {
        let has_same_aliases = |(id, old): &(DocumentId, Document)| {
            old.metadata.aliases == archive.document(*id).metadata.aliases
        };
        if !self.is_planned_whole || !self.changed.iter().all(has_same_aliases) {
            return None;
        }
        let mut pages = plan.pages;
        pages.retain(|planned| !planned.page.hangs_on_lists());
        Some(pages)
    }
}

/// What of a former archive is right for a new one.
#[derive(Default)]
pub(super) struct Kept {
    /// Some of the taxonomies.
    pub(super) taxonomies: Vec<Taxonomy>,
    /// Works by title, for each interface language.
    pub(super) titles: Option<Vec<Index<WorkId>>>,
    /// Planned pages of which no list decides, in the order of their addresses.
    pub(super) pages: Option<Vec<Planned>>,
}

/// Where works have moved to in time.
struct Moves {
    /// By former work.
    now: Vec<WorkId>,
    /// By work, what it was.
    then: Vec<WorkId>,
}

impl Moves {
    /// None unless the works are the same, of the same documents.
    fn between(former: &Former, archive: &Archive) -> Option<Moves> {
        let keeps_work = |(id, old): &(DocumentId, Document)| {
            let new = archive.document(*id);
            let mut gone = archive.withdrawn.iter();
            old.work.value == new.work.value
                && old.language == new.language
                // A text that was taken out says what the others of its work say.
                && !gone.any(|gone| gone.document.work.value == new.work.value)
        };
        let has_same = former.works.len() == archive.works.len()
            && former.work_of.len() == archive.documents.len()
            && former.changed.iter().all(keeps_work);
        let mut now = vec![WorkId::default(); former.works.len()];
        let mut then = Vec::with_capacity(former.works.len());
        for (at, work) in archive.works.iter().enumerate().filter(|_| has_same) {
            let old = *former.work_of.get(work.main.index())?;
            let known = former.works.get(old.index())?;
            if known.main != work.main || known.others != work.others {
                return None;
            }
            *now.get_mut(old.index())? = WorkId::new(at);
            then.push(old);
        }
        has_same.then_some(Moves { now, then })
    }

    fn now(&self, work: WorkId) -> WorkId {
        self.now.get(work.index()).copied().unwrap_or_default()
    }

    fn apply(&self, taxonomy: &mut Taxonomy) {
        let mut by_work = Lists::default();
        for then in &self.then {
            by_work.push(taxonomy.by_work.get(then.index()).iter().copied());
        }
        taxonomy.by_work = by_work;
        for term in &mut taxonomy.terms {
            term.works.iter_mut().for_each(|work| *work = self.now(*work));
            // All but the changed ones are in order still.
            term.works.sort();
        }
    }
}
