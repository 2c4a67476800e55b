//! Files made smaller: zlib streams, which browsers unpack by `DecompressionStream`.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

/// Slower levels save hardly anything.
const LEVEL: u32 = 6;

/// No file of an index is larger than this when unpacked.
pub const MAX_UNPACKED: usize = 1 << 28;

/// Packs bytes; the same ones always to the same.
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let packed = Vec::with_capacity(bytes.len() / 2);
    let mut encoder = ZlibEncoder::new(packed, Compression::new(LEVEL));
    // Memory can be written to without fail.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

/// Unpacks bytes; nothing where they are damaged.
pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    let mut decoder = ZlibDecoder::new(bytes).take(MAX_UNPACKED as u64 + 1);
    decoder.read_to_end(&mut unpacked).ok()?;
    (unpacked.len() <= MAX_UNPACKED).then_some(unpacked)
}
