//! Stage 4: the archive becomes output files.

mod xml;
pub mod html;
pub mod style;
pub mod script;
pub mod data;
pub mod export;
pub mod feed;
pub mod sitemap;
pub mod opensearch;
pub mod search;
