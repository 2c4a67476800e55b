//! A document as others cite it: its record in CSL's variables, what sort of item other
//! programs save it as, and citations to show in Chicago's style, MLA's, APA's and in
//! plain words.
//!
//! The styles are this module's own, for documents of institutions in English and
//! Japanese. A citation says what the record says: titles keep their capitals, nothing is
//! invented for what is missing, and no citation depends on the day it is made.

mod record;
mod creator;
mod types;
mod style;
mod text;
mod writer;
mod quotation;
mod said;
mod facts;
mod words;
mod names;
mod date;
mod chicago;
mod mla;
mod apa;
mod plain;
mod japanese;

#[cfg(test)]
mod tests;

pub use creator::Creator;
pub use record::Record;
pub use style::Style;
pub use text::{Face, Run, Text};
pub use types::Types;

use crate::language::Language;

/// The citation of a document in a style, for a reader of this interface language.
///
/// Japanese documents, and all documents for Japanese readers, are cited in the Japanese
/// manner; all others with English terms, and with their date in their own language.
pub fn cite(record: &Record<'_>, style: Style, reader: &Language) -> Text {
    let is_japanese = |language: &Language| language.primary() == "ja";
    if is_japanese(record.language) || is_japanese(reader) {
        return japanese::cite(record, style);
    }
    match style {
        Style::ChicagoNote => chicago::note(record),
        Style::ChicagoBibliography => chicago::bibliography(record),
        Style::Mla => mla::entry(record),
        Style::Apa => apa::reference(record),
        Style::Plain => plain::sentence(record),
    }
}
