//! Where each draft goes; nothing that is there is overwritten unless that is asked for.

use std::path::PathBuf;

use super::Read;
use super::site::Site;
use crate::cli::arguments::Import as Wanted;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::fs;
use crate::import::{Draft, Item, document, names};
use crate::text::Span;

/// What became of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is a document.
    Written,
    /// It would be one.
    Planned,
    /// Another file is in its place, and stays.
    Kept,
}

/// A draft, its place, and what became of it.
pub(super) struct Placed<'a> {
    pub(super) draft: &'a Draft,
    pub(super) path: PathBuf,
    /// The foreign file of the text that it is another version of.
    pub(super) version_of: Option<&'a str>,
    pub(super) fate: Fate,
    pub(super) finding: Option<Diagnostic>,
}

/// Gives every draft its place, and writes it.
pub(super) fn placed<'a>(
    read: &'a [Read],
    wanted: &Wanted,
    site: &Site,
) -> Result<Vec<Placed<'a>>> {
    let items = read.iter().flat_map(|read| {
        read.drafts().iter().map(|draft| Item { source: &read.name, draft })
    });
    let items: Vec<Item<'a>> = items.collect();
    let names = names(&items, site.language.as_ref());
    let mut all = Vec::with_capacity(items.len());
    for (item, name) in items.iter().zip(&names) {
        let path = site.folder.join(&name.path);
        let text = document(item.draft, name.with_language);
        let there = fs::read_if_there(&path)?;
        let is_same = there.as_ref().is_some_and(|there| there == text.as_bytes());
        let is_taken = there.is_some() && !is_same && !wanted.force;
        let fate = match (is_taken, wanted.dry_run) {
            (true, _) => Fate::Kept,
            (false, true) => Fate::Planned,
            (false, false) => Fate::Written,
        };
        if fate == Fate::Written && !is_same {
            fs::put(&path, text.as_bytes())?;
        }
        let leader = name.version_of.and_then(|leader| items.get(leader));
        let finding = is_taken.then(|| taken(item.source, &path));
        all.push(Placed {
            draft: item.draft,
            path,
            version_of: leader.map(|leader| leader.source),
            fate,
            finding,
        });
    }
    Ok(all)
}

fn taken(source: &str, path: &std::path::Path) -> Diagnostic {
    let message = format!("`{}` is there already, and stays as it is", path.display());
    Diagnostic::new(Code::FileExists, &source.into(), Span::default(), message)
        .help("`--force` overwrites it; `--into` names another folder")
}
