//! Names of persons and things, invented from syllables so that there is no end of them.

use super::dice::{Dice, Sort};
use super::language::Language;

/// The name of a person of the archive.
pub(super) struct Name {
    pub(super) family: String,
    pub(super) given: String,
}

/// The person of that number, always the same one; known in each language by a name of
/// its own.
pub(super) fn person(seed: u64, number: usize, language: Language) -> Name {
    let mut dice = Dice::new(seed, Sort::Person, number as u64);
    match language {
        Language::English => {
            let mut family = String::new();
            latin(&mut dice, &mut family, 2);
            Name { family, given: dice.any(GIVEN).to_owned() }
        }
        Language::Japanese => {
            let [first, second] = [dice.any(FAMILY_FIRST), dice.any(FAMILY_SECOND)];
            let family = format!("{first}{second}");
            Name { family, given: dice.any(GIVEN_KANJI).to_owned() }
        }
    }
}

/// A name that few documents have: "Mr. Kenvaro", "the Ostrelin".
pub(super) fn rare(dice: &mut Dice, out: &mut String) {
    out.push_str(dice.any(&["Mr. ", "Dr. ", "the ", "Colonel ", "Port ", ""]));
    let syllables = dice.between(2, 4);
    latin(dice, out, syllables);
}

/// A foreign name as Japanese texts write it.
pub(super) fn rare_kana(dice: &mut Dice, out: &mut String) {
    for _ in 0..dice.between(2, 4) {
        out.push_str(dice.any(KANA));
    }
    out.push_str(dice.any(&["", "氏", "島", "港", "号", "州"]));
}

fn latin(dice: &mut Dice, out: &mut String, syllables: usize) {
    let start = out.len();
    for _ in 0..syllables {
        out.push_str(dice.any(ONSETS));
        out.push_str(dice.any(RHYMES));
    }
    if let Some(first) = out.get_mut(start..=start) {
        first.make_ascii_uppercase();
    }
}

const ONSETS: &[&str] = &[
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r",
    "s", "st", "t", "tr", "v", "w", "y", "z",
];

const RHYMES: &[&str] = &[
    "a", "al", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "ol", "on", "or",
    "u", "un", "ash", "eth", "ov",
];

const KANA: &[&str] = &[
    "アル",
    "ベル",
    "カン",
    "ダル",
    "エスト",
    "フォー",
    "ガル",
    "ハン",
    "イス",
    "コル",
    "ラン",
    "マール",
    "ノヴァ",
    "オルト",
    "ペル",
    "レン",
    "サン",
    "トリ",
    "ウル",
    "ヴァン",
    "ワー",
    "ゼン",
];

const GIVEN: &[&str] = &[
    "Anna",
    "Bernard",
    "Clara",
    "David",
    "Elena",
    "Felix",
    "Grace",
    "Henry",
    "Irene",
    "James",
    "Katherine",
    "Leon",
    "Marta",
    "Nora",
    "Oscar",
    "Paul",
    "Rosa",
    "Samuel",
    "Thomas",
    "Vera",
    "Walter",
    "Yusuf",
];

const FAMILY_FIRST: &[&str] = &[
    "田", "山", "川", "石", "松", "藤", "小", "大", "西", "東", "北", "南", "高", "中",
    "上", "森", "村", "吉", "福", "長",
];

const FAMILY_SECOND: &[&str] = &[
    "田", "山", "川", "原", "本", "井", "野", "村", "島", "沢", "木", "岡", "崎", "谷",
    "橋", "口", "浦", "瀬", "塚", "倉",
];

const GIVEN_KANJI: &[&str] = &[
    "一郎", "正雄", "和子", "健二", "明", "茂", "幸子", "誠", "洋子", "隆", "恵子", "博",
    "進", "千代", "実", "直樹", "文雄", "美智", "康夫", "節子",
];
