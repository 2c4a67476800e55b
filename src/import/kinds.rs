//! The kind of a document, as its title says it.

use super::draft::{Draft, Field};
use crate::document::Kind;
use crate::text::Span;

/// Words of titles, the more telling first.
const WORDS: &[(&str, Kind)] = &[
    ("exchange of notes", Kind::ExchangeOfNotes),
    ("交換公文", Kind::ExchangeOfNotes),
    ("press conference", Kind::PressConference),
    ("記者会見", Kind::PressConference),
    ("joint statement", Kind::JointStatement),
    ("joint press statement", Kind::JointStatement),
    ("communiqué", Kind::Communique),
    ("communique", Kind::Communique),
    ("共同声明", Kind::JointStatement),
    ("共同コミュニケ", Kind::Communique),
    ("コミュニケ", Kind::Communique),
    ("treaty", Kind::Treaty),
    ("条約", Kind::Treaty),
    ("memorandum", Kind::Memorandum),
    ("telegram", Kind::Telegram),
    ("letter from", Kind::Letter),
    ("speech by", Kind::Speech),
    ("address by", Kind::Speech),
    ("演説", Kind::Speech),
    ("statement by", Kind::Statement),
    ("談話", Kind::Statement),
];

/// Adds the kind that the title's first telling words name, where they name one.
///
/// A comment *on* a joint communiqué is none: what follows such a word does not count.
pub(super) fn from_title(draft: &mut Draft, span: Span) {
    if draft.field("kind").is_some() {
        return;
    }
    let Some(title) = draft.text("title").map(str::to_lowercase) else { return };
    if let Some((word, kind)) = named(&title) {
        let field = Field::derived("kind", kind.name(), span);
        draft.derive(field, format!("“{word}” in the title"));
    }
}

/// In Japanese what a text is stands at its end; elsewhere before what it is about.
fn named(title: &str) -> Option<&'static (&'static str, Kind)> {
    let last = WORDS.iter().filter(|(word, _)| !word.starts_with(|c: char| c.is_ascii()));
    let last = last.filter_map(|entry| Some((title.rfind(entry.0)?, entry)));
    if let Some((_, entry)) = last.max_by_key(|(at, entry)| at + entry.0.len()) {
        return Some(entry);
    }
    let about = [" on ", " concerning ", " regarding ", " about "];
    let end = about.iter().filter_map(|word| title.find(word)).min();
    let head = title.get(..end.unwrap_or(title.len())).unwrap_or(title);
    WORDS.iter().find(|(word, _)| begins(head, word))
}

/// Whether words stand in a text, at the beginning of a word.
fn begins(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !words.is_ascii() || !before.is_some_and(char::is_alphabetic)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_kinds() {
        let check = |title: &str, expected: Option<&str>| {
            let mut draft = Draft::default();
            draft.state("title", title, Span::default());
            from_title(&mut draft, Span::default());
            assert_eq!(draft.text("kind"), expected, "{title}");
        };
        check("THE G7 WOMEN, PEACE AND SECURITY PARTNERSHIPS INITIATIVE", None);
        check("Japan-China Joint Press Statement", Some("joint-statement"));
        check("G7 Foreign Ministers' joint communiqué", Some("communique"));
        check("Statement by Mr. Nakasone on the Treaty", Some("statement"));
        check("Comment by Mr. Mori on the Joint Communiqué issued by the U.S.", None);
        check("Exchange of Notes Concerning the Treaty", Some("exchange-of-notes"));
        check("APEC閣僚共同声明 2025年", Some("joint-statement"));
        check("ASEAN首脳会議についての宮澤外務大臣談話", Some("statement"));
        check("日米安全保障条約に関する岸総理大臣談話", Some("statement"));
        check("Entreaty", None);
    }
}
