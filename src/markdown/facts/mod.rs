//! What is known of a text without making its page.

mod findings;
mod excerpt;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::diagnostic::Checked;
use crate::document::{Anchor, Body, Image, Link};
use crate::text::{Span, floor_boundary};

use super::highlight::language;
use super::prepare::Prepared;
use super::raw::{Attribute, decoded};
use super::structure::{Node, Placed, Structure};
use super::target::{Sort, sort};
use super::{Settings, Source};

use excerpt::Excerpt;
pub use excerpt::shortened;
use findings::Findings;

/// What is known of a text.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What other pages need to know.
    pub body: Body,
    /// The words of the first heading, for documents without a title.
    pub title: Option<String>,
}

/// Reads the body of the file at `path` without making HTML of it.
///
/// Findings: `control-character`, `unsafe-link`, `raw-html`, `missing-footnote`,
/// `unused-footnote`, `repeated-footnote`; in that order of kinds where they do not come
/// in the order of the text.
#[must_use]
pub fn facts(path: &Arc<str>, source: &Source, settings: &Settings) -> Checked<Facts> {
    let prepared = Prepared::new(source.text, source.start);
    let mut reader = Reader {
        prepared: &prepared,
        body: Body::default(),
        title: None,
        excerpt: Excerpt::new(),
        findings: Findings::new(path),
        in_code: false,
    };
    let start = floor_boundary(source.text, source.start);
    reader.findings.control_characters(source.text, start);
    let mut structure = Structure::new(&prepared, source, settings);
    for placed in structure.by_ref() {
        reader.read(placed);
    }
    let (paragraphs, sections) = structure.counts();
    let diagnostics = reader.findings.finish();
    let body = Body {
        start: Span::new(start, start).start,
        paragraphs,
        sections,
        excerpt: reader.excerpt.finish().into(),
        ..reader.body
    };
    Checked { value: Facts { body, title: reader.title }, diagnostics }
}

struct Reader<'p> {
    prepared: &'p Prepared<'p>,
    body: Body,
    title: Option<String>,
    excerpt: Excerpt,
    findings: Findings<'p>,
    in_code: bool,
}

impl Reader<'_> {
    fn read(&mut self, Placed { node, range }: Placed) {
        self.excerpt.read(&node);
        match node {
            Node::Event(Event::Text(text)) if &*text == "[" && !self.in_code => {
                let after = self.prepared.text.get(range.start..).unwrap_or("");
                self.findings.open_bracket(after, self.prepared.span(&range));
            }
            Node::Event(Event::FootnoteReference(name)) | Node::TitleMark(name) => {
                self.findings.mark(&name);
            }
            Node::Event(Event::Start(tag)) => self.start(&tag, &range),
            Node::Event(Event::End(_)) => self.in_code = false,
            Node::Heading(heading) => {
                self.title.get_or_insert_with(|| heading.words.to_string());
                self.body.anchors.push(Anchor(heading.id));
            }
            Node::Title(words) => self.title = Some(words.into()),
            Node::Open(element, attributes) => {
                self.element(element, &attributes, self.prepared.span(&range));
            }
            Node::TrustedTarget(tag) => {
                let target = decoded(&tag.target);
                let kind = if tag.is_image { Kind::Image } else { Kind::Link };
                if let Sort::Local(target) = sort(&target) {
                    self.local(kind, target, self.prepared.span(&range));
                }
            }
            Node::TrustedId(id) => self.body.anchors.push(Anchor(id)),
            Node::Refused(name) => {
                self.findings.refused(name, self.prepared.span(&range));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        match tag {
            // `<name@example.org>`, written without `mailto:`.
            Tag::Link { link_type: LinkType::Email, .. } => {}
            Tag::Link { dest_url, .. } => {
                self.target(Kind::Link, dest_url, self.narrowed(range, dest_url));
            }
            Tag::Image { dest_url, .. } => {
                self.target(Kind::Image, dest_url, self.narrowed(range, dest_url));
            }
            Tag::FootnoteDefinition(name) => {
                self.body.footnotes += 1;
                let end = (range.start + name.len() + "[^]:".len()).min(range.end);
                self.findings.footnote(name, self.prepared.span(&(range.start..end)));
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.body.has_code |= language(kind).is_some();
            }
            _ => {}
        }
    }

    fn element(&mut self, element: &str, attributes: &[Attribute], span: Span) {
        let kind = if element == "img" { Kind::Image } else { Kind::Link };
        for (name, value) in attributes {
            match *name {
                "href" | "src" => self.target(kind, &decoded(value), span),
                "id" => self.body.anchors.push(Anchor(value.as_str().into())),
                _ => {}
            }
        }
    }

    fn target(&mut self, kind: Kind, target: &str, span: Span) {
        match sort(target) {
            Sort::Local(target) => self.local(kind, target, span),
            Sort::Unsafe => self.findings.unsafe_target(target, span),
            Sort::Web(_) => match kind {
                Kind::Image => self.findings.remote_image(target, span),
                Kind::Link => {}
            },
        }
    }

    fn local(&mut self, kind: Kind, target: String, span: Span) {
        let target: Box<str> = target.into();
        match kind {
            _ if target.is_empty() => {}
            Kind::Link => self.body.links.push(Link { target, span }),
            Kind::Image => self.body.images.push(Image { target, span }),
        }
    }

    /// The place of `target` within the link in `range`, where it can be found.
    fn narrowed(&self, range: &Range<usize>, target: &str) -> Span {
        let from =
            range.end.saturating_sub(target.len() + MAX_LINK_TITLE).max(range.start);
        let from = floor_boundary(&self.prepared.text, from);
        let link = self.prepared.text.get(from..range.end).unwrap_or("");
        match link.rfind(target).filter(|_| !target.is_empty()) {
            Some(at) => self.prepared.span(&(from + at..from + at + target.len())),
            None => self.prepared.span(range),
        }
    }
}

/// How far from a link's end its target is looked for.
const MAX_LINK_TITLE: usize = 500;

#[derive(Clone, Copy)]
enum Kind {
    Link,
    Image,
}
