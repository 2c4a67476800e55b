//! The language of a text that does not say it: by its script, and by its commonest words.

use super::draft::{Confidence, Draft};
use crate::text::Span;

/// Small words that make up much of any text in their language and little of others.
const WORDS: &[(&str, &str)] = &[
    ("en", " the of and to that is with for be this which have from are by "),
    ("fr", " le la les des et du une dans que pour est par sur aux qui au "),
    ("de", " der die das und den von zu mit ist des nicht dem ein eine auf "),
    ("es", " el los las que del y una por con para es su al como más "),
    ("pt", " o os as que do da dos em uma para com não por é ao "),
    ("it", " il di che la della e per un una del con sono gli nel è "),
    ("nl", " de het een van en dat is te op voor met zijn niet aan er "),
];

/// Adds the language of a text to its draft: what the script tells is sure, what words
/// tell is a guess.
pub(super) fn speak(draft: &mut Draft, text: &str, at: Span) {
    match tongue(text) {
        Some(tag @ ("ja" | "ko")) => {
            draft.speaks(tag, Confidence::Derived, at, "its script");
        }
        Some(tag) => draft.speaks(tag, Confidence::Guessed, at, "its words"),
        None => {}
    }
}

/// The language of a text, where script or words tell it.
fn tongue(text: &str) -> Option<&'static str> {
    let sample: String = text.chars().take(20_000).collect();
    let count = |test: fn(char) -> bool| sample.chars().filter(|&c| test(c)).count();
    let letters = count(char::is_alphabetic);
    let kana = count(|c| matches!(c, '\u{3041}'..='\u{30FF}'));
    let hangul = count(|c| matches!(c, '\u{AC00}'..='\u{D7AF}'));
    let han = count(|c| matches!(c, '\u{3400}'..='\u{9FFF}'));
    match letters {
        0 => None,
        _ if kana * 20 > letters => Some("ja"),
        _ if hangul * 3 > letters => Some("ko"),
        _ if han * 2 > letters => Some("zh"),
        _ => by_words(&sample),
    }
}

/// The language whose small words are a seventh of the text, and twice those of any other.
fn by_words(text: &str) -> Option<&'static str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let mut counts: Vec<(usize, &str)> = WORDS
        .iter()
        .map(|(tag, known)| {
            let is_known = |word: &&String| known.contains(&format!(" {word} "));
            (words.iter().filter(is_known).count(), *tag)
        })
        .collect();
    counts.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let [(most, tag), (next, _), ..] = counts.as_slice() else { return None };
    (most * 7 > words.len() && *most > next * 3 / 2 && words.len() >= 8).then_some(*tag)
}

#[cfg(test)]
mod tests {
    use super::tongue;

    #[test]
    fn languages_are_told_by_their_text() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(tongue(text), expected, "{text}");
        };
        check(
            "Whereas recognition of the inherent dignity and of the rights",
            Some("en"),
        );
        check(
            "Considérant que la reconnaissance de la dignité et des droits de la famille \
             humaine est le fondement de la liberté",
            Some("fr"),
        );
        check("我々は、外交を行う", Some("ja"));
        check("鑑于对人类家庭所有成员的固有尊严", Some("zh"));
        check("모든 인류 구성원의 천부의 존엄성", Some("ko"));
        check("Всеобщая декларация прав человека", None);
        check("Tokyo 1965", None);
        check("", None);
    }
}
