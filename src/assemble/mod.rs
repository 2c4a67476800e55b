//! Stage 3: documents become the archive.
//!
//! The only stage that sees two documents at once. What it returns is never changed, but
//! by [`amend`] where somebody looks at a site while it is written.

mod works;
mod withdrawn;
mod collation;
mod letters;
mod relations;
mod said;
mod terms;
mod taxonomies;
mod timeline;
mod titles;
mod filters;
mod references;
mod plan;
mod amend;
mod again;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::archive::{Absent, Archive, Lists, Plan, Timeline};
use crate::config::{Config, Vocabulary};
use crate::diagnostic::Checked;
use crate::document::{Document, PlainPage, Withdrawn};
use crate::route::Route;
use again::Kept;

pub use again::Former;
pub use amend::{amend, stands_alike};
pub use plan::Copied;

/// Everything that was found and parsed.
#[derive(Debug)]
pub struct Input {
    /// The site's settings.
    pub config: Config,
    /// Documents without errors, in any order.
    pub documents: Vec<Document>,
    /// Documents that are not published, by path.
    pub absent: BTreeMap<Arc<str>, Absent>,
    /// Texts that were removed, the latest first.
    pub withdrawn: Vec<Withdrawn>,
    /// Plain pages, in any order.
    pub pages: Vec<PlainPage>,
    /// Controlled vocabularies.
    pub vocabularies: Vec<Vocabulary>,
    /// Files beside documents and files of `static/`.
    pub files: Vec<Copied>,
    /// Where the theme's assets are served, in the theme's order.
    pub assets: Vec<Route>,
}

/// Puts the archive together.
///
/// The archive is whole even where findings are errors: the later of two colliding things
/// is left out of the plan.
pub fn assemble(input: Input) -> Checked<Archive> {
    put_together(input, |_| Kept::default())
}

/// The same, where the archive is there already and only some documents have changed: the
/// input has the documents of the former archive, and what else that was made of.
pub fn reassemble(input: Input, former: Former) -> Checked<Archive> {
    put_together(input, |archive| former.kept(archive))
}

fn put_together(
    input: Input,
    keep: impl FnOnce(&Archive) -> Kept + Send,
) -> Checked<Archive> {
    let mut found = Vec::new();
    let Input {
        config,
        mut documents,
        mut pages,
        absent,
        withdrawn,
        vocabularies,
        files,
        assets,
    } = input;
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    let withdrawn = withdrawn::withdrawn(withdrawn, &documents);
    let works = works::works(&documents, &config, &mut found);
    let files = plan::site_files(files, &config, &mut found);
    let mut archive = Archive {
        taxonomies: Vec::new(),
        timeline: Timeline::default(),
        titles: Vec::new(),
        filters: Vec::new(),
        cites: Lists::default(),
        cited_by: Lists::default(),
        plan: Plan::default(),
        works: works.works,
        work_of: works.work_of,
        config,
        documents,
        pages,
        files,
        absent,
        withdrawn,
    };
    let (kept, timeline) =
        rayon::join(|| keep(&archive), || timeline::timeline(&archive.works));
    let Kept { taxonomies, titles, pages } = kept;
    archive.timeline = timeline;
    (archive.taxonomies, archive.titles) = rayon::join(
        || taxonomies::taxonomies(&archive, &vocabularies, taxonomies, &mut found),
        || titles.unwrap_or_else(|| titles::titles(&archive)),
    );
    archive.filters = filters::filters(&archive);
    archive.plan = plan::plan(&archive, &assets, pages, &mut found);
    references::connect(&mut archive, &mut found);
    plan::finish(&mut archive, &mut found);
    let found = archive.config.lints.apply(found);
    Checked { value: archive, diagnostics: found }
}
