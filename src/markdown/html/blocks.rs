//! Paragraphs, lists, quotations and code.

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Tag, TagEnd};

use super::{Node, Placed, Writer, push_text};
use crate::markdown::highlight::language;

impl Writer<'_> {
    pub(super) fn start(&mut self, tag: &Tag, after: &[Placed]) {
        self.last = self.last.filter(|_| is_within_line(tag));
        match tag {
            Tag::BlockQuote(Some(kind)) => self.start_alert(*kind),
            Tag::CodeBlock(kind) => {
                let language = language(kind);
                self.has_code |= language.is_some();
                self.code = Some((language, String::new()));
            }
            Tag::List(Some(first)) if *first != 1 => {
                self.push(&["<ol start=\"", &first.to_string(), "\">\n"]);
            }
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(after),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(*link_type, dest_url, title);
            }
            Tag::Image { dest_url, title, .. } => self.start_image(dest_url, title),
            tag => self.out.push_str(start_tag(tag)),
        }
    }

    /// A block quotation that says what it is for: `[!NOTE]`.
    fn start_alert(&mut self, kind: BlockQuoteKind) {
        let labels = self.page.labels;
        let (class, label) = match kind {
            BlockQuoteKind::Note => ("note", &labels.note),
            BlockQuoteKind::Tip => ("tip", &labels.tip),
            BlockQuoteKind::Important => ("important", &labels.important),
            BlockQuoteKind::Warning => ("warning", &labels.warning),
            BlockQuoteKind::Caution => ("caution", &labels.caution),
        };
        self.push(&[
            "<blockquote class=\"alert ",
            class,
            "\">\n<p class=\"alert-title\">",
        ]);
        push_text(label, &mut self.out);
        self.push(&["</p>\n"]);
    }

    pub(super) fn start_numbered(&mut self, number: u32) {
        let number = number.to_string();
        self.last = None;
        self.push(&[
            "<p id=\"p",
            &number,
            "\"><a class=\"pn\" href=\"#p",
            &number,
            "\">",
        ]);
        self.push(&[&number, "</a>"]);
    }

    pub(super) fn start_item(&mut self, id: Option<&str>) {
        self.last = None;
        match id {
            Some(id) => self.push(&["<li id=\"", id, "\">"]),
            None => self.push(&["<li>"]),
        }
    }

    pub(super) fn end_figure(&mut self) {
        let caption = self.caption.take().unwrap_or_default();
        if !caption.is_empty() {
            self.push(&["<figcaption>"]);
            push_text(&caption, &mut self.out);
            self.push(&["</figcaption>"]);
        }
        self.push(&["</figure>\n"]);
    }

    pub(super) fn end_code(&mut self) {
        let Some((language, code)) = self.code.take() else { return };
        self.push(&["<pre tabindex=\"0\"><code"]);
        let Some(language) = language else {
            self.push(&[">"]);
            push_text(&code, &mut self.out);
            return self.push(&["</code></pre>\n"]);
        };
        self.push(&[" class=\"language-", &language, "\">"]);
        let code: String = without_forbidden(&code);
        match self.page.highlighter.spans(&language, &code) {
            Some(spans) => self.out.push_str(&spans),
            None => push_text(&code, &mut self.out),
        }
        self.push(&["</code></pre>\n"]);
    }

    pub(super) fn push_classes(&mut self, classes: &[CowStr]) {
        if classes.is_empty() {
            return;
        }
        self.push(&[" class=\""]);
        push_text(&classes.join(" "), &mut self.out);
        self.push(&["\""]);
    }

    pub(super) fn task(&mut self, is_done: bool) {
        let labels = self.page.labels;
        let (checked, label) =
            if is_done { (" checked", &labels.done) } else { ("", &labels.open) };
        self.push(&["<input type=\"checkbox\" disabled", checked, " aria-label=\""]);
        push_text(label, &mut self.out);
        self.push(&["\"> "]);
    }
}

fn without_forbidden(code: &str) -> String {
    let is_kept = |c: &char| *c != '\r' && !crate::markdown::characters::is_forbidden(*c);
    code.chars().filter(is_kept).collect()
}

fn is_within_line(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn start_tag(tag: &Tag) -> &'static str {
    match tag {
        Tag::Paragraph => "<p>",
        Tag::BlockQuote(_) => "<blockquote>\n",
        Tag::List(Some(_)) => "<ol>\n",
        Tag::List(None) => "<ul>\n",
        Tag::DefinitionList => "<dl>\n",
        Tag::DefinitionListTitle => "<dt>",
        Tag::DefinitionListDefinition => "<dd>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        Tag::Strikethrough => "<del>",
        _ => "",
    }
}

/// The end tag of an element that needs nothing else.
pub(super) fn end_tag(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::DefinitionList => "</dl>\n",
        TagEnd::DefinitionListTitle => "</dt>\n",
        TagEnd::DefinitionListDefinition => "</dd>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::TableRow => "</tr>\n",
        _ => "",
    }
}

/// Whether a node is the end of a table cell.
pub(super) fn is_cell_end(placed: Option<&Placed>) -> bool {
    matches!(placed.map(|p| &p.node), Some(Node::Event(Event::End(TagEnd::TableCell))))
}
