//! Languages as babel names them, for biblatex's `langid`.

use crate::language::Language;

/// By tag or primary language, sorted.
const NAMES: &[(&str, &str)] = &[
    ("af", "afrikaans"),
    ("ar", "arabic"),
    ("be", "belarusian"),
    ("bg", "bulgarian"),
    ("bn", "bengali"),
    ("br", "breton"),
    ("bs", "bosnian"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("cy", "welsh"),
    ("da", "danish"),
    ("de", "ngerman"),
    ("de-AT", "naustrian"),
    ("de-CH", "nswissgerman"),
    ("el", "greek"),
    ("en", "english"),
    ("en-AU", "australian"),
    ("en-CA", "canadian"),
    ("en-GB", "british"),
    ("en-NZ", "newzealand"),
    ("en-US", "american"),
    ("eo", "esperanto"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("eu", "basque"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("fr-CA", "canadien"),
    ("ga", "irish"),
    ("gd", "scottish"),
    ("gl", "galician"),
    ("he", "hebrew"),
    ("hi", "hindi"),
    ("hr", "croatian"),
    ("hu", "hungarian"),
    ("hy", "armenian"),
    ("id", "indonesian"),
    ("is", "icelandic"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("ka", "georgian"),
    ("km", "khmer"),
    ("ko", "korean"),
    ("la", "latin"),
    ("lo", "lao"),
    ("lt", "lithuanian"),
    ("lv", "latvian"),
    ("mk", "macedonian"),
    ("ml", "malayalam"),
    ("mn", "mongolian"),
    ("mr", "marathi"),
    ("ms", "malay"),
    ("nb", "norsk"),
    ("nl", "dutch"),
    ("nn", "nynorsk"),
    ("no", "norsk"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("pt-BR", "brazilian"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sk", "slovak"),
    ("sl", "slovene"),
    ("sq", "albanian"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("ta", "tamil"),
    ("te", "telugu"),
    ("th", "thai"),
    ("tr", "turkish"),
    ("uk", "ukrainian"),
    ("ur", "urdu"),
    ("vi", "vietnamese"),
    ("zh", "chinese-simplified"),
    ("zh-HK", "chinese-traditional"),
    ("zh-Hant", "chinese-traditional"),
    ("zh-TW", "chinese-traditional"),
];

/// Babel's name of a language, where it has one.
pub(super) fn langid(language: &Language) -> Option<&'static str> {
    let find = |tag: &str| {
        let at = NAMES.binary_search_by(|(known, _)| (*known).cmp(tag)).ok()?;
        NAMES.get(at).map(|(_, name)| *name)
    };
    let scripted = || find(&format!("{}-{}", language.primary(), language.script()?));
    find(language.as_str()).or_else(scripted).or_else(|| find(language.primary()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_babels_names() {
        let check = |tag, expected| {
            assert_eq!(langid(&Language::parse(tag).unwrap()), expected, "{tag}");
        };
        check("en", Some("english"));
        check("en-GB", Some("british"));
        check("en-IE", Some("english"));
        check("ja", Some("japanese"));
        check("zh-Hant-TW", Some("chinese-traditional"));
        check("zh-Hans", Some("chinese-simplified"));
        check("ain", None);
        assert!(NAMES.is_sorted_by_key(|(tag, _)| tag));
    }
}
