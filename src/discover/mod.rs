//! Stage 1: which files there are.

mod walk;
mod theme;
mod history;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::error::Result;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::fs::{self, Mark};
use crate::text::{Span, TextFile};
use walk::Walked;

pub use history::{History, Kept, Trail, contents, history};
pub use theme::theme;

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Found {
    /// Relative to the site, with `/`: `content/2018/a.md`.
    pub path: Arc<str>,
    /// Relative to the folder it was looked for in: `2018/a.md`.
    pub name: String,
    /// Where it lies.
    pub disk: PathBuf,
    /// Size in bytes.
    pub size: u64,
    /// When it was last changed, as [`fs::Stat`] has it.
    pub modified: u128,
    /// What tells that nobody has touched it since.
    pub mark: Option<Mark>,
}

/// Everything below `content/` and `static/`, each sorted by path.
#[derive(Debug, Default)]
pub struct Files {
    /// Markdown files.
    pub documents: Vec<Found>,
    /// Markdown files below `content/pages/`.
    pub pages: Vec<Found>,
    /// TOML files directly in `content/`.
    pub vocabularies: Vec<Found>,
    /// Other files below `content/`.
    pub beside: Vec<Found>,
    /// Files below `static/`.
    pub statics: Vec<Found>,
    /// Whether some file or folder among the documents is a link: one text may have two
    /// names then.
    pub has_links: bool,
}

/// The folder of plain pages inside the content folder.
pub const PAGES: &str = "pages/";

/// Looks through the site.
pub fn files(site: &Path, config: &Config) -> Result<Checked<Files>> {
    let mut files = Files::default();
    let mut found = Vec::new();
    let (below, has_links) = files_below(site, &config.content, &mut found)?;
    files.has_links = has_links;
    for file in below {
        files.sort_in(file);
    }
    (files.statics, _) = files_below(site, "static", &mut found)?;
    let is_there =
        fs::stat(&site.join(&config.content))?.is_some_and(|found| found.is_folder);
    if !is_there {
        // An empty site in the place of a full one is never what was meant.
        let message = format!("there is no folder `{}/`", config.content);
        let path = "site.toml".into();
        found.push(
            Diagnostic::new(Code::InvalidConfig, &path, Span::default(), message)
                .help("make it, or say in `site.toml` where the documents are: `content = \"…\"`"),
        );
    } else if files.documents.is_empty() {
        let message = format!("there are no documents below `{}/`", config.content);
        found.push(
            Diagnostic::new(
                Code::EmptySite,
                &"site.toml".into(),
                Span::default(),
                message,
            )
            .help("a document is a Markdown file that begins with `---` and a `title:`"),
        );
    }
    let found = config.lints.apply(found);
    Ok(Checked { value: files, diagnostics: found })
}

/// The files below a folder of the site, and whether a link is among them.
fn files_below(
    site: &Path,
    folder: &str,
    found: &mut Vec<Diagnostic>,
) -> Result<(Vec<Found>, bool)> {
    let Walked { files, unnamed, leaving, has_links } = walk::files(&site.join(folder))?;
    for name in leaving {
        let path: Arc<str> = format!("{folder}/{name}").into();
        let message = format!("the link leads out of `{folder}/`");
        found.push(
            Diagnostic::new(Code::InvalidPath, &path, Span::default(), message)
                .help("put the file itself there: a site holds what it publishes"),
        );
    }
    for name in unnamed {
        let path: Arc<str> = format!("{folder}/{name}").into();
        let message = "the file's name is not UTF-8";
        found.push(
            Diagnostic::new(Code::InvalidPath, &path, Span::default(), message)
                .help("rename it; older archives often name files in Shift_JIS"),
        );
    }
    let named = files.into_iter().map(|file| Found {
        path: format!("{folder}/{}", file.name).into(),
        name: file.name,
        disk: file.disk,
        size: file.size,
        modified: file.modified,
        mark: file.mark,
    });
    Ok((named.collect(), has_links))
}

impl Files {
    fn sort_in(&mut self, file: Found) {
        let extension = file.name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" if file.name.starts_with(PAGES) => self.pages.push(file),
            "md" | "markdown" => self.documents.push(file),
            "toml" if !file.name.contains('/') => self.vocabularies.push(file),
            _ => self.beside.push(file),
        }
    }
}

/// A file of so many bytes is read at once.
const SMALL: u64 = 1 << 17;

impl Found {
    /// Reads the file as text.
    pub fn read(&self) -> Result<TextFile> {
        self.read_whole().map(|(text, _)| text)
    }

    /// Reads the file as text; gives the fingerprint of its bytes too.
    pub fn read_whole(&self) -> Result<(TextFile, Fingerprint)> {
        let bytes = fs::read(&self.disk)?;
        let print = Fingerprint::of(&bytes);
        Ok((TextFile::decode(self.path.clone(), bytes), print))
    }

    /// The fingerprint of the file, whatever its size.
    pub fn fingerprint(&self) -> Result<Fingerprint> {
        if self.size <= SMALL {
            return Ok(Fingerprint::of(&fs::read(&self.disk)?));
        }
        let mut seen = Fingerprinter::default();
        fs::read_pieces(&self.disk, |piece| {
            seen.update(piece);
            Ok(())
        })?;
        Ok(seen.fingerprint())
    }
}
