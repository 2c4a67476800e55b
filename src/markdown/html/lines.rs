//! What stands within a line: text, line breaks, links.

use pulldown_cmark::{Event, LinkType};

use super::{Node, Placed, Writer, push_text};
use crate::markdown::Target;
use crate::markdown::characters::is_wide;
use crate::markdown::target::{Sort, push_href, sort};

/// How many nodes after the end of a line are looked at for the next text.
const LOOK_AHEAD: usize = 6;

impl Writer<'_> {
    pub(super) fn event(&mut self, event: &Event, after: &[Placed]) {
        match event {
            Event::Text(text) => self.text(text),
            Event::Code(code) => {
                self.push(&["<code>"]);
                push_text(code, &mut self.out);
                self.push(&["</code>"]);
                self.last = code.chars().next_back().or(self.last);
            }
            Event::SoftBreak => self.soft_break(after),
            Event::HardBreak => self.push(&["<br>\n"]),
            Event::Rule => self.push(&["<hr>\n"]),
            Event::TaskListMarker(is_done) => self.task(*is_done),
            Event::FootnoteReference(name) => self.reference(name),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            return code.push_str(text);
        }
        push_text(text, &mut self.out);
        self.last = text.chars().next_back().or(self.last);
    }

    /// The end of a line is a space, save between wide characters.
    fn soft_break(&mut self, after: &[Placed]) {
        let is_between_wide =
            self.last.is_some_and(is_wide) && next_character(after).is_some_and(is_wide);
        if !is_between_wide {
            self.push(&["\n"]);
        }
    }

    fn reference(&mut self, name: &str) {
        match self.mark(name) {
            Some(mark) if self.link_end.is_some() => self.link_marks.push_str(&mark),
            Some(mark) => self.out.push_str(&mark),
            None => {
                let text = format!("[^{name}]");
                push_text(&text, &mut self.out);
            }
        }
    }

    pub(super) fn start_link(&mut self, kind: LinkType, target: &str, title: &str) {
        let mail = format!("mailto:{target}");
        let target = if kind == LinkType::Email { &mail } else { target };
        let Some(leads_to) = self.leads_to(target) else { return };
        self.link_end = Some("</a>");
        self.push(&["<a"]);
        // An address that stands for itself need not be told again on paper.
        if matches!(kind, LinkType::Autolink | LinkType::Email) {
            self.push(&[" class=\"bare\""]);
        }
        match leads_to {
            Target::Href(href) => self.push_target("href", &href),
            Target::Keep => self.push_target("href", target.trim()),
            Target::Broken => self.push(&[" class=\"broken\""]),
        }
        self.push_title(title);
        self.push(&[">"]);
    }

    /// Where a link leads, if it may lead there.
    pub(super) fn leads_to(&self, target: &str) -> Option<Target> {
        match sort(target) {
            Sort::Unsafe => None,
            Sort::Web(address) => Some(Target::Href(address)),
            Sort::Local(local) => Some(self.page.resolver.link(&local)),
        }
    }

    pub(super) fn end_link(&mut self) {
        let end = self.link_end.take().unwrap_or("");
        self.out.push_str(end);
        let marks = std::mem::take(&mut self.link_marks);
        self.out.push_str(&marks);
    }

    pub(super) fn push_target(&mut self, name: &str, address: &str) {
        self.push(&[" ", name, "=\""]);
        push_href(address, &mut self.out);
        self.push(&["\""]);
    }

    pub(super) fn push_title(&mut self, title: &str) {
        if !title.is_empty() {
            self.push(&[" title=\""]);
            push_text(title, &mut self.out);
            self.push(&["\""]);
        }
    }
}

fn next_character(nodes: &[Placed]) -> Option<char> {
    nodes.iter().take(LOOK_AHEAD).find_map(|placed| match &placed.node {
        Node::Event(Event::Text(text) | Event::Code(text)) => text.chars().next(),
        _ => None,
    })
}
