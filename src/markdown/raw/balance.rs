//! Which elements of raw HTML are open, so that each is closed where it must be.

use super::elements::{Element, Sort};

/// Elements that may be open at once; more are left out.
const MAX_OPEN: usize = 64;

/// The open elements of raw HTML, among those that Markdown opens.
#[derive(Default)]
pub(in crate::markdown) struct Balance {
    open: Vec<(Element, usize)>,
    /// How many elements of Markdown are open.
    depth: usize,
}

impl Balance {
    /// Markdown opens an element.
    pub(in crate::markdown) fn enter(&mut self) {
        self.depth += 1;
    }

    /// Markdown closes an element; raw elements opened in it close first.
    pub(in crate::markdown) fn leave(&mut self) -> Vec<&'static str> {
        let closed = self.pop_while(|_| true);
        self.depth = self.depth.saturating_sub(1);
        closed
    }

    /// Closes what cannot hold a block of Markdown.
    pub(in crate::markdown) fn before_block(&mut self) -> Vec<&'static str> {
        self.pop_while(|element| element.sort != Sort::Container)
    }

    /// Closes what cannot stay open after a block of HTML.
    pub(in crate::markdown) fn after_html(&mut self) -> Vec<&'static str> {
        self.pop_while(|element| {
            element.sort == Sort::Phrasing || HOLDS_TEXT.contains(&element.name)
        })
    }

    /// Opens `element`: what closes by that, or nothing if it cannot open.
    pub(in crate::markdown) fn open(
        &mut self,
        element: Element,
    ) -> Option<Vec<&'static str>> {
        if matches!(element.sort, Sort::Void) {
            return Some(Vec::new());
        }
        let is_nested_link = element.name == "a" && self.holds("a");
        if self.open.len() >= MAX_OPEN || is_nested_link {
            return None;
        }
        let ended = ended_by(element);
        let closed = self.pop_while(|open| ended.contains(&open.name));
        if element.sort != Sort::VoidBlock {
            self.open.push((element, self.depth));
        }
        Some(closed)
    }

    /// An end tag: what closes by it.
    pub(in crate::markdown) fn close(&mut self, name: &str) -> Vec<&'static str> {
        let here = self.open.iter().rev().take_while(|(_, depth)| *depth == self.depth);
        let Some(above) = here.into_iter().position(|(open, _)| open.name == name) else {
            return Vec::new();
        };
        let keep = self.open.len() - above - 1;
        self.open.drain(keep..).rev().map(|(element, _)| element.name).collect()
    }

    /// Whether an element of that name is open.
    pub(in crate::markdown) fn holds(&self, name: &str) -> bool {
        self.open.iter().any(|(element, _)| element.name == name)
    }

    /// Whether the text stands in a list, a table or the like.
    pub(in crate::markdown) fn is_apart(&self) -> bool {
        self.open.iter().any(|(element, _)| APART.contains(&element.name))
    }

    /// Closes elements opened in the present element of Markdown, from the last on.
    fn pop_while(&mut self, ends: impl Fn(&Element) -> bool) -> Vec<&'static str> {
        let mut closed = Vec::new();
        while let Some((element, depth)) = self.open.last()
            && *depth == self.depth
            && ends(element)
        {
            closed.push(element.name);
            self.open.pop();
        }
        closed
    }
}

const APART: &[&str] =
    &["caption", "dd", "dt", "figcaption", "li", "summary", "td", "th"];

const HOLDS_TEXT: &[&str] =
    &["caption", "dt", "figcaption", "h2", "h3", "h4", "h5", "h6", "p", "pre", "summary"];

const RUBY_PARTS: &[&str] = &["rb", "rp", "rt"];
const CELLS: &[&str] = &["td", "th"];
const ROWS: &[&str] = &["td", "th", "tr"];
const ROW_GROUPS: &[&str] =
    &["caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"];

/// What an element's start tag ends if it is still open (HTML standard, 13.1.2.4).
fn ended_by(element: Element) -> &'static [&'static str] {
    match element.name {
        "rb" | "rp" | "rt" => RUBY_PARTS,
        "li" => &["li", "p"],
        "dt" | "dd" => &["dd", "dt", "p"],
        "td" | "th" => CELLS,
        "tr" => ROWS,
        "tbody" | "thead" | "tfoot" | "colgroup" => ROW_GROUPS,
        _ if matches!(element.sort, Sort::Phrasing | Sort::Void) => &[],
        _ => &["p"],
    }
}
