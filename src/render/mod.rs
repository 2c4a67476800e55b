//! Stage 4: the archive becomes output files.

pub mod html;
pub mod data;
pub mod export;
