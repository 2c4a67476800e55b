//! The nodes of a page, written one after another.

use serde::Serialize;

/// JSON-LD in the making.
#[derive(Default)]
pub(super) struct Graph {
    nodes: Vec<u8>,
}

const HEAD: &str = "{\"@context\":\"https://schema.org\",\"@graph\":[";

impl Graph {
    /// Adds a node.
    pub(super) fn add(&mut self, node: &impl Serialize) {
        match self.nodes.is_empty() {
            true => self.nodes.extend_from_slice(HEAD.as_bytes()),
            false => self.nodes.push(b','),
        }
        // Memory can be written to, and texts and numbers always make JSON.
        _ = serde_json::to_writer(&mut self.nodes, node);
    }

    /// All of it, safe within a `script` element; nothing where there is no node.
    pub(super) fn finish(mut self) -> String {
        if self.nodes.is_empty() {
            return String::new();
        }
        self.nodes.extend_from_slice(b"]}");
        let text = String::from_utf8(self.nodes).unwrap_or_default();
        match text.contains('<') {
            true => text.replace('<', "\\u003c"),
            false => text,
        }
    }
}
