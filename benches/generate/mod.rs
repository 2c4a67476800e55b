//! Archives of any size, invented: like a collection of diplomatic papers in lengths,
//! front matter, notes and links, but every word drawn from lists.
//!
//! A document follows from the seed and its number alone. So documents can be made in
//! parallel, a larger archive holds the smaller ones of the same seed, and an edit can be
//! made and unmade.

mod dice;
mod language;
mod names;
mod english;
mod japanese;
mod subjects;
mod record;
mod title;
mod front_matter;
mod body;

use std::path::Path;

use chancery::error::Result;
use chancery::fs;
use rayon::prelude::*;

use dice::{Dice, Sort};
use front_matter::Draft;
use language::Language;
use record::Record;

/// An archive that can be written to a folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Site {
    /// What all chance follows from.
    pub(crate) seed: u64,
    /// How many documents there are; three in ten are in Japanese.
    pub(crate) documents: usize,
}

/// What an editor does to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edit {
    /// Nothing.
    None,
    /// A paragraph more: only the document's own page changes.
    Text,
    /// Another title: every list that has the document changes too.
    Title,
    /// Another date: the document stands elsewhere in every list.
    #[allow(dead_code, reason = "only one of the programs that share this does so")]
    Date,
}

/// Of ten documents, the work that each is a version of: the first and the sixth of eight
/// works are in both languages.
const WORKS_OF_TEN: [usize; 10] = [0, 0, 1, 2, 3, 4, 5, 5, 6, 7];

impl Site {
    /// Writes `site.toml` and everything below `content/`.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let content = folder.join("content");
        fs::create_folder(&content)?;
        fs::write(&folder.join("site.toml"), SETTINGS.as_bytes())?;
        fs::write(&content.join("topics.toml"), subjects::topics().as_bytes())?;
        fs::write(&content.join("places.toml"), subjects::places().as_bytes())?;
        fs::create_folder(&content.join("pages"))?;
        fs::write(&content.join("pages/about.md"), ABOUT.as_bytes())?;
        (0..self.documents.div_ceil(FOLDER))
            .try_for_each(|at| fs::create_folder(&content.join(folder_name(at))))?;
        (0..self.documents)
            .into_par_iter()
            .try_for_each(|index| self.put(folder, index, Edit::None))
    }

    /// Writes one document, by its number below `documents`.
    pub(crate) fn put(&self, folder: &Path, index: usize, edit: Edit) -> Result<()> {
        let path = folder.join("content").join(path(index));
        fs::write(&path, self.text(index, edit).as_bytes())
    }

    /// The file of a document.
    fn text(&self, index: usize, edit: Edit) -> String {
        let (work, language) = version(index);
        let mut record = Record::of(self.seed, work);
        if edit == Edit::Date {
            record.date = Some("1959-05-17".to_owned());
        }
        let mut dice = Dice::new(self.seed, Sort::Text, index as u64);
        let mut title = title::title(&record, language, &mut dice);
        if edit == Edit::Title {
            title.push_str(" (1)");
        }
        let references = earlier(work, &mut dice);
        let draft = Draft {
            seed: self.seed,
            record: &record,
            language,
            title: &title,
            references: &references,
        };
        let mut out = String::with_capacity(8 << 10);
        front_matter::write(&draft, &mut dice, &mut out);
        body::write(&draft, &mut dice, &mut out);
        if edit == Edit::Text {
            let mut dice = Dice::new(self.seed, Sort::Edit, index as u64);
            body::paragraph(language, &mut dice, &mut out);
        }
        out
    }
}

/// Up to two works that a work refers to, most of them close by.
fn earlier(work: usize, dice: &mut Dice) -> Vec<usize> {
    let count = if work == 0 { 0 } else { dice.below(5).saturating_sub(2) };
    let mut works: Vec<usize> = (0..count).map(|_| work - 1 - dice.rank(work)).collect();
    works.sort_unstable();
    works.dedup();
    works
}

/// A document's work and language.
fn version(index: usize) -> (usize, Language) {
    let work = WORKS_OF_TEN.get(index % 10).copied().unwrap_or_default();
    let language = match index % 10 {
        1 | 4 | 7 => Language::Japanese,
        _ => Language::English,
    };
    (index / 10 * 8 + work, language)
}

/// How many files a folder has at most.
const FOLDER: usize = 1000;
/// How many works these are versions of.
const FOLDER_WORKS: usize = FOLDER / 10 * 8;

/// A document's file below `content/`.
fn path(index: usize) -> String {
    match version(index) {
        (work, Language::English) => format!("{}.md", work_path(work)),
        (work, Language::Japanese) => format!("{}.ja.md", work_path(work)),
    }
}

/// A work's name: `0003/d0120`.
fn work_path(work: usize) -> String {
    format!("{}/d{:04}", folder_name(work / FOLDER_WORKS), work % FOLDER_WORKS)
}

fn folder_name(number: usize) -> String {
    format!("{number:04}")
}

const SETTINGS: &str = r#"title = { en = "Documents on Foreign Relations", ja = "外交文書集" }
base_url = "https://archive.example/papers/"
languages = ["en", "ja"]

[lints]
missing-date = "allow"
"#;

const ABOUT: &str = "---\ntitle: About\n---\n\nAn archive that was never anyone's.\n";
