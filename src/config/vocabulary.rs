//! A controlled vocabulary: `content/topics.toml`, `content/places.toml` …

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::Wording;
use super::form;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::language::Language;
use crate::slug::slug;
use crate::text::{Span, TextFile};

/// The terms that a taxonomy knows beforehand, in SKOS' words.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The file, relative to the site.
    pub path: Arc<str>,
    /// The taxonomy's name: `topics`.
    pub taxonomy: String,
    /// Its entries, in the order of their keys.
    pub entries: Vec<VocabularyEntry>,
}

/// One term of a vocabulary.
#[derive(Clone, Debug)]
pub struct VocabularyEntry {
    /// Its key: the term's name in addresses.
    pub slug: String,
    /// skos:prefLabel.
    pub label: Wording,
    /// How the label is read, by language: what it is sorted by.
    pub reading: Wording,
    /// skos:definition.
    pub description: Wording,
    /// Keys of the broader terms.
    pub broader: Vec<String>,
    /// Keys of the related terms.
    pub related: Vec<String>,
    /// skos:altLabel: other spellings that documents may use.
    pub aliases: Vec<String>,
    /// An address that tells more.
    pub url: Option<String>,
    /// Where the key stands.
    pub span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    label: Option<super::written::Wording>,
    reading: Option<super::written::Wording>,
    description: Option<super::written::Wording>,
    #[serde(default)]
    broader: OneOrMore,
    #[serde(default)]
    related: OneOrMore,
    #[serde(default)]
    aliases: Vec<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl Default for OneOrMore {
    fn default() -> Self {
        OneOrMore::More(Vec::new())
    }
}

impl OneOrMore {
    fn slugs(&self) -> Vec<String> {
        match self {
            OneOrMore::One(key) => vec![slug(key)],
            OneOrMore::More(keys) => keys.iter().map(|key| slug(key)).collect(),
        }
    }
}

impl Vocabulary {
    /// Reads the vocabulary of a taxonomy.
    pub fn read(file: &TextFile, taxonomy: &str) -> Checked<Vocabulary> {
        let mut vocabulary = Vocabulary {
            path: file.path.clone(),
            taxonomy: taxonomy.to_owned(),
            entries: Vec::new(),
        };
        let mut found = Vec::new();
        match toml::from_str::<BTreeMap<Spanned<String>, Written>>(&file.text) {
            Ok(written) => {
                vocabulary.entries =
                    written.into_iter().map(|(key, term)| entry(key, term)).collect();
            }
            Err(error) => found = refused(file, &error),
        }
        Checked { value: vocabulary, diagnostics: found }
    }
}

/// What is wrong with a file that could not be read.
fn refused(file: &TextFile, error: &toml::de::Error) -> Vec<Diagnostic> {
    let finding = |span: std::ops::Range<usize>, message: String| {
        let span = Span::new(span.start, span.end);
        Diagnostic::new(Code::InvalidConfig, &file.path, span, message)
    };
    let help = "a term is `[key]` with label, reading, description, broader, related, \
                aliases, url";
    let mistakes = form::mistakes(&file.text, form::VOCABULARY);
    if mistakes.is_empty() {
        let message = error.message().trim().replace('\n', ", ");
        return vec![finding(error.span().unwrap_or_default(), message).help(help)];
    }
    let findings = mistakes.into_iter().map(|mistake| {
        let help = mistake.help.unwrap_or_else(|| help.to_owned());
        finding(mistake.span, mistake.message).help(help)
    });
    findings.collect()
}

fn entry(key: Spanned<String>, written: Written) -> VocabularyEntry {
    let span = Span::new(key.span().start, key.span().end);
    let key = key.into_inner();
    let label = written.label.map_or_else(|| Wording::same(key.as_str()), wording);
    VocabularyEntry {
        slug: slug(&key),
        label,
        reading: written.reading.map_or_else(Wording::default, wording),
        description: written.description.map_or_else(Wording::default, wording),
        broader: written.broader.slugs(),
        related: written.related.slugs(),
        aliases: written.aliases,
        url: written.url,
        span,
    }
}

fn wording(written: super::written::Wording) -> Wording {
    match written {
        super::written::Wording::Same(text) => Wording::same(text),
        super::written::Wording::Each(each) => Wording::each(
            each.into_iter()
                .filter_map(|(tag, text)| Some((Language::parse(&tag)?, text.into()))),
        ),
    }
}
