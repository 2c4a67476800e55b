//! The nodes of a text.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::markdown::prepare::Prepared;
use crate::markdown::raw::Attribute;

/// A node and where it stands in the prepared text.
pub(in crate::markdown) struct Placed<'a> {
    /// The node.
    pub(in crate::markdown) node: Node<'a>,
    /// Its bytes.
    pub(in crate::markdown) range: Range<usize>,
}

/// A piece of a text in its order.
pub(in crate::markdown) enum Node<'a> {
    /// Whatever needs no number, as the parser has it.
    Event(Event<'a>),
    /// A numbered paragraph begins.
    Paragraph(u32),
    /// A paragraph begins that holds nothing but an image.
    Figure,
    /// It ends.
    FigureEnd,
    /// A list item begins, with its id unless it stands in a footnote.
    Item(Option<Box<str>>),
    /// A heading begins.
    Heading(Box<Heading<'a>>),
    /// The words of a first heading that is the title; it stands over the text, not in it.
    Title(Box<str>),
    /// A footnote mark of that heading.
    TitleMark(CowStr<'a>),
    /// A tag of raw HTML begins an element.
    Open(&'static str, Vec<Attribute>),
    /// An element of raw HTML ends.
    Close(&'static str),
    /// Text within raw HTML, with its character references.
    RawText(String),
    /// Trusted HTML.
    Trusted(String),
    /// A trusted tag that leads to another place.
    TrustedTarget(Box<TrustedTag>),
    /// The id of the trusted tag that follows.
    TrustedId(Box<str>),
    /// A tag that may not stay.
    Refused(String),
}

/// A trusted tag, cut at the target it has.
pub(in crate::markdown) struct TrustedTag {
    /// The tag up to the target.
    pub(in crate::markdown) before: String,
    /// The target as written.
    pub(in crate::markdown) target: String,
    /// The rest of the tag.
    pub(in crate::markdown) after: String,
    /// Whether it is an image's.
    pub(in crate::markdown) is_image: bool,
}

/// A heading's number, id and words.
pub(in crate::markdown) struct Heading<'a> {
    /// 1 to 6, as written.
    pub(in crate::markdown) level: u8,
    /// Its id.
    pub(in crate::markdown) id: Box<str>,
    /// Its number among the headings; none in footnotes.
    pub(in crate::markdown) section: Option<u32>,
    /// Whether it belongs to the table of contents: not in quotations and lists.
    pub(in crate::markdown) is_outer: bool,
    /// Its classes, as written.
    pub(in crate::markdown) classes: Vec<CowStr<'a>>,
    /// Its words.
    pub(in crate::markdown) words: Box<str>,
}

/// Whether the nodes of a paragraph are one image, perhaps within a link.
pub(super) fn is_image_only<'n, 'a: 'n>(
    nodes: impl Iterator<Item = &'n Placed<'a>>,
) -> bool {
    let (mut images, mut depth) = (0, 0);
    for placed in nodes {
        match &placed.node {
            Node::Event(Event::Start(Tag::Image { .. })) => {
                images += usize::from(depth == 0);
                depth += 1;
            }
            Node::Event(Event::End(TagEnd::Image)) => depth -= 1,
            _ if depth > 0 => {}
            Node::Event(
                Event::Start(Tag::Link { .. })
                | Event::End(TagEnd::Link)
                | Event::SoftBreak,
            ) => {}
            _ => return false,
        }
    }
    images == 1
}

/// The tag without marks in what its author wrote.
pub(super) fn plain<'a>(tag: Tag<'a>, prepared: &Prepared) -> Tag<'a> {
    match tag {
        Tag::Link { link_type, dest_url, title, id } => Tag::Link {
            link_type,
            dest_url: prepared.plain(dest_url),
            title: prepared.plain(title),
            id,
        },
        Tag::Image { link_type, dest_url, title, id } => Tag::Image {
            link_type,
            dest_url: prepared.plain(dest_url),
            title: prepared.plain(title),
            id,
        },
        tag => tag,
    }
}
