//! A theme: templates, assets and interface texts, child over parent over the default one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, include_dir};

use crate::fingerprint::Fingerprint;
use crate::language::Language;

/// The default theme, part of the program.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the theme that every other one stands on.
pub const DEFAULT: &str = "default";

/// Layers of files; the first that has a file counts.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// From the site's own theme down to the default one.
    pub layers: Vec<Layer>,
}

/// The files of one theme.
#[derive(Clone, Debug)]
pub struct Layer {
    /// The theme's name; its templates are known as `<name>/<file>` too.
    pub name: String,
    /// Where its files lie.
    pub origin: Origin,
    /// Files by path inside the theme: `templates/base.html`.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// Where the files of a layer lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Below the site's `themes/`.
    Disk,
    /// In the program.
    Embedded,
}

/// A file that is served below `assets/`.
#[derive(Clone, Copy, Debug)]
pub struct Asset<'a> {
    /// Its path below `assets/`.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

impl Layer {
    /// The default theme as it is embedded in the program.
    pub fn embedded() -> Layer {
        let mut files = BTreeMap::new();
        let mut folders = vec![&EMBEDDED];
        while let Some(folder) = folders.pop() {
            for entry in folder.entries() {
                match entry {
                    DirEntry::Dir(inner) => folders.push(inner),
                    DirEntry::File(file) => {
                        let path = file.path().to_string_lossy().replace('\\', "/");
                        files.insert(path, Cow::Borrowed(file.contents()));
                    }
                }
            }
        }
        Layer { name: DEFAULT.to_owned(), origin: Origin::Embedded, files }
    }

    /// The files below a folder, with their paths below it.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| {
            Some((path.strip_prefix(folder)?.strip_prefix('/')?, &**bytes))
        })
    }
}

impl Theme {
    /// The theme's name.
    pub fn name(&self) -> &str {
        self.layers.first().map_or(DEFAULT, |layer| &layer.name)
    }

    /// The file at a path inside the theme, from the first layer that has it.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.layers.iter().find_map(|layer| layer.files.get(path)).map(|bytes| &**bytes)
    }

    /// All assets, sorted by name.
    pub fn assets(&self) -> Vec<Asset<'_>> {
        let mut assets = BTreeMap::new();
        for layer in self.layers.iter().rev() {
            assets.extend(layer.below("assets"));
        }
        assets.into_iter().map(|(name, bytes)| Asset { name, bytes }).collect()
    }

    /// Languages that some layer has interface texts in, sorted.
    pub fn languages(&self) -> Vec<Language> {
        let mut languages: Vec<Language> = self
            .layers
            .iter()
            .flat_map(|layer| layer.below("i18n"))
            .filter_map(|(name, _)| Language::parse(name.strip_suffix(".toml")?))
            .collect();
        languages.sort();
        languages.dedup();
        languages
    }

    /// The hash of every file, for noticing that pages need rendering again.
    pub fn fingerprint(&self) -> Fingerprint {
        let files = self.layers.iter().flat_map(|layer| &layer.files);
        Fingerprint::of_all(files.map(|(path, bytes)| (path.as_str(), &**bytes)))
    }
}
