//! What a list of hits shows of documents, in blocks.

use serde::{Deserialize, Serialize};

/// Documents in a block.
pub const BLOCK: usize = 256;

/// A document as a hit shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct Title {
    /// Its title.
    pub title: String,
    /// The work it is a version of.
    pub work: String,
    /// The address of its page from the site's root, percent-encoded.
    pub href: String,
    /// Its date in words of its language; empty where it has none.
    pub date: String,
    /// How many paragraphs have a number; passages beyond are footnotes.
    pub paragraphs: u32,
}

#[derive(Clone, Serialize, Deserialize)]
struct Row(String, String, String, String, u32);

impl From<Row> for Title {
    fn from(Row(title, work, href, date, paragraphs): Row) -> Title {
        Title { title, work, href, date, paragraphs }
    }
}

impl From<Title> for Row {
    fn from(Title { title, work, href, date, paragraphs }: Title) -> Row {
        Row(title, work, href, date, paragraphs)
    }
}

/// The bytes of a block, not yet packed: a JSON array of arrays.
pub fn write_titles(titles: &[Title]) -> Vec<u8> {
    serde_json::to_vec(titles).unwrap_or_default()
}

/// Reads what [`write_titles`] wrote.
pub fn read_titles(bytes: &[u8]) -> Option<Vec<Title>> {
    serde_json::from_slice(bytes).ok()
}

impl Title {
    /// The id on the page of a passage's place: `p12`, `fn-3`; nothing where the page's
    /// beginning is meant.
    pub fn anchor(&self, passage: u32) -> Option<String> {
        match passage {
            0 => None,
            _ if passage <= self.paragraphs => Some(format!("p{passage}")),
            _ => match passage - self.paragraphs.max(1) {
                0 => None,
                note => Some(format!("fn-{note}")),
            },
        }
    }
}
