//! Strict readers of the files for other programs, written from their specifications.

use std::collections::BTreeMap;

use biblatex::{Bibliography, ChunksExt, PermissiveType};
use serde_json::Value;

/// A record of RIS: tags and values in order, the type first, `ER` left out.
pub(crate) type Ris = Vec<(String, String)>;

/// Reads RIS, a tag a line: two capitals or digits, two spaces, a hyphen, a space and a
/// value that is not empty; from `TY` to `ER`; every line ends in CR LF.
pub(crate) fn ris(bytes: &[u8]) -> Result<Vec<Ris>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut records = Vec::new();
    let mut open: Option<Ris> = None;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_once("\r\n").ok_or("the last line has no end")?;
        rest = after;
        if line.contains(['\r', '\n']) || line.contains(char::is_control) {
            return Err(format!("a control character: {line:?}"));
        }
        let (tag, value) = line.split_once("  - ").ok_or(format!("no tag: {line:?}"))?;
        let is_tag = tag.len() == 2
            && tag.starts_with(|c: char| c.is_ascii_uppercase())
            && tag.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        match (tag, &mut open) {
            _ if !is_tag => return Err(format!("no tag: {line:?}")),
            ("TY", None) if TYPES.contains(&value) => {
                open = Some(vec![("TY".to_owned(), value.to_owned())]);
            }
            ("ER", Some(_)) if value.is_empty() => records.extend(open.take()),
            ("TY" | "ER", _) | (_, None) => return Err(format!("not here: {line:?}")),
            (_, Some(record)) => {
                if value.trim() != value || value.is_empty() {
                    return Err(format!("empty: {line:?}"));
                }
                if !REPEATED.contains(&tag) && record.iter().any(|(t, _)| t == tag) {
                    return Err(format!("twice: {line:?}"));
                }
                check_ris_value(tag, value)?;
                record.push((tag.to_owned(), value.to_owned()));
            }
        }
    }
    match open {
        None => Ok(records),
        Some(record) => Err(format!("not ended: {record:?}")),
    }
}

const TYPES: &[&str] = &["RPRT", "SLIDE", "PCOMM", "STAT"];
const REPEATED: &[&str] = &["AU", "KW", "N1"];

fn check_ris_value(tag: &str, value: &str) -> Result<(), String> {
    let is_good = match tag {
        "DA" => is_ris_date(value),
        "PY" => value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit()),
        // One comma: before the given name, or behind a name without one.
        "AU" => value.matches(',').count() == 1 && !value.starts_with(','),
        "UR" => value.starts_with("http") && !value.contains(' '),
        _ => true,
    };
    if is_good { Ok(()) } else { Err(format!("{tag}: {value:?}")) }
}

/// `YYYY/MM/DD/`, from the right as many empty parts as are not known.
fn is_ris_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('/').collect();
    let is = |at: usize, length: usize| {
        parts[at].len() == length && parts[at].bytes().all(|b| b.is_ascii_digit())
    };
    let [_, month, day, other] = parts[..] else { return false };
    is(0, 4)
        && (month.is_empty() || is(1, 2))
        && (day.is_empty() || is(2, 2) && !month.is_empty())
        && other.is_empty()
}

/// Reads BibTeX with biblatex's rules, each entry's fields as plain text; every value is
/// balanced, none is empty, no key stands twice, dates are dates.
pub(crate) fn bibtex(
    bytes: &[u8],
) -> Result<BTreeMap<String, BTreeMap<String, String>>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let heads = text.lines().filter(|line| line.starts_with('@')).count();
    check_braces(text)?;
    let read = Bibliography::parse(text).map_err(|error| error.to_string())?;
    let mut entries = BTreeMap::new();
    for entry in read.iter() {
        let fields: BTreeMap<String, String> = entry
            .fields
            .iter()
            .map(|(name, value)| (name.clone(), value.format_verbatim()))
            .collect();
        if let Some((name, _)) = fields.iter().find(|(_, value)| value.trim().is_empty())
        {
            return Err(format!("{}: {name} is empty", entry.key));
        }
        if fields.contains_key("date") {
            entry.date().map_err(|error| format!("{}: {error}", entry.key))?;
        }
        if fields.contains_key("author") {
            entry.author().map_err(|error| format!("{}: {error}", entry.key))?;
        }
        if entry.entry_type.to_string() == "techreport"
            && !fields.contains_key("institution")
        {
            return Err(format!("{}: a techreport of nobody", entry.key));
        }
        entries.insert(entry.key.clone(), fields);
    }
    match entries.len() == heads {
        true => Ok(entries),
        false => Err(format!("{heads} entries under {} keys", entries.len())),
    }
}

/// The ranges of pages that biblatex reads in the only entry: the first page and the last.
pub(crate) fn bibtex_pages(bytes: &[u8]) -> Vec<(u32, u32)> {
    let read = Bibliography::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
    match read.iter().next().unwrap().pages().unwrap() {
        PermissiveType::Typed(ranges) => {
            ranges.into_iter().map(|range| (range.start, range.end)).collect()
        }
        PermissiveType::Chunks(chunks) => panic!("{}", chunks.format_verbatim()),
    }
}

/// Braces are balanced as BibTeX counts them, whatever stands before them, within every
/// line that holds a field.
fn check_braces(text: &str) -> Result<(), String> {
    for line in text.lines().filter(|line| line.starts_with("  ")) {
        let mut depth = 0_i32;
        for c in line.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth < 0 {
                return Err(format!("braces: {line}"));
            }
        }
        if depth != 0 || !line.ends_with("},") {
            return Err(format!("braces: {line}"));
        }
    }
    Ok(())
}

/// Reads CSL-JSON: an array of items that have only variables of CSL 1.0.2, of the right
/// sort, none empty.
pub(crate) fn csl(bytes: &[u8]) -> Result<Vec<Value>, String> {
    let read: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let items = read.as_array().ok_or("no array")?;
    for item in items {
        check_item(item).map_err(|error| format!("{error}: {item}"))?;
    }
    Ok(items.clone())
}

fn check_item(item: &Value) -> Result<(), String> {
    let item = item.as_object().ok_or("no object")?;
    for name in ["id", "type", "title"] {
        item.get(name).ok_or(format!("no {name}"))?;
    }
    for (name, value) in item {
        let is_good = match name.as_str() {
            "type" => value.as_str().is_some_and(|text| CSL_TYPES.contains(&text)),
            name if CSL_TEXTS.contains(&name) => is_text(value),
            name if CSL_NAMES.contains(&name) => is_names(value),
            name if CSL_DATES.contains(&name) => is_date(value),
            _ => false,
        };
        if !is_good {
            return Err(name.clone());
        }
    }
    Ok(())
}

const CSL_TYPES: &[&str] =
    &["report", "speech", "personal_communication", "treaty", "legislation", "document"];
/// Standard and number variables that can be of use here.
const CSL_TEXTS: &[&str] = &[
    "id",
    "abstract",
    "annote",
    "archive",
    "archive_collection",
    "archive_location",
    "archive-place",
    "authority",
    "collection-title",
    "collection-number",
    "container-title",
    "dimensions",
    "division",
    "event-place",
    "event-title",
    "genre",
    "jurisdiction",
    "keyword",
    "language",
    "license",
    "medium",
    "note",
    "number",
    "page",
    "part-title",
    "publisher",
    "publisher-place",
    "references",
    "section",
    "source",
    "status",
    "title",
    "title-short",
    "URL",
    "version",
    "volume",
    "volume-title",
];
const CSL_NAMES: &[&str] = &["author", "translator", "recipient", "contributor", "chair"];
const CSL_DATES: &[&str] = &["issued", "accessed", "available-date", "event-date"];

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty() && text.trim() == text)
}

fn is_names(value: &Value) -> bool {
    let is_name = |name: &Value| {
        let name = name.as_object().unwrap();
        let keys: Vec<&str> = name.keys().map(String::as_str).collect();
        matches!(keys[..], ["literal"] | ["family", "given"])
            && name.values().all(is_text)
    };
    value.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(is_name))
}

fn is_date(value: &Value) -> bool {
    let is_part = |date: &Value| {
        let parts: Vec<i64> =
            date.as_array().unwrap().iter().map(|part| part.as_i64().unwrap()).collect();
        (1..=3).contains(&parts.len())
            && parts.get(1).is_none_or(|month| (1..=12).contains(month))
            && parts.get(2).is_none_or(|day| (1..=31).contains(day))
    };
    let Some(date) = value.as_object() else { return false };
    let is_known = date.contains_key("date-parts") ^ date.contains_key("literal");
    is_known
        && date.iter().all(|(name, value)| match name.as_str() {
            "date-parts" => {
                let dates = value.as_array().unwrap();
                (1..=2).contains(&dates.len()) && dates.iter().all(is_part)
            }
            "season" => value.as_u64().is_some_and(|season| (1..=4).contains(&season)),
            "circa" => value == &Value::Bool(true),
            "literal" => is_text(value),
            _ => false,
        })
}

/// Reads a table: each row by the names of the header. Lines end in CR LF.
pub(crate) fn csv(bytes: &[u8]) -> Result<Vec<BTreeMap<String, String>>, String> {
    if !bytes.ends_with(b"\r\n") || bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err("no CR LF at the end, or a byte-order mark".to_owned());
    }
    let mut reader = csv::Reader::from_reader(bytes);
    let names = reader.headers().map_err(|error| error.to_string())?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        let cells = names.iter().zip(row.iter());
        let cells: BTreeMap<String, String> =
            cells.map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
        if cells.len() != names.len() {
            return Err("two columns of one name".to_owned());
        }
        for name in ["work", "language", "title", "url"] {
            if cells[name].is_empty() {
                return Err(format!("no {name}: {cells:?}"));
            }
        }
        rows.push(cells);
    }
    Ok(rows)
}

/// Reads JSON Lines.
pub(crate) fn jsonl(bytes: &[u8]) -> Result<Vec<Value>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let lines = text.split_terminator('\n');
    lines.map(|line| serde_json::from_str(line).map_err(|e| e.to_string())).collect()
}
