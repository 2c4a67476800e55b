//! The formats that texts arrive in, and which of them a text has.

use super::draft::Draft;
use super::html::{self, Page};
use super::lines::{Line, lines};
use super::{database, ministry, plain, table, tei};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Span, TextFile};

/// A format that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TEI, an XML vocabulary for editions.
    Tei,
    /// A text of "The World and Japan" database, plain or as a page.
    Database,
    /// A page of Japan's foreign ministry, plain or as a page.
    Ministry,
    /// Any other page.
    Html,
    /// A table with a document in each row.
    Csv,
    /// Any other text.
    Text,
}

/// A reader of one format.
pub(super) trait Importer {
    /// Whether a text is of this format, going by what it says.
    fn recognises(&self, foreign: &Foreign<'_>) -> bool;

    /// Reads the text. Whatever it is, it is read somehow: the format may have been asked
    /// for.
    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft>;
}

/// A text with what several formats need to know of it.
pub(super) struct Foreign<'a> {
    pub(super) file: &'a TextFile,
    /// Its lines; those that a page shows, where it is one.
    pub(super) lines: Vec<Line>,
    /// The page, where it is one.
    pub(super) page: Option<Page>,
}

impl<'a> Foreign<'a> {
    pub(super) fn new(file: &'a TextFile) -> Foreign<'a> {
        let page = html::is_page(&file.text).then(|| html::page(&file.text));
        let lines = match &page {
            Some(page) => page.lines(),
            None => lines(&file.text),
        };
        Foreign { file, lines, page }
    }

    /// The file's name without folders and extension.
    pub(super) fn stem(&self) -> &str {
        let name = self.file.path.rsplit(['/', '\\']).next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

impl Format {
    /// Every format; the first that recognises a text reads it.
    pub const ALL: &[Format] = &[
        Format::Tei,
        Format::Database,
        Format::Ministry,
        Format::Html,
        Format::Csv,
        Format::Text,
    ];

    /// The name that the command line uses.
    pub fn name(self) -> &'static str {
        match self {
            Format::Tei => "tei",
            Format::Database => "database",
            Format::Ministry => "ministry",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Text => "text",
        }
    }

    /// What reports call a text of it.
    pub fn noun(self) -> &'static str {
        match self {
            Format::Tei => "TEI",
            Format::Database => "database text",
            Format::Ministry => "ministry page",
            Format::Html => "HTML page",
            Format::Csv => "table of records",
            Format::Text => "plain text",
        }
    }

    /// The format of that name.
    pub fn parse(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }

    pub(super) fn importer(self) -> &'static dyn Importer {
        match self {
            Format::Tei => &tei::Tei,
            Format::Database => &database::Database,
            Format::Ministry => &ministry::Ministry,
            Format::Html => &html::Html,
            Format::Csv => &table::Table,
            Format::Text => &plain::Plain,
        }
    }
}

/// The format of a text; a finding where it is of none.
pub(super) fn recognised(foreign: &Foreign<'_>) -> Result<Format, Box<Diagnostic>> {
    let is_format = |format: &&Format| format.importer().recognises(foreign);
    let text = foreign.file.text.trim_start();
    let finding = |message: &str, help: &str| {
        let path = &foreign.file.path;
        let finding =
            Diagnostic::new(Code::UnknownFormat, path, Span::default(), message);
        Err(Box::new(finding.help(help)))
    };
    if text.starts_with("---\n") && text.contains("\n---") {
        let help = "put it into the content folder as it is";
        return finding("the file is a document already", help);
    }
    if tei::is_xml(text) && foreign.page.is_none() && !tei::Tei.recognises(foreign) {
        let message = match tei::root(text) {
            Some(name) => format!("expected XML of TEI or HTML, found `<{name}>`"),
            None => "expected XML of TEI or HTML, found none of them".to_owned(),
        };
        let help = "make it HTML or plain text first; `--format text` takes it as it is";
        return finding(&message, help);
    }
    Ok(Format::ALL.iter().find(is_format).copied().unwrap_or(Format::Text))
}

/// Whether the bytes are a word processor's file: a ZIP archive, or Rich Text.
pub fn is_office_file(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"{\\rtf")
        || bytes.starts_with(b"\xD0\xCF\x11\xE0")
}
