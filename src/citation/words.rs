//! The terms of citations, in English and Japanese.

use super::Record;
use super::said::contains;
use crate::document::{Kind, Translation};

/// The word for a kind in one language; none for documents of no particular kind.
pub(super) type Kinds = fn(Kind) -> Option<&'static str>;

/// The English word for a kind, as it stands within a sentence.
pub(super) fn english(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Communique => "communiqué",
        Kind::JointStatement => "joint statement",
        Kind::Treaty => "treaty",
        Kind::ExchangeOfNotes => "exchange of notes",
        Kind::Resolution => "resolution",
        Kind::Speech => "speech",
        Kind::Statement => "statement",
        Kind::PressRelease => "press release",
        Kind::PressConference => "press conference",
        Kind::Letter => "letter",
        Kind::Telegram => "telegram",
        Kind::Memorandum => "memorandum",
        Kind::Report => "report",
        Kind::Law => "law",
        Kind::Other => return None,
    })
}

/// The Japanese word for a kind.
pub(super) fn japanese(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Communique => "コミュニケ",
        Kind::JointStatement => "共同声明",
        Kind::Treaty => "条約",
        Kind::ExchangeOfNotes => "交換公文",
        Kind::Resolution => "決議",
        Kind::Speech => "演説",
        Kind::Statement => "声明",
        Kind::PressRelease => "報道発表",
        Kind::PressConference => "記者会見",
        Kind::Letter => "書簡",
        Kind::Telegram => "電報",
        Kind::Memorandum => "覚書",
        Kind::Report => "報告書",
        Kind::Law => "法令",
        Kind::Other => return None,
    })
}

/// A genre as it stands within a sentence: “joint communiqué”, “UN resolution”. Only
/// words that are known to be no names lose their capital.
pub(super) fn uncapitalised(genre: &str) -> String {
    let genre = genre.trim();
    let first = genre.split_whitespace().next().unwrap_or_default();
    let lower = first.to_lowercase();
    let begins = |kind: &Kind| {
        english(*kind).and_then(|word| word.split(' ').next()) == Some(&*lower)
    };
    let rest = genre.strip_prefix(first).unwrap_or_default();
    if Kind::ALL.iter().any(begins) { format!("{lower}{rest}") } else { genre.to_owned() }
}

/// With a capital letter at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Whose translation it is, or of what sort: `provisional translation by A. Sato`; with
/// only a translator, these words of the style before the name. None where the title
/// says that it is a translation.
pub(super) fn translation(record: &Record<'_>, by: &str) -> Option<String> {
    if contains(record.title, "translation") {
        return None;
    }
    let sort = record.translation.map(Translation::name);
    match (sort, record.translator) {
        (Some(sort), Some(name)) => Some(format!("{sort} translation by {name}")),
        (Some(sort), None) => Some(format!("{sort} translation")),
        (None, Some(name)) => Some(format!("{by} {name}")),
        (None, None) => None,
    }
}

/// The same in Japanese: `仮訳`, `佐藤明訳`.
pub(super) fn translation_japanese(record: &Record<'_>) -> Option<String> {
    let sort = match record.translation {
        Some(Translation::Official) => "公式訳",
        Some(Translation::Provisional) => "仮訳",
        Some(Translation::Unofficial) => "非公式訳",
        Some(Translation::None) | None => "訳",
    };
    let name = record.translator.unwrap_or_default();
    let is_said = sort != "訳" && contains(record.title, sort);
    let is_nothing = sort == "訳" && name.is_empty();
    (!is_said && !is_nothing).then(|| match (sort, name) {
        ("訳", name) => format!("{name}訳"),
        (sort, "") => sort.to_owned(),
        (sort, name) => format!("{name}による{sort}"),
    })
}
