//! The text of a document of an edition: paragraphs, lists, tables, footnotes, pages.

mod groups;

use roxmltree::Node;

use super::inline;
use super::split::Unit;
use super::volume::Volume;
use super::xml::{name, span, words};
use crate::import::draft::Draft;
use crate::import::markdown::{Block, Inline};

/// Elements may stand in one another this deep; of deeper ones only the text is kept.
const MAX_DEPTH: usize = 60;

/// Puts the text of a unit, which has a number among the units, into the draft.
pub(super) fn text(
    draft: &mut Draft,
    unit: &Unit<'_, '_>,
    volume: &Volume<'_, '_>,
    number: usize,
) {
    draft.start = unit.content.first().map(|node| span(*node)).unwrap_or_default();
    let mut writer = Writer {
        volume,
        unit: number,
        inline: Inline::default(),
        blocks: Vec::new(),
        notes: Vec::new(),
        names: Vec::new(),
        page: None,
        unlinked: 0,
        draft,
    };
    if let Some(head) = unit.head {
        writer.title(head);
    }
    for node in &unit.content {
        writer.node(*node, 0);
    }
    writer.flush();
    let Writer { mut blocks, notes, unlinked, .. } = writer;
    blocks.extend(notes);
    draft.body = blocks;
    if unlinked > 0 {
        let what =
            format!("{unlinked} links to what is not in the edition; their text stays");
        draft.leave_out(what, span(unit.node));
    }
}

/// A text that is being written.
pub(super) struct Writer<'w, 'a, 'i> {
    pub(super) volume: &'w Volume<'a, 'i>,
    pub(super) unit: usize,
    pub(super) inline: Inline,
    blocks: Vec<Block>,
    notes: Vec<Block>,
    /// The names of the notes so far.
    names: Vec<String>,
    /// A page that has begun, and of which no text has been written yet.
    page: Option<String>,
    /// How many references lead to nothing that is imported.
    pub(super) unlinked: usize,
    draft: &'w mut Draft,
}

impl Writer<'_, '_, '_> {
    /// The heading of the document stands over the text already; its notes do not.
    fn title(&mut self, head: Node<'_, '_>) {
        let notes: Vec<_> =
            head.descendants().filter(|node| name(*node) == "note").collect();
        if notes.is_empty() {
            return;
        }
        let title = self.draft.text("title").unwrap_or_default();
        let mut inline = Inline::default();
        inline.text(title);
        self.inline = inline;
        for note in notes {
            self.note(note, 0);
        }
        let text = std::mem::take(&mut self.inline).finish();
        self.blocks.push(Block::Title(text));
    }

    pub(super) fn children(&mut self, node: Node<'_, '_>, depth: usize) {
        if depth > MAX_DEPTH {
            return self.text(&words(node));
        }
        for child in node.children() {
            self.node(child, depth + 1);
        }
    }

    fn node(&mut self, node: Node<'_, '_>, depth: usize) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            self.text(text);
        } else if node.is_element() {
            match is_block(node) {
                true => self.block(node, depth),
                false => inline::element(self, node, depth),
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.page.is_some()
            && !text.trim().is_empty()
            && let Some(page) = self.page.take()
        {
            self.inline.text(&page);
            self.inline.text(" ");
        }
        self.inline.text(text);
    }

    /// Ends the paragraph.
    pub(super) fn flush(&mut self) {
        let inline = std::mem::take(&mut self.inline);
        if !inline.is_empty() {
            self.blocks.push(Block::Paragraph(inline.finish()));
        }
    }

    fn block(&mut self, node: Node<'_, '_>, depth: usize) {
        self.flush();
        match name(node) {
            "head" => self.head(node, depth),
            "list" | "listPerson" => self.list(node, depth),
            "table" => self.table(node, depth),
            "lg" => self.lines(node, depth),
            "quote" | "q" | "cit" => {
                let inner = self.inner(node, depth);
                if !inner.is_empty() {
                    self.blocks.push(Block::Quote(inner));
                }
            }
            "attachment" | "floatingText" => {
                self.blocks.push(Block::Rule);
                self.children(node, depth);
            }
            _ => self.children(node, depth),
        }
        self.flush();
    }

    pub(super) fn head(&mut self, node: Node<'_, '_>, depth: usize) {
        self.children(node, depth);
        let inline = std::mem::take(&mut self.inline);
        if inline.is_empty() {
            return;
        }
        let parent = node.parent_element();
        let is_heading = parent.is_some_and(|parent| {
            is_division(parent) || matches!(name(parent), "attachment" | "body")
        });
        let text = inline.finish();
        self.blocks.push(match is_heading {
            true => Block::Heading(level(node), text),
            false => Block::Paragraph(text),
        });
    }

    /// What an element holds, as blocks of its own.
    pub(super) fn inner(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Block> {
        let before = std::mem::take(&mut self.blocks);
        self.children(node, depth);
        self.flush();
        std::mem::replace(&mut self.blocks, before)
    }

    pub(super) fn note(&mut self, node: Node<'_, '_>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let name = self.note_name(node.attribute("n"));
        self.inline.raw(&format!("[^{name}]"));
        let inline = std::mem::take(&mut self.inline);
        let page = self.page.take();
        let inner = self.inner(node, depth + 1);
        self.inline = inline;
        self.page = page;
        self.notes.push(Block::Note(name, inner));
    }

    /// The number that the note has, if no other has it.
    fn note_name(&mut self, written: Option<&str>) -> String {
        let is_simple = |name: &&str| {
            !name.is_empty()
                && name.len() < 12
                && name.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        let own = written.filter(is_simple).map(str::to_owned);
        let own = own.filter(|name| !self.names.contains(name));
        let name = own.unwrap_or_else(|| format!("n{}", self.names.len() + 1));
        self.names.push(name.clone());
        name
    }

    /// The number of a page stands in brackets where the page begins.
    pub(super) fn page(&mut self, node: Node<'_, '_>) {
        let Some(number) = node.attribute("n").filter(|number| !number.is_empty()) else {
            return;
        };
        let mark = format!("[p. {number}]");
        if self.inline.is_empty() {
            self.page = Some(mark);
        } else {
            self.inline.text(" ");
            self.inline.text(&mark);
            self.inline.text(" ");
        }
    }

    pub(super) fn picture(&mut self, node: Node<'_, '_>) {
        let address = node.attribute("url").unwrap_or("without an address");
        self.draft.leave_out(format!("image {address}"), span(node));
    }
}

/// One rank for each division that holds the heading, within the document.
fn level(node: Node<'_, '_>) -> usize {
    let divisions = node
        .ancestors()
        .skip(1)
        .take(32)
        .take_while(|above| above.attribute("type") != Some("document"));
    let count = divisions.filter(|above| is_division(*above)).count();
    count.clamp(1, 5) + 1
}

fn is_division(node: Node<'_, '_>) -> bool {
    let name = name(node);
    name == "div" || name.len() == 4 && name.starts_with("div")
}

/// Whether an element is a block; quotations are where they hold one.
fn is_block(node: Node<'_, '_>) -> bool {
    match name(node) {
        "q" | "quote" | "cit" => node
            .children()
            .any(|child| matches!(name(child), "p" | "list" | "lg" | "quote" | "table")),
        "p" | "ab" | "head" | "list" | "listPerson" | "table" | "lg" | "figure"
        | "figDesc" | "dateline" | "opener" | "closer" | "signed" | "salute"
        | "postscript" | "trailer" | "titlePage" | "docTitle" | "titlePart"
        | "docImprint" | "docAuthor" | "byline" | "epigraph" | "argument" | "sp"
        | "speaker" | "stage" | "text" | "body" | "front" | "back" | "group"
        | "floatingText" | "attachment" | "person" | "item" => true,
        _ => is_division(node),
    }
}
