//! What a file's name and folders say of a document.

use crate::config::Config;
use crate::language::Language;

/// A document's work and language as its path gives them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Naming {
    /// The path without language and extension: `2018/20180423-g7-wps`.
    pub(super) work: String,
    /// The language of a suffix (`name.ja.md`) or of a configured folder.
    pub(super) language: Option<Language>,
}

/// Reads a path relative to the content folder.
pub(super) fn naming(path: &str, config: &Config) -> Naming {
    let path = match path.rsplit_once('.') {
        Some((stem, extension))
            if extension.eq_ignore_ascii_case("md")
                || extension.eq_ignore_ascii_case("markdown") =>
        {
            stem
        }
        _ => path,
    };
    let mut segments: Vec<&str> = path.split('/').collect();
    let name = segments.pop().unwrap_or("");
    let (name, mut language) = match name.rsplit_once('.') {
        Some((stem, suffix)) if !stem.is_empty() => match language_suffix(suffix, config)
        {
            Some(language) => (stem, Some(language)),
            None => (name, None),
        },
        _ => (name, None),
    };
    segments.retain(|segment| {
        let folder = config.language_folders.iter().find(|l| l.as_str() == *segment);
        if let Some(folder) = folder {
            language.get_or_insert_with(|| folder.clone());
        }
        folder.is_none()
    });
    if name != "index" || segments.is_empty() {
        segments.push(name);
    }
    Naming { work: segments.join("/"), language }
}

fn language_suffix(suffix: &str, config: &Config) -> Option<Language> {
    Language::parse_known(suffix).or_else(|| {
        let language = Language::parse(suffix)?;
        config.languages.contains(&language).then_some(language)
    })
}
