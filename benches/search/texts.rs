//! The texts of a site as a plain scan reads them: all units of all documents in memory.

use std::collections::HashMap;
use std::path::PathBuf;

use chancery::archive::{DocumentId, Page};
use chancery::error::{Error, Result};
use chancery::pipeline::{self, Assembled, Order, Progress, Report, Stage};
use chancery::render::search::blocks;
use chancery::search::tokens::{Tokenizer, Unit};

/// All documents of a site.
#[derive(Default)]
pub(crate) struct Texts {
    pub(crate) documents: Vec<Text>,
    /// By number: what a unit is.
    pub(crate) units: Vec<Piece>,
    numbers: HashMap<String, u32>,
}

/// A document.
pub(crate) struct Text {
    /// The address of its page from the site's root.
    pub(crate) href: String,
    /// Its language.
    pub(crate) language: String,
    /// The numbers of its units in order; [`GAP`] between blocks; [`FOLLOWS`] with what
    /// follows another character of its run.
    pub(crate) units: Vec<u32>,
}

/// A word, or a character of a script without spaces.
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) is_word: bool,
}

/// Stands between blocks, where no phrase reaches across.
const GAP: u32 = u32::MAX;
/// Marks what follows another character of its run.
pub(crate) const FOLLOWS: u32 = 1 << 31;

impl Text {
    /// Whether the units stand one after another somewhere: the first wherever it stands,
    /// each other in the same run or as a word of its own, as it was asked for.
    pub(crate) fn has(&self, wanted: &[u32]) -> bool {
        let Some((first, rest)) = wanted.split_first() else { return false };
        self.units.windows(wanted.len()).any(|units| {
            units.split_first().is_some_and(|(own, others)| {
                *own != GAP && own & !FOLLOWS == first & !FOLLOWS && others == rest
            })
        })
    }
}

impl Texts {
    /// What a number of a text stands for; nothing between blocks.
    pub(crate) fn piece(&self, number: u32) -> Option<&Piece> {
        self.units.get((number & !FOLLOWS) as usize)
    }

    /// Reads all documents of a site.
    pub(crate) fn read(site: PathBuf) -> Result<Texts> {
        let order = Order { site, keep_going: true, ..Order::default() };
        let assembled = pipeline::assembled(&order, &Silent, &mut Report::default())?;
        let Some(Assembled { archive, .. }) = assembled else {
            return Err(Error::Internal("the site has errors".to_owned()));
        };
        let mut texts = Texts::default();
        let mut tokenizer = Tokenizer::default();
        for id in (0..archive.documents.len()).map(DocumentId::new) {
            let files = pipeline::texts(&order.site, &archive, Page::Document(id))?;
            let mut units = Vec::new();
            for file in files.iter().take(1) {
                blocks(&archive, id, &file.text, &mut |block| {
                    tokenizer.units(block.text, |unit| units.push(texts.number(unit)));
                    units.push(GAP);
                });
            }
            let href = chancery::route::encode(&archive.document_path(id));
            let language = archive.document(id).language.to_string();
            texts.documents.push(Text { href, language, units });
        }
        Ok(texts)
    }

    fn number(&mut self, unit: Unit<'_>) -> u32 {
        let mut sign = [0; 4];
        let (text, mark, is_word) = match unit {
            Unit::Word(word) => (word, 0, true),
            Unit::First(c) => (&*c.encode_utf8(&mut sign), 0, false),
            Unit::Next(c) => (&*c.encode_utf8(&mut sign), FOLLOWS, false),
        };
        if let Some(number) = self.numbers.get(text) {
            return number | mark;
        }
        let number = u32::try_from(self.units.len()).unwrap_or(GAP);
        self.numbers.insert(text.to_owned(), number);
        self.units.push(Piece { text: text.to_owned(), is_word });
        number | mark
    }
}

struct Silent;

impl Progress for Silent {
    fn stage(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}
