//! What was understood of a file, for people: a line a field, with how sure it is and
//! where the file says it.

use super::place::{Fate, Placed};
use super::places::Places;
use crate::cli::report;
use crate::import::{Confidence, Counts, Draft, Field, How, Import, ORDER, Value};
use crate::text::Span;

/// Files with more documents than this are told with a line for each.
const MOST: usize = 5;

/// Says what a file was read as, and what is in it.
pub(super) fn say(import: &Import, placed: &[Placed<'_>]) {
    let how = match import.how {
        How::Certain => "",
        How::Declared => ", as it declares",
        How::Guessed => ", by a guess",
    };
    let path = &import.file.path;
    let noun = import.format.noun();
    report::result(&format!("{path}: {noun} in {}{how}", import.encoding));
    let places = Places::of(&import.file.text);
    if placed.len() > MOST {
        brief(placed);
    } else {
        for placed in placed {
            document(path, placed, &places);
        }
    }
    report::result("");
}

/// One line of a report: what, how sure, where, and the value.
struct Row {
    key: String,
    sure: &'static str,
    place: String,
    value: String,
}

fn document(source: &str, placed: &Placed<'_>, places: &Places<'_>) {
    let draft = placed.draft;
    let order = |key: &str| ORDER.iter().position(|known| *known == key);
    let mut fields: Vec<&Field> = draft.fields.iter().collect();
    fields.sort_by_key(|field| order(field.key));
    let mut rows: Vec<Row> = fields.iter().map(|field| row(field, places)).collect();
    rows.extend(draft.empty.iter().map(|empty| Row {
        key: empty.key.to_owned(),
        sure: "empty",
        place: place(places, empty.span),
        value: String::new(),
    }));
    rows.push(Row {
        key: "text".to_owned(),
        sure: "",
        place: place(places, draft.start),
        value: contents(draft.counts()),
    });
    rows.extend(left_out(draft, places));
    let width = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
    let keys = width(|row| row.key.chars().count());
    let spots = width(|row| row.place.chars().count());
    for Row { key, sure, place, value } in &rows {
        let line = format!("  {key:keys$}  {sure:7}  {place:>spots$}  {value}");
        report::result(line.trim_end());
    }
    if let Some(missing) = missing(draft) {
        report::result(&format!("  not found: {missing}"));
    }
    for field in fields.iter().filter(|field| field.confidence == Confidence::Guessed) {
        let at = places.begin(field.span);
        let at = at.map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
        report::result(&format!("  look: {source}{at}  {}", field.key));
    }
    if let Some(other) = placed.version_of {
        report::result(&format!("  a version of {other}"));
    }
    report::result(&format!("  {} {}", arrow(placed.fate), placed.path.display()));
}

fn row(field: &Field, places: &Places<'_>) -> Row {
    let why = field.why.as_deref().filter(|why| !why.is_empty());
    let value = shown(&value(&field.value));
    let value = match why {
        Some(why) => format!("{value}  ← {}", shown(why)),
        None => value,
    };
    Row {
        key: field.key.to_owned(),
        sure: field.confidence.word(),
        place: place(places, field.span),
        value,
    }
}

/// What of the file is not in the document; of many parts the first ones.
fn left_out(draft: &Draft, places: &Places<'_>) -> Vec<Row> {
    const MOST: usize = 6;
    let row = |value: String, span: Span| Row {
        key: "left out".to_owned(),
        sure: "",
        place: place(places, span),
        value,
    };
    let parts = draft.left_out.iter().take(MOST);
    let mut rows: Vec<Row> =
        parts.map(|part| row(shown(&part.what), part.span)).collect();
    let more = draft.left_out.len().saturating_sub(MOST);
    if more > 0 {
        rows.push(row(format!("and {more} more"), Span::default()));
    }
    rows
}

/// A line for each document of a large file.
fn brief(placed: &[Placed<'_>]) {
    let date = |draft: &Draft| draft.text("date").unwrap_or("undated").to_owned();
    let width = placed.iter().map(|placed| date(placed.draft).chars().count()).max();
    let width = width.unwrap_or(0);
    for Placed { draft, path, fate, .. } in placed {
        let title = shown(draft.text("title").unwrap_or_default());
        let date = date(draft);
        report::result(&format!(
            "  {} {}  {date:width$}  {title}",
            arrow(*fate),
            path.display()
        ));
    }
}

fn arrow(fate: Fate) -> &'static str {
    match fate {
        Fate::Written => "→",
        Fate::Planned => "would be",
        Fate::Kept => "not written:",
    }
}

fn place(places: &Places<'_>, span: Span) -> String {
    places.begin(span).map_or(String::new(), |at| format!("{}:{}", at.line, at.column))
}

/// What everybody asks of a document, as far as it is not known.
fn missing(draft: &Draft) -> Option<String> {
    const WANTED: &[&str] =
        &["title", "date", "place", "source", "kind", "topics", "lang"];
    let missing = WANTED.iter().filter(|key| draft.field(key).is_none());
    let missing: Vec<&str> = missing.copied().collect();
    Some(missing.join(", ")).filter(|missing| !missing.is_empty())
}

/// `2 headings, 3 paragraphs, 5 items`.
fn contents(counts: Counts) -> String {
    let parts = [
        (counts.headings, "heading"),
        (counts.paragraphs, "paragraph"),
        (counts.items, "item"),
        (counts.tables, "table"),
        (counts.notes, "footnote"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, noun)| match count {
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        })
        .collect();
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
}

/// A value on one line.
fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) => {
            items.iter().map(self::value).collect::<Vec<_>>().join("; ")
        }
        Value::Map(pairs) => {
            let of = |wanted: &str| {
                let found = pairs.iter().find(|(key, _)| key == wanted);
                found.map(|(_, found)| self::value(found))
            };
            match (of("family").or_else(|| of("name")), of("given"), of("role")) {
                (Some(family), Some(given), Some(role)) => {
                    format!("{family}, {given} ({role})")
                }
                (Some(name), None, Some(role)) => format!("{name} ({role})"),
                _ => {
                    let each = pairs.iter();
                    let each =
                        each.map(|(key, found)| format!("{key}: {}", self::value(found)));
                    each.collect::<Vec<_>>().join("; ")
                }
            }
        }
    }
}

/// A text as a terminal may show it: one line, not too long.
fn shown(text: &str) -> String {
    const MOST: usize = 100;
    let mut line = String::new();
    for c in text.chars().take(MOST) {
        match c {
            '\n' => line.push_str(" / "),
            c if c.is_control() => line.extend(c.escape_default()),
            c => line.push(c),
        }
    }
    if text.chars().nth(MOST).is_some() {
        line.push('…');
    }
    line
}
