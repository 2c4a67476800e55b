//! Markdown: facts about a text, and the text as HTML.
//!
//! [`facts`] and [`html`] read the same stream of numbered nodes (`structure`), so that
//! what other documents may link to is exactly what the page has.

mod settings;
mod characters;
mod emphasis;
mod depth;
mod prepare;
mod target;
mod raw;
mod ids;
mod footnotes;
mod structure;
mod notes;
mod facts;
mod outline;
mod highlight;
mod sanitise;
mod html;
mod text;
mod passages;
mod blocks;
mod beside;
mod editorial;

pub use beside::with_notes_beside;
pub use blocks::{Block, Sort, blocks, relocated, targets};
pub use editorial::with_editorial_marks;
pub use facts::{Facts, facts, shortened};
pub use highlight::Highlighter;
pub use html::{Entry, Html, html};
pub use outline::{Headline, Linked, Outline, Pictured, outline};
pub use passages::{Passage, Place, passages};
pub use settings::{
    Labels, Picture, RawHtml, Resolver, Settings, Source, Surroundings, Target,
};
pub use text::{Plain, text};

#[cfg(test)]
mod tests;
