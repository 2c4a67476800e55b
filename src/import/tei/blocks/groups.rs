//! Lists, tables and verse of an edition.

use roxmltree::Node;

use super::Writer;
use crate::import::markdown::{Block, plain};
use crate::import::tei::xml::{name, words};

impl Writer<'_, '_, '_> {
    pub(super) fn list(&mut self, node: Node<'_, '_>, depth: usize) {
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut label: Option<String> = None;
        for child in node.children().filter(Node::is_element) {
            match name(child) {
                "head" => {
                    self.head(child, depth + 1);
                    self.flush();
                }
                "label" => label = Some(plain(&words(child))),
                "item" | "person" => {
                    let mut item = self.inner(child, depth + 1);
                    if let Some(label) = label.take() {
                        labelled(&mut item, label);
                    }
                    if !item.is_empty() {
                        items.push(item);
                    }
                }
                "pb" => self.page(child),
                _ => {
                    let item = self.inner(child, depth + 1);
                    if !item.is_empty() {
                        items.push(item);
                    }
                }
            }
        }
        let is_numbered = matches!(node.attribute("type"), Some("ordered" | "numbered"))
            || node.attribute("rend").is_some_and(|rend| rend.contains("numbered"));
        if !items.is_empty() {
            let start = is_numbered.then_some(1);
            self.blocks.push(Block::List { start, is_loose: false, items });
        }
    }

    pub(super) fn table(&mut self, node: Node<'_, '_>, depth: usize) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for child in node.children().filter(Node::is_element) {
            match name(child) {
                "row" => {
                    let cells = child.children().filter(|cell| name(*cell) == "cell");
                    let cells: Vec<_> = cells.collect();
                    let is_head = child.attribute("role") == Some("label");
                    // Markdown has no table without a head.
                    if rows.is_empty() && !is_head {
                        rows.push(vec![String::new(); cells.len()]);
                    }
                    rows.push(
                        cells.into_iter().flat_map(|c| self.cell(c, depth + 1)).collect(),
                    );
                }
                "head" => {
                    self.head(child, depth + 1);
                    self.flush();
                }
                _ => self.node(child, depth + 1),
            }
        }
        if rows.len() > 1 {
            self.blocks.push(Block::Table(rows));
        }
    }

    /// A cell, with empty ones behind it where it spans several columns.
    fn cell(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<String> {
        let blocks = self.inner(node, depth);
        let text = blocks.iter().filter_map(line).collect::<Vec<_>>().join("<br>");
        let columns = node.attribute("cols").and_then(|columns| columns.parse().ok());
        let mut cells = vec![text];
        cells.resize(columns.unwrap_or(1_usize).clamp(1, 50), String::new());
        cells
    }

    /// Verse: a line of text for each line.
    pub(super) fn lines(&mut self, node: Node<'_, '_>, depth: usize) {
        for child in node.children().filter(Node::is_element) {
            self.children(child, depth + 1);
            self.inline.line_break();
        }
    }
}

/// An item with its label before its text.
fn labelled(item: &mut Vec<Block>, label: String) {
    match item.first_mut() {
        Some(Block::Paragraph(text)) => *text = format!("{label} {text}"),
        _ => item.insert(0, Block::Paragraph(label)),
    }
}

/// The text of a block, where it is one of text.
fn line(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(text) | Block::Heading(_, text) => Some(text.clone()),
        Block::List { items, .. } => {
            let items = items.iter().flatten().filter_map(line);
            Some(items.collect::<Vec<_>>().join("<br>"))
        }
        _ => None,
    }
}
