//! Elements of raw HTML as plain text.

use pulldown_cmark::{Event, Parser};

use super::line::Script;
use super::{Gap, Writer};
use crate::markdown::raw::{
    Attribute, Form, Sort, Token, attributes, element, is_swallowed, tokens, value_of,
};
use crate::markdown::structure::TrustedTag;

/// Where one stands in raw HTML.
#[derive(Default)]
pub(super) struct Raw {
    /// Open rows of tables, whose cells stand on one line.
    rows: usize,
    /// Open elements whose white space counts.
    preformatted: usize,
    /// Whether ruby's own brackets are open, which are passed over.
    in_brackets: bool,
    /// The trusted element whose content is no text.
    swallowing: Option<String>,
}

impl Raw {
    /// Whether a row of a table is open.
    pub(super) fn in_row(&self) -> bool {
        self.rows > 0
    }

    /// Whether the text is the brackets of ruby for those who cannot show it.
    pub(super) fn in_brackets(&self) -> bool {
        self.in_brackets
    }

    /// Brackets do not outlast their line.
    pub(super) fn end_brackets(&mut self) {
        self.in_brackets = false;
    }
}

impl Writer<'_> {
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute]) {
        match name {
            "br" => self.line.hard_break(),
            "hr" => self.event(&Event::Rule),
            "img" => {
                let alt = attributes.iter().find(|(n, _)| *n == "alt");
                let alt = alt.map(|(_, alt)| alt.trim()).filter(|alt| !alt.is_empty());
                if let Some(alt) = alt {
                    self.line.push(&format!("[{}]", referred(alt)));
                }
            }
            "rt" => self.line.push("("),
            "rp" => self.raw.in_brackets = true,
            "q" => self.line.push("“"),
            "sup" => self.line.set(Script::Super),
            "sub" => self.line.set(Script::Sub),
            "ul" => self.start_list(None),
            "ol" => {
                let start = attributes.iter().find(|(name, _)| *name == "start");
                let start = start.and_then(|(_, start)| start.parse().ok());
                self.start_list(Some(start.unwrap_or(1)));
            }
            "li" => self.start_item(),
            "blockquote" => self.start_quotation(None),
            "dd" => {
                self.end_line(Gap::Line);
                self.sheet.enter("    ", "    ");
            }
            "tr" => {
                self.end_line(Gap::Line);
                self.raw.rows += 1;
            }
            "td" | "th" => self.line.next_cell(),
            "pre" => {
                self.end_line(Gap::Empty);
                self.raw.preformatted += 1;
            }
            name if is_block(name) => self.end_line(Gap::Empty),
            _ => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "rt" => self.line.push(")"),
            "rp" => self.raw.in_brackets = false,
            "q" => self.line.push("”"),
            "sup" | "sub" => self.line.set(Script::Normal),
            "ul" | "ol" => {
                self.end_line(Gap::Line);
                self.lists.pop();
            }
            "li" => self.end_item(),
            "dt" => self.end_line(Gap::Line),
            "dd" => {
                self.end_line(Gap::Line);
                self.sheet.leave();
            }
            "blockquote" => {
                self.end_line(Gap::Empty);
                self.sheet.leave();
            }
            "tr" => {
                self.raw.rows = self.raw.rows.saturating_sub(1);
                self.end_line(Gap::Line);
            }
            "td" | "th" => {}
            "pre" => {
                self.raw.preformatted = self.raw.preformatted.saturating_sub(1);
                self.end_line(Gap::Empty);
            }
            name if is_block(name) => self.end_line(Gap::Empty),
            _ => {}
        }
    }

    fn start_list(&mut self, first: Option<u64>) {
        self.end_line(Gap::Line);
        self.lists.push(first);
    }

    pub(super) fn raw_text(&mut self, text: &str) {
        if self.raw.in_brackets {
            return;
        }
        let text = referred(text);
        if self.raw.preformatted > 0 {
            return self.line.push(&text);
        }
        for (at, word) in text.split([' ', '\t', '\n', '\r', '\u{c}']).enumerate() {
            if at > 0 {
                self.line.soft_break();
            }
            self.line.push(word);
        }
    }

    /// A piece of trusted HTML: a tag or text.
    pub(super) fn trusted(&mut self, html: &str) {
        for (_, token) in tokens(html) {
            match token {
                Token::Tag { name, form, .. } if self.swallows(name, form) => {}
                Token::Tag { name, attributes: written, form: Form::Open } => {
                    let Some(found) = element(name) else { continue };
                    self.open(found.name, &attributes(found.name, written));
                }
                Token::Tag { name, form: Form::Close, .. } => {
                    if let Some(found) = element(name) {
                        self.close(found.name);
                    }
                }
                Token::Text(text) if self.raw.swallowing.is_none() => self.raw_text(text),
                Token::Text(_) | Token::Other => {}
            }
        }
    }

    /// A trusted image or link, cut apart.
    pub(super) fn trusted_target(&mut self, tag: &TrustedTag) {
        if tag.is_image {
            let alt = [&tag.before, &tag.after].map(|part| value_of(part, "alt"));
            if let Some(alt) = alt.into_iter().flatten().find(|alt| !alt.is_empty()) {
                self.line.push(&format!("[{}]", referred(alt)));
            }
        }
    }

    /// Whether a tag begins, ends or stands in what is no text for readers.
    fn swallows(&mut self, name: &str, form: Form) -> bool {
        match &self.raw.swallowing {
            Some(open) => {
                if form == Form::Close && open.eq_ignore_ascii_case(name) {
                    self.raw.swallowing = None;
                }
                true
            }
            None if form == Form::Open && is_swallowed(name) => {
                self.raw.swallowing = Some(name.to_owned());
                true
            }
            None => false,
        }
    }
}

fn is_block(name: &str) -> bool {
    let sort = element(name).map(|element| element.sort);
    matches!(sort, Some(Sort::Container | Sort::Block))
}

/// Text with its character references replaced.
pub(in crate::markdown) fn referred(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(32).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(..end)).filter(|name| is_name(name));
        match name {
            Some(name) => {
                out.push_str(&named(name));
                rest = after.get(name.len() + 1..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
}

/// What a reference stands for: the parser knows all of them.
fn named(name: &str) -> String {
    let reference = format!("&{name};");
    let events = Parser::new(&reference);
    let text = events.filter_map(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    text.collect()
}

#[cfg(test)]
mod tests {
    use super::referred;

    #[test]
    fn references_are_replaced() {
        let check = |text, expected| assert_eq!(referred(text), expected);
        check("&eacute;&mdash;&#233; &amp; & &x; &unknown;", "é—é & & &x; &unknown;");
        check("R&D", "R&D");
        check("&amp;eacute;", "&eacute;");
    }
}
