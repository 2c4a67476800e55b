//! Footnotes, collected at the end of the text.

use std::fmt::Write as _;

use super::{Writer, push_text};

impl Writer<'_> {
    /// The mark of a footnote, where there is one of that name.
    pub(super) fn mark(&mut self, name: &str) -> Option<String> {
        let (number, times) = self.notes.mark(name)?;
        let id = mark_id(number, times);
        Some(format!(
            "<sup class=\"fnref\"><a href=\"#fn-{number}\" id=\"{id}\" \
             role=\"doc-noteref\">{number}</a></sup>"
        ))
    }

    /// Writes the footnotes in the order of their first marks, then those without.
    pub(super) fn write_notes(&mut self) {
        let text = std::mem::take(&mut self.out);
        let mut bodies = Vec::new();
        while let Some(nodes) = self.notes.take(bodies.len()) {
            self.last = None;
            self.write(&nodes);
            bodies.push(std::mem::take(&mut self.out));
        }
        self.out = text;
        if bodies.is_empty() {
            return;
        }
        let label = &self.page.labels.footnotes;
        self.push(&["<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\""]);
        push_text(label, &mut self.out);
        self.push(&["\">\n<h2>"]);
        push_text(label, &mut self.out);
        self.push(&["</h2>\n<ol>\n"]);
        for (at, body) in bodies.into_iter().enumerate() {
            self.write_note(at + 1, &body);
        }
        self.push(&["</ol>\n</section>\n"]);
    }

    fn write_note(&mut self, number: usize, body: &str) {
        let back = self.back_links(number, self.notes.marks(number));
        self.push(&["<li id=\"fn-", &number.to_string(), "\">"]);
        match body.strip_suffix("</p>\n") {
            Some(body) => self.push(&[body, &back, "</p>\n"]),
            None => self.push(&[body, &back]),
        }
        self.push(&["</li>\n"]);
    }

    fn back_links(&self, number: usize, marks: usize) -> String {
        let mut links = String::new();
        for times in 1..=marks {
            let id = mark_id(number, times);
            let name = id.trim_start_matches("fnref-");
            let mut label = String::new();
            push_text(&self.page.labels.back.replace("{}", name), &mut label);
            _ = write!(
                links,
                " <a class=\"fnback\" href=\"#{id}\" role=\"doc-backlink\" \
                 aria-label=\"{label}\">↩</a>"
            );
        }
        links
    }
}

/// The id of a mark of footnote `number`.
fn mark_id(number: usize, times: usize) -> String {
    if times == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{times}") }
}
