//! From the disk to the archive: settings, documents, files.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::report::errors;
use super::sources::{Seen, Source};
use super::{Order, Progress, Report, Stage};
use crate::archive::{Absent, Archive};
use crate::assemble::{self, Copied, assemble};
use crate::config::{self, Config, Vocabulary};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::discover::{self, Files, Found};
use crate::document::{Document, PlainPage, Shared, Withdrawn};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::fs;
use crate::parse;
use crate::route::Route;
use crate::text::{Span, TextFile};
use crate::theme::Theme;

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

/// What was read of a site's files.
#[derive(Debug, Default)]
pub struct Parsed {
    /// Documents that are published.
    pub documents: Vec<Document>,
    /// Plain pages.
    pub pages: Vec<PlainPage>,
    /// Texts that were removed.
    pub withdrawn: Vec<Withdrawn>,
    /// What is not published, and why.
    pub absent: BTreeMap<Arc<str>, Absent>,
}

/// Parses every file, each alone, on all processors; texts are dropped at once, all but
/// their fingerprints.
pub(super) fn parse_all(
    order: &Order,
    (files, config): (&Files, &Config),
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<(Parsed, Seen)> {
    progress.stage(Stage::Parse, files.documents.len() + files.pages.len());
    let documents = files.documents.par_iter().map(|file| {
        let (text, print) = file.read_whole()?;
        let parsed = parse::document(&text, &file.name, config);
        progress.step();
        Ok((parsed, print))
    });
    // Collected so that one row of documents becomes the other without a second one.
    let documents: Vec<Result<(Checked<Option<Document>>, Fingerprint)>> =
        documents.collect();
    let documents: Vec<_> = documents.into_iter().collect::<Result<_>>()?;
    let pages = files.pages.par_iter().map(|file| {
        let name = file.name.strip_prefix(discover::PAGES).unwrap_or(&file.name);
        let (text, print) = file.read_whole()?;
        let parsed = parse::page(&text, name, config);
        progress.step();
        Ok((parsed, print))
    });
    let pages: Vec<(Checked<Option<PlainPage>>, Fingerprint)> =
        pages.collect::<Result<_>>()?;
    let prints = documents.iter().map(|(_, print)| print);
    let prints = prints.chain(pages.iter().map(|(_, print)| print));
    let texts = files.documents.iter().chain(&files.pages).zip(prints);
    let seen = |(file, &print): (&Found, &Fingerprint)| {
        (file.path.clone(), Source { print, mark: file.mark })
    };
    let texts = texts.map(seen).collect();
    let pages = pages.into_iter().filter_map(|(parsed, _)| report.keep(parsed, order));
    let pages = pages.collect();
    let mut absent = BTreeMap::new();
    let mut shared = Shared::default();
    let published = documents.into_iter().filter_map(|(document, _)| {
        let path = document.value.as_ref().map(|document| document.path.clone());
        match report.keep(document, order) {
            Some(mut document) if config.drafts || !document.metadata.draft => {
                shared.share(&mut document.metadata);
                return Some(document);
            }
            Some(draft) => absent.extend([(draft.path, Absent::Draft)]),
            None => absent.extend(path.map(|path| (path, Absent::Wrong))),
        }
        None
    });
    let documents = published.collect();
    Ok((Parsed { documents, pages, absent, ..Parsed::default() }, texts))
}

/// Adds vocabularies, files and assets to what was parsed.
pub fn input(
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
        absent: parsed.absent,
        withdrawn: parsed.withdrawn,
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
/// Where nothing is written, with all that is wrong.
pub(super) fn archive(
    mut input: assemble::Input,
    order: &Order,
    report: &mut Report,
) -> Option<Archive> {
    loop {
        if order.keep_going && !order.writes_nothing {
            // Its readers will follow links to what is left out.
            input.absent.retain(|_, why| *why == Absent::Draft);
        }
        let vocabularies = input.vocabularies.clone();
        let assets = input.assets.clone();
        let files = input.files.clone();
        let Checked { value: archive, diagnostics } = assemble(input);
        let wrong: Vec<String> = errors(&diagnostics).map(str::to_owned).collect();
        let is_document = |path: &String| archive.document_at(path).is_some();
        if order.keeps_wrong() {
            report
                .left_out
                .extend(wrong.iter().filter(|path| is_document(path)).cloned());
            report.diagnostics.extend(diagnostics);
            return Some(archive);
        }
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
        let Archive { config, mut documents, pages, mut absent, withdrawn, .. } = archive;
        documents.retain(|document| {
            let is_wrong = wrong.iter().any(|path| **path == *document.path);
            if is_wrong {
                absent.insert(document.path.clone(), Absent::Wrong);
            }
            !is_wrong
        });
        input = assemble::Input {
            config,
            documents,
            absent,
            withdrawn,
            pages,
            vocabularies,
            files,
            assets,
        };
    }
}
