//! What is wrong with a text.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::characters::find_forbidden;
use crate::markdown::footnotes;
use crate::text::Span;

/// Findings so far, and what they are found by.
pub(super) struct Findings<'p> {
    path: &'p Arc<str>,
    found: Vec<Diagnostic>,
    refused: HashSet<String>,
    marked: HashSet<Box<str>>,
    footnotes: Vec<(Box<str>, Span)>,
}

impl<'p> Findings<'p> {
    /// Nothing yet, of the file at `path`.
    pub(super) fn new(path: &'p Arc<str>) -> Findings<'p> {
        Findings {
            path,
            found: Vec::new(),
            refused: HashSet::new(),
            marked: HashSet::new(),
            footnotes: Vec::new(),
        }
    }

    /// Looks for characters that no page may have, from byte `start` on.
    pub(super) fn control_characters(&mut self, text: &str, start: usize) {
        let body = text.get(start..).unwrap_or("");
        let Some((at, count)) = find_forbidden(body) else { return };
        let Some(c) = body.get(at..).and_then(|rest| rest.chars().next()) else { return };
        let times =
            if count == 1 { String::new() } else { format!(", the first of {count}") };
        let message = format!("control character U+{:04X}{times}", u32::from(c));
        let span = Span::new(start + at, start + at + c.len_utf8());
        self.add(Code::ControlCharacter, span, message, "pages leave it out: delete it");
    }

    /// A link or image whose target browsers might run.
    pub(super) fn unsafe_target(&mut self, target: &str, span: Span) {
        let shown: String =
            target.chars().take(40).flat_map(char::escape_debug).collect();
        let message = format!("`{shown}` is no address that a page may lead to");
        let help =
            "write a relative address, or one with http, https, mailto, tel or ftp";
        self.add(Code::UnsafeLink, span, message, help);
    }

    /// An image on another host, which pages do not load.
    pub(super) fn remote_image(&mut self, target: &str, span: Span) {
        let shown: String =
            target.chars().take(80).flat_map(char::escape_debug).collect();
        let message = format!("the image `{shown}` lies on another host");
        let help = "pages load nothing from elsewhere, and link to it: put a copy beside \
                    the document";
        self.add(Code::RemoteImage, span, message, help);
    }

    /// A tag of raw HTML that may not stay; reported once.
    pub(super) fn refused(&mut self, name: String, span: Span) {
        if self.refused.contains(&name) {
            return;
        }
        let shown: String = name.chars().take(40).collect();
        let message = format!("`<{shown}>` is left out of the page");
        let help =
            "write Markdown instead; a site may trust its HTML with `trusted = true`";
        self.add(Code::RawHtml, span, message, help);
        self.refused.insert(name);
    }

    /// A footnote mark that has a footnote.
    pub(super) fn mark(&mut self, name: &str) {
        let key = footnotes::key(name);
        if !self.marked.contains(&*key) {
            self.marked.insert(key.into());
        }
    }

    /// A bracket at the begin of `text` that begins no link: a mark without a footnote?
    pub(super) fn open_bracket(&mut self, text: &str, bracket: Span) {
        let Some(name) = footnotes::mark(text) else { return };
        let start = bracket.start as usize;
        let span = Span::new(start, start + name.len() + "[^]".len());
        let message = format!("footnote `{name}` has a mark and no text");
        let help = format!("add a line `[^{name}]: …`");
        self.add(Code::MissingFootnote, span, message, help);
    }

    /// A footnote's text.
    pub(super) fn footnote(&mut self, name: &str, span: Span) {
        self.footnotes.push((footnotes::key(name).into(), span));
    }

    /// Everything found.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let mut first: HashMap<Box<str>, Span> = HashMap::new();
        for (name, span) in std::mem::take(&mut self.footnotes) {
            if let Some(&earlier) = first.get(&name) {
                self.repeated(&name, span, earlier);
                continue;
            }
            if !self.marked.contains(&name) {
                let message = format!("footnote `{name}` has a text and no mark");
                let help = format!("write `[^{name}]` where it belongs");
                self.add(Code::UnusedFootnote, span, message, help);
            }
            first.insert(name, span);
        }
        self.found
    }

    fn repeated(&mut self, name: &str, span: Span, earlier: Span) {
        let message = format!("footnote `{name}` has two texts");
        let finding = Diagnostic::new(Code::RepeatedFootnote, self.path, span, message)
            .also(self.path, earlier, "marks lead to this one")
            .help("give one of them another name");
        self.found.push(finding);
    }

    fn add(&mut self, code: Code, span: Span, message: String, help: impl Into<String>) {
        self.found.push(Diagnostic::new(code, self.path, span, message).help(help));
    }
}
