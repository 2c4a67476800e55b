//! The whole build on one page: discover → parse → assemble → render → write.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::archive::{Archive, Page, Planned};
use crate::assemble::{self, Copied, assemble};
use crate::config::{self, Config, Vocabulary};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity};
use crate::discover::{self, Files, Found, History};
use crate::document::{Document, PlainPage};
use crate::error::{Error, Result};
use crate::fs;
use crate::output::OutputFile;
use crate::parse;
use crate::render::export;
use crate::render::html::{self, Renderer};
use crate::render::search::Indexer;
use crate::route::Route;
use crate::text::{Span, TextFile};
use crate::theme::Theme;
use crate::write::{Summary, Writer};

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
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Everything that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// Documents left out because of their errors, by path.
    pub left_out: Vec<String>,
    /// What was published; nothing if errors stopped the build.
    pub published: Option<Published>,
}

/// What was published.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Documents in the archive.
    pub documents: usize,
    /// Works in the archive.
    pub works: usize,
    /// What happened to the output folder.
    pub written: Summary,
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
    let Assembled { archive, theme } = assembled;
    let renderer = Renderer::new(&archive, &theme).into_value(&mut report.diagnostics);
    if report.must_stop(order) {
        return Ok(report.sorted());
    }
    let output = order.output.clone();
    let output = output.unwrap_or_else(|| order.site.join(&archive.config.output));
    refuse_sources(&order.site, &archive.config, &output)?;
    let writer = Writer::open(&output)?;
    let aside = writer.aside()?;
    let is_wanted = archive.config.search;
    let indexer = is_wanted.then(|| Indexer::new(&archive, aside.folder.clone()));
    let site = SitePages {
        archive: &archive,
        theme: &theme,
        renderer: &renderer,
        indexer: indexer.as_ref(),
        order,
    };
    let found = site.write(&writer, progress)?;
    report.diagnostics.extend(found);
    if report.has_errors_outside_documents() {
        return Ok(report.sorted());
    }
    if let Some(indexer) = indexer {
        let texts = archive.interfaces().filter_map(|id| renderer.texts(id));
        indexer.finish(&texts.collect::<Vec<_>>(), &|to, bytes| writer.put(to, bytes))?;
    }
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
        parsed.date_changes(&discover::history(&order.site, &config.content));
    }
    progress.stage(Stage::Assemble, 1);
    let input = input(parsed, &files, &theme, config, report)?;
    let archive = archive(input, order, report);
    Ok(archive.map(|archive| Assembled { archive, theme }))
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

/// Reads `site.toml` and what the command line says over it.
pub fn settings(order: &Order, report: &mut Report) -> Result<Option<Config>> {
    let path = order.site.join("site.toml");
    let Some(bytes) = fs::read_if_there(&path)? else {
        return Err(Error::NoSite(order.site.clone()));
    };
    let file = TextFile::decode("site.toml", bytes);
    if let Some(at) = file.invalid {
        let message = "the file is not UTF-8";
        let span = Span::new(at, at + 3);
        report.diagnostics.push(Diagnostic::new(
            Code::NotUtf8,
            &file.path,
            span,
            message,
        ));
        return Ok(None);
    }
    let config = config::read(&file).into_value(&mut report.diagnostics);
    if let Some(config) = &config {
        report.diagnostics.extend(parse::mapping_mistakes(config));
    }
    Ok(config.map(|mut config| {
        if let Some(url) = &order.base_url {
            config.set_base_url(url);
        }
        config.drafts = order.drafts;
        config
    }))
}

#[derive(Default)]
struct Parsed {
    documents: Vec<Document>,
    pages: Vec<PlainPage>,
}

impl Parsed {
    fn date_changes(&mut self, history: &History) {
        for document in &mut self.documents {
            document.changed = history.get(&*document.path).copied();
        }
    }
}

/// Parses every file, each alone, on all processors; texts are dropped at once.
fn parse_all(
    files: &Files,
    config: &Config,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Parsed> {
    progress.stage(Stage::Parse, files.documents.len() + files.pages.len());
    let documents = files.documents.par_iter().map(|file| {
        let parsed = parse::document(&file.read()?, &file.name, config);
        progress.step();
        Ok(parsed)
    });
    let documents: Vec<Checked<Option<Document>>> = documents.collect::<Result<_>>()?;
    let pages = files.pages.par_iter().map(|file| {
        let name = file.name.strip_prefix(discover::PAGES).unwrap_or(&file.name);
        let parsed = parse::page(&file.read()?, name, config);
        progress.step();
        Ok(parsed)
    });
    let pages: Vec<Checked<Option<PlainPage>>> = pages.collect::<Result<_>>()?;
    let is_published = |document: &Document| config.drafts || !document.metadata.draft;
    Ok(Parsed {
        documents: documents
            .into_iter()
            .filter_map(|parsed| report.keep(parsed))
            .filter(is_published)
            .collect(),
        pages: pages.into_iter().filter_map(|parsed| report.keep(parsed)).collect(),
    })
}

/// Adds vocabularies, files and assets to what was parsed.
fn input(
    parsed: Parsed,
    files: &Files,
    theme: &Theme,
    config: Config,
    report: &mut Report,
) -> Result<assemble::Input> {
    let mut vocabularies = Vec::new();
    for file in &files.vocabularies {
        let taxonomy = file.name.trim_end_matches(".toml");
        let vocabulary = Vocabulary::read(&file.read()?, taxonomy);
        vocabularies.push(vocabulary.into_value(&mut report.diagnostics));
    }
    let beside = files.beside.iter().map(|file| match pages_file(file) {
        Some(name) => copied(file, name.to_owned()),
        None => copied(file, format!("documents/{}", file.name)),
    });
    let statics = files.statics.iter().map(|file| copied(file, file.name.clone()));
    let assets = theme.assets().into_iter();
    let assets = assets.map(|asset| Route::file(&format!("assets/{}", asset.name)));
    let assets: std::result::Result<_, _> = assets.collect();
    Ok(assemble::Input {
        config,
        documents: parsed.documents,
        pages: parsed.pages,
        vocabularies,
        files: beside.chain(statics).collect(),
        assets: assets
            .map_err(|error| Error::Internal(format!("theme asset: {error}")))?,
    })
}

/// A file beside a plain page is served beside it, at the root.
fn pages_file(file: &Found) -> Option<&str> {
    file.name.strip_prefix(discover::PAGES)
}

fn copied(file: &Found, target: String) -> Copied {
    Copied {
        path: file.path.clone(),
        disk: file.disk.clone(),
        target,
        size: file.size,
        dimensions: fs::image_size(&file.disk),
    }
}

/// Assembles; with `keep_going` again without what turned out wrong, until nothing is.
fn archive(
    mut input: assemble::Input,
    order: &Order,
    report: &mut Report,
) -> Option<Archive> {
    loop {
        let vocabularies = input.vocabularies.clone();
        let assets = input.assets.clone();
        let files = input.files.clone();
        let Checked { value: archive, diagnostics } = assemble(input);
        let wrong: Vec<String> = errors(&diagnostics).map(str::to_owned).collect();
        let is_document = |path: &String| archive.document_at(path).is_some();
        let can_go_on = order.keep_going && wrong.iter().any(is_document);
        if wrong.is_empty() || !can_go_on {
            report.diagnostics.extend(diagnostics);
            return (!report.must_stop(order)).then_some(archive);
        }
        report.diagnostics.extend(
            diagnostics
                .into_iter()
                .filter(|found| wrong.contains(&found.primary.path.to_string())),
        );
        report.left_out.extend(wrong.iter().filter(|path| is_document(path)).cloned());
        let Archive { config, mut documents, pages, .. } = archive;
        documents.retain(|document| !wrong.iter().any(|path| **path == *document.path));
        input = assemble::Input { config, documents, pages, vocabularies, files, assets };
    }
}

fn errors(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &str> {
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| &*found.primary.path)
}

/// Everything that pages are made from.
struct SitePages<'a> {
    archive: &'a Archive,
    theme: &'a Theme,
    renderer: &'a Renderer<'a>,
    indexer: Option<&'a Indexer<'a>>,
    order: &'a Order,
}

impl SitePages<'_> {
    /// Makes every page and hands it to the writer at once; returns what templates and
    /// vanished files had to say.
    fn write(&self, writer: &Writer, progress: &dyn Progress) -> Result<Vec<Diagnostic>> {
        let pages = &self.archive.plan.pages;
        progress.stage(Stage::Render, pages.len());
        let failures = AtomicUsize::new(0);
        let found = pages.par_iter().map(|planned| {
            // Each page of a broken template would say the same.
            if failures.load(Ordering::Relaxed) >= MAX_TEMPLATE_FINDINGS {
                return Ok(None);
            }
            let found = self.page(planned, writer)?;
            progress.step();
            if found.is_some() {
                failures.fetch_add(1, Ordering::Relaxed);
            }
            Ok(found)
        });
        let mut found: Vec<Diagnostic> =
            found.filter_map(Result::transpose).collect::<Result<_>>()?;
        found.sort();
        found.dedup_by(|a, b| a.primary == b.primary && a.message == b.message);
        Ok(found)
    }

    fn page(&self, planned: &Planned, writer: &Writer) -> Result<Option<Diagnostic>> {
        let bytes = match planned.page {
            Page::File(id) => {
                writer.copy(&planned.route, &self.archive.file(id).disk)?;
                return Ok(None);
            }
            Page::Asset(at) => {
                let assets = self.theme.assets();
                assets.get(at).map_or_else(Vec::new, |asset| asset.bytes.to_vec())
            }
            page @ Page::Record(id, form) => {
                let texts = texts(&self.order.site, self.archive, page)?;
                match self.renderer.texts(planned.interface) {
                    Some(words) => {
                        export::document(self.archive, (id, form), texts.first(), words)
                    }
                    None => Vec::new(),
                }
            }
            Page::Listing(list, form) => export::listing(self.archive, list, form),
            Page::NoJekyll => Vec::new(),
            // It is made of all documents when their pages are done.
            Page::SearchIndex => return Ok(None),
            page => {
                let texts = texts(&self.order.site, self.archive, page)?;
                if let (Page::Document(id), Some(indexer)) = (page, self.indexer)
                    && let Some(file) = texts.first()
                {
                    indexer.add(id, file)?;
                }
                match self.renderer.page(planned, &texts) {
                    Ok(bytes) => bytes,
                    Err(found) => return Ok(Some(*found)),
                }
            }
        };
        let file = OutputFile { route: planned.route.clone(), bytes };
        writer.put(&file.route, &file.bytes)?;
        Ok(None)
    }
}

/// The texts that a page shows, read again: bodies are not kept.
pub fn texts(site: &Path, archive: &Archive, page: Page) -> Result<Vec<TextFile>> {
    let paths = html::texts(archive, page).into_iter();
    let texts = paths.map(|path| {
        let bytes = fs::read(&site.join(&**path))?;
        Ok(TextFile::decode(path.clone(), bytes))
    });
    texts.collect()
}

/// More findings of templates than this say nothing new.
const MAX_TEMPLATE_FINDINGS: usize = 20;

impl Report {
    /// Keeps a document without errors; notes what is left out.
    fn keep<T>(&mut self, parsed: Checked<Option<T>>) -> Option<T> {
        let wrong = errors(&parsed.diagnostics).next().map(str::to_owned);
        let value = parsed.into_value(&mut self.diagnostics);
        match wrong {
            Some(path) => {
                self.left_out.push(path);
                None
            }
            None => value,
        }
    }

    /// Whether some error forbids publishing.
    fn must_stop(&self, order: &Order) -> bool {
        match order.keep_going {
            true => self.has_errors_outside_documents(),
            false => errors(&self.diagnostics).next().is_some(),
        }
    }

    /// Errors that leaving documents out cannot mend.
    fn has_errors_outside_documents(&self) -> bool {
        errors(&self.diagnostics)
            .any(|path| !self.left_out.iter().any(|left_out| left_out == path))
    }

    /// The findings in order of place.
    #[must_use]
    pub fn sorted(mut self) -> Report {
        self.diagnostics.sort();
        self.left_out.sort();
        self.left_out.dedup();
        self
    }
}
