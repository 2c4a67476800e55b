//! What is true of an edition as a whole: its title, its name, who is who.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::split::Unit;
use super::xml::{all, first, id, name, span, words};
use crate::import::draft::{Confidence, Draft};
use crate::import::format::Foreign;
use crate::import::tongue::speak;
use crate::slug::slug;

/// An edition.
pub(super) struct Volume<'a, 'i> {
    pub(super) foreign: &'a Foreign<'a>,
    /// Its whole title.
    pub(super) title: Option<Node<'a, 'i>>,
    /// A name for it that an address can have.
    name: String,
    /// Persons by the id of their entry: the name as the list of names has it.
    pub(super) persons: BTreeMap<&'a str, String>,
    /// The number of the unit that holds each id.
    units: BTreeMap<&'a str, usize>,
    /// The name of each unit.
    names: Vec<String>,
    language: Option<(&'a str, crate::text::Span)>,
}

impl<'a, 'i> Volume<'a, 'i> {
    pub(super) fn of(
        tree: &'a Document<'i>,
        units: &[Unit<'a, 'i>],
        foreign: &'a Foreign<'a>,
    ) -> Volume<'a, 'i> {
        let root = tree.root_element();
        let header = root.children().find(|node| name(*node) == "teiHeader");
        let title = header.and_then(title);
        let number = header.and_then(|header| {
            let mut numbers = header.descendants().filter(|node| name(*node) == "idno");
            numbers.find(|node| node.attribute("type") == Some("frus"))
        });
        let number = number.map(words).filter(|number| !number.is_empty());
        Volume {
            foreign,
            title,
            name: slug(&number.unwrap_or_else(|| foreign.stem().to_owned())),
            persons: persons(root),
            units: ids(units),
            names: names(units),
            language: language(root, header),
        }
    }

    /// A path for a unit, without language and extension.
    pub(super) fn name(&self, unit: &Unit<'_, '_>) -> String {
        match unit.is_whole {
            true => self.name.clone(),
            false => format!("{}/{}", self.name, slug(&unit.name())),
        }
    }

    /// Where a reference of unit `from` to `target` leads, as a link has it; nothing where
    /// it stays in the unit, or leads to nothing that is imported.
    pub(super) fn address(&self, target: &str, from: usize) -> Option<String> {
        if target.starts_with("https://") || target.starts_with("http://") {
            return Some(target.to_owned());
        }
        let unit = *self.units.get(target.strip_prefix('#')?)?;
        let name = self.names.get(unit).filter(|_| unit != from)?;
        Some(format!("{name}.md"))
    }

    /// The language of a unit: its own, the edition's, or that of its words.
    pub(super) fn language(&self, draft: &mut Draft, unit: &Unit<'_, '_>) {
        let own = unit.node.ancestors().take(8).find_map(tag);
        match own.map(|tag| (tag, span(unit.node))).or(self.language) {
            Some((tag, at)) => draft.speaks(tag, Confidence::Stated, at, ""),
            None => {
                let near: String = draft.markdown().chars().take(4000).collect();
                speak(draft, &near, span(unit.node));
            }
        }
    }
}

/// The title that names the whole edition.
fn title<'a, 'i>(header: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let statement = first(header, "titleStmt")?;
    let titles = || all(statement, "title");
    let of = |sort: &str| titles().find(|node| node.attribute("type") == Some(sort));
    of("complete").or_else(|| of("main")).or_else(|| titles().next())
}

fn tag<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "lang"))
}

fn language<'a>(
    root: Node<'a, '_>,
    header: Option<Node<'a, '_>>,
) -> Option<(&'a str, crate::text::Span)> {
    if let Some(tag) = tag(root) {
        return Some((tag, span(root)));
    }
    let used = header?.descendants().find(|node| name(*node) == "language")?;
    Some((used.attribute("ident")?, span(used)))
}

/// The entries of lists of names.
fn persons<'a>(root: Node<'a, '_>) -> BTreeMap<&'a str, String> {
    let entries = root.descendants().filter(|node| name(*node) == "persName");
    let named = entries.filter_map(|node| {
        let text = words(node);
        let text = text.trim_end_matches([',', ';', ' ']);
        Some((id(node)?, text.to_owned())).filter(|(_, text)| !text.is_empty())
    });
    named.collect()
}

/// Every id with its unit.
fn ids<'a>(units: &[Unit<'a, '_>]) -> BTreeMap<&'a str, usize> {
    let mut ids = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        ids.extend(id(unit.node).map(|id| (id, at)));
        let inner = unit.content.iter().chain(&unit.head);
        ids.extend(inner.flat_map(Node::descendants).filter_map(id).map(|id| (id, at)));
    }
    ids
}

/// The names of the units' files.
fn names(units: &[Unit<'_, '_>]) -> Vec<String> {
    units.iter().map(|unit| slug(&unit.name())).collect()
}
