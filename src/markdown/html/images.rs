//! Images.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Node, Writer, push_text};
use crate::markdown::Picture;
use crate::markdown::target::{Sort, sort};

/// An image whose alternative text is still being read.
pub(super) struct Image {
    target: String,
    title: String,
    alt: String,
    /// Images within its alternative text, itself included.
    depth: usize,
}

/// What an image shows.
pub(super) enum Shown {
    /// A file, perhaps of a known size.
    File(String, Option<(u32, u32)>),
    /// A link to where it lies: pages load nothing from other hosts.
    Elsewhere(String),
    /// Its alternative text, since there is no file.
    Broken,
    /// Its alternative text, since it must not be loaded.
    Refused,
}

impl Writer<'_> {
    pub(super) fn start_image(&mut self, target: &str, title: &str) {
        let (target, title) = (target.to_string(), title.to_string());
        self.image = Some(Image { target, title, alt: String::new(), depth: 1 });
    }

    /// Reads the alternative text, which is plain.
    pub(super) fn within_image(&mut self, node: &Node) {
        let Some(image) = &mut self.image else { return };
        match node {
            Node::Event(Event::Start(Tag::Image { .. })) => image.depth += 1,
            Node::Event(Event::End(TagEnd::Image)) => {
                image.depth -= 1;
                if image.depth == 0 {
                    self.end_image();
                }
            }
            Node::Event(Event::Text(text) | Event::Code(text)) => {
                image.alt.push_str(text);
            }
            Node::Event(Event::SoftBreak | Event::HardBreak) => image.alt.push(' '),
            _ => {}
        }
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        match self.shows(&image.target) {
            Shown::Refused => push_text(&image.alt, &mut self.out),
            Shown::Elsewhere(address) => self.link_to_image(&address, &image.alt),
            Shown::Broken => {
                self.push(&["<span class=\"broken\">"]);
                push_text(&image.alt, &mut self.out);
                self.push(&["</span>"]);
            }
            Shown::File(src, size) => {
                self.push(&["<img"]);
                self.push_target("src", &src);
                self.push(&[" alt=\""]);
                push_text(&image.alt, &mut self.out);
                self.push(&["\""]);
                self.push_size(size);
                if self.caption.is_none() {
                    self.push_title(&image.title);
                }
                self.push(&[LOADING, ">"]);
            }
        }
        if let Some(caption) = &mut self.caption {
            *caption = image.title;
        }
        self.last = None;
    }

    /// What an image with that target shows.
    pub(super) fn shows(&self, target: &str) -> Shown {
        match sort(target) {
            Sort::Unsafe => Shown::Refused,
            Sort::Web(address) => Shown::Elsewhere(address),
            Sort::Local(local) => match self.page.resolver.image(&local) {
                Picture::File { src, size } => Shown::File(src, size),
                Picture::Keep => Shown::File(target.trim().to_string(), None),
                Picture::Broken => Shown::Broken,
            },
        }
    }

    /// Its words, or its address where it has none; a link cannot hold a link.
    pub(super) fn link_to_image(&mut self, address: &str, alt: &str) {
        let words = if alt.trim().is_empty() { address } else { alt };
        if self.link_end.is_some() {
            return push_text(words, &mut self.out);
        }
        self.push(&["<a"]);
        self.push_target("href", address);
        self.push(&[">"]);
        push_text(words, &mut self.out);
        self.push(&["</a>"]);
    }

    pub(super) fn push_size(&mut self, size: Option<(u32, u32)>) {
        if let Some((width, height)) = size {
            let (width, height) = (width.to_string(), height.to_string());
            self.push(&[" width=\"", &width, "\" height=\"", &height, "\""]);
        }
    }
}

/// Images far down a page are loaded when their turn comes.
pub(super) const LOADING: &str = " loading=\"lazy\" decoding=\"async\"";
