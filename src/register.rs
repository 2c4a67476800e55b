//! `chancery.lock`: every address that the archive has published, kept with its sources.
//!
//! One line an address, sorted, so that two people's additions are merged line by line:
//! the address, the language and the title that it had when it was new, with ` | ` between.
//! No address has that sign.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::text::{Span, TextFile};

/// The name of the file, beside `site.toml`.
pub const FILE: &str = "chancery.lock";

const HEADING: &str = "chancery lock 1";
const REMARK: &str = "\
# Addresses that were published: others may have cited them. A build adds what is new.
# Commit this file; take a line out only where an address is to end.
";
const BETWEEN: &str = " | ";

/// What was published, by address: `/documents/memo/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register(BTreeMap<Box<str>, Entry>);

/// What stood at an address when it was new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The tag of its language.
    pub language: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// Its line in the file.
    pub span: Span,
}

impl Register {
    /// Reads the file; lines that are none of its own are errors.
    pub fn read(file: &TextFile) -> Checked<Register> {
        let mut read = Checked::<Register>::default();
        let mut start = 0;
        for (number, line) in file.text.split_inclusive('\n').enumerate() {
            let span = Span::new(start, start + line.trim_end().len());
            start += line.len();
            let line = line.trim();
            match entry(line, span) {
                _ if number == 0 && line == HEADING => {}
                _ if number == 0 => {
                    read.diagnostics.push(not_a_register(file, span));
                    return read;
                }
                Some((address, entry)) => drop(read.value.0.insert(address, entry)),
                None if line.is_empty() || line.starts_with('#') => {}
                None => read.diagnostics.push(not_an_address(file, span)),
            }
        }
        read
    }

    /// Adds an address that is not there; says whether it was not.
    pub fn add(&mut self, address: &str, language: &str, title: &str) -> bool {
        if self.0.contains_key(address) {
            return false;
        }
        // A title of two lines would be two entries.
        let title: String =
            title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let title = title.trim().into();
        let entry = Entry { language: language.into(), title, span: Span::default() };
        self.0.insert(address.into(), entry);
        true
    }

    /// Whether the address is there.
    pub fn knows(&self, address: &str) -> bool {
        self.0.contains_key(address)
    }

    /// Every address with what stood there, sorted.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(address, entry)| (&**address, entry))
    }

    /// The file's text.
    pub fn text(&self) -> String {
        let mut text = format!("{HEADING}\n{REMARK}");
        for (address, Entry { language, title, .. }) in self.entries() {
            let _ = writeln!(text, "{address}{BETWEEN}{language}{BETWEEN}{title}");
        }
        text
    }
}

fn entry(line: &str, span: Span) -> Option<(Box<str>, Entry)> {
    let mut parts = line.splitn(3, '|').map(str::trim);
    let address = parts.next().filter(|address| address.starts_with('/'))?;
    let language = parts.next().unwrap_or_default().into();
    let title = parts.next().unwrap_or_default().into();
    Some((address.into(), Entry { language, title, span }))
}

fn not_a_register(file: &TextFile, span: Span) -> Diagnostic {
    let path: &Arc<str> = &file.path;
    let message = format!("expected `{HEADING}` in the first line");
    Diagnostic::new(Code::InvalidLock, path, span, message).help(
        "take the file as it was last committed; another version may have written it",
    )
}

fn not_an_address(file: &TextFile, span: Span) -> Diagnostic {
    let message = "expected an address such as `/documents/memo/`";
    Diagnostic::new(Code::InvalidLock, &file.path, span, message)
        .help("keep the lines of both sides of a merge, and take its marks out")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Checked<Register> {
        Register::read(&TextFile::decode(FILE, text.as_bytes()))
    }

    #[test]
    fn what_is_written_reads_back() {
        let mut register = Register::default();
        assert!(register.add("/documents/b/", "en", "A | B"));
        assert!(register.add("/documents/a b/ja/", "ja", "一\n二"));
        assert!(register.add("/old.html", "en", ""));
        assert!(!register.add("/documents/b/", "en", "Another title"));
        let text = register.text();
        let lines: Vec<&str> = text.lines().skip(3).collect();
        assert_eq!(
            lines,
            [
                "/documents/a b/ja/ | ja | 一 二",
                "/documents/b/ | en | A | B",
                "/old.html | en | "
            ]
        );
        let again = read(&text);
        assert!(again.diagnostics.is_empty());
        assert_eq!(again.value.text(), text);
        let windows = read(&text.replace('\n', "\r\n"));
        assert!(windows.diagnostics.is_empty());
        assert_eq!(windows.value.text(), text);
    }

    #[test]
    fn an_address_alone_is_enough() {
        let read = read("chancery lock 1\n\n/b/\n/a/ | en\n");
        let known: Vec<&str> = read.value.entries().map(|(address, _)| address).collect();
        assert_eq!((known, read.diagnostics.len()), (vec!["/a/", "/b/"], 0));
    }

    #[test]
    fn other_lines_are_mistakes() {
        let check = |text: &str, addresses: usize, spans: &[(u32, u32)]| {
            let read = read(text);
            assert_eq!(read.value.entries().count(), addresses, "{text}");
            let found = read.diagnostics.iter().map(|found| found.primary.span);
            let found: Vec<_> = found.map(|span| (span.start, span.end)).collect();
            assert_eq!(found, spans, "{text}");
        };
        check(
            "chancery lock 1\n<<<<<<< ours\n/a/\n=======\n/b/\n",
            2,
            &[(16, 28), (33, 40)],
        );
        check("chancery lock 2\n/a/\n", 0, &[(0, 15)]);
        check("/a/\n", 0, &[(0, 3)]);
        check("", 0, &[]);
    }
}
