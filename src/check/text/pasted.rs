//! What belongs into the front matter and was left in the text.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};

/// The labels of databases, in brackets at the begin of a line.
const LABELS: &[&str] = &[
    "title",
    "place",
    "date",
    "source",
    "notes",
    "note",
    "full text",
    "text",
    "文書名",
    "場所",
    "年月日",
    "出典",
    "備考",
    "全文",
    "本文",
];

/// How many lines a header may have.
const HEADER_LINES: usize = 30;

pub(super) fn header(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let lines = text.lines().take(HEADER_LINES).enumerate();
    let mut labels =
        lines.filter_map(|(at, (span, line))| Some((at, span, label(line)?)));
    let Some((at, span, first)) = labels.next() else { return };
    let is_header = at == 0 || labels.any(|(_, _, other)| other != first);
    if is_header {
        let message = format!("`[{first}]` is the header of a database");
        let help = "move what it says into the front matter, and keep only the text";
        found.push(text.found(Code::HeaderInText, span, message).help(help));
    }
}

/// The label that a line begins with.
fn label(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(['*', '\\', '#', ' ']);
    let inner = line.strip_prefix(['[', '［', '【'])?;
    let end = inner.find([']', '］', '】'])?;
    // A link or a footnote is no label.
    let after = inner.get(end..)?.trim_start_matches([']', '］', '】']);
    let label = inner.get(..end)?.trim_end_matches('\\').trim();
    let is_known = LABELS.contains(&&*label.to_lowercase());
    (is_known && !after.starts_with(['(', ':', '['])).then_some(label)
}

/// Keys that nobody begins a text with.
const KEYS: &[&str] = &[
    "author",
    "categories",
    "date",
    "kind",
    "lang",
    "language",
    "layout",
    "permalink",
    "place",
    "source",
    "tags",
    "title",
    "topics",
];

pub(super) fn front_matter(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let lines: Vec<_> = text.lines().filter(|(_, line)| *line != "---").take(3).collect();
    let is_key = |line: &str| {
        let key = line.split_once(':').map(|(key, _)| key);
        key.is_some_and(|key| KEYS.contains(&key))
    };
    let Some(&(span, first)) = lines.first() else { return };
    if is_key(first) && lines.iter().filter(|(_, line)| is_key(line)).count() > 1 {
        let message = "keys of front matter stand in the text";
        let help = "put them between the two fences of `---` at the file's very begin";
        found.push(text.found(Code::FrontMatterInText, span, message).help(help));
    }
}
