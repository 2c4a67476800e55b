//! Everything that can be said against a site, without writing it.

use rayon::prelude::*;

use super::{
    Assembled, Order, Progress, Report, Stage, assembled, follow, register, source, texts,
};
use crate::archive::{Archive, DocumentId, PlainId};
use crate::check::{self, Seen, Site};
use crate::date::Day;
use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::parse;
use crate::register::Register;
use crate::render::html::Renderer;
use crate::theme::{Origin, Theme};

/// What looking for mistakes came to.
#[derive(Debug, Default)]
pub struct Checked {
    /// Everything that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many documents were looked at.
    pub documents: usize,
}

/// Looks at a site for everything that `build` reports, and for more. `today` is the day in
/// UTC. Nothing is written, whatever the order says.
pub fn check(
    order: &Order,
    today: Option<Day>,
    progress: &dyn Progress,
) -> Result<Checked> {
    // One mistake is no reason to be silent on others, be they in the same document.
    let order = Order { keep_going: false, writes_nothing: true, ..order.clone() };
    let mut report = Report::default();
    let assembled = assembled(&order, progress, &mut report)?;
    let mut documents = 0;
    if let Some(assembled) = &assembled {
        let archive = &assembled.archive;
        let register = register::read(&order, &archive.config, &mut report)?;
        let found = checked(assembled, (&order, &register), today, progress)?;
        report.diagnostics.extend(archive.config.lints.apply(found));
        templates(assembled, &order, &mut report)?;
        documents = archive.documents.len();
        report.left_out.retain(|path| archive.document_at(path).is_none());
    }
    follow::drop_consequences(&mut report.diagnostics);
    let report = report.sorted();
    documents += report.left_out.len();
    Ok(Checked { diagnostics: report.diagnostics, documents })
}

/// Addresses that were published and that the archive does not answer.
pub fn dropped(archive: &Archive, register: &Register) -> Vec<Diagnostic> {
    archive.config.lints.apply(check::dropped(archive, register))
}

/// Reads every text again, one at a time on each processor, and looks at it.
fn checked(
    assembled: &Assembled,
    (order, register): (&Order, &Register),
    today: Option<Day>,
    progress: &dyn Progress,
) -> Result<Vec<Diagnostic>> {
    let archive = &assembled.archive;
    let site = Site::new(archive, &assembled.vocabularies, register, today);
    progress.stage(Stage::Check, archive.documents.len());
    let documents = archive.documents.par_iter().enumerate().map(|(at, document)| {
        let file = source(&order.site, &document.path)?;
        let written = parse::written(&file, &archive.config);
        progress.step();
        Ok(check::document(&site, DocumentId::new(at), &file, &written))
    });
    let documents: Vec<(Vec<Diagnostic>, Seen)> = documents.collect::<Result<_>>()?;
    let (found, seen): (Vec<_>, Vec<Seen>) = documents.into_iter().unzip();
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    for (at, page) in archive.pages.iter().enumerate() {
        let file = source(&order.site, &page.path)?;
        found.extend(check::page(&site, PlainId::new(at), &file));
    }
    found.extend(check::archive(&site, &seen));
    Ok(found)
}

/// What the theme has to say: the interface's texts, and templates of the site's own, which
/// every page is made with; those of the program are known to work.
fn templates(assembled: &Assembled, order: &Order, report: &mut Report) -> Result<()> {
    let Assembled { archive, theme, .. } = assembled;
    let renderer = Renderer::new(archive, theme).into_value(&mut report.diagnostics);
    if !is_own(theme) || report.has_errors_outside_documents() {
        return Ok(());
    }
    let pages =
        archive.plan.pages.par_iter().filter(|planned| planned.page.has_template());
    let found = pages.map(|planned| {
        let texts = texts(&order.site, archive, planned.page)?;
        Ok(renderer.page(planned, &texts).err().map(|found| *found))
    });
    let found: Vec<Option<Diagnostic>> = found.collect::<Result<_>>()?;
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    found.sort();
    found.dedup_by(|a, b| a.primary == b.primary && a.message == b.message);
    report.diagnostics.extend(found);
    Ok(())
}

fn is_own(theme: &Theme) -> bool {
    theme.layers.iter().any(|layer| layer.origin == Origin::Disk)
}
