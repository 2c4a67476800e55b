//! BibTeX in UTF-8, as biber and biblatex read it.
//!
//! Double braces keep capitals, and keep bodies from being parted at "and". BibTeX counts
//! braces behind a backslash too, so that a brace of the text becomes a command.

use super::dates::{beginning, level_1};
use super::langid::langid;
use super::line::folded;
use super::names::{Parted, parted};
use super::ris::notes;
use super::{Export, Item};
use crate::citation::Record;

/// BibTeX: entries with an empty line between them.
pub(super) struct Bibtex;

impl Export for Bibtex {
    fn document(&self, item: &Item<'_>, out: &mut Vec<u8>) {
        out.extend_from_slice(entry(&item.record, &item.key).as_bytes());
    }

    fn between(&self) -> &'static [u8] {
        b"\n"
    }
}

/// An entry of the bibliography.
pub(super) fn entry(record: &Record<'_>, key: &str) -> String {
    let mut entry = Entry(format!("@{}{{{key},\n", record.bibtex_type()));
    entry.protected("title", record.title);
    entry.protected("shorttitle", record.title_short.unwrap_or_default());
    entry.field("author", &names(record));
    entry.field("date", &record.issued.and_then(level_1).unwrap_or_default());
    if let Some(first) = record.issued.and_then(beginning) {
        entry.field("year", &format!("{:04}", first.year));
        entry.field("month", &first.month.map(|m| m.to_string()).unwrap_or_default());
    }
    entry.text("type", &record.genre_in_words().unwrap_or_default());
    entry.text("number", record.number.unwrap_or_default());
    let is_report = record.bibtex_type() == "techreport";
    let issuer = || record.issuers.first().copied();
    let institution = record.publisher_or_issuer().or_else(issuer).unwrap_or_default();
    match is_report {
        true => entry.protected("institution", institution),
        false => {
            entry
                .protected("publisher", record.publisher_or_issuer().unwrap_or_default());
        }
    }
    entry.protected("address", record.place.unwrap_or_default());
    entry.protected("translator", record.translator.unwrap_or_default());
    entry.field("pages", &pages(record));
    entry.field("langid", langid(record.language).unwrap_or_default());
    entry.field("keywords", &keywords(record));
    entry.text("abstract", record.summary.unwrap_or_default());
    entry.text("note", &notes(record).join("; "));
    entry.field("url", &address(&record.url));
    entry.0.push_str("}\n");
    entry.0
}

struct Entry(String);

impl Entry {
    /// A value that is written as it is.
    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            for part in ["  ", name, " = {", value, "},\n"] {
                self.0.push_str(part);
            }
        }
    }

    /// Words.
    fn text(&mut self, name: &str, text: &str) {
        self.field(name, &escaped(text));
    }

    /// Words that stay together and keep their capitals.
    fn protected(&mut self, name: &str, text: &str) {
        self.field(name, &braced(text).unwrap_or_default());
    }
}

/// `12--14, 20--22`: ranges have the two hyphens that LaTeX makes a dash of.
fn pages(record: &Record<'_>) -> String {
    let pages = record.page_range().unwrap_or_default();
    escaped(&pages.replace("--", "–")).replace('–', "--")
}

/// All authors, joined by `and`.
fn names(record: &Record<'_>) -> String {
    let names = record.author.iter().filter_map(|&author| match parted(author) {
        Parted::Parts(family, given) => {
            Some(format!("{}, {}", part(family)?, part(given)?))
        }
        Parted::Whole(name) => braced(name),
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// A part of a name, in braces where BibTeX would part it again.
fn part(name: &str) -> Option<String> {
    let name = folded(name);
    let is_divided = name.contains(',')
        || name.split(' ').any(|w| w.eq_ignore_ascii_case("and") || w == "others");
    if is_divided { braced(&name) } else { Some(escaped(&name)) }
        .filter(|name| !name.is_empty())
}

fn braced(text: &str) -> Option<String> {
    let text = escaped(text);
    (!text.is_empty()).then(|| format!("{{{text}}}"))
}

/// Labels parted by commas; of their own commas only the words stay, since readers know
/// no other way.
fn keywords(record: &Record<'_>) -> String {
    let labels =
        record.keywords.iter().map(|label| escaped(&label.replace([',', ';'], " ")));
    let labels: Vec<String> = labels.filter(|label| !label.is_empty()).collect();
    labels.join(", ")
}

/// An address is taken as it stands, so that only braces need a disguise.
fn address(url: &str) -> String {
    folded(url).replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// Text on one line that LaTeX prints as it is; its braces are balanced.
fn escaped(text: &str) -> String {
    let text = folded(text);
    let mut escaped = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        if last.replace(c).is_some_and(|last| is_ligature(last, c)) {
            escaped.push_str("{}");
        }
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '{' => escaped.push_str("{\\textbraceleft}"),
            '}' => escaped.push_str("{\\textbraceright}"),
            '~' => escaped.push_str("{\\textasciitilde}"),
            '^' => escaped.push_str("{\\textasciicircum}"),
            '\\' => escaped.push_str("{\\textbackslash}"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Whether LaTeX makes one letter of two: a dash, a quotation mark, ¿.
fn is_ligature(last: char, c: char) -> bool {
    matches!(
        (last, c),
        ('-', '-')
            | ('`' | '?' | '!', '`')
            | ('\'', '\'')
            | (',', ',')
            | ('<', '<')
            | ('>', '>')
    )
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_is_escaped() {
        let check = |text, expected| assert_eq!(escaped(text), expected);
        check("R&D at 5 % #1 A_b $5", "R\\&D at 5 \\% \\#1 A\\_b \\$5");
        check("a{b", "a{\\textbraceleft}b");
        check(
            "}~^\\",
            "{\\textbraceright}{\\textasciitilde}{\\textasciicircum}{\\textbackslash}",
        );
        check("a--b---c ``d''", "a-{}-b-{}-{}-c `{}`d'{}'");
        check("“日本”, <b> 😀 @", "“日本”, <b> 😀 @");
    }
}
