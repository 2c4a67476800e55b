//! A text as those see it who look for its faults: headings, links, images, and words.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::prepare::Prepared;
use super::raw::{Attribute, decoded};
use super::structure::{Node, Placed, Structure};
use super::{Settings, Source};
use crate::text::Span;

/// What stands in a text, in its order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// Headings; a first one that says the title again is among them.
    pub headings: Vec<Headline>,
    /// Links, with and without words.
    pub links: Vec<Linked>,
    /// Images.
    pub images: Vec<Pictured>,
    /// Where HTML leads; its images too, where it is trusted.
    pub raw_links: Vec<(String, Span)>,
    /// The words alone, without code; a line for each line of the source.
    pub words: String,
    /// Whether there is anything to see: words, an image, a table, a line.
    pub has_content: bool,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// 1 to 6.
    pub level: u8,
    /// Whether it has any words.
    pub has_words: bool,
    /// Where it stands in the file.
    pub span: Span,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// Where it leads, as written.
    pub target: String,
    /// Whether it has words or an image to be chosen by.
    pub has_words: bool,
    /// Where it stands in the file, from its first sign to its last.
    pub span: Span,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictured {
    /// The file or address, as written.
    pub target: String,
    /// Whether it has words in its place, or says in HTML that it needs none.
    pub has_words: bool,
    /// Where it stands in the file.
    pub span: Span,
}

/// Reads the body of a file for its outline.
#[must_use]
pub fn outline(source: &Source, settings: &Settings) -> Outline {
    let prepared = Prepared::new(source.text, source.start);
    let mut reader = Reader::new(&prepared);
    for placed in Structure::new(&prepared, source, settings) {
        reader.read(placed);
    }
    reader.outline
}

struct Reader<'p> {
    prepared: &'p Prepared<'p>,
    outline: Outline,
    /// The link that the words belong to.
    link: Option<Linked>,
    /// The image that the words stand for.
    image: Option<Pictured>,
    in_code: bool,
}

impl<'p> Reader<'p> {
    fn new(prepared: &'p Prepared<'p>) -> Reader<'p> {
        let outline = Outline::default();
        Reader { prepared, outline, link: None, image: None, in_code: false }
    }

    fn read(&mut self, Placed { node, range }: Placed) {
        let span = self.prepared.span(&range);
        match node {
            Node::Event(event) => self.event(event, span),
            Node::Heading(heading) => self.heading(heading.level, &heading.words, span),
            Node::Title(words) => {
                self.words(&words);
                self.outline.words.push('\n');
            }
            Node::Open("a", attributes) => self.raw_link(&attributes, span),
            Node::Open("img", attributes) => self.raw_image(&attributes, span),
            Node::RawText(text) => self.words(&decoded(&text)),
            Node::Trusted(_) => self.outline.has_content = true,
            Node::TrustedTarget(tag) => {
                self.outline.has_content = true;
                self.outline.raw_links.push((decoded(&tag.target), span));
            }
            _ => {}
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let target = dest_url.into_string();
                self.link = Some(Linked { target, has_words: false, span });
            }
            Event::End(TagEnd::Link) => self.outline.links.extend(self.link.take()),
            Event::Start(Tag::Image { dest_url, .. }) => {
                let target = dest_url.into_string();
                self.outline.has_content = true;
                self.image = Some(Pictured { target, has_words: false, span });
            }
            Event::End(TagEnd::Image) => self.image_ends(),
            Event::Start(Tag::CodeBlock(_)) => {
                self.in_code = true;
                self.outline.has_content = true;
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(text) => self.words(&text),
            Event::Code(_) => self.chosen(),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                self.outline.words.push('\n');
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: u8, words: &str, span: Span) {
        let has_words = !words.trim().is_empty();
        self.outline.headings.push(Headline { level, has_words, span });
    }

    fn raw_link(&mut self, attributes: &[Attribute], span: Span) {
        let target = attributes.iter().find(|(name, _)| *name == "href");
        let target = target.map(|(_, value)| (decoded(value), span));
        self.outline.raw_links.extend(target);
    }

    fn raw_image(&mut self, attributes: &[Attribute], span: Span) {
        let of = |wanted| attributes.iter().find(|(name, _)| *name == wanted);
        let target = of("src").map(|(_, value)| decoded(value)).unwrap_or_default();
        self.outline.has_content = true;
        self.chosen();
        // In HTML an empty `alt` says that the image adds nothing.
        let has_words = of("alt").is_some();
        self.outline.images.push(Pictured { target, has_words, span });
    }

    fn image_ends(&mut self) {
        let Some(image) = self.image.take() else { return };
        if image.has_words {
            self.chosen();
        }
        self.outline.images.push(image);
    }

    fn words(&mut self, text: &str) {
        if self.in_code {
            return;
        }
        if !text.trim().is_empty() {
            match &mut self.image {
                Some(image) => image.has_words = true,
                None => self.chosen(),
            }
        }
        self.outline.words.push_str(text);
    }

    /// There is something to see, and to choose a link by.
    fn chosen(&mut self) {
        self.outline.has_content = true;
        if let Some(link) = &mut self.link {
            link.has_words = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outline, outline};
    use crate::language::Language;
    use crate::markdown::{Settings, Source};

    fn read(text: &str) -> Outline {
        let language = Language::parse("en").unwrap();
        let source = Source { text, start: 0, language: &language, title: Some("T") };
        outline(&source, &Settings::default())
    }

    #[test]
    fn links_have_words_or_not() {
        let check = |text: &str, expected: bool| {
            let found = read(text);
            assert_eq!(found.links.len(), 1, "{text}");
            assert_eq!(found.links[0].has_words, expected, "{text}");
        };
        check("[a](b)", true);
        check("[](b)", false);
        check("[ ](b)", false);
        check("[`a`](b)", true);
        check("[![](a.png)](b)", false);
        check("[![A](a.png)](b)", true);
        check("<https://a.org/>", true);
    }

    #[test]
    fn images_have_words_or_not() {
        let check = |text: &str, expected: bool| {
            let found = read(text);
            assert_eq!(found.images.len(), 1, "{text}");
            assert_eq!(found.images[0].has_words, expected, "{text}");
            assert_eq!(found.images[0].target, "a.png", "{text}");
        };
        check("![A](a.png)", true);
        check("![](a.png)", false);
        check("![](a.png \"Title\")", false);
        check("<img src=\"a.png\">", false);
        check("<img src=\"a.png\" alt=\"\">", true);
    }

    #[test]
    fn headings_have_levels_and_places() {
        let text = "Text.\n\n## A\n\n###\n\n`code`\n";
        let found = read(text);
        let headings = found.headings.iter();
        let headings: Vec<_> = headings.map(|h| (h.level, h.has_words)).collect();
        assert_eq!(headings, [(2, true), (3, false)]);
        assert_eq!(text.get(found.headings[0].span.range()).unwrap().trim(), "## A");
        assert_eq!(found.words.split_whitespace().collect::<Vec<_>>(), ["Text.", "A"]);
        assert!(!read("<!-- a -->\n").has_content);
        assert!(!read("").has_content);
    }
}
