//! Text within a paragraph of an edition: emphasis, references, notes, pages.

use roxmltree::Node;

use super::blocks::Writer;
use super::xml::name;
use crate::import::markdown::Mark;

/// What an element within text is written as.
enum Sort {
    /// Text with a mark.
    Marked(Mark),
    /// Text within an element of HTML.
    Raw(&'static str),
    /// A link.
    Link,
    /// A footnote.
    Note,
    /// The beginning of a page.
    Page,
    /// The end of a line.
    Break,
    /// A picture.
    Picture,
    /// Readings of which one stands in the text.
    Choice,
    /// Text alone.
    Text,
}

fn sort(node: Node<'_, '_>) -> Sort {
    match name(node) {
        "hi" | "emph" | "foreign" => match node.attribute("rend") {
            Some("strong" | "bold") => Sort::Marked(Mark::Strong),
            Some("superscript" | "sup") => Sort::Raw("sup"),
            Some("subscript" | "sub") => Sort::Raw("sub"),
            Some("italic" | "italics") => Sort::Marked(Mark::Emphasis),
            None if name(node) != "foreign" => Sort::Marked(Mark::Emphasis),
            _ => Sort::Text,
        },
        "del" => Sort::Raw("del"),
        "ref" | "ptr" => Sort::Link,
        "note" => Sort::Note,
        "pb" => Sort::Page,
        "lb" => Sort::Break,
        "graphic" => Sort::Picture,
        "choice" => Sort::Choice,
        _ => Sort::Text,
    }
}

/// Writes an element that stands within text.
pub(super) fn element(writer: &mut Writer<'_, '_, '_>, node: Node<'_, '_>, depth: usize) {
    match sort(node) {
        Sort::Marked(mark) => {
            writer.inline.open(mark);
            writer.children(node, depth);
            writer.inline.close(mark);
        }
        Sort::Raw(element) => {
            writer.inline.raw(&format!("<{element}>"));
            writer.children(node, depth);
            writer.inline.raw(&format!("</{element}>"));
        }
        Sort::Link => link(writer, node, depth),
        Sort::Note => writer.note(node, depth),
        Sort::Page => writer.page(node),
        Sort::Break => writer.inline.line_break(),
        Sort::Picture => writer.picture(node),
        Sort::Choice => {
            let source =
                |child: &Node<'_, '_>| matches!(name(*child), "sic" | "abbr" | "orig");
            let children = || node.children().filter(Node::is_element);
            if let Some(child) = children().find(source).or_else(|| children().next()) {
                writer.children(child, depth);
            }
        }
        Sort::Text => writer.children(node, depth),
    }
}

fn link(writer: &mut Writer<'_, '_, '_>, node: Node<'_, '_>, depth: usize) {
    let target = node.attribute("target").unwrap_or_default();
    match writer.volume.address(target, writer.unit) {
        Some(address) => {
            writer.inline.open_link();
            writer.children(node, depth);
            writer.inline.close_link(&address);
        }
        None => {
            writer.unlinked += usize::from(!target.starts_with('#'));
            writer.children(node, depth);
        }
    }
}
