//! The files of an index, each as a value that can be written and read.
//!
//! Numbers are LEB128 varints; every file but the root is a zlib stream (RFC 1950).

mod varint;
mod packed;
mod root;
mod columns;
mod facet;
mod titles;
mod directory;
mod shard;
mod pieces;
#[cfg(test)]
mod tests;

pub use columns::{Columns, Span, length_of, quantised};
pub use directory::{Directory, Place};
pub use facet::{Facet, FacetTerm};
pub use packed::{MAX_UNPACKED, pack, unpack};
pub use pieces::{Piece, Pieces, Position, write_positions};
pub use root::{FOLDER, FacetFile, Hash, ROOT, Root, VERSION, file};
pub use shard::{Draft, Entry, Posting, Shard};
pub use titles::{BLOCK, Title, read_titles, write_titles};
pub use varint::{Cursor, put, put_text};
