//! Tables of data, and tables that only arrange the page.

use crate::import::markdown::Block;

/// A table of cells with a line of text each; the blocks of any other one after another.
pub(super) fn table(rows: Vec<Vec<Vec<Block>>>) -> Vec<Block> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_line =
        |cell: &Vec<Block>| matches!(cell.as_slice(), [] | [Block::Paragraph(_)]);
    if width > 1 && rows.len() > 1 && rows.iter().flatten().all(is_line) {
        let rows = rows.into_iter().map(|row| row.into_iter().map(cell).collect());
        return vec![Block::Table(rows.collect())];
    }
    rows.into_iter().flatten().flatten().collect()
}

fn cell(blocks: Vec<Block>) -> String {
    match blocks.into_iter().next() {
        Some(Block::Paragraph(text)) => text,
        _ => String::new(),
    }
}
