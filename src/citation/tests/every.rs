//! What holds of every citation, whatever is known of the document.

use super::*;
use crate::document::Translation;

const TITLES: &[&str] = &["Title.", "Why?", "The “X.”", "題名。", "عنوان", "[x]", ":"];
const KINDS: &[Option<Kind>] = &[
    None,
    Some(Kind::Speech),
    Some(Kind::Report),
    Some(Kind::Law),
    Some(Kind::Resolution),
    Some(Kind::Treaty),
];

#[test]
fn punctuation_never_doubles() {
    let dates = [None, date("1945~"), date("2018-04-23"), date("1945/..")];
    for language in [&*ENGLISH, &*JAPANESE] {
        for &title in TITLES {
            for &kind in KINDS {
                for parts in 0..32 {
                    let issued = dates[parts % dates.len()];
                    let record = with_parts(Record::titled(title, language), parts);
                    check_sound(&Record { kind, issued, ..record });
                }
            }
        }
    }
}

/// A record that has the parts whose bits are set.
fn with_parts(mut record: Record<'_>, parts: usize) -> Record<'_> {
    let has = |bit: usize| parts & (1 << bit) != 0;
    if has(0) {
        record.author = vec![Creator::Institution("Acme Inc."), literal("Doe, J.")];
        record.number = Some("No. 4 (b)");
    }
    if has(1) {
        record.publisher = Some("Smith & Co.");
        record.pages = Some("p. 12");
    }
    if has(2) {
        record.place = Some("Washington, D.C.");
        record.venue = Some("Hall “A”");
        record.genre = Some("Note verbale.");
    }
    if has(3) {
        record.archive = "Who Said It?";
        record.translation = Some(Translation::Official);
    }
    if has(4) {
        record.url = "https://x.org/d/".to_owned();
    }
    record
}

fn check_sound(record: &Record<'_>) {
    const WRONG: &[&str] = &[
        "..", ",.", ".,.", ",,", ", ,", "()", "[]", "( ", "[ ", "“”", "「」", "『』",
        "、、", "。。", "、。", "  ", " ,", " .", "?.", "!.", "。.", "？.", ".”.", ",”.",
        ".”,",
    ];
    for &style in Style::ALL {
        let text = cite(record, style, &ENGLISH).to_string();
        for wrong in WRONG {
            assert!(!text.contains(wrong), "`{wrong}` in {style:?}: {text}");
        }
        assert_eq!(text, text.trim(), "{style:?}");
        assert!(!text.starts_with([',', '.', '、', '。']), "{style:?}: {text}");
    }
}

#[test]
fn runs_are_whole() {
    let record = Record { archive: "Archive", ..titled("X") };
    for &style in Style::ALL {
        let text = cite(&record, style, &ENGLISH);
        assert!(text.runs.iter().all(|run| !run.text.is_empty()));
        assert!(text.runs.windows(2).all(|pair| pair[0].face != pair[1].face));
    }
}

#[test]
fn names_of_styles_differ() {
    let mut names: Vec<_> = Style::ALL.iter().map(|style| style.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Style::ALL.len());
}
