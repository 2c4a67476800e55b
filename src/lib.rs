//! chancery: a static archive generator for policy documents.
//!
//! Markdown documents with YAML front matter become a browsable, searchable, citable
//! archive that any static host can serve. The modules stand in reading order: what
//! things are, then what happens to them, one stage after another. A module names only
//! modules above its own; `tests/suite/layers.rs` holds it to that.

pub mod error;
pub mod date;
pub mod language;
pub mod slug;
pub mod spelling;
pub mod fingerprint;

pub mod text;
pub mod route;

pub mod diagnostic;
pub mod fs;

pub mod config;
pub mod document;
pub mod theme;
pub mod register;

pub mod markdown;
pub mod archive;
pub mod citation;
pub mod search;

pub mod discover;
pub mod parse;
pub mod assemble;
pub mod check;
pub mod render;
pub mod write;
pub mod links;
pub mod import;

pub mod pipeline;
pub mod serve;
pub mod cli;
