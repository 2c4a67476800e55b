//! The whole build on one page: discover → parse → assemble → render → write.

mod report;
mod read;
mod history;
mod pages;
mod check;
mod links;

use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::config::{Config, Vocabulary};
use crate::discover;
use crate::error::{Error, Result};
use crate::fs;
use crate::render::html::Renderer;
use crate::render::search::Indexer;
use crate::theme::Theme;
use crate::write::Writer;

use read::{archive, parse_all};

pub use check::{Checked, check};
pub use links::links;
pub use pages::{Content, SitePages, shown, source, texts};
pub use read::{Parsed, input, settings};
pub use report::{Published, Report};

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
    /// Whether nothing will be published: links to what is left out then say nothing new.
    pub writes_nothing: bool,
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
    /// Putting the new site in the old one's place.
    Publish,
}

/// Builds the site.
pub fn build(order: &Order, progress: &dyn Progress) -> Result<Report> {
    let mut report = Report::default();
    let Some(assembled) = assembled(order, progress, &mut report)? else {
        return Ok(report.sorted());
    };
    let Assembled { archive, theme, .. } = assembled;
    let renderer = Renderer::new(&archive, &theme).into_value(&mut report.diagnostics);
    if report.must_stop(order) {
        return Ok(report.sorted());
    }
    let output = order.output.clone();
    let output = output.unwrap_or_else(|| order.site.join(&archive.config.output));
    refuse_sources(&order.site, &archive.config, &output)?;
    let mut writer = Writer::open(&output)?;
    if archive.config.data {
        writer = writer.with_checksums();
    }
    let aside = writer.aside()?;
    let is_wanted = archive.config.search;
    let indexer = is_wanted.then(|| Indexer::new(&archive, aside.folder.clone()));
    let site = SitePages::new(&order.site, &archive, &theme, &renderer)
        .indexed_by(indexer.as_ref());
    let found = site.write(&writer, progress)?;
    report.diagnostics.extend(found);
    if report.has_errors_outside_documents() {
        return Ok(report.sorted());
    }
    if let Some(indexer) = &indexer {
        let texts = archive.interfaces().filter_map(|id| renderer.texts(id));
        indexer.finish(&texts.collect::<Vec<_>>(), &|to, bytes| writer.put(to, bytes))?;
    }
    site.list_checksums(&writer)?;
    progress.stage(Stage::Publish, 1);
    report.published = Some(Published {
        documents: archive.documents.len(),
        works: archive.works.len(),
        written: writer.publish()?,
    });
    Ok(report.sorted())
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
    let Some(config) = settings(order, report)? else { return Ok(None) };
    let theme = discover::theme(&order.site, &config)?;
    let theme = theme.into_value(&mut report.diagnostics);
    let files = discover::files(&order.site, &config)?;
    let files = files.into_value(&mut report.diagnostics);

    let mut parsed = parse_all(&files, &config, progress, report)?;
    if config.history {
        let history = discover::history(&order.site, &config.content);
        report.diagnostics.extend(config.lints.apply(history.diagnostics));
        parsed.remember(history.value, &order.site, &config);
    }
    progress.stage(Stage::Assemble, 1);
    let input = input(parsed, &files, &theme, config, report)?;
    let vocabularies = input.vocabularies.clone();
    let archive = archive(input, order, report);
    Ok(archive.map(|archive| Assembled { archive, theme, vocabularies }))
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
