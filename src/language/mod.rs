//! Languages as BCP 47 names them.

mod endonyms;

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A BCP 47 language tag in its canonical case: `en`, `zh-Hant`, `pt-BR`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// Reads a tag; `_` counts as `-`, case does not matter.
    ///
    /// Checks the form of RFC 5646's `langtag` (language, script, region, variants,
    /// extensions), not whether the subtags are registered.
    pub fn parse(text: &str) -> Option<Language> {
        let mut subtags = text.split(['-', '_']);
        let primary = subtags.next().filter(|s| is_primary(s))?;
        let mut tag = primary.to_ascii_lowercase();
        for subtag in subtags {
            tag.push('-');
            tag.push_str(&canonical_subtag(subtag)?);
        }
        (tag.len() <= MAX_BYTES).then(|| Language(tag.into()))
    }

    /// Reads a tag whose primary language is one that this program can name.
    ///
    /// For places where any word could stand, such as `report.final.md`.
    pub fn parse_known(text: &str) -> Option<Language> {
        Language::parse(text).filter(|language| language.endonym().is_some())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The primary language subtag: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }

    /// The script subtag, where the tag has one: `Hant` of `zh-Hant-TW`.
    pub fn script(&self) -> Option<&str> {
        self.0.split('-').skip(1).find(|s| s.len() == 4 && is_alphabetic(s))
    }

    /// The language's own name for itself, where it is known.
    pub fn endonym(&self) -> Option<&'static str> {
        endonyms::endonym(&self.0).or_else(|| endonyms::endonym(self.primary()))
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        let right_to_left = match self.script() {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&self.primary()),
        };
        if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
    }

    /// Whether its words are written without spaces between Han characters or kana.
    pub fn is_cjk(&self) -> bool {
        matches!(self.primary(), "ja" | "zh" | "yue" | "wuu" | "lzh")
    }
}

/// Which way lines of text run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in Latin.
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

const MAX_BYTES: usize = 35;
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arb", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb",
    "ps", "sd", "syr", "ug", "ur", "yi",
];
const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"];

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_primary(subtag: &str) -> bool {
    // Longer ones are reserved; what people write there is a language's name.
    matches!(subtag.len(), 2 | 3) && is_alphabetic(subtag)
}

fn canonical_subtag(subtag: &str) -> Option<String> {
    let form = subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    if !form || subtag.is_empty() || subtag.len() > 8 {
        return None;
    }
    Some(match subtag.len() {
        2 if is_alphabetic(subtag) => subtag.to_ascii_uppercase(),
        4 if is_alphabetic(subtag) => {
            let mut script = subtag.to_ascii_lowercase();
            if let Some(first) = script.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            script
        }
        _ => subtag.to_ascii_lowercase(),
    })
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.0)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_canonical() {
        let check = |text, expected: Option<&str>| {
            let tag = Language::parse(text);
            assert_eq!(tag.as_ref().map(Language::as_str), expected, "{text}");
        };
        check("EN", Some("en"));
        check("zh_hant_tw", Some("zh-Hant-TW"));
        check("el-polyton", Some("el-polyton"));
        check("cmn-Hans", Some("cmn-Hans"));
        check("english", None);
        check("v2", None);
        check("", None);
        check("english language", None);
        check("日本語", None);
        check("en-", None);
    }

    #[test]
    fn words_are_not_languages() {
        assert!(Language::parse_known("final").is_none());
        assert!(Language::parse_known("pdf").is_none());
        assert!(Language::parse_known("ja").is_some());
    }

    #[test]
    fn direction_follows_script_then_language() {
        let check = |tag: &str, expected| {
            assert_eq!(Language::parse(tag).unwrap().direction().as_str(), expected);
        };
        check("ar", "rtl");
        check("az-Arab", "rtl");
        check("ur-Latn", "ltr");
        check("ja", "ltr");
    }
}
