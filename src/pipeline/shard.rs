//! A site built in parts, on as many machines, and the parts made one site again.
//!
//! Every machine reads all documents, since each page may tell of others, and makes its
//! share of the pages. A part is a folder: `part.json` says what it is a part of, `site/`
//! holds its files.

use std::fmt;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Progress, Stage};
use crate::archive::{Archive, Page};
use crate::config::{DataFile, Vocabulary};
use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::fs::{self, Found};
use crate::route::Route;
use crate::theme::Theme;
use crate::write::{Summary, Writer};

/// One of several parts of a site, counted from 1. Reads as `2/4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    number: u32,
    of: u32,
}

/// More parts than anybody has machines.
const MAX_SHARDS: u32 = 1000;
/// Where a part's files are.
const FILES: &str = "site";
/// What says what a part is.
const LABEL: &str = "part.json";
/// The form of that file.
const FORMAT: u32 = 1;

impl Shard {
    /// Reads `2/4`; nothing where there is no such part.
    pub fn parse(text: &str) -> Option<Shard> {
        let (number, of) = text.split_once('/')?;
        let (number, of) = (number.parse().ok()?, of.parse().ok()?);
        let is_there = (1..=of).contains(&number) && of <= MAX_SHARDS;
        is_there.then_some(Shard { number, of })
    }

    /// A folder for it: `parts/2-of-4`.
    pub fn folder(self) -> PathBuf {
        Path::new("parts").join(format!("{}-of-{}", self.number, self.of))
    }

    /// Where the files of a part in this folder are.
    pub(super) fn files(folder: &Path) -> PathBuf {
        folder.join(FILES)
    }

    /// Whether the part holds the file. Neighbours go to different parts, so that each
    /// has as much to do.
    pub(super) fn holds(self, route: &Route) -> bool {
        let fingerprint = Fingerprint::of(route.as_str().as_bytes());
        fingerprint.0 % u128::from(self.of) == u128::from(self.number - 1)
    }

    /// Whether the part holds what is made of all texts together: the search index.
    pub(super) fn is_first(self) -> bool {
        self.number == 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// What a part says of itself.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Label {
    format: u32,
    number: u32,
    of: u32,
    /// Files in the part.
    files: u64,
    /// What the whole site is made from.
    sources: String,
    /// Where the checksums of all files stand, if the site has them.
    checksums: Option<String>,
}

/// Says of a part what it is.
pub(super) fn label(
    shard: Shard,
    folder: &Path,
    files: u64,
    (archive, theme, vocabularies): (&Archive, &Theme, &[Vocabulary]),
) -> Result<()> {
    let pages = archive.plan.pages.iter();
    let mut checksums =
        pages.filter(|page| page.page == Page::DataFile(DataFile::Checksums));
    let label = Label {
        format: FORMAT,
        number: shard.number,
        of: shard.of,
        files,
        sources: sources(archive, theme, vocabularies).to_string(),
        checksums: checksums.next().map(|page| page.route.as_str().to_owned()),
    };
    let mut text = serde_json::to_vec_pretty(&label)
        .map_err(|error| Error::Internal(format!("{LABEL}: {error}")))?;
    text.push(b'\n');
    fs::write(&folder.join(LABEL), &text)
}

/// The fingerprint of everything that the pages depend on, the program included.
fn sources(archive: &Archive, theme: &Theme, vocabularies: &[Vocabulary]) -> Fingerprint {
    let settings = format!("{:?} {vocabularies:?}", archive.config);
    let look = theme.fingerprint().to_string();
    let documents = archive.documents.iter().map(|document| {
        format!("{} {} {:?}", document.path, document.fingerprint, document.changes)
    });
    let pages = archive.pages.iter().map(|page| format!("{page:?}"));
    let files = archive.files.iter().map(|file| format!("{} {}", file.path, file.size));
    let withdrawn = archive.withdrawn.iter().map(|text| format!("{text:?}"));
    let texts: Vec<String> =
        documents.chain(pages).chain(files).chain(withdrawn).collect();
    let named = [("program", env!("CARGO_PKG_VERSION")), ("look", &look)];
    let named = named.into_iter().chain([("settings", settings.as_str())]);
    let texts = texts.iter().map(|text| ("text", text.as_str()));
    Fingerprint::of_all(named.chain(texts).map(|(name, text)| (name, text.as_bytes())))
}

/// Makes one site of its parts, in any order: byte for byte what one build makes.
///
/// An error, and the former site, unless they are all the parts of one site.
pub fn merge(
    parts: &[PathBuf],
    output: &Path,
    progress: &dyn Progress,
) -> Result<Summary> {
    let labels = parts.iter().map(|part| read(part)).collect::<Result<Vec<_>>>()?;
    let first = whole(parts, &labels)?;
    let mut files = Vec::new();
    for (part, label) in parts.iter().zip(&labels) {
        let found = files_below(&Shard::files(part))?;
        if found.len() as u64 != label.files {
            let message = format!(
                "it has {} files of {}; files whose names begin with a dot belong to \
                 it too",
                found.len(),
                label.files
            );
            return Err(Error::Part { path: part.clone(), message });
        }
        files.extend(found);
    }
    let mut writer = Writer::open(output)?;
    if first.checksums.is_some() {
        writer = writer.with_checksums();
    }
    progress.stage(Stage::Publish, files.len());
    files.par_iter().try_for_each(|(route, disk)| {
        progress.step();
        writer.copy(route, disk)
    })?;
    if let Some(path) = &first.checksums {
        writer.list_checksums(&route(path, output)?)?;
    }
    writer.publish()
}

fn read(part: &Path) -> Result<Label> {
    let wrong = |message: &str| Error::Part {
        path: part.to_path_buf(),
        message: message.to_owned(),
    };
    let text = fs::read_if_there(&part.join(LABEL))?;
    let text = text.ok_or_else(|| {
        wrong("it has no `part.json`; `chancery build --shard 1/4` makes parts")
    })?;
    let label: Option<Label> = serde_json::from_slice(&text).ok();
    label
        .filter(|label| label.format == FORMAT)
        .ok_or_else(|| wrong("its `part.json` was written by another version"))
}

/// The label of the first part, where nothing is missing, twice or of another site.
fn whole<'a>(parts: &[PathBuf], labels: &'a [Label]) -> Result<&'a Label> {
    let Some(first) = labels.first() else {
        return Err(Error::Internal("no parts were named".to_owned()));
    };
    let mut held: Vec<Option<&PathBuf>> = vec![None; first.of as usize];
    for (part, label) in parts.iter().zip(labels) {
        let wrong = |message| Error::Part { path: part.clone(), message };
        if label.of != first.of || label.sources != first.sources {
            let message = "it was built from other sources than the first part";
            return Err(wrong(message.to_owned()));
        }
        let place = held.get_mut((label.number as usize).wrapping_sub(1));
        match place {
            Some(place @ None) => *place = Some(part),
            Some(Some(other)) => {
                let message = format!("it is the same part as `{}`", other.display());
                return Err(wrong(message));
            }
            None => return Err(wrong("its `part.json` is damaged".to_owned())),
        }
    }
    let missing = (1..).zip(&held).find(|(_, part)| part.is_none());
    match (missing, parts.first()) {
        (Some((number, _)), Some(part)) => {
            let missing = Shard { number, of: first.of };
            let message = format!("part {missing} of its site is not among those named");
            Err(Error::Part { path: part.clone(), message })
        }
        _ => Ok(first),
    }
}

/// The files of a part with their addresses; what the builder keeps for itself is left.
fn files_below(folder: &Path) -> Result<Vec<(Route, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_path_buf())];
    while let Some((above, folder)) = folders.pop() {
        for disk in fs::names(&folder)? {
            let name = disk.file_name().and_then(|name| name.to_str()).unwrap_or("");
            let path = format!("{above}{name}");
            match fs::look(&disk)? {
                Found::Folder if path == crate::write::STATE => {}
                Found::Folder => folders.push((format!("{path}/"), disk)),
                Found::File(_) => files.push((route(&path, &disk)?, disk)),
                Found::Nothing | Found::Other => {}
            }
        }
    }
    Ok(files)
}

fn route(path: &str, disk: &Path) -> Result<Route> {
    Route::file(path).map_err(|error| Error::Part {
        path: disk.to_path_buf(),
        message: format!("it cannot be an address: {error}"),
    })
}
