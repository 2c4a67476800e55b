//! Which lines of front matter stay with the author.

use super::front_matter::Entry;
use super::keys::is_published;
use crate::config::Config;
use crate::text::Span;

/// The lines of private keys in the front matter that stands in `block`, in order; all of
/// it where a private key cannot be told from its neighbours.
///
/// Comments and empty lines between two keys stay.
pub(super) fn private(
    text: &str,
    block: Span,
    entries: &[Entry<'_>],
    config: &Config,
) -> Box<[Span]> {
    if entries.iter().all(|entry| is_published(&entry.key, config)) {
        return Box::default();
    }
    let starts: Option<Vec<usize>> =
        entries.iter().map(|entry| line_start(text, block, entry)).collect();
    let Some(starts) = starts.filter(|starts| starts.is_sorted_by(|a, b| a < b)) else {
        return [block].into();
    };
    let ends = starts.iter().skip(1).copied().chain([block.end as usize]);
    let lines = entries.iter().zip(starts.iter().zip(ends));
    let private = lines.filter(|(entry, _)| !is_published(&entry.key, config));
    private
        .map(|(_, (&start, end))| Span::new(start, own_end(text, start, end)))
        .collect()
}

/// Where the key's line begins, if nothing but the key begins it.
fn line_start(text: &str, block: Span, entry: &Entry<'_>) -> Option<usize> {
    let before = text.get(block.start as usize..entry.key_span.start as usize)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let start = block.start as usize + line;
    let written = text.get(start..)?.trim_start_matches(['"', '\'']);
    written.starts_with(&*entry.key).then_some(start)
}

/// Where a key's own lines end: empty lines and comments after them are others'.
fn own_end(text: &str, start: usize, end: usize) -> usize {
    let mut own = end;
    for line in text.get(start..end).unwrap_or("").split_inclusive('\n').rev() {
        if !line.trim().is_empty() && !line.starts_with('#') {
            break;
        }
        own -= line.len();
    }
    own
}
