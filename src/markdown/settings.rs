//! What reading a text takes: the text, the site's choices, and its surroundings.

use crate::config::Config;
use crate::language::Language;

use super::Highlighter;

/// One document's text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The whole file.
    pub text: &'a str,
    /// The byte where the body begins, after the front matter.
    pub start: usize,
    /// The language it is written in.
    pub language: &'a Language,
    /// The document's title, where its front matter has one. A first heading that only
    /// says it again is left out; without a title the first heading is the title.
    pub title: Option<&'a str>,
}

/// What a site chooses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// What becomes of HTML within a text.
    pub html: RawHtml,
    /// Whether straight quotes, dots and hyphens become typographic ones. Never done in
    /// Chinese and Japanese texts.
    pub smart_punctuation: bool,
}

impl Settings {
    /// What `site.toml` chooses.
    pub fn of(config: &Config) -> Settings {
        let html =
            if config.markdown.trusted { RawHtml::Trusted } else { RawHtml::Sanitise };
        Settings { html, smart_punctuation: config.markdown.smart_punctuation }
    }
}

/// What becomes of HTML within a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// Elements and attributes that can do no harm stay; of others, the text.
    #[default]
    Sanitise,
    /// Everything stays as it was written.
    Trusted,
}

/// What the text's page lends it.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// Where links and images lead.
    pub resolver: &'a dyn Resolver,
    /// Interface texts in the document's language.
    pub labels: &'a Labels,
    /// Colours code.
    pub highlighter: &'a Highlighter,
}

/// Where a document's links and images lead.
///
/// Targets come with percent signs decoded (save `%23` and `%3F`, which would change
/// their meaning): `../2000/unscr-1325.md#p3`, `#p3`, `/about/`.
pub trait Resolver {
    /// Where a link to another place of the site leads.
    fn link(&self, target: &str) -> Target;
    /// What an image of the site is.
    fn image(&self, target: &str) -> Picture;
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To this address. Characters that an address cannot have are percent-encoded on
    /// output; percent-encoded ones stay.
    Href(String),
    /// To where it says.
    Keep,
    /// Nowhere: the words stay and lead nowhere.
    Broken,
}

/// What an image is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A file of the site.
    File {
        /// Its address; see [`Target::Href`].
        src: String,
        /// Width and height in CSS pixels.
        size: Option<(u32, u32)>,
    },
    /// Whatever lies where it says.
    Keep,
    /// Nothing: its alternative text stands instead.
    Broken,
}

/// Interface texts that stand within a text. `{}` stands for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// Heading over the footnotes: "Notes".
    pub footnotes: String,
    /// What leads from footnote `{}` back: "Back to mark {}".
    pub back: String,
    /// What the anchor of a section is called: "Section {}".
    pub section: String,
    /// What a table is called: "Table {}".
    pub table: String,
    /// A ticked task: "Done".
    pub done: String,
    /// A task not ticked: "Not done".
    pub open: String,
    /// `[!NOTE]`.
    pub note: String,
    /// `[!TIP]`.
    pub tip: String,
    /// `[!IMPORTANT]`.
    pub important: String,
    /// `[!WARNING]`.
    pub warning: String,
    /// `[!CAUTION]`.
    pub caution: String,
}

impl Default for Labels {
    /// English.
    fn default() -> Labels {
        Labels {
            footnotes: "Notes".into(),
            back: "Back to mark {}".into(),
            section: "Section {}".into(),
            table: "Table {}".into(),
            done: "Done".into(),
            open: "Not done".into(),
            note: "Note".into(),
            tip: "Tip".into(),
            important: "Important".into(),
            warning: "Warning".into(),
            caution: "Caution".into(),
        }
    }
}
