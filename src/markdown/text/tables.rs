//! Tables whose columns stand below each other, as far as cells are short.

use crate::markdown::characters::is_wide;

/// The rows of a table.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

/// Wider cells are not filled up.
const MAX_WIDTH: usize = 40;

impl Table {
    /// Adds a cell to the open row.
    pub(super) fn cell(&mut self, text: &str) {
        self.row.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    /// Ends the row; the first is the head.
    pub(super) fn end_row(&mut self) {
        self.rows.push(std::mem::take(&mut self.row));
    }

    /// The lines of the table. A head without words is left out.
    pub(super) fn finish(self) -> String {
        let widths = self.widths();
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
            cells.collect::<Vec<_>>().join(" | ").trim_end().to_owned()
        };
        let mut rows = self.rows.iter();
        let head = rows.next().filter(|head| head.iter().any(|cell| !cell.is_empty()));
        let mut lines: Vec<String> = Vec::with_capacity(self.rows.len() + 1);
        if let Some(head) = head {
            lines.push(line(head));
            let dashes: Vec<String> =
                widths.iter().map(|&width| "-".repeat(width)).collect();
            lines.push(dashes.join("-+-"));
        }
        lines.extend(rows.map(line));
        lines.join("\n")
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![1; columns];
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = width(cell).min(MAX_WIDTH).max(*widest);
            }
        }
        widths
    }
}

fn padded(cell: &str, to: usize) -> String {
    format!("{cell}{}", " ".repeat(to.saturating_sub(width(cell))))
}

/// In columns of a terminal: a wide character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}
