//! The whole build on one page: discover → parse → assemble → render → write.

mod report;
mod read;
mod sources;
mod history;
mod reading;
mod held;
mod pages;
mod shard;
mod check;
mod links;
mod register;
mod follow;

use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::config::{Config, Vocabulary};
use crate::discover::{self, Files};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::fs;
use crate::render::html::Renderer;
use crate::render::search::Indexer;
use crate::theme::Theme;
use crate::write::{self, Left, Summary, Writer};

use read::{archive, parse_all};
use sources::{Former, Said, Seen, Sources, World};

pub use check::{Checked, check, dropped};
pub use links::links;
pub use pages::{Content, SitePages};
pub use read::{Parsed, input, settings};
pub use reading::{shown, source, texts};
pub use register::read as published;
pub use report::{Published, Report};
pub use shard::{Shard, merge};

/// What to build, and how.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// The folder of `site.toml`.
    pub site: PathBuf,
    /// Where to write, if not where `site.toml` says.
    pub output: Option<PathBuf>,
    /// Where the site will be served, if not where `site.toml` says.
    pub base_url: Option<String>,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether documents with errors are left out instead of stopping the build.
    pub keep_going: bool,
    /// What tells this program from others of its version: what one has built, another
    /// builds again.
    pub program: String,
    /// Whether nothing will be published: documents with errors stay as far as they were
    /// understood, or links to what is left out say nothing new.
    pub writes_nothing: bool,
    /// The part of the site to build; all of it if none is named.
    pub shard: Option<Shard>,
}

impl Order {
    /// Whether documents with errors stay, as far as they were understood.
    fn keeps_wrong(&self) -> bool {
        self.writes_nothing && !self.keep_going
    }

    /// Where the site goes, or the part of it.
    fn output(&self, config: &Config) -> PathBuf {
        self.output.clone().unwrap_or_else(|| match self.shard {
            Some(shard) => self.site.join(shard.folder()),
            None => self.site.join(&config.output),
        })
    }
}

/// How far a stage has come, for people who wait.
pub trait Progress: Sync {
    /// A stage begins that has this many steps.
    fn stage(&self, stage: Stage, steps: usize);
    /// One step is done.
    fn step(&self);
}

/// The stages that take time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Looking which files there are, and which have changed.
    Discover,
    /// Reading documents.
    Parse,
    /// Putting the archive together.
    Assemble,
    /// Looking for mistakes.
    Check,
    /// Asking other hosts.
    Ask,
    /// Making pages and writing them.
    Render,
    /// Putting the search index together.
    Index,
    /// Putting the new site in the old one's place.
    Publish,
}

/// Builds the site, as far as it is not there yet.
pub fn build(order: &Order, progress: &dyn Progress) -> Result<Report> {
    let mut report = Report::default();
    progress.stage(Stage::Discover, 1);
    let Some(found) = found(order, &mut report)? else { return Ok(report.sorted()) };
    let output = order.output(&found.config);
    refuse_sources(&order.site, &found.config, &output)?;
    let register = register::read(order, &found.config, &mut report)?;
    let left = write::left(&output)?;
    let former = left.as_ref().and_then(|left| Former::read(&left.note));
    let mut world = World::read(order, (&found.theme, &found.files), former.as_ref())?;
    if !found.config.history
        && order.shard.is_none()
        && let (Some(left), Some(former)) = (&left, &former)
        && let Some(said) = former.said_of(&world, &found.files)?
        && let Some(published) = untouched(left, former)?
    {
        let Said { diagnostics, left_out } = said.clone();
        return Ok(Report { diagnostics, left_out, published: Some(published) }.sorted());
    }
    let former = left.map(|left| left.manifest).zip(former);
    let Some((assembled, texts)) = assembled_of(found, order, progress, &mut report)?
    else {
        return Ok(report.sorted());
    };
    if report.left_out.is_empty() {
        let dropped = check::dropped(&assembled.archive, &register);
        report.diagnostics.extend(dropped);
    }
    let lock = register::added(order, &assembled.archive, register);
    if let Some(lock) = &lock {
        world.keep(lock);
    }
    let made_from = (&Sources { world, texts }, former);
    publish(order, &assembled, (made_from, &output), progress, &mut report)?;
    if let (Some(_), Some(lock)) = (&report.published, lock) {
        register::write(order, &lock)?;
    }
    Ok(report.sorted())
}

/// What is published, where nobody has touched it.
fn untouched(left: &Left, former: &Former) -> Result<Option<Published>> {
    Ok(left.untouched()?.map(|unchanged| Published {
        documents: former.documents,
        works: former.works,
        written: Summary { unchanged, ..Summary::default() },
    }))
}

/// What a site is made from now; what it was, and the manifest that the build left then.
type MadeFrom<'a> = (&'a Sources, Option<(Fingerprint, Former)>);

/// Makes the pages and publishes them, unless errors forbid it.
fn publish(
    order: &Order,
    Assembled { archive, theme, vocabularies }: &Assembled,
    ((sources, former), output): (MadeFrom<'_>, &Path),
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<()> {
    let renderer = Renderer::new(archive, theme).into_value(&mut report.diagnostics);
    if report.must_stop(order) {
        return Ok(());
    }
    let mut writer = Writer::open(&match order.shard {
        Some(_) => Shard::files(output),
        None => output.to_path_buf(),
    })?;
    if archive.config.data {
        writer = writer.with_checksums();
    }
    let told = archive.told();
    // Another build may have come between.
    let former = former.filter(|(manifest, _)| writer.follows(*manifest));
    let changed = former.and_then(|(_, former)| former.changed(sources, told));
    let has_texts = changed.as_ref().is_none_or(|changed| !changed.is_empty());
    let is_wanted = archive.config.search
        && order.shard.is_none_or(Shard::is_first)
        && (has_texts || !writer.keep_below(INDEX_FOLDER)?);
    let aside = writer.aside()?;
    let indexer = is_wanted.then(|| Indexer::new(archive, aside.folder.clone()));
    let site = SitePages::new(&order.site, archive, theme, &renderer)
        .indexed_by(indexer.as_ref())
        .changed_by(changed)
        .only(order.shard);
    let found = site.write(&writer, progress)?;
    report.diagnostics.extend(found);
    if report.has_errors_outside_documents() {
        return Ok(());
    }
    if let Some(indexer) = &indexer {
        progress.stage(Stage::Index, 1);
        let texts = archive.interfaces().filter_map(|id| renderer.texts(id));
        indexer.finish(&texts.collect::<Vec<_>>(), &|to, bytes| writer.put(to, bytes))?;
    }
    if order.shard.is_none() {
        site.list_checksums(&writer)?;
    }
    progress.stage(Stage::Publish, 1);
    let mut published = Published {
        documents: archive.documents.len(),
        works: archive.works.len(),
        written: Summary::default(),
    };
    let note = Former::note(sources, told, report, &published);
    published.written = writer.publish_noting(&note)?;
    if let Some(shard) = order.shard {
        let files = published.written.written + published.written.unchanged;
        shard::label(shard, output, files, (archive, theme, vocabularies))?;
    }
    report.published = Some(published);
    Ok(())
}

/// Where the files of the search index lie.
const INDEX_FOLDER: &str = "search/index/";

/// What there is to read.
struct Finding {
    config: Config,
    theme: Theme,
    files: Files,
}

fn found(order: &Order, report: &mut Report) -> Result<Option<Finding>> {
    let Some(config) = settings(order, report)? else { return Ok(None) };
    let theme = discover::theme(&order.site, &config)?;
    let theme = theme.into_value(&mut report.diagnostics);
    let files = discover::files(&order.site, &config)?;
    let files = files.into_value(&mut report.diagnostics);
    Ok(Some(Finding { config, theme, files }))
}

/// A site read and put together: all that its pages are made from, but their texts.
#[derive(Debug)]
pub struct Assembled {
    /// What there is to show.
    pub archive: Archive,
    /// How to show it.
    pub theme: Theme,
    /// The vocabularies that its terms come from.
    pub vocabularies: Vec<Vocabulary>,
}

/// Reads a site and puts it together, and writes nothing; no value where errors forbid
/// to go on.
pub fn assembled(
    order: &Order,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Option<Assembled>> {
    match found(order, report)? {
        Some(found) => {
            let assembled = assembled_of(found, order, progress, report)?;
            Ok(assembled.map(|(assembled, _)| assembled))
        }
        None => Ok(None),
    }
}

/// Reads and assembles what was found; gives its texts as they were read, too.
fn assembled_of(
    found: Finding,
    order: &Order,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Option<(Assembled, Seen)>> {
    let Finding { config, theme, files } = found;
    let (mut parsed, texts) = parse_all(order, (&files, &config), progress, report)?;
    if config.history {
        let history = discover::history(&order.site, &config.content);
        report.diagnostics.extend(config.lints.apply(history.diagnostics));
        parsed.remember(history.value, &order.site, &config);
    }
    progress.stage(Stage::Assemble, 1);
    let input = input(parsed, &files, &theme, config, report)?;
    drop(files);
    let vocabularies = input.vocabularies.clone();
    let archive = archive(input, order, report);
    Ok(archive.map(|archive| (Assembled { archive, theme, vocabularies }, texts)))
}

/// An output among the sources would be published by the next build, or worse.
fn refuse_sources(site: &Path, config: &Config, output: &Path) -> Result<()> {
    let real = fs::real(output);
    let sources = [config.content.as_str(), "static", "themes"];
    let is_source =
        sources.iter().any(|name| real.starts_with(fs::real(&site.join(name))));
    if !is_source && !fs::real(site).starts_with(&real) {
        return Ok(());
    }
    Err(Error::Output {
        path: output.to_path_buf(),
        message: "the output cannot be among the site's sources or around them; name a \
                  folder of its own, such as `public`"
            .to_owned(),
    })
}
