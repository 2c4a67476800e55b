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
    /// How many footnotes it has.
    pub footnotes: u32,
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
    /// Gives back the room that lists had to grow.
    pub fn shrink(&mut self) {
        self.anchors.shrink_to_fit();
        self.links.shrink_to_fit();
        self.images.shrink_to_fit();
    }

    /// The id of the place that a link's fragment names: a paragraph (`p12`), a list item
    /// (`p7.2`), a section (`s3`), a footnote (`fn-4`), a heading or another anchor.
    ///
    /// Other programs make a heading's id with more or fewer hyphens; letters and digits
    /// decide.
    pub fn anchor<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        let is_numbered = |prefix: &str, count: u32| {
            let number =
                name.strip_prefix(prefix).and_then(|rest| rest.split('.').next());
            let number = number.and_then(|number| number.parse().ok());
            number.is_some_and(|number: u32| (1..=count).contains(&number))
        };
        let is_known = is_numbered("p", self.paragraphs)
            || is_numbered("s", self.sections)
            || is_numbered("fn-", self.footnotes)
            || self.anchors.iter().any(|anchor| *anchor.0 == *name);
        if is_known {
            return Some(name);
        }
        let mut anchors = self.anchors.iter().map(|anchor| &*anchor.0);
        anchors.find(|anchor| letters(anchor).eq(letters(name)))
    }
}

fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
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

#[cfg(test)]
mod tests {
    use super::{Anchor, Body};

    #[test]
    fn places_are_found_by_their_names() {
        let anchors = vec![Anchor("spf-dkim".into()), Anchor("p-reject".into())];
        let body =
            Body { paragraphs: 2, sections: 1, footnotes: 1, anchors, ..Body::default() };
        let check = |name, id| assert_eq!(body.anchor(name), id, "{name}");
        check("p2", Some("p2"));
        check("p2.1", Some("p2.1"));
        check("p3", None);
        check("s1", Some("s1"));
        check("fn-1", Some("fn-1"));
        check("fn-2", None);
        check("spf--dkim", Some("spf-dkim"));
        check("preject", Some("p-reject"));
        check("", None);
    }
}
