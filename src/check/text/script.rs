//! Texts in another script than their language is written in.

use super::Text;
use crate::diagnostic::{Code, Diagnostic};
use crate::language::Language;

/// A script, or several that are written together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Han,
    Kana,
    Hangul,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Thai,
    Devanagari,
}

const SCRIPTS: &[(Script, &str)] = &[
    (Script::Latin, "Latin letters"),
    (Script::Han, "Chinese characters"),
    (Script::Kana, "kana"),
    (Script::Hangul, "hangul"),
    (Script::Cyrillic, "Cyrillic letters"),
    (Script::Greek, "Greek letters"),
    (Script::Arabic, "Arabic letters"),
    (Script::Hebrew, "Hebrew letters"),
    (Script::Thai, "Thai letters"),
    (Script::Devanagari, "Devanagari"),
];

/// Fewer letters may be a name or a quotation.
const FEWEST_LETTERS: usize = 60;

pub(super) fn mismatch(text: &Text<'_>, found: &mut Vec<Diagnostic>) {
    let language = text.source.language;
    let Some(expected) = scripts(language) else { return };
    let counts = counts(&text.outline.words);
    let total: usize = counts.iter().map(|(count, ..)| count).sum();
    let own = counts.iter().filter(|(_, script, _)| expected.contains(script));
    let own: usize = own.map(|(count, ..)| count).sum();
    if total < FEWEST_LETTERS || own * 5 >= total {
        return;
    }
    let Some((_, _, words)) = counts.iter().max_by_key(|(count, ..)| count) else {
        return;
    };
    let message =
        format!("the text is written in {words}, and its language is `{language}`");
    let span = text.language_span;
    found.push(text.found(Code::LanguageAgainstText, span, message).help(
        "say the language with `lang: …` or in the file's name, such as `name.ja.md`",
    ));
}

/// The letters of a text by script.
fn counts(words: &str) -> Vec<(usize, Script, &'static str)> {
    let mut counts: Vec<(usize, Script, &str)> =
        SCRIPTS.iter().map(|&(script, words)| (0, script, words)).collect();
    for script in words.chars().filter_map(script) {
        if let Some(known) = counts.iter_mut().find(|(_, known, _)| *known == script) {
            known.0 += 1;
        }
    }
    counts
}

fn script(letter: char) -> Option<Script> {
    match letter {
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
            Some(Script::Latin)
        }
        '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}' => {
            Some(Script::Han)
        }
        '\u{3041}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}' => Some(Script::Kana),
        '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => Some(Script::Hangul),
        '\u{400}'..='\u{52F}' => Some(Script::Cyrillic),
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Script::Greek),
        '\u{620}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => Some(Script::Arabic),
        '\u{5D0}'..='\u{5EA}' => Some(Script::Hebrew),
        '\u{E01}'..='\u{E4E}' => Some(Script::Thai),
        '\u{900}'..='\u{97F}' => Some(Script::Devanagari),
        _ => None,
    }
}

/// The scripts of a language, where it has but one way to be written and the tag names no
/// other.
fn scripts(language: &Language) -> Option<&'static [Script]> {
    if language.script().is_some_and(|script| script.len() == 4 && is_latin(script)) {
        return Some(&[Script::Latin]);
    }
    Some(match language.primary() {
        "cs" | "da" | "de" | "en" | "es" | "et" | "fi" | "fr" | "hu" | "id" | "is"
        | "it" | "lt" | "lv" | "nb" | "nl" | "nn" | "no" | "pl" | "pt" | "ro" | "sk"
        | "sl" | "sv" | "sw" | "tl" | "tr" | "vi" => &[Script::Latin],
        "ja" => &[Script::Han, Script::Kana],
        "zh" => &[Script::Han],
        "ko" => &[Script::Hangul, Script::Han],
        "be" | "bg" | "mk" | "ru" | "uk" => &[Script::Cyrillic],
        "el" => &[Script::Greek],
        "ar" | "fa" | "ur" => &[Script::Arabic],
        "he" => &[Script::Hebrew],
        "th" => &[Script::Thai],
        "hi" | "mr" | "ne" => &[Script::Devanagari],
        _ => return None,
    })
}

fn is_latin(script: &str) -> bool {
    script == "Latn"
}
