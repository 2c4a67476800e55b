//! Stage 4: the archive becomes output files.

pub mod html;
pub mod export;
pub mod search;
