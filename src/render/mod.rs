//! Stage 4: the archive becomes output files.

mod xml;
pub mod html;
pub mod feed;
pub mod sitemap;
