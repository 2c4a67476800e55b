//! Interface texts: `i18n/<language>.toml` of every layer of the theme.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use toml::{Table, Value};

use crate::config::Config;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::language::Language;
use crate::markdown::Labels;
use crate::text::Span;
use crate::theme::Theme;

/// The interface texts of one language.
#[derive(Clone, Debug)]
pub struct Texts {
    /// The language.
    pub language: Language,
    tree: Table,
    /// The same under whole paths.
    by_path: HashMap<String, String>,
    labels: Labels,
}

impl Texts {
    fn new(language: Language, tree: Table) -> Texts {
        let mut by_path = HashMap::new();
        flatten(&tree, "", &mut by_path);
        let labels = labels(|key| by_path.get(key).cloned().unwrap_or_default());
        Texts { language, tree, by_path, labels }
    }

    /// The text under a path of keys: `kinds.treaty`; empty where there is none.
    pub fn get(&self, path: &str) -> &str {
        self.find(path).unwrap_or("")
    }

    /// The text under a path of keys, where there is one.
    pub fn find(&self, path: &str) -> Option<&str> {
        self.by_path.get(path).map(String::as_str)
    }

    /// All texts of a table: `search`.
    pub(super) fn table(&self, key: &str) -> Option<&Table> {
        self.tree.get(key)?.as_table()
    }

    /// What stands within a document's text.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// All texts, as `t` in templates.
    pub(super) fn tree(&self) -> &Table {
        &self.tree
    }
}

fn labels(text: impl Fn(&str) -> String) -> Labels {
    Labels {
        footnotes: text("text.footnotes"),
        back: text("text.back"),
        section: text("text.section"),
        table: text("text.table"),
        done: text("text.done"),
        open: text("text.open"),
        note: text("text.note"),
        tip: text("text.tip"),
        important: text("text.important"),
        warning: text("text.warning"),
        caution: text("text.caution"),
    }
}

fn flatten(tree: &Table, prefix: &str, texts: &mut HashMap<String, String>) {
    for (key, value) in tree {
        match value {
            Value::String(text) => {
                texts.insert(format!("{prefix}{key}"), text.clone());
            }
            Value::Table(table) => flatten(table, &format!("{prefix}{key}."), texts),
            _ => {}
        }
    }
}

/// The texts of every interface language, in the site's order. What a language lacks is
/// reported, and stands in English or in whatever language has it.
pub(super) fn load(theme: &Theme, config: &Config) -> Checked<Vec<Texts>> {
    let mut found = Vec::new();
    let all: BTreeMap<Language, Table> = theme
        .languages()
        .into_iter()
        .map(|language| {
            let table = merged(theme, &language, &mut found);
            (language, table)
        })
        .collect();
    let fallbacks = {
        let english = all.iter().filter(|(language, _)| language.as_str() == "en");
        english.chain(all.iter()).map(|(_, table)| table).collect::<Vec<_>>()
    };
    let texts = config.languages.iter().map(|language| {
        let mut tree = all.get(language).cloned().unwrap_or_default();
        let mut missing = Vec::new();
        for fallback in &fallbacks {
            fill_in(&mut tree, fallback, "", &mut missing);
        }
        report_missing(theme, language, &missing, &mut found);
        Texts::new(language.clone(), tree)
    });
    let texts = texts.collect();
    Checked { value: texts, diagnostics: config.lints.apply(found) }
}

fn path_of(theme: &str, language: &Language) -> Arc<str> {
    format!("themes/{theme}/i18n/{language}.toml").into()
}

fn merged(theme: &Theme, language: &Language, found: &mut Vec<Diagnostic>) -> Table {
    let mut tree = Table::new();
    for layer in &theme.layers {
        let name = format!("i18n/{language}.toml");
        let Some(bytes) = layer.files.get(&name) else { continue };
        match toml::from_str::<Table>(&String::from_utf8_lossy(bytes)) {
            Ok(table) => fill_in(&mut tree, &table, "", &mut Vec::new()),
            Err(error) => {
                let span = error.span().unwrap_or_default();
                found.push(Diagnostic::new(
                    Code::InvalidTheme,
                    &path_of(&layer.name, language),
                    Span::new(span.start, span.end),
                    error.message().trim().replace('\n', ", "),
                ));
            }
        }
    }
    tree
}

/// Adds what `tree` lacks from `other`, noting the paths of the texts.
fn fill_in(tree: &mut Table, other: &Table, prefix: &str, missing: &mut Vec<String>) {
    for (key, value) in other {
        // A language that has one form for every number means it.
        if key == "one" && tree.contains_key("other") {
            continue;
        }
        let path = format!("{prefix}{key}");
        match (tree.get_mut(key), value) {
            (Some(Value::Table(own)), Value::Table(table)) => {
                fill_in(own, table, &format!("{path}."), missing);
            }
            (Some(_), _) => {}
            (None, _) => {
                missing.push(path);
                tree.insert(key.clone(), value.clone());
            }
        }
    }
}

fn report_missing(
    theme: &Theme,
    language: &Language,
    missing: &[String],
    found: &mut Vec<Diagnostic>,
) {
    // Names of languages and numbered forms may be left to the language itself.
    let missing: Vec<&str> = missing
        .iter()
        .map(String::as_str)
        .filter(|path| !path.starts_with("languages.") && !path.contains(".group"))
        .collect();
    let Some(first) = missing.first() else { return };
    let message = match missing.len() {
        1 => format!("the interface text `{first}` is missing in `{language}`"),
        count => format!(
            "{count} interface texts are missing in `{language}`, the first is `{first}`"
        ),
    };
    let path = path_of(theme.name(), language);
    found.push(
        Diagnostic::new(Code::MissingText, &path, Span::default(), message)
            .help("they stand in another language until they are added"),
    );
}
