//! A text as blocks, and the blocks as Markdown that says exactly what the text says.

mod inline;
mod escape;
mod block;

pub use block::Counts;
pub(super) use block::{Block, counts, written};
pub(super) use escape::plain;
pub(super) use inline::{Inline, Mark};
