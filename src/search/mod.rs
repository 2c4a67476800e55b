//! Search: what a text is found by, the index made of it, and answers from the index.
//!
//! The format of the index is described in `docs/search-format.md`; `render::search`
//! builds one, and a page's script reads it as [`reader`] does.

pub mod tokens;
pub mod keys;
pub mod format;
pub mod query;
pub mod reader;
