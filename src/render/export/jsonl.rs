//! Documents as JSON objects, one a line.

use super::facts::Facts;
use super::{Export, Item};

/// JSON Lines.
pub(super) struct Jsonl;

impl Export for Jsonl {
    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>) {
        // Strings and lists always make JSON.
        out.extend(serde_json::to_vec(&Facts::of(item)).unwrap_or_default());
        out.push(b'\n');
    }
}
