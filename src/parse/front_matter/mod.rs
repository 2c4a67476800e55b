//! The YAML between the fences: keys and values, each with its place.
//!
//! A YAML library reports one mistake a file and knows the place of few. So the block is
//! cut into its top-level keys and each value is read alone: one wrong value hides no
//! other. Whatever cannot be cut is read whole.

mod fence;
mod node;
mod scan;
mod yaml;
#[cfg(test)]
mod tests;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Span, TextFile};
use fence::Opening;
use scan::RawEntry;
use yaml::Mistake;

pub(super) use node::{Data, Entry, Node};

/// What a file says of itself, and where its text begins.
pub(super) struct FrontMatter<'a> {
    /// Keys in the order of the file; a repeated key stands repeatedly.
    pub(super) entries: Vec<Entry<'a>>,
    /// What stands between the fences.
    pub(super) block: Span,
    /// First byte of the text.
    pub(super) body: usize,
}

/// A mapping nested deeply takes a YAML library seconds to refuse.
const MAX_BYTES: usize = 64 * 1024;

/// Reads the front matter of a file; a file without any has no entries.
pub(super) fn read<'a>(
    file: &'a TextFile,
    found: &mut Vec<Diagnostic>,
) -> FrontMatter<'a> {
    let none = |body| FrontMatter { entries: Vec::new(), block: Span::default(), body };
    let mut report = |code, span, message: &str, help: &str| {
        found.push(Diagnostic::new(code, &file.path, span, message).help(help));
    };
    match fence::opening(&file.text) {
        Opening::Text => none(0),
        Opening::Toml { fence, body } => {
            let message = "the front matter is TOML, expected YAML";
            let help =
                "put `---` for `+++`, and write `key: value` for `key = \"value\"`";
            report(Code::TomlFrontMatter, fence, message, help);
            none(body)
        }
        Opening::Unclosed { fence } => {
            let message = "the front matter is not closed";
            let help = "put `---` on a line of its own after the last key";
            report(Code::UnclosedFrontMatter, fence, message, help);
            none(file.text.len())
        }
        Opening::Yaml { block, body } if block.range().len() > MAX_BYTES => {
            let message = "the front matter is longer than 64 KB";
            let help = "is the closing `---` missing? long texts belong below it";
            report(Code::FrontMatterTooLong, block, message, help);
            none(body)
        }
        Opening::Yaml { block, body } => {
            let entries = Reader { file, block, found }.entries();
            FrontMatter { entries, block, body }
        }
    }
}

struct Reader<'a, 'd> {
    file: &'a TextFile,
    block: Span,
    found: &'d mut Vec<Diagnostic>,
}

impl<'a> Reader<'a, '_> {
    fn entries(mut self) -> Vec<Entry<'a>> {
        let text = self.slice(self.block);
        if let Some(tab) = leading_tab(text) {
            let at = self.block.start as usize + tab;
            let message = "a tab stands where YAML wants spaces";
            self.report(Code::TabInYaml, Span::new(at, at + 1), message.to_owned())
                .help = Some("indent with spaces".to_owned());
            return Vec::new();
        }
        match scan::entries(text, self.block.start as usize) {
            Some(raw) => self.each(raw),
            None => match self.whole() {
                Ok(entries) => entries,
                Err(mistake) => {
                    self.whole_mistake(&mistake);
                    Vec::new()
                }
            },
        }
    }

    fn slice(&self, span: Span) -> &'a str {
        self.file.text.get(span.range()).unwrap_or("")
    }

    fn report(&mut self, code: Code, span: Span, message: String) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(code, &self.file.path, span, message));
        let last = self.found.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "it was pushed just now")]
        &mut self.found[last]
    }

    /// Reads each value alone; a value that only means something beside the others
    /// (an anchor, say) has the whole block read at once.
    fn each(&mut self, raw: Vec<RawEntry<'a>>) -> Vec<Entry<'a>> {
        let mut entries = Vec::with_capacity(raw.len());
        let mut mistakes = Vec::new();
        for entry in raw {
            match scan::value(entry.value, entry.value_offset) {
                Some(value) => {
                    entries.push(Entry {
                        key: entry.key,
                        key_span: entry.key_span,
                        value,
                    });
                }
                None => match self.by_library(&entry) {
                    Ok(value) => entries.push(Entry {
                        key: entry.key,
                        key_span: entry.key_span,
                        value,
                    }),
                    Err(mistake) => mistakes.push((entry, mistake)),
                },
            }
        }
        if mistakes.is_empty() {
            return entries;
        }
        if let Ok(whole) = self.whole() {
            return whole;
        }
        for (entry, mistake) in mistakes {
            self.value_mistake(&entry, &mistake);
        }
        entries
    }

    fn by_library(&self, entry: &RawEntry<'a>) -> Result<Node<'a>, Mistake> {
        let end = entry.value_offset + entry.value.len();
        let field = self.slice(Span::new(entry.key_span.start as usize, end));
        let mut entries = yaml::mapping(field, trimmed(entry))?;
        match (entries.pop(), entries.is_empty()) {
            (Some(only), true) => Ok(only.value),
            _ => Err(Mistake { message: "expected one value".to_owned(), at: 0 }),
        }
    }

    fn whole(&self) -> Result<Vec<Entry<'a>>, Mistake> {
        let text = self.slice(self.block);
        let mut entries = yaml::mapping(text, self.block)?;
        for entry in &mut entries {
            if let Some(at) = line_of(text, &entry.key) {
                let start = self.block.start as usize + at;
                entry.key_span = Span::new(start, start + entry.key.len());
                entry.value.span = entry.key_span;
            }
        }
        Ok(entries)
    }

    fn whole_mistake(&mut self, mistake: &Mistake) {
        let text = self.slice(self.block);
        let start = self.block.start as usize;
        if let Some(at) = text.find('：').filter(|_| !text.contains("\": \"")) {
            let span = Span::new(start + at, start + at + '：'.len_utf8());
            let message = "a full-width colon stands after a key".to_owned();
            self.report(Code::InvalidYaml, span, message).help =
                Some("write `:` and a space".to_owned());
            return;
        }
        let at = (start + mistake.at).min(self.block.end as usize);
        let line =
            first_wrong_line(text).map_or(Span::new(at, at), |span| span.shifted(start));
        let message = format!("the front matter is not YAML: {}", mistake.message);
        self.report(Code::InvalidYaml, line, message).help = Some(
            "write one `key: value` a line, with a space after the colon".to_owned(),
        );
    }

    fn value_mistake(&mut self, entry: &RawEntry<'a>, mistake: &Mistake) {
        let key = entry.key_span.start as usize;
        let end = entry.value_offset + entry.value.len();
        let at = (key + mistake.at).clamp(entry.value_offset, end);
        let value = trimmed(entry);
        let span = if value.range().contains(&at) {
            Span::new(at, value.end as usize)
        } else {
            value
        };
        let message =
            format!("the value of `{}` is not YAML: {}", entry.key, mistake.message);
        self.report(Code::InvalidYaml, span, message).help =
            Some(format!("put the value in quotation marks: `{}: \"…\"`", entry.key));
    }
}

fn trimmed(entry: &RawEntry<'_>) -> Span {
    let left = entry.value.len() - entry.value.trim_start().len();
    let start = entry.value_offset + left;
    Span::new(start, start + entry.value.trim().len())
}

/// A line that begins with a tab.
fn leading_tab(text: &str) -> Option<usize> {
    if text.starts_with('\t') {
        return Some(0);
    }
    text.find("\n\t").map(|at| at + 1)
}

/// Where the line of a top-level key begins.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let is_key = |line: &str| {
        let line = line.trim_start_matches(['"', '\'']);
        line.strip_prefix(key).is_some_and(|rest| rest.starts_with([':', '"', '\'']))
    };
    line_starts(text).find(|(_, line)| is_key(line)).map(|(at, _)| at)
}

/// The first line at the margin that has no key.
fn first_wrong_line(text: &str) -> Option<Span> {
    line_starts(text)
        .find(|(_, line)| {
            let line = line.trim_end();
            !line.is_empty()
                && !line.starts_with([' ', '#', '-'])
                && !line.contains(": ")
                && !line.ends_with(':')
        })
        .map(|(at, line)| Span::new(at, at + line.trim_end().len()))
}

fn line_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}
