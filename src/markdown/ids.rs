//! The ids of a page: each given once, none in a form that means something else.

use std::collections::{HashMap, HashSet};

use crate::slug::slug;

/// The ids that a text has given so far.
#[derive(Default)]
pub(super) struct Ids {
    given: HashSet<Box<str>>,
    /// The last number tried after each base, so that many equal headings stay cheap.
    suffixes: HashMap<Box<str>, usize>,
}

impl Ids {
    /// An id for a heading: the one its author wrote, or the slug of its words.
    pub(super) fn heading(&mut self, explicit: Option<&str>, words: &str) -> Box<str> {
        let explicit = explicit.map(clean).filter(|id| !id.is_empty());
        let wanted = explicit.unwrap_or_else(|| slug(words));
        self.unique(if wanted.is_empty() { "section" } else { &wanted })
    }

    /// The id of an element of raw HTML, where it can have it.
    pub(super) fn exactly(&mut self, id: &str) -> Option<Box<str>> {
        let is_free = clean(id) == id && self.is_free(id);
        (is_free && !id.is_empty()).then(|| self.give(id))
    }

    fn unique(&mut self, wanted: &str) -> Box<str> {
        // Numbers after these would make a reserved form again and again.
        if is_reserved(wanted) || matches!(wanted, "fn" | "fnref") {
            return self.unique(&format!("section-{wanted}"));
        }
        if self.is_free(wanted) {
            return self.give(wanted);
        }
        let mut number = self.suffixes.get(wanted).copied().unwrap_or(1);
        let id = loop {
            number += 1;
            let id = format!("{wanted}-{number}");
            if self.is_free(&id) {
                break id;
            }
        };
        self.suffixes.insert(wanted.into(), number);
        self.give(&id)
    }

    fn is_free(&self, id: &str) -> bool {
        !is_reserved(id) && !self.given.contains(id)
    }

    fn give(&mut self, id: &str) -> Box<str> {
        self.given.insert(id.into());
        id.into()
    }
}

/// An id without what would end an attribute or split a list of ids; the theme's own
/// begin with `_`.
fn clean(id: &str) -> String {
    let id = id.trim_start_matches('_');
    id.chars().filter(|&c| !is_refused(c)).collect()
}

fn is_refused(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '\'' | '<' | '>' | '&' | '`' | '%' | '#')
}

/// Whether an id is of a form that paragraphs, sections or footnotes have: `p3`, `p3.2`,
/// `s2`, `fn-1`, `fnref-1-2`.
fn is_reserved(id: &str) -> bool {
    let forms = [("fnref-", '-'), ("fn-", '-'), ("p", '.'), ("s", '.')];
    forms.iter().any(|(prefix, separator)| {
        id.strip_prefix(prefix).is_some_and(|rest| rest.split(*separator).all(is_number))
    })
}

fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_are_given_once_and_mean_one_thing() {
        let mut ids = Ids::default();
        let mut check = |explicit, words, expected: &str| {
            assert_eq!(&*ids.heading(explicit, words), expected);
        };
        check(None, "Context", "context");
        check(None, "Context!", "context-2");
        check(None, "Context 2", "context-2-2");
        check(None, "Context", "context-3");
        check(None, "???", "section");
        check(None, "P3", "section-p3");
        check(None, "s 1", "s-1");
        check(None, "fn 1", "section-fn-1");
        check(None, "fn", "section-fn");
        check(None, "fn", "section-fn-2");
        check(None, "fnref 1 2", "section-fnref-1-2");
        check(Some("s1"), "Aims", "section-s1");
        check(Some("Aims"), "Aims", "Aims");
        check(Some("a\"b c"), "x", "abc");
        check(Some("_nav"), "x", "nav");
        check(Some("\""), "Fallback", "fallback");
        assert_eq!(ids.exactly("context"), None);
        assert_eq!(ids.exactly("p7.2"), None);
        assert_eq!(ids.exactly("article-9").as_deref(), Some("article-9"));
        assert_eq!(ids.exactly("article-9"), None);
    }
}
