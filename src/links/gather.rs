//! The addresses that a file names: in its text, its front matter, its settings.

use super::address::{is_meant_for_the_web, meant};
use super::{Cited, Copied, Place};
use crate::config::{Config, Vocabulary};
use crate::document::{Document, Written};
use crate::markdown::{Outline, Settings, Source, outline};
use crate::text::{Span, TextFile};

/// What a document names in its front matter and its text.
pub fn document(
    document: &Document,
    file: &TextFile,
    written: &Written,
    config: &Config,
) -> Cited {
    let mut gatherer = Gatherer::new(file, config, Sourced::of(written));
    for value in &written.values {
        if value.text.contains(char::is_whitespace) {
            continue;
        }
        match value.key.as_str() {
            "source.archived" => {
                gatherer.note_as(&value.text, value.span, Copied::Itself);
            }
            _ => gatherer.note(&value.text, value.span),
        }
    }
    let source = Source {
        text: &file.text,
        start: document.body.start as usize,
        language: &document.language,
        title: Some(&*document.metadata.title),
    };
    gatherer.text(&outline(&source, &Settings::of(config)));
    gatherer.cited
}

/// What the text of a plain page names.
pub fn page(
    page: &crate::document::PlainPage,
    file: &TextFile,
    config: &Config,
) -> Cited {
    let source = Source {
        text: &file.text,
        start: page.body.start as usize,
        language: &page.language,
        title: None,
    };
    let mut gatherer = Gatherer::new(file, config, Sourced::default());
    gatherer.text(&outline(&source, &Settings::of(config)));
    gatherer.cited
}

/// Where the terms of a vocabulary say that more is told of them.
pub fn vocabulary(vocabulary: &Vocabulary, config: &Config) -> Cited {
    let file = TextFile::decode(vocabulary.path.clone(), Vec::new());
    let mut gatherer = Gatherer::new(&file, config, Sourced::default());
    for entry in &vocabulary.entries {
        if let Some(url) = &entry.url {
            gatherer.note(url, entry.span);
        }
    }
    gatherer.cited
}

/// The addresses in `site.toml` that readers are led to.
pub fn settings(file: &TextFile, config: &Config) -> Cited {
    let mut gatherer = Gatherer::new(file, config, Sourced::default());
    for url in [&config.repository, &config.license].into_iter().flatten() {
        let start = file.text.find(url.as_str()).unwrap_or_default();
        gatherer.note(url, Span::new(start, start + url.len()));
    }
    gatherer.cited
}

/// What a document says of its source.
#[derive(Default)]
struct Sourced {
    url: Option<super::Address>,
    archived: Option<String>,
    /// `20180501`, of which the end may be missing.
    retrieved: Option<String>,
}

impl Sourced {
    fn of(written: &Written) -> Sourced {
        let text = |key| written.first(key).map(|value| value.text.trim());
        let retrieved = text("source.retrieved").map(|date| {
            let date = date.trim_end_matches(['~', '?', '%']);
            let is_plain = date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            if is_plain { date.replace('-', "") } else { String::new() }
        });
        Sourced {
            url: text("source.url").and_then(meant),
            archived: text("source.archived").filter(|a| !a.is_empty()).map(Into::into),
            retrieved: retrieved.filter(|digits| !digits.is_empty()),
        }
    }
}

struct Gatherer<'a> {
    file: &'a TextFile,
    /// The site's own address without its scheme: what stands below it is no other host's.
    own: &'a str,
    sourced: Sourced,
    cited: Cited,
}

impl<'a> Gatherer<'a> {
    fn new(file: &'a TextFile, config: &'a Config, sourced: Sourced) -> Gatherer<'a> {
        let own = without_scheme(&config.base_url);
        Gatherer { file, own, sourced, cited: Cited::default() }
    }

    fn text(&mut self, outline: &Outline) {
        let links = outline.links.iter().map(|link| (&link.target, link.span));
        let images = outline.images.iter().map(|image| (&image.target, image.span));
        let raw = outline.raw_links.iter().map(|(target, span)| (target, *span));
        for (target, span) in links.chain(images).chain(raw) {
            self.note(target, narrowed(&self.file.text, span, target));
        }
    }

    fn note(&mut self, target: &str, span: Span) {
        let address = meant(target);
        let is_source = address.is_some() && address == self.sourced.url;
        let copied = match (is_source, &self.sourced.archived) {
            (true, Some(copy)) => Copied::Named(copy.clone()),
            (true, None) => Copied::Unnamed(self.sourced.retrieved.clone()),
            (false, _) => Copied::Unasked,
        };
        self.note_as(target, span, copied);
    }

    fn note_as(&mut self, target: &str, span: Span, copied: Copied) {
        let target = target.trim();
        if !is_meant_for_the_web(target) {
            return;
        }
        let path = self.file.path.clone();
        let place = Place { path, span, written: target.to_owned(), copied };
        match meant(target) {
            Some(own) if without_scheme(own.as_str()).starts_with(self.own) => {}
            Some(address) => self.cited.places.entry(address).or_default().push(place),
            None => self.cited.wrong.push(place),
        }
    }
}

/// The target itself within a link, where it stands there as it is.
fn narrowed(text: &str, span: Span, target: &str) -> Span {
    let link = text.get(span.range()).unwrap_or_default();
    match link.rfind(target) {
        Some(at) if !target.is_empty() => {
            let start = span.start as usize + at;
            Span::new(start, start + target.len())
        }
        _ => span,
    }
}

fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}
