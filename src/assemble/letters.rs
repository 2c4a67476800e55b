//! Words in the order of a language, under the letters that readers look under.

use super::collation::Collation;
use crate::archive::{Group, Index};
use crate::language::Language;

/// Things by their words: the positions of the words in order.
pub(super) fn index<'a>(
    language: &Language,
    words: impl Iterator<Item = &'a str>,
) -> Index<usize> {
    let words: Vec<&str> = words.map(sorted_by).collect();
    let order = Collation::of(language).order(&words);
    let groups = groups(order.iter().filter_map(|&at| words.get(at).copied()));
    Index { order, groups }
}

/// What of a word decides its place: all from its first letter or digit.
pub(super) fn sorted_by(word: &str) -> &str {
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// The letters that words in order stand under.
pub(super) fn groups<'a>(words: impl Iterator<Item = &'a str>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for (start, word) in words.enumerate() {
        let first = word.chars().next();
        // Most words begin as the word before.
        if last != Some(first) {
            let label = letter(first);
            if groups.last().is_none_or(|group| *group.label != *label) {
                groups.push(Group { label: label.into(), start, count: 0 });
            }
        }
        last = Some(first);
        if let Some(group) = groups.last_mut() {
            group.count += 1;
        }
    }
    groups
}

/// What a word of this first character stands under: its Latin letter, its row of kana, the consonant of its first
/// Korean syllable, its first character, or `#` for digits and signs.
fn letter(first: Option<char>) -> String {
    let Some(first) = first else { return "#".to_owned() };
    if first.is_ascii_alphabetic() {
        return first.to_ascii_uppercase().to_string();
    }
    if let Some(row) = kana_row(first) {
        return row.to_string();
    }
    if is_han(first) {
        return "漢".to_owned();
    }
    if let Some(consonant) = first_consonant(first) {
        return consonant.to_string();
    }
    if first.is_numeric() {
        return "#".to_owned();
    }
    // A slug folds diacritics away: `É` stands under `E`.
    let folded = crate::slug::slug(&first.to_string());
    let letter = folded.chars().next().unwrap_or(first);
    letter.to_uppercase().collect()
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The head of a kana's row: か for が, ガ, キ …
fn kana_row(c: char) -> Option<char> {
    let hiragana = match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60)?,
        _ => c,
    };
    Some(match hiragana {
        'ぁ'..='お' | 'ゔ' => 'あ',
        'か'..='ご' | 'ゕ' | 'ゖ' => 'か',
        'さ'..='ぞ' => 'さ',
        'た'..='ど' => 'た',
        'な'..='の' => 'な',
        'は'..='ぽ' => 'は',
        'ま'..='も' => 'ま',
        'ゃ'..='よ' => 'や',
        'ら'..='ろ' => 'ら',
        'ゎ'..='ん' => 'わ',
        _ => return None,
    })
}

/// The consonant that a Korean syllable begins with; doubled ones stand with the single.
fn first_consonant(c: char) -> Option<char> {
    // Syllables are in the order of their 19 first consonants, 588 to each.
    const CONSONANTS: [char; 19] = [
        'ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ',
        'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
    ];
    let from_first = (c as usize).checked_sub('가' as usize)?;
    CONSONANTS.get(from_first / 588).copied()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn words_stand_under_letters() {
        let check = |word: &str, expected| {
            assert_eq!(letter(word.chars().next()), expected, "{word}");
        };
        check("Étude", "E");
        check("zoo", "Z");
        check("がっこう", "か");
        check("ヴ", "あ");
        check("世界", "漢");
        check("1970", "#");
        check("", "#");
        check("Жизнь", "Ж");
        check("한국", "ㅎ");
        check("가나", "ㄱ");
        check("까치", "ㄱ");
        check("힣", "ㅎ");
    }
}
