//! Elements of raw HTML.

use super::images::{LOADING, Shown};
use super::{Writer, escape};
use crate::markdown::Target;
use crate::markdown::raw::{Attribute, Sort, decoded, element};
use crate::markdown::structure::TrustedTag;
use crate::markdown::target::push_href;

impl Writer<'_> {
    pub(super) fn open_element(&mut self, name: &'static str, attributes: &[Attribute]) {
        let sort = element(name).map(|element| element.sort);
        self.needs_repair |= matches!(sort, Some(Sort::Container | Sort::Block));
        if name == "img" {
            return self.raw_image(attributes);
        }
        if name == "a" {
            self.link_end = Some("</a>");
        }
        self.push(&["<", name]);
        for (attribute, value) in attributes {
            match *attribute {
                "href" => self.raw_link(value),
                _ => self.push_attribute(attribute, value),
            }
        }
        self.push(&[">"]);
    }

    fn push_attribute(&mut self, name: &str, value: &str) {
        self.push(&[" ", name, "=\""]);
        escape::push_raw_text(value, &mut self.out);
        self.push(&["\""]);
    }

    fn raw_link(&mut self, target: &str) {
        let target = decoded(target);
        match self.leads_to(&target) {
            Some(Target::Href(href)) => self.push_target("href", &href),
            Some(Target::Keep) => self.push_target("href", target.trim()),
            Some(Target::Broken) | None => {}
        }
    }

    fn raw_image(&mut self, attributes: &[Attribute]) {
        let find =
            |name| attributes.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str());
        let alt = find("alt").unwrap_or("");
        let shown = find("src").map_or(Shown::Refused, |src| self.shows(&decoded(src)));
        let (src, size) = match shown {
            Shown::File(src, size) => (src, size),
            Shown::Elsewhere(address) => {
                return self.link_to_image(&address, &decoded(alt));
            }
            Shown::Broken | Shown::Refused => {
                return escape::push_raw_text(alt, &mut self.out);
            }
        };
        self.push(&["<img"]);
        self.push_target("src", &src);
        for (name, value) in attributes {
            if !matches!(*name, "src" | "alt") {
                self.push_attribute(name, value);
            }
        }
        self.push_attribute("alt", alt);
        if find("width").is_none() && find("height").is_none() {
            self.push_size(size);
        }
        self.push(&[LOADING, ">"]);
    }

    /// A trusted tag, whose target is resolved where it is the site's.
    pub(super) fn trusted(&mut self, tag: &TrustedTag) {
        let target = decoded(&tag.target);
        let address = if tag.is_image {
            match self.shows(&target) {
                Shown::File(src, _) | Shown::Elsewhere(src) => Some(src),
                Shown::Broken | Shown::Refused => None,
            }
        } else {
            match self.leads_to(&target) {
                Some(Target::Href(href)) => Some(href),
                _ => None,
            }
        };
        self.out.push_str(&tag.before);
        match address {
            Some(address) => push_href(&address, &mut self.out),
            None => self.out.push_str(&tag.target),
        }
        self.out.push_str(&tag.after);
    }
}
