//! Works in the order of their titles, under the letters that readers look under.

use super::collation::Collation;
use crate::archive::{Archive, Group, InterfaceId, Titles, WorkId};

/// The order for each interface language.
pub(super) fn titles(archive: &Archive) -> Vec<Titles> {
    archive.interfaces().map(|interface| titles_in(archive, interface)).collect()
}

fn titles_in(archive: &Archive, interface: InterfaceId) -> Titles {
    let language = archive.interface(interface);
    let words: Vec<&str> = (0..archive.works.len())
        .map(|at| {
            let version = archive.version_for(WorkId::new(at), language);
            let metadata = &archive.document(version).metadata;
            let word = metadata.title_reading.as_deref().unwrap_or(&metadata.title);
            word.trim_start_matches(|c: char| !c.is_alphanumeric())
        })
        .collect();
    let sorted = Collation::of(language).order(words.iter().copied());
    let mut groups: Vec<Group> = Vec::new();
    for (position, &at) in sorted.iter().enumerate() {
        let label = words.get(at).map_or_else(String::new, |word| letter(word));
        match groups.last_mut().filter(|group| *group.label == *label) {
            Some(group) => group.count += 1,
            None => groups.push(Group { label: label.into(), start: position, count: 1 }),
        }
    }
    Titles { order: sorted.into_iter().map(WorkId::new).collect(), groups }
}

/// What a word stands under: its Latin letter, its row of kana, its first character, or
/// `#` for digits and signs.
fn letter(word: &str) -> String {
    let Some(first) = word.chars().next() else { return "#".to_owned() };
    if let Some(row) = kana_row(first) {
        return row.to_string();
    }
    if is_han(first) {
        return "漢".to_owned();
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

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn words_stand_under_letters() {
        let check = |word, expected| assert_eq!(letter(word), expected, "{word}");
        check("Étude", "E");
        check("zoo", "Z");
        check("がっこう", "か");
        check("ヴ", "あ");
        check("世界", "漢");
        check("1970", "#");
        check("", "#");
        check("Жизнь", "Ж");
        check("한국", "한");
    }
}
