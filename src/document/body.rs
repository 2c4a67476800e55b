//! What other pages need to know of a document's text.

use crate::text::Span;

/// Facts about a text; the text itself stays on disk until its page is rendered.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Where in the file the text begins, after the front matter; in bytes.
    pub start: u32,
    /// How many paragraphs carry a number.
    pub paragraphs: u32,
    /// How many headings carry a section number.
    pub sections: u32,
    /// Addressable headings and other explicit anchors, in the order of the text.
    pub anchors: Vec<Anchor>,
    /// Links to other places of the site: relative targets and fragments.
    pub links: Vec<Link>,
    /// Images given by a relative target.
    pub images: Vec<Image>,
    /// The first words, plain, at most 200 characters.
    pub excerpt: Box<str>,
    /// Whether any code block names its language, so that code colours are needed.
    pub has_code: bool,
}

impl Body {
    /// Whether the text has a place of that name: a paragraph (`p12`), a list item
    /// (`p7.2`), a section (`s3`), a heading or another explicit anchor.
    pub fn has_anchor(&self, name: &str) -> bool {
        let numbered = |letter: char, count: u32| {
            let number = name.strip_prefix(letter)?.split('.').next()?;
            Some((1..=count).contains(&number.parse::<u32>().ok()?))
        };
        numbered('p', self.paragraphs) == Some(true)
            || numbered('s', self.sections) == Some(true)
            || self.anchors.iter().any(|anchor| *anchor.0 == *name)
    }
}

/// A place in a text that links may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor(pub Box<str>);

/// A link to another place of the site, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// `../2000/unscr-1325.md#p3`, with percent signs decoded.
    pub target: Box<str>,
    /// Where it stands in the file.
    pub span: Span,
}

/// An image, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// `map.png`, with percent signs decoded.
    pub target: Box<str>,
    /// Where it stands in the file.
    pub span: Span,
}
