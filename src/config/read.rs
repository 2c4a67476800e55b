//! From the settings as written to what they mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use super::form;
use super::written::{self, Written};
use super::{
    Config, ExtraTaxonomy, Feeds, KeyMapping, Lints, Markdown, Meaning, TAXONOMIES,
    Wording,
};
use crate::diagnostic::{Checked, Code, Diagnostic, Level};
use crate::language::Language;
use crate::slug::slug;
use crate::text::{Span, TextFile};

/// Reads `site.toml`; no value where the file is not TOML of the right form.
pub fn read(file: &TextFile) -> Checked<Option<Config>> {
    let mut reader = Reader { path: file.path.clone(), found: Vec::new() };
    let config = match toml::from_str::<Written>(&file.text) {
        Ok(written) => Some(reader.config(written)),
        Err(error) => {
            reader.refuse(&file.text, &error);
            None
        }
    };
    let failed = !reader.found.is_empty();
    Checked { value: config.filter(|_| !failed), diagnostics: reader.found }
}

/// What lists can be narrowed by where a site does not say.
const DEFAULT_FILTERS: &[&str] = &["kinds", "languages"];

const DEFAULT_PAGE_SIZE: usize = 100;
const DEFAULT_FEED_ENTRIES: usize = 50;

/// Reads the settings, noting what is wrong with them.
pub(super) struct Reader {
    path: Arc<str>,
    found: Vec<Diagnostic>,
}

/// A finding just reported, to which a help line may be added.
pub(super) struct Reported<'a>(&'a mut Vec<Diagnostic>);

impl Reported<'_> {
    pub(super) fn help_with(self, help: impl Into<String>) {
        if let Some(last) = self.0.last_mut() {
            last.help = Some(help.into());
        }
    }
}

impl Reader {
    pub(super) fn report(
        &mut self,
        span: std::ops::Range<usize>,
        message: impl Into<String>,
    ) -> Reported<'_> {
        let span = Span::new(span.start, span.end);
        self.found.push(Diagnostic::new(Code::InvalidConfig, &self.path, span, message));
        Reported(&mut self.found)
    }

    /// Says what is wrong with a file that could not be read.
    fn refuse(&mut self, text: &str, error: &toml::de::Error) {
        const MANUAL: &str =
            "the manual's page on `site.toml` lists every key with an example";
        let mistakes = form::mistakes(text, form::SITE);
        if mistakes.is_empty() {
            let message = error.message().trim().replace('\n', ", ");
            let span = error.span().unwrap_or_default();
            self.report(span, message).help_with(MANUAL);
        }
        for mistake in mistakes {
            let help = mistake.help.unwrap_or_else(|| MANUAL.to_owned());
            self.report(mistake.span, mistake.message).help_with(help);
        }
    }

    fn config(&mut self, written: Written) -> Config {
        let languages = self.languages(&written.languages);
        let languages = if languages.is_empty() { english() } else { languages };
        let main = languages.first().cloned();
        let document_language = written
            .document_language
            .as_ref()
            .and_then(|tag| self.language(tag))
            .or(main)
            .unwrap_or_else(|| english().remove(0));
        let mut config = Config {
            title: self.wording(written.title),
            description: self.optional_wording(written.description),
            publisher: self.optional_wording(written.publisher),
            base_url: String::new(),
            base_path: String::new(),
            languages,
            document_language,
            language_folders: self.languages(&written.language_folders),
            theme_span: written.theme.as_ref().map_or_else(Span::default, |theme| {
                Span::new(theme.span().start, theme.span().end)
            }),
            theme: self.folder_name(written.theme, "default"),
            content: self.folder(written.content, "content"),
            output: self.output(written.output),
            page_size: self.page_size(written.page_size),
            repository: written.repository.and_then(|url| self.web_address(&url)),
            branch: written.branch.unwrap_or_else(|| "main".to_owned()),
            markdown: Markdown {
                trusted: written.markdown.trusted,
                smart_punctuation: written.markdown.smart_punctuation,
            },
            keys: written.keys.iter().map(key_mapping).collect(),
            lints: self.lints(&written.lints),
            filters: self.filters(written.filters, &written.taxonomies),
            taxonomies: self.taxonomies(written.taxonomies),
            downloads: self.downloads(&written.downloads),
            data: written.data.unwrap_or(true),
            license: written.license.and_then(|url| self.license(&url)),
            history: written.history,
            lock: written.lock.unwrap_or(true),
            feeds: self.feeds(written.feeds),
            links: self.links(written.links),
            search: written.search.unwrap_or(true),
            drafts: false,
            extra: serde_json::to_value(&written.extra).unwrap_or_default(),
        };
        if let Some(url) = self.web_address(&written.base_url) {
            config.set_base_url(&url);
        }
        config
    }

    fn language(&mut self, tag: &Spanned<String>) -> Option<Language> {
        let language = Language::parse(tag.get_ref());
        if language.is_none() {
            self.report(tag.span(), format!("`{}` is not a language tag", tag.get_ref()))
                .help_with("write a BCP 47 tag such as `en`, `ja` or `zh-Hant`");
        }
        language
    }

    fn languages(&mut self, tags: &[Spanned<String>]) -> Vec<Language> {
        tags.iter().filter_map(|tag| self.language(tag)).collect()
    }

    fn wording(&mut self, written: written::Wording) -> Wording {
        match written {
            written::Wording::Same(text) => Wording::same(text),
            written::Wording::Each(each) => {
                let mut texts = Vec::new();
                for (tag, text) in each {
                    match Language::parse(&tag) {
                        Some(language) => texts.push((language, text.into())),
                        None => {
                            self.report(0..0, format!("`{tag}` is not a language tag"));
                        }
                    }
                }
                Wording::each(texts)
            }
        }
    }

    fn optional_wording(&mut self, written: Option<written::Wording>) -> Wording {
        written.map_or_else(Wording::default, |written| self.wording(written))
    }

    /// A web address without the slash at its end.
    fn web_address(&mut self, url: &Spanned<String>) -> Option<String> {
        let text = url.get_ref().trim();
        let rest = text.strip_prefix("https://").or(text.strip_prefix("http://"));
        let is_plain = !text.contains(['?', '#', '"', '<', '>', '\\'])
            && !text.contains(char::is_whitespace);
        if rest.is_some_and(|rest| !rest.is_empty()) && is_plain {
            return Some(text.trim_end_matches('/').to_owned());
        }
        self.report(url.span(), format!("`{text}` is not a web address"))
            .help_with("write it whole: `https://user.github.io/repo/`");
        None
    }

    /// The whole address of a licence, as it is written: a slash at its end counts.
    fn license(&mut self, url: &Spanned<String>) -> Option<String> {
        self.web_address(url).map(|_| url.get_ref().trim().to_owned())
    }

    /// A folder inside the site.
    fn folder(&mut self, written: Option<Spanned<String>>, default: &str) -> String {
        let Some(folder) = written else { return default.to_owned() };
        let path = folder.get_ref().trim_matches('/').to_owned();
        let leaves = folder.get_ref().starts_with('/')
            || path.contains(['\\', ':'])
            || path.split('/').any(|part| matches!(part, "" | "." | ".."));
        if leaves {
            let message = format!("`{}` is not a folder of the site", folder.get_ref());
            self.report(folder.span(), message)
                .help_with("name a folder below that of `site.toml`, such as `content`");
        }
        path
    }

    /// The output may lie anywhere, yet not be the site itself or its sources.
    fn output(&mut self, written: Option<Spanned<String>>) -> String {
        let Some(folder) = written else { return "public".to_owned() };
        let path = folder.get_ref().trim_end_matches('/').to_owned();
        let first = path.trim_start_matches("./").split('/').next().unwrap_or("");
        let is_inside = !folder.get_ref().starts_with('/');
        if is_inside && matches!(first, "" | "." | "content" | "static" | "themes") {
            self.report(folder.span(), "the output cannot be among the site's sources")
                .help_with("name a folder of its own, such as `public`");
        }
        path
    }

    fn folder_name(&mut self, written: Option<Spanned<String>>, default: &str) -> String {
        let Some(name) = written else { return default.to_owned() };
        let text = name.get_ref();
        if text.is_empty() || text.starts_with('.') || text.contains(['/', '\\', ':']) {
            self.report(name.span(), format!("`{text}` is not a folder's name"))
                .help_with("name a folder below `themes/`");
        }
        name.into_inner()
    }

    fn page_size(&mut self, written: Option<Spanned<usize>>) -> usize {
        let Some(size) = written else { return DEFAULT_PAGE_SIZE };
        if !(1..=1000).contains(size.get_ref()) {
            self.report(size.span(), "a page holds between 1 and 1000 entries");
        }
        (*size.get_ref()).clamp(1, 1000)
    }

    fn feeds(&mut self, written: written::Feeds) -> Feeds {
        let entries = written.entries.map_or(DEFAULT_FEED_ENTRIES, |entries| {
            if !(1..=1000).contains(entries.get_ref()) {
                self.report(entries.span(), "a feed holds between 1 and 1000 entries");
            }
            (*entries.get_ref()).clamp(1, 1000)
        });
        Feeds {
            enabled: written.enabled.unwrap_or(true),
            entries,
            lists: written.lists.unwrap_or(true),
        }
    }

    fn lints(&mut self, written: &BTreeMap<Spanned<String>, Spanned<String>>) -> Lints {
        let mut lints = Lints::default();
        for (name, level) in written {
            let Some(code) = Code::parse(name.get_ref()) else {
                let message = format!("there is no finding called `{}`", name.get_ref());
                self.report(name.span(), message);
                continue;
            };
            let Some(parsed) = Level::parse(level.get_ref()) else {
                let message = format!("expected a level, found `{}`", level.get_ref());
                self.report(level.span(), message)
                    .help_with("write `allow`, `warn` or `deny`");
                continue;
            };
            if !code.is_configurable() && parsed != Level::Deny {
                let message = format!("`{code}` is always an error");
                self.report(name.span(), message);
                continue;
            }
            lints.set(code, parsed);
        }
        lints
    }

    /// Names of taxonomies, those of every archive and the site's own.
    fn filters(
        &mut self,
        written: Option<Vec<Spanned<String>>>,
        own: &BTreeMap<Spanned<String>, written::Taxonomy>,
    ) -> Vec<String> {
        let Some(written) = written else {
            return DEFAULT_FILTERS.iter().map(ToString::to_string).collect();
        };
        for name in &written {
            let text = name.get_ref();
            let is_own = own.keys().any(|own| own.get_ref() == text);
            if !is_own && !TAXONOMIES.contains(&&**text) {
                self.report(name.span(), format!("`{text}` is not a taxonomy"))
                    .help_with(format!(
                        "lists are narrowed by {}",
                        TAXONOMIES.join(", ")
                    ));
            }
        }
        written.into_iter().map(Spanned::into_inner).collect()
    }

    fn taxonomies(
        &mut self,
        written: BTreeMap<Spanned<String>, written::Taxonomy>,
    ) -> Vec<ExtraTaxonomy> {
        let mut taxonomies = Vec::new();
        for (name, taxonomy) in written {
            let span = name.span();
            let name = name.into_inner();
            if slug(&name) != name {
                let message = format!("`{name}` cannot be part of an address");
                self.report(span, message).help_with(format!("write `{}`", slug(&name)));
                continue;
            }
            let label = taxonomy.label.map(|label| self.wording(label));
            taxonomies.push(ExtraTaxonomy {
                key: taxonomy.key.unwrap_or_else(|| name.clone()),
                label: label.unwrap_or_else(|| Wording::same(capitalised(&name))),
                name,
            });
        }
        taxonomies
    }
}

fn english() -> Vec<Language> {
    Language::parse("en").into_iter().collect()
}

fn key_mapping((key, meaning): (&String, &Spanned<String>)) -> KeyMapping {
    let span = Span::new(meaning.span().start, meaning.span().end);
    let meaning = match meaning.get_ref().as_str() {
        "ignore" => Meaning::Ignore,
        "extra" => Meaning::Extra,
        target => {
            let (key, part) = match target.split_once('.') {
                Some((key, part)) => (key, Some(part.to_owned())),
                None => (target, None),
            };
            Meaning::Key { key: key.to_owned(), part }
        }
    };
    KeyMapping { key: key.clone(), meaning, span }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
