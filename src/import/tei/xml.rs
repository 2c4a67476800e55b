//! XML as a tree, and questions that every reader of it asks.

use roxmltree::{Document, Node, ParsingOptions};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Span, TextFile, floor_boundary};

/// Whether a text, without white space before it, looks like XML.
pub(in crate::import) fn is_xml(text: &str) -> bool {
    text.starts_with("<?xml") || root(text).is_some() && text.contains(" xmlns")
}

/// The name of the first element.
pub(in crate::import) fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..)?;
        if rest.starts_with(|c: char| c.is_alphabetic()) {
            let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
            return rest.get(..end);
        }
        let end = if rest.starts_with("!--") { "-->" } else { ">" };
        rest = rest.get(rest.find(end)?..)?;
    }
    None
}

/// The tree; a finding where the text is not well formed.
pub(super) fn parse(file: &TextFile) -> Result<Document<'_>, Box<Diagnostic>> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(&file.text, options).map_err(|error| {
        let at = error.pos();
        let lines =
            file.text.split_inclusive('\n').take(at.row.saturating_sub(1) as usize);
        let line: usize = lines.map(str::len).sum();
        let rest = file.text.get(line..).unwrap_or_default();
        let column = rest.chars().take(at.col.saturating_sub(1) as usize);
        let start =
            floor_boundary(&file.text, line + column.map(char::len_utf8).sum::<usize>());
        let message = error.to_string();
        let message = message.split(" at ").next().unwrap_or_default();
        let finding = Diagnostic::new(
            Code::InvalidXml,
            &file.path,
            Span::new(start, start + 1),
            message,
        );
        Box::new(finding.help("nothing of the file is imported"))
    })
}

/// The name of an element without its namespace; empty for what is none.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The value of `xml:id`.
pub(super) fn id<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "id"))
}

/// Where a node stands in the file.
pub(super) fn span(node: Node<'_, '_>) -> Span {
    let range = node.range();
    Span::new(range.start, range.end)
}

/// Where the content of an element stands: the element without its tags.
pub(super) fn inner(node: Node<'_, '_>) -> Span {
    match (node.first_child(), node.last_child()) {
        (Some(first), Some(last)) => Span::new(first.range().start, last.range().end),
        _ => span(node),
    }
}

/// The text of an element with single spaces, without that of its notes.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    let root = node;
    let mut next = Some(node);
    // The tree may be of any depth: no recursion.
    let mut stack = Vec::new();
    while let Some(node) = next {
        if let Some(piece) = node.text().filter(|_| node.is_text()) {
            text.push_str(piece);
        } else if node.is_element() && name(node) == "lb" {
            text.push(' ');
        }
        let children = node.is_element() && (name(node) != "note" || node == root);
        if children {
            let before = stack.len();
            stack.extend(node.children());
            if let Some(new) = stack.get_mut(before..) {
                new.reverse();
            }
        }
        next = stack.pop();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first descendant of a name that no note holds.
pub(super) fn first<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    all(node, wanted).next()
}

/// The descendants of a name that no note holds.
pub(super) fn all<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    let is_wanted = move |found: &Node<'a, 'i>| name(*found) == wanted;
    node.descendants().filter(is_wanted).filter(move |found| {
        let notes = found.ancestors().skip(1).take_while(|above| *above != node);
        notes.take(64).all(|above| name(above) != "note")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found() {
        let check = |text: &str, expected| assert_eq!(root(text), expected, "{text}");
        check("<?xml version='1.0'?><!-- <a> --><TEI xmlns='x'>", Some("TEI"));
        check("<!DOCTYPE TEI>\n<TEI>", Some("TEI"));
        check("<1>", None);
        check("<", None);
        check("a", None);
    }

    #[test]
    fn words_are_those_of_readers() {
        let tree =
            Document::parse("<head>a <b>\n b</b><note>c</note><lb/>d</head>").unwrap();
        assert_eq!(words(tree.root_element()), "a b d");
        let tree = Document::parse("<note>a<note>b</note></note>").unwrap();
        assert_eq!(words(tree.root_element()), "a");
    }

    #[test]
    fn faults_have_their_place() {
        let file = TextFile::decode("a.xml", b"<TEI>\n<p>\n</TEI>");
        let finding = parse(&file).unwrap_err();
        let at =
            crate::text::LineColumn::of(&file.text, finding.primary.span.start as usize);
        assert_eq!((finding.code, at.line), (Code::InvalidXml, 3));
    }
}
