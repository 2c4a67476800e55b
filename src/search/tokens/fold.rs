//! Different spellings of the same made one: NFKC, lower case, Latin and Greek letters
//! without diacritics, nothing that cannot be seen.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

use super::scripts::{is_in, is_latin_or_greek, is_mark};

/// What nobody sees (Unicode's `Default_Ignorable_Code_Point`), and points that Hebrew and
/// Arabic are mostly written without.
const DROPPED: &[(char, char)] = &[
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{591}', '\u{5BD}'),
    ('\u{5BF}', '\u{5BF}'),
    ('\u{5C1}', '\u{5C2}'),
    ('\u{5C4}', '\u{5C5}'),
    ('\u{5C7}', '\u{5C7}'),
    ('\u{610}', '\u{61A}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{640}', '\u{640}'),
    ('\u{64B}', '\u{65F}'),
    ('\u{670}', '\u{670}'),
    ('\u{6D6}', '\u{6DC}'),
    ('\u{6DF}', '\u{6E4}'),
    ('\u{6E7}', '\u{6E8}'),
    ('\u{6EA}', '\u{6ED}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFF8}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// Folds texts; keeps its buffer between them.
#[derive(Debug, Default)]
pub(super) struct Folder {
    out: String,
}

impl Folder {
    /// The folded text.
    pub(super) fn fold(&mut self, text: &str) -> &str {
        self.out.clear();
        let mut is_on_base = false;
        for c in ComposingNormalizerBorrowed::new_nfkc().normalize(text).chars() {
            for c in c.to_lowercase() {
                if is_in(DROPPED, c) || (is_on_base && is_mark(c)) {
                    continue;
                }
                self.push(c);
                is_on_base = self.out.chars().next_back().is_some_and(is_base);
            }
        }
        &self.out
    }

    fn push(&mut self, c: char) {
        match other_letters(c) {
            Some(letters) => self.out.push_str(letters),
            None if has_diacritics(c) => self.out.push(undressed(c)),
            None => self.out.push(c),
        }
    }
}

/// Whether the character loses its marks: a digit, a Latin or a Greek letter.
fn is_base(c: char) -> bool {
    c.is_ascii_digit() || is_latin_or_greek(c)
}

/// Letters that are no letter with a mark, yet are often written otherwise.
fn other_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '\u{2019}' | '\u{2BC}' => "'",
        _ => return None,
    })
}

fn has_diacritics(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{3FF}' | '\u{1E00}'..='\u{1FFF}')
}

/// The letter under all its marks.
fn undressed(c: char) -> char {
    let decomposition = CanonicalDecompositionBorrowed::new();
    let mut letter = c;
    // Unicode's longest decomposition has four characters.
    for _ in 0..4 {
        match decomposition.decompose(letter) {
            Decomposed::Default => break,
            Decomposed::Singleton(first) | Decomposed::Expansion(first, _) => {
                letter = first;
            }
        }
    }
    letter
}
