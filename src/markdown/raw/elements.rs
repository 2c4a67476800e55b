//! The elements of raw HTML that can do no harm.

/// How an element stands in its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Sort {
    /// Within a line of text.
    Phrasing,
    /// Within a line of text, without an end.
    Void,
    /// A block that may hold paragraphs, lists and the like.
    Container,
    /// A block that holds text or parts of its own.
    Block,
    /// A block without an end.
    VoidBlock,
}

/// An element that may stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Element {
    /// Its name on the page.
    pub(in crate::markdown) name: &'static str,
    /// How it stands.
    pub(in crate::markdown) sort: Sort,
}

const fn of(name: &'static str, sort: Sort) -> Element {
    Element { name, sort }
}

/// Sorted by name.
const ELEMENTS: &[Element] = &[
    of("a", Sort::Phrasing),
    of("abbr", Sort::Phrasing),
    of("address", Sort::Container),
    of("article", Sort::Container),
    of("aside", Sort::Container),
    of("b", Sort::Phrasing),
    of("bdi", Sort::Phrasing),
    of("bdo", Sort::Phrasing),
    of("blockquote", Sort::Container),
    of("br", Sort::Void),
    of("caption", Sort::Block),
    of("cite", Sort::Phrasing),
    of("code", Sort::Phrasing),
    of("col", Sort::VoidBlock),
    of("colgroup", Sort::Block),
    of("dd", Sort::Container),
    of("del", Sort::Phrasing),
    of("details", Sort::Container),
    of("dfn", Sort::Phrasing),
    of("div", Sort::Container),
    of("dl", Sort::Block),
    of("dt", Sort::Block),
    of("em", Sort::Phrasing),
    of("figcaption", Sort::Block),
    of("figure", Sort::Container),
    of("h1", Sort::Block),
    of("h2", Sort::Block),
    of("h3", Sort::Block),
    of("h4", Sort::Block),
    of("h5", Sort::Block),
    of("h6", Sort::Block),
    of("hr", Sort::VoidBlock),
    of("i", Sort::Phrasing),
    of("img", Sort::Void),
    of("ins", Sort::Phrasing),
    of("kbd", Sort::Phrasing),
    of("li", Sort::Container),
    of("mark", Sort::Phrasing),
    of("ol", Sort::Block),
    of("p", Sort::Block),
    of("pre", Sort::Block),
    of("q", Sort::Phrasing),
    of("rb", Sort::Phrasing),
    of("rp", Sort::Phrasing),
    of("rt", Sort::Phrasing),
    of("ruby", Sort::Phrasing),
    of("s", Sort::Phrasing),
    of("samp", Sort::Phrasing),
    of("section", Sort::Container),
    of("small", Sort::Phrasing),
    of("span", Sort::Phrasing),
    of("strong", Sort::Phrasing),
    of("sub", Sort::Phrasing),
    of("summary", Sort::Block),
    of("sup", Sort::Phrasing),
    of("table", Sort::Block),
    of("tbody", Sort::Block),
    of("td", Sort::Container),
    of("tfoot", Sort::Block),
    of("th", Sort::Container),
    of("thead", Sort::Block),
    of("time", Sort::Phrasing),
    of("tr", Sort::Block),
    of("u", Sort::Phrasing),
    of("ul", Sort::Block),
    of("var", Sort::Phrasing),
    of("wbr", Sort::Void),
];

/// Every element that may stay.
pub(in crate::markdown) fn names() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|element| element.name)
}

/// The element of that name, if it may stay. The page has its own `h1`.
pub(in crate::markdown) fn element(name: &str) -> Option<Element> {
    let name = name.to_ascii_lowercase();
    let name = if name == "h1" { "h2" } else { &name };
    let at = ELEMENTS.binary_search_by(|element| element.name.cmp(name)).ok()?;
    ELEMENTS.get(at).copied()
}

/// Whether what an element holds is no text for readers.
pub(in crate::markdown) fn is_swallowed(name: &str) -> bool {
    const SWALLOWED: &[&str] = &[
        "embed", "head", "iframe", "math", "noembed", "noframes", "object", "script",
        "select", "style", "svg", "template", "textarea", "title",
    ];
    SWALLOWED.iter().any(|swallowed| name.eq_ignore_ascii_case(swallowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted() {
        assert!(ELEMENTS.is_sorted_by_key(|element| element.name));
        assert_eq!(element("RUBY").map(|e| e.name), Some("ruby"));
        assert_eq!(element("h1").map(|e| e.name), Some("h2"));
        assert_eq!(element("script"), None);
    }
}
