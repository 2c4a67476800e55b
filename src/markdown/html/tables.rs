//! Tables: in a frame that scrolls, columns aligned by classes.

use pulldown_cmark::Alignment;

use super::blocks::is_cell_end;
use super::{Placed, Writer, push_text};

/// The open table.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    is_head: bool,
    has_body: bool,
    cell_end: &'static str,
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        self.table = Table { alignments: alignments.to_vec(), ..Table::default() };
        let label = self.page.labels.table.replace("{}", &self.tables.to_string());
        self.push(&[
            "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"",
        ]);
        push_text(&label, &mut self.out);
        self.push(&["\"><table>\n"]);
    }

    pub(super) fn end_table(&mut self) {
        self.push(&[
            if self.table.has_body { "</tbody>\n" } else { "" },
            "</table></div>\n",
        ]);
    }

    pub(super) fn start_table_head(&mut self) {
        self.table.is_head = true;
        self.table.column = 0;
        self.push(&["<thead><tr>"]);
    }

    pub(super) fn end_table_head(&mut self) {
        self.table.is_head = false;
        self.push(&["</tr></thead>\n"]);
    }

    pub(super) fn start_row(&mut self) {
        self.table.column = 0;
        if !std::mem::replace(&mut self.table.has_body, true) {
            self.push(&["<tbody>\n"]);
        }
        self.push(&["<tr>"]);
    }

    /// An empty cell is no heading, not even in the head.
    pub(super) fn start_cell(&mut self, after: &[Placed]) {
        let is_heading = self.table.is_head && !is_cell_end(after.first());
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.table.column += 1;
        self.table.cell_end = if is_heading { "</th>" } else { "</td>" };
        self.push(&[if is_heading { "<th scope=\"col\"" } else { "<td" }, class, ">"]);
    }

    pub(super) fn end_cell(&mut self) {
        self.out.push_str(self.table.cell_end);
    }
}
