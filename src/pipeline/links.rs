//! What a site points at on other hosts.

use rayon::prelude::*;

use super::{Order, Progress, Report, Stage, assembled, source};
use crate::config::Config;
use crate::error::Result;
use crate::fs;
use crate::links::{self, Cited};
use crate::parse;
use crate::text::TextFile;

/// The addresses that a site's texts, front matter, vocabularies and settings name; no value
/// where errors forbid to go on. Documents with errors are left out, and `report` names them.
pub fn links(
    order: &Order,
    progress: &dyn Progress,
    report: &mut Report,
) -> Result<Option<(Config, Cited)>> {
    let order = Order { keep_going: true, writes_nothing: true, ..order.clone() };
    let Some(assembled) = assembled(&order, progress, report)? else { return Ok(None) };
    let archive = &assembled.archive;
    progress.stage(Stage::Check, archive.documents.len());
    let documents = archive.documents.par_iter().map(|document| {
        let file = source(&order.site, &document.path)?;
        let written = parse::written(&file, &archive.config);
        progress.step();
        Ok(links::document(document, &file, &written, &archive.config))
    });
    let documents: Vec<Cited> = documents.collect::<Result<_>>()?;
    let mut cited = Cited::default();
    for document in documents {
        cited.add(document);
    }
    for page in &archive.pages {
        let file = source(&order.site, &page.path)?;
        cited.add(links::page(page, &file, &archive.config));
    }
    for vocabulary in &assembled.vocabularies {
        cited.add(links::vocabulary(vocabulary, &archive.config));
    }
    let settings = fs::read(&order.site.join("site.toml"))?;
    let settings = TextFile::decode("site.toml", settings);
    cited.add(links::settings(&settings, &archive.config));
    cited.sort();
    Ok(Some((assembled.archive.config, cited)))
}
