//! A site held in memory: all that its pages are made from, but their texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::findings::Findings;
use crate::archive::{Archive, DocumentId};
use crate::assemble::{Copied, Input, assemble};
use crate::config::{Config, Vocabulary};
use crate::diagnostic::{Checked, Diagnostic};
use crate::discover::{self, Files, Found};
use crate::document::{Document, PlainPage, Withdrawn};
use crate::error::Result;
use crate::fingerprint::Fingerprint;
use crate::fs;
use crate::parse;
use crate::pipeline::{self, Order, Parsed, Report};
use crate::register::Register;
use crate::render::html::{Renderer, Tools};
use crate::route::Route;
use crate::theme::{Layer, Theme};

/// A site as it was last read.
pub(super) struct Live {
    pub(super) archive: Archive,
    pub(super) surroundings: Surroundings,
    pub(super) files: Files,
    /// What assets come from; templates and texts too where they have no mistakes.
    pub(super) theme: Theme,
    /// The last theme without mistakes.
    pub(super) sound: Theme,
    pub(super) tools: Arc<Tools>,
    pub(super) findings: Findings,
    /// What was published once.
    pub(super) register: Register,
    /// Of `site.toml`.
    settings: Fingerprint,
    /// Of documents, when they were read.
    pub(super) stamps: BTreeMap<Arc<str>, Stamp>,
    /// Documents that have changed since the archive was put together, as they were.
    pub(super) changed: Vec<(DocumentId, Document)>,
}

/// What tells that a file has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) size: u64,
    pub(super) modified: u128,
}

/// A text just parsed; nothing where it has not changed.
type Fresh = Option<Checked<Option<Document>>>;

impl Live {
    /// Reads the site; of `former` it keeps what has not changed. Without usable settings
    /// nothing is read, and `former` stays with what is wrong with them.
    pub(super) fn read(
        order: &Order,
        former: Option<Live>,
    ) -> Result<(Option<Live>, Vec<Diagnostic>)> {
        let mut report = Report::default();
        let settings = fs::read_if_there(&order.site.join("site.toml"))?;
        let settings = Fingerprint::of(&settings.unwrap_or_default());
        let Some(config) = pipeline::settings(order, &mut report)? else {
            return Ok((former, report.diagnostics));
        };
        let mut theme_findings = Vec::new();
        let theme =
            discover::theme(&order.site, &config)?.into_value(&mut theme_findings);
        let files = discover::files(&order.site, &config)?;
        let files = files.into_value(&mut report.diagnostics);
        let register = pipeline::published(order, &config, &mut report)?;

        // Settings decide what every text means.
        let (former, sound) = match former {
            Some(former) if former.settings == settings => (
                Some(taken(former.archive)),
                (former.sound, former.stamps, former.findings.texts),
            ),
            Some(former) => (None, (former.sound, BTreeMap::new(), BTreeMap::new())),
            None => (None, (plain_theme(), BTreeMap::new(), BTreeMap::new())),
        };
        let (sound, stamps, known) = sound;
        let mut findings = Findings { texts: known, ..Findings::default() };
        let fresh = fresh(&files, &stamps, &config)?;
        let pages = pages(&files, &config, &mut findings)?;
        let mut parsed = joined(&files, fresh, former, (&config, &mut findings));
        parsed.pages = pages;
        if config.history && stamps.is_empty() {
            let history = discover::history(&order.site, &config.content);
            report.diagnostics.extend(config.lints.apply(history.diagnostics));
            parsed.remember(history.value, &order.site, &config);
        }
        let input = pipeline::input(parsed, &files, &theme, config, &mut report)?;
        let surroundings = Surroundings::of(&input);
        let archive = assemble(input).into_value(&mut findings.archive);
        let (tools, sound) = tools(&archive, (&theme, sound), &mut theme_findings);
        findings.site = report.diagnostics;
        findings.theme = theme_findings;
        findings.dropped = pipeline::dropped(&archive, &register);
        let stamps = files.documents.iter().map(|file| (file.path.clone(), file.into()));
        let stamps = stamps.collect();
        let live = Live {
            archive,
            surroundings,
            files,
            theme,
            sound,
            tools,
            findings,
            register,
            settings,
            stamps,
            changed: Vec::new(),
        };
        let found = live.findings.sorted();
        Ok((Some(live), found))
    }
}

impl From<&Found> for Stamp {
    fn from(file: &Found) -> Stamp {
        Stamp { size: file.size, modified: file.modified }
    }
}

fn plain_theme() -> Theme {
    Theme { layers: vec![Layer::embedded()] }
}

/// Parses the documents that have changed.
fn fresh(
    files: &Files,
    stamps: &BTreeMap<Arc<str>, Stamp>,
    config: &Config,
) -> Result<Vec<Fresh>> {
    let fresh = files.documents.par_iter().map(|file| {
        let is_same = stamps.get(&file.path) == Some(&Stamp::from(file));
        match is_same {
            true => Ok(None),
            false => Ok(Some(parse::document(&file.read()?, &file.name, config))),
        }
    });
    fresh.collect()
}

/// The plain pages: so few that all are parsed each time.
fn pages(
    files: &Files,
    config: &Config,
    findings: &mut Findings,
) -> Result<Vec<PlainPage>> {
    let mut pages = Vec::new();
    for file in &files.pages {
        let name = file.name.strip_prefix(discover::PAGES).unwrap_or(&file.name);
        let Checked { value, diagnostics } = parse::page(&file.read()?, name, config);
        findings.in_text(&file.path, diagnostics);
        pages.extend(value);
    }
    Ok(pages)
}

/// The documents: as they were, or as they are now. One with mistakes is shown as far as
/// it was understood; one that was not is shown as it was.
fn joined(
    files: &Files,
    fresh: Vec<Fresh>,
    former: Option<Known>,
    (config, findings): (&Config, &mut Findings),
) -> Parsed {
    let (documents, withdrawn) =
        former.map_or_else(Default::default, |known| (known.documents, known.withdrawn));
    let mut known: BTreeMap<Arc<str>, Document> =
        documents.into_iter().map(|document| (document.path.clone(), document)).collect();
    let mut former = std::mem::take(&mut findings.texts);
    let mut parsed = Parsed { withdrawn, ..Parsed::default() };
    for (file, fresh) in files.documents.iter().zip(fresh) {
        let known = known.remove(&file.path);
        let Some(Checked { value, diagnostics }) = fresh else {
            findings.in_text(&file.path, former.remove(&file.path).unwrap_or_default());
            parsed.documents.extend(known);
            continue;
        };
        findings.in_text(&file.path, diagnostics);
        let document = match (value, known) {
            (Some(document), Some(known)) => Some(document.remembering(&known)),
            (value, known) => value.or(known),
        };
        let is_shown = |d: &Document| config.drafts || !d.metadata.draft;
        parsed.documents.extend(document.filter(is_shown));
    }
    parsed
}

/// What is kept of an archive.
fn taken(mut archive: Archive) -> Known {
    let known = Known::of(&mut archive);
    let_go(archive);
    known
}

/// Lets an archive go beside other work: a plan of many pages takes its time.
pub(super) fn let_go(archive: Archive) {
    std::thread::spawn(move || drop(archive));
}

/// What an archive was put together of, and has kept.
pub(super) struct Known {
    config: Config,
    documents: Vec<Document>,
    pages: Vec<PlainPage>,
    withdrawn: Vec<Withdrawn>,
}

impl Known {
    /// Takes it out of the archive, which is of no use then.
    pub(super) fn of(archive: &mut Archive) -> Known {
        Known {
            config: archive.config.clone(),
            documents: std::mem::take(&mut archive.documents),
            pages: std::mem::take(&mut archive.pages),
            withdrawn: std::mem::take(&mut archive.withdrawn),
        }
    }
}

/// What documents are put together with, besides each other.
pub(super) struct Surroundings {
    vocabularies: Vec<Vocabulary>,
    files: Vec<Copied>,
    assets: Vec<Route>,
}

impl Surroundings {
    fn of(input: &Input) -> Surroundings {
        Surroundings {
            vocabularies: input.vocabularies.clone(),
            files: input.files.clone(),
            assets: input.assets.clone(),
        }
    }

    /// What is known, to be put together again.
    pub(super) fn input(&self, known: Known) -> Input {
        let Known { config, documents, pages, withdrawn } = known;
        Input {
            config,
            documents,
            absent: BTreeMap::new(),
            withdrawn,
            pages,
            vocabularies: self.vocabularies.clone(),
            files: self.files.clone(),
            assets: self.assets.clone(),
        }
    }
}

/// What pages are made with, and the last theme without mistakes, which lends its
/// templates and texts where the theme has some.
pub(super) fn tools(
    archive: &Archive,
    (theme, sound): (&Theme, Theme),
    found: &mut Vec<Diagnostic>,
) -> (Arc<Tools>, Theme) {
    let made = Renderer::new(archive, theme);
    let is_sound = !made.has_errors();
    let renderer = made.into_value(found);
    if is_sound {
        return (renderer.tools(), theme.clone());
    }
    (Renderer::new(archive, &sound).value.tools(), sound)
}
