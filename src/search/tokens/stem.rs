//! The stem of an English word: plural and verb endings taken off.
//!
//! Steps 1a, 1b and 5 of Porter's algorithm ("An algorithm for suffix stripping", 1980),
//! with `ies` and `ied` made `y`. What is no English word comes out somewhat shorter or as
//! it was: the form itself is always found first.

use std::borrow::Cow;

/// The stem of a folded word.
pub fn stem(form: &str) -> Cow<'_, str> {
    let word = form.strip_suffix("'s").unwrap_or(form);
    if word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let mut word = word.to_owned();
    singular(&mut word);
    present(&mut word);
    tidy(&mut word);
    Cow::Owned(word)
}

/// Step 1a: `treaties`, `processes`, `nations`; not `crisis`, `status`.
fn singular(word: &mut String) {
    if word.ends_with("ies") {
        return replace(word, 3, if word.len() > 4 { "y" } else { "ie" });
    }
    let is_plural = word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    if word.ends_with("sses") {
        replace(word, 2, "");
    } else if is_plural {
        replace(word, 1, "");
    }
}

/// Step 1b: `agreed`, `ratified`, `stopped`, `making`.
fn present(word: &mut String) {
    if word.ends_with("ied") {
        return replace(word, 3, if word.len() > 4 { "y" } else { "ie" });
    }
    if word.ends_with("eed") {
        // `exceed` and its like are no past tense.
        if !word.ends_with("ceed") && measure(but(word, 3)) > 0 {
            replace(word, 1, "");
        }
        return;
    }
    let ending = match word {
        _ if word.ends_with("ed") => 2,
        _ if word.ends_with("ing") => 3,
        _ => return,
    };
    if !has_vowel(but(word, ending)) {
        return;
    }
    replace(word, ending, "");
    let is_short = measure(word.as_bytes()) == 1 && ends_short(word.as_bytes());
    if ["at", "bl", "iz"].iter().any(|end| word.ends_with(end)) || is_short {
        word.push('e');
    } else if word.len() > 3 && ends_double(word) && !word.ends_with(['l', 's', 'z']) {
        replace(word, 1, "");
    }
}

/// Step 5: `declare` and `declared`, `control` and `controlled`.
fn tidy(word: &mut String) {
    if word.ends_with('e') {
        let rest = but(word, 1);
        let measure = measure(rest);
        if measure > 1 || (measure == 1 && !ends_short(rest)) {
            replace(word, 1, "");
        }
    }
    if word.ends_with("ll") && measure(but(word, 1)) > 1 {
        replace(word, 1, "");
    }
}

fn replace(word: &mut String, cut: usize, ending: &str) {
    word.truncate(word.len().saturating_sub(cut));
    word.push_str(ending);
}

/// The word without its last letters.
fn but(word: &str, cut: usize) -> &[u8] {
    word.as_bytes().get(..word.len().saturating_sub(cut)).unwrap_or_default()
}

fn is_vowel(word: &[u8], at: usize) -> bool {
    match word.get(at) {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => true,
        // A `y` is a vowel behind a consonant.
        Some(b'y') => at.checked_sub(1).is_some_and(|before| !is_vowel(word, before)),
        _ => false,
    }
}

fn has_vowel(word: &[u8]) -> bool {
    (0..word.len()).any(|at| is_vowel(word, at))
}

/// How often a vowel is followed by a consonant.
fn measure(word: &[u8]) -> usize {
    let mut before = false;
    let turns = (0..word.len()).filter(|&at| {
        let is_turn = before && !is_vowel(word, at);
        before = is_vowel(word, at);
        is_turn
    });
    turns.count()
}

/// Whether it ends consonant, vowel, consonant, the last not w, x or y: `hop`, `stat`.
fn ends_short(word: &[u8]) -> bool {
    let Some(at) = word.len().checked_sub(3) else { return false };
    !is_vowel(word, at)
        && is_vowel(word, at + 1)
        && !is_vowel(word, at + 2)
        && !matches!(word.last(), Some(b'w' | b'x' | b'y'))
}

fn ends_double(word: &str) -> bool {
    let bytes = word.as_bytes();
    let last = bytes.len().checked_sub(1);
    last.is_some_and(|at| {
        at > 0 && bytes.get(at) == bytes.get(at - 1) && !is_vowel(bytes, at)
    })
}
