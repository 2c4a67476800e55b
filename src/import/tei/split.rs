//! Which elements of an edition are documents.

use std::collections::HashSet;

use roxmltree::{Node, NodeId};

use super::xml::{id, name, words};

/// What becomes one document.
pub(super) struct Unit<'a, 'i> {
    /// The element that it is, or that it is part of.
    pub(super) node: Node<'a, 'i>,
    /// What it is made of.
    pub(super) content: Vec<Node<'a, 'i>>,
    /// Its own heading.
    pub(super) head: Option<Node<'a, 'i>>,
    /// The headings of the parts of the edition that it stands in, the outermost first.
    pub(super) under: Vec<Node<'a, 'i>>,
    /// Whether the edition calls it a document.
    pub(super) is_document: bool,
    /// Whether it is the whole edition.
    pub(super) is_whole: bool,
}

/// The documents of an edition, and the parts of its apparatus; where the edition calls
/// nothing a document, the whole text.
pub(super) fn units<'a, 'i>(root: Node<'a, 'i>) -> Vec<Unit<'a, 'i>> {
    let Some(text) = root.children().find(|node| name(*node) == "text") else {
        return Vec::new();
    };
    let documents = text.descendants().filter(|node| is_document(*node));
    let holders: HashSet<NodeId> = documents
        .flat_map(|node| node.ancestors().skip(1).take(64))
        .map(|node| node.id())
        .collect();
    if holders.is_empty() {
        return vec![Unit {
            node: text,
            content: text.children().collect(),
            head: None,
            under: Vec::new(),
            is_document: false,
            is_whole: true,
        }];
    }
    let mut units = Vec::new();
    collect(text, &holders, &[], &mut units);
    units
}

/// Takes apart an element that holds documents. Its own text comes before them.
fn collect<'a, 'i>(
    node: Node<'a, 'i>,
    holders: &HashSet<NodeId>,
    under: &[Node<'a, 'i>],
    units: &mut Vec<Unit<'a, 'i>>,
) {
    let head = node.children().find(|child| name(*child) == "head");
    let is_part = |child: &Node<'a, 'i>| {
        is_division(*child) || matches!(name(*child), "front" | "body" | "back" | "group")
    };
    let own: Vec<Node<'a, 'i>> = node
        .children()
        .filter(|child| !is_part(child) && Some(*child) != head)
        .filter(|child| !words(*child).is_empty())
        .collect();
    if !own.is_empty() {
        units.push(Unit {
            node,
            content: own,
            head,
            under: under.to_vec(),
            is_document: false,
            is_whole: false,
        });
    }
    let mut below = under.to_vec();
    below.extend(head);
    for part in node.children().filter(is_part) {
        let is_front = matches!(name(part), "front" | "back");
        if holders.contains(&part.id()) || is_front {
            collect(part, holders, &below, units);
        } else if !words(part).is_empty() {
            units.push(division(part, &below));
        }
    }
}

/// A division as one document.
fn division<'a, 'i>(node: Node<'a, 'i>, under: &[Node<'a, 'i>]) -> Unit<'a, 'i> {
    let head = node.children().find(|child| name(*child) == "head");
    Unit {
        node,
        content: node.children().filter(|child| Some(*child) != head).collect(),
        head,
        under: under.to_vec(),
        is_document: is_document(node),
        is_whole: false,
    }
}

fn is_division(node: Node<'_, '_>) -> bool {
    let name = name(node);
    name == "div" || name.len() == 4 && name.starts_with("div")
}

fn is_document(node: Node<'_, '_>) -> bool {
    is_division(node) && node.attribute("type") == Some("document")
}

impl Unit<'_, '_> {
    /// A short name within the edition: its `xml:id`, else what it is.
    pub(super) fn name(&self) -> String {
        let own = id(self.node).map(str::to_owned);
        own.unwrap_or_else(|| name(self.node).to_owned())
    }
}
