//! Front matter of a document of an edition: heading, dateline, source note, persons.

use roxmltree::Node;

use super::split::Unit;
use super::volume::Volume;
use super::xml::{all, first, inner, name, span, words};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic};
use crate::import::draft::{Draft, Field, Value};
use crate::import::{dates, kinds, plain};

/// Adds what the document says of itself.
pub(super) fn facts(
    draft: &mut Draft,
    unit: &Unit<'_, '_>,
    volume: &Volume<'_, '_>,
    found: &mut Vec<Diagnostic>,
) {
    title(draft, unit, volume, found);
    date(draft, unit, volume, found);
    place(draft, unit);
    source(draft, unit, volume);
    people(draft, unit, volume);
    if unit.is_document {
        let at = draft.field("title").map(|field| field.span).unwrap_or_default();
        kinds::from_title(draft, at);
    }
    let parts =
        unit.under.iter().map(|head| words(*head)).filter(|head| !head.is_empty());
    let parts: Vec<String> = parts.collect();
    if let Some(head) = unit.under.last().filter(|_| unit.is_document) {
        let value = Value::list(parts);
        draft.derive(
            Field::derived("topics", value, inner(*head)),
            "the headings above it",
        );
    }
}

/// The heading, of which a leading number is the document's number.
fn title(
    draft: &mut Draft,
    unit: &Unit<'_, '_>,
    volume: &Volume<'_, '_>,
    found: &mut Vec<Diagnostic>,
) {
    let head = unit
        .head
        .or_else(|| unit.content.iter().find_map(|node| first(*node, "docTitle")));
    let head = head.filter(|_| !unit.is_whole).or(volume.title.filter(|_| unit.is_whole));
    let Some(head) = head else {
        return plain::title_of_name(draft, volume.foreign, found);
    };
    let text = words(head);
    let number = unit.node.attribute("n").filter(|_| unit.is_document);
    let rest =
        number.and_then(|number| text.strip_prefix(number)?.strip_prefix(['.', ' ']));
    draft.state("title", rest.unwrap_or(&text).trim(), inner(head));
    if let Some(number) = number {
        draft.state("number", number, inner(head));
    }
}

/// The date of the dateline, else the one that the document's own element gives.
fn date(
    draft: &mut Draft,
    unit: &Unit<'_, '_>,
    volume: &Volume<'_, '_>,
    found: &mut Vec<Diagnostic>,
) {
    let lines = || unit.content.iter().flat_map(|node| all(*node, "dateline"));
    let mut dates = lines().flat_map(|line| all(line, "date"));
    let own = from_attributes(unit.node, "doc-dateTime-min", "doc-dateTime-max");
    let written = dates.next().or_else(|| {
        let pages = unit.content.iter().flat_map(|node| all(*node, "docDate"));
        pages.into_iter().next().filter(|_| unit.is_whole)
    });
    let Some(node) = written else {
        if let Some(date) = own.and_then(|written| Edtf::parse(&written).ok()) {
            draft.state("date", date.to_string(), span_of_tag(unit.node));
        }
        return;
    };
    let stated = attributes(node).or(own);
    let at = inner(node);
    let text = words(node);
    match stated.as_deref().map(Edtf::parse) {
        Some(Ok(date)) => draft.state("date", date.to_string(), span_of_tag(node)),
        Some(Err(error)) => {
            let path = &volume.foreign.file.path;
            let finding = Diagnostic::new(
                Code::InvalidDate,
                path,
                span_of_tag(node),
                error.message,
            );
            found.push(
                finding.help("the document has no date, and what it says as a note"),
            );
            draft.state("date_note", format!("the source has “{text}”"), at);
        }
        None => match dates::read(&text) {
            Ok(date) => {
                let field = Field::derived("date", date.to_string(), at);
                draft.derive(field, format!("“{text}”"));
            }
            Err(_) if text.is_empty() => {}
            Err(_) => draft.state("date_note", format!("the source has “{text}”"), at),
        },
    }
}

/// The opening tag alone.
fn span_of_tag(node: Node<'_, '_>) -> crate::text::Span {
    let whole = span(node);
    match node.first_child() {
        Some(first) => crate::text::Span::new(whole.start as usize, first.range().start),
        None => whole,
    }
}

/// The date that the attributes of `date` give, as EDTF.
fn attributes(node: Node<'_, '_>) -> Option<String> {
    from_attributes(node, "when", "to")
        .or_else(|| from_attributes(node, "from", "to"))
        .or_else(|| from_attributes(node, "notBefore", "notAfter"))
}

fn from_attributes(node: Node<'_, '_>, from: &str, to: &str) -> Option<String> {
    let value = |wanted: &str| {
        let mut attributes = node.attributes();
        let found = attributes.find(|attribute| attribute.name() == wanted)?;
        let day = found.value().split('T').next()?.trim();
        Some(day.to_owned()).filter(|day| !day.is_empty())
    };
    match (value(from), value(to)) {
        (Some(from), Some(to)) if from != to => Some(format!("{from}/{to}")),
        (Some(from), _) => Some(from),
        (None, _) => None,
    }
}

fn place(draft: &mut Draft, unit: &Unit<'_, '_>) {
    let lines = unit.content.iter().flat_map(|node| all(*node, "dateline"));
    let place = lines.flat_map(|line| all(line, "placeName")).next();
    let Some(node) = place else { return };
    let text = words(node);
    let text = text.trim_end_matches([',', '.', ' ']);
    if !text.is_empty() {
        draft.state("place", text, inner(node));
    }
}

/// The source note, else the edition; in either case the edition is the series.
fn source(draft: &mut Draft, unit: &Unit<'_, '_>, volume: &Volume<'_, '_>) {
    let own = unit.head.iter().chain(&unit.content).flat_map(Node::descendants);
    let mut notes = own.filter(|node| name(*node) == "note");
    let note = notes.find(|node| node.attribute("type") == Some("source"));
    let edition =
        volume.title.filter(|_| !unit.is_whole).map(|title| (words(title), title));
    if let Some(note) = note {
        let text = words(note);
        let text = text.strip_prefix("Source:").unwrap_or(&text).trim();
        draft.state("source", Value::map([("name", Some(text))]), inner(note));
    } else if let Some((title, node)) = &edition {
        draft.state("source", Value::map([("name", Some(title))]), inner(*node));
    }
    if let Some((title, node)) = &edition {
        let number = unit.node.attribute("n").filter(|_| unit.is_document);
        let value = Value::map([("name", Some(title)), ("position", number)]);
        draft.state("series", value, inner(*node));
    }
}

/// Sender and recipient of the heading, who signed, and who else is named.
fn people(draft: &mut Draft, unit: &Unit<'_, '_>, volume: &Volume<'_, '_>) {
    if !unit.is_document {
        return;
    }
    let mut known: Vec<String> = Vec::new();
    for (role, node) in named(unit) {
        let entry = node.attribute("corresp").or_else(|| node.attribute("ref"));
        let entry = entry.and_then(|entry| volume.persons.get(entry.strip_prefix('#')?));
        // Who is only mentioned, and stands in no list of names, may be anybody.
        let name = match (entry, role) {
            (Some(name), _) => name.clone(),
            (None, "mentioned") => continue,
            (None, _) => words(node),
        };
        if name.is_empty() || known.contains(&name) {
            continue;
        }
        // A sender that is marked as a term is a body: an embassy, a department.
        if role == "author" && self::name(node) == "gloss" {
            draft.state("issuer", Value::list([&*name]), inner(node));
        } else {
            let person = Value::map([("name", Some(&name)), ("role", Some(role))]);
            draft.state("people", Value::List(vec![person]), inner(node));
        }
        known.push(name);
    }
}

/// The persons of a document in the order of what they did.
fn named<'a, 'i>(unit: &Unit<'a, 'i>) -> Vec<(&'static str, Node<'a, 'i>)> {
    let nodes: Vec<Node<'a, 'i>> = unit
        .head
        .iter()
        .chain(&unit.content)
        .flat_map(Node::descendants)
        .filter(|node| matches!(name(*node), "persName" | "gloss"))
        .collect();
    let is_signed = |node: &Node<'a, 'i>| {
        node.ancestors().take(8).any(|above| name(above) == "signed")
    };
    let of = |sort: &str, role: &'static str| {
        let found = nodes.iter().filter(move |node| node.attribute("type") == Some(sort));
        found.map(|node| (role, *node)).collect::<Vec<_>>()
    };
    let persons = || nodes.iter().filter(|node| name(**node) == "persName");
    let signed =
        persons().filter(|node| is_signed(node)).map(|node| ("signatory", *node));
    let others = persons().map(|node| ("mentioned", *node));
    let own = unit.head.iter().flat_map(Node::children).find(is_by);
    of("from", "author")
        .into_iter()
        .chain(own.map(|node| ("author", node)))
        .chain(of("to", "recipient"))
        .chain(signed)
        .chain(others)
        .collect()
}

/// Whether a child of a heading is the person after its "by", as in `Article by Richard M.
/// Nixon`, unless the edition says what the person did.
fn is_by(node: &Node<'_, '_>) -> bool {
    let before = node.prev_sibling().and_then(|before| before.text());
    let words: Vec<&str> = before.unwrap_or_default().split_whitespace().collect();
    let last = words.iter().rposition(|word| matches!(*word, "by" | "to"));
    name(*node) == "persName"
        && node.attribute("type").is_none()
        && last.and_then(|at| words.get(at)) == Some(&"by")
}
