//! Files made smaller: zlib streams, which browsers unpack by `DecompressionStream`.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// Slower levels save hardly anything.
const LEVEL: u8 = 6;

/// No file of an index is larger than this when unpacked.
pub const MAX_UNPACKED: usize = 1 << 28;

/// Packs bytes; the same ones always to the same.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, LEVEL)
}

/// Unpacks bytes; nothing where they are damaged.
pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(bytes, MAX_UNPACKED).ok()
}
