//! XML 1.0 as feeds and sitemaps have it: whatever a text holds, the file is well-formed.

/// A document in the making.
pub(super) struct Xml(String);

impl Xml {
    /// Begins with the declaration.
    pub(super) fn new() -> Xml {
        Xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())
    }

    /// Begins in the middle of another one.
    pub(super) fn part() -> Xml {
        Xml(String::new())
    }

    /// `<name …>`
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    /// `<name …/>`
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    /// `<name …>text</name>`
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.0.push('>');
        escape(text, &mut self.0);
        self.close(name);
    }

    /// Adds a part.
    pub(super) fn written(&mut self, part: &str) {
        self.0.push_str(part);
    }

    /// The part.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// The file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(value, &mut self.0);
            self.0.push('"');
        }
    }
}

/// For contents and attributes alike. A character that XML cannot have in any form
/// (XML 1.0, production 2) gives U+FFFD.
fn escape(text: &str, to: &mut String) {
    for part in text.split_inclusive(is_special) {
        let mut signs = part.chars();
        match signs.next_back() {
            Some(last) if is_special(last) => {
                to.push_str(signs.as_str());
                to.push_str(replacement(last));
            }
            _ => to.push_str(part),
        }
    }
}

fn is_special(c: char) -> bool {
    matches!(c, '\0'..='\u{1F}' | '&' | '<' | '>' | '"' | '\u{FFFE}' | '\u{FFFF}')
}

fn replacement(special: char) -> &'static str {
    match special {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\t' => "&#9;",
        '\n' => "&#10;",
        '\r' => "&#13;",
        _ => "\u{FFFD}",
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    /// What a reader gets of a text as contents and as an attribute.
    fn read_back(text: &str) -> (String, String) {
        let mut xml = Xml::new();
        xml.open("r", &[]);
        xml.text("a", &[("b", text)], text);
        xml.close("r");
        let written = String::from_utf8(xml.into_bytes()).unwrap();
        let read = roxmltree::Document::parse(&written).unwrap();
        let element = read.descendants().find(|node| node.has_tag_name("a")).unwrap();
        let value = element.attribute("b").unwrap().to_owned();
        (element.text().unwrap_or_default().to_owned(), value)
    }

    #[test]
    fn every_text_comes_back() {
        let check = |text: &str, expected: &str| {
            assert_eq!(read_back(text), (expected.to_owned(), expected.to_owned()));
        };
        check("Peace & quiet", "Peace & quiet");
        check("a < b > c \"d\" 'e'", "a < b > c \"d\" 'e'");
        check("]]><![CDATA[x]]>", "]]><![CDATA[x]]>");
        check("</a><!-- -- -->", "</a><!-- -- -->");
        check("&amp;&#0;", "&amp;&#0;");
        check("a\r\nb\tc\n", "a\r\nb\tc\n");
        check(
            "a\0b\u{1}c\u{1B}d\u{FFFE}e\u{FFFF}",
            "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}",
        );
        check("\u{85}\u{7F}\u{2028}", "\u{85}\u{7F}\u{2028}");
        check(
            "日本 🕊️ 👩‍👩‍👧 \u{202E}עברית\u{202C} السلام",
            "日本 🕊️ 👩‍👩‍👧 \u{202E}עברית\u{202C} السلام",
        );
        check("", "");
    }
}
