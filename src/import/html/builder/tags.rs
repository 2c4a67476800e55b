//! What each element of a page means for its text.

use super::frames::is_list;
use super::{Builder, Kind, MAX_DEPTH, Open};
use crate::import::draft::LeftOut;
use crate::import::markdown::{Block, Mark};

impl Builder {
    pub(super) fn opened(&mut self, name: &str, attributes: &[(String, String)]) {
        let attribute = |name: &str| {
            attributes
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.as_str())
        };
        if self.opened_within_text(name, &attribute) {
            return;
        }
        if !is_block(name) {
            return;
        }
        self.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = level(name),
            "main" | "article" => self.main += 1,
            "pre" => self.is_in_pre = true,
            "section" if attribute("role") == Some("doc-endnotes") => {
                self.is_in_notes = true;
            }
            "hr" if self.is_in_notes => {}
            "hr" => self.add(Block::Rule, String::new()),
            "ul" | "ol" | "menu" | "dir" => {
                let is_ordered = name == "ol";
                let letter = attribute("type").and_then(|kind| kind.chars().next());
                let start = attribute("start").and_then(|start| start.parse().ok());
                self.push(match letter.filter(|c| is_ordered && c.is_alphabetic()) {
                    Some(letter) => Kind::Lettered(letter),
                    None => Kind::List(is_ordered.then(|| start.unwrap_or(1))),
                });
            }
            "li" => {
                self.close_to(&[Kind::Item], is_list);
                let note = attribute("id").and_then(note_number);
                self.push(
                    note.filter(|_| self.is_in_notes).map_or(Kind::Item, Kind::Note),
                );
            }
            "blockquote" => self.push(Kind::Quote),
            "table" => self.push(Kind::Table),
            "tr" => {
                self.close_to(&[Kind::Row], |kind| kind == Kind::Table);
                self.push(Kind::Row);
            }
            "td" | "th" => {
                self.close_to(&[Kind::Cell], |kind| kind == Kind::Row);
                self.push(Kind::Cell);
            }
            _ => {}
        }
    }

    /// Opens an element that stands within a line, where it is one.
    fn opened_within_text<'a>(
        &mut self,
        name: &str,
        attribute: &dyn Fn(&str) -> Option<&'a str>,
    ) -> bool {
        let open = match name {
            "br" => {
                if self.inline.is_broken() {
                    self.flush();
                } else {
                    self.inline.line_break();
                }
                return true;
            }
            "img" => {
                if let Some(source) = attribute("src").filter(|s| !s.starts_with("data:"))
                {
                    let what =
                        format!("image {}", source.rsplit('/').next().unwrap_or(source));
                    let span = self.span(self.line);
                    self.left_out.push(LeftOut { what, span });
                }
                return true;
            }
            "em" | "i" | "cite" | "var" | "dfn" => Open::Mark(Mark::Emphasis),
            "strong" | "b" => Open::Mark(Mark::Strong),
            "a" if attribute("role") == Some("doc-backlink") => {
                self.pass_over(name);
                return true;
            }
            "a" if attribute("role") == Some("doc-noteref") => {
                match attribute("href").and_then(note_number) {
                    Some(number) => self.inline.raw(&format!("[^{number}]")),
                    None => return true,
                }
                self.pass_over(name);
                return true;
            }
            "a" => match attribute("href").and_then(|href| self.head.resolved(href)) {
                Some(address) => Open::Link(address),
                None => return true,
            },
            _ => match RAW.iter().find(|raw| **raw == name) {
                Some(raw) => Open::Raw(raw),
                None => return false,
            },
        };
        if self.open.len() < MAX_DEPTH {
            self.begin(&open);
            self.open.push((name.to_owned(), open));
        }
        true
    }

    pub(super) fn begin(&mut self, open: &Open) {
        match open {
            Open::Mark(mark) => self.inline.open(*mark),
            Open::Link(_) => self.inline.open_link(),
            Open::Raw(name) => self.inline.raw(&format!("<{name}>")),
        }
    }

    pub(super) fn end(&mut self, open: &Open) {
        match open {
            Open::Mark(mark) => self.inline.close(*mark),
            Open::Link(address) => self.inline.close_link(address),
            Open::Raw(name) => self.inline.raw(&format!("</{name}>")),
        }
    }

    pub(super) fn closed(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            let inner = self.open.split_off(at);
            for (_, open) in inner.iter().rev() {
                self.end(open);
            }
            for entry in inner.into_iter().skip(1) {
                self.begin(&entry.1);
                self.open.push(entry);
            }
            return;
        }
        if !is_block(name) {
            return;
        }
        self.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "main" | "article" => self.main = self.main.saturating_sub(1),
            "pre" => self.is_in_pre = false,
            "ul" | "ol" | "menu" | "dir" => self.close_last(is_list),
            "li" => self.close_to(&[Kind::Item], is_list),
            "blockquote" => self.close_last(|kind| kind == Kind::Quote),
            "table" => self.close_last(|kind| kind == Kind::Table),
            "tr" => self.close_to(&[Kind::Row], |kind| kind == Kind::Table),
            "td" | "th" => self.close_to(&[Kind::Cell], |kind| kind == Kind::Row),
            _ => {}
        }
    }
}

/// The number of a footnote, as converters name it: `#fn12`, `fn12`.
fn note_number(id: &str) -> Option<u32> {
    id.trim_start_matches('#').strip_prefix("fn")?.parse().ok()
}

fn level(name: &str) -> Option<usize> {
    name.strip_prefix('h')?.parse().ok()
}

/// Elements that are kept as they are.
const RAW: &[&str] = &["sup", "sub", "ruby", "rb", "rt", "rp", "u", "s", "del", "ins"];

fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

/// Whether an element is passed over; headers and footers only outside the main part.
pub(super) fn is_skipped(
    name: &str,
    attributes: &[(String, String)],
    is_main: bool,
) -> bool {
    let role = attributes.iter().find(|(key, _)| key == "role");
    let role = role.map_or("", |(_, role)| role.as_str());
    match name {
        "nav" | "form" | "select" | "button" | "iframe" | "object" | "svg" | "aside"
        | "noscript" | "title" | "textarea" => true,
        "header" | "footer" => !is_main,
        _ => is_program(name) || matches!(role, "navigation" | "banner" | "contentinfo"),
    }
}

pub(super) fn is_program(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "title")
}
