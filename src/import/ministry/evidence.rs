//! What tells a page of the ministry: its sections, or words that only such pages have.

use crate::import::format::Foreign;

/// Sections of the ministry's site, and the kind of what stands under them.
const SECTIONS: &[(&str, Option<&str>)] = &[
    ("Press Releases", Some("press-release")),
    ("Press Conferences", Some("press-conference")),
    ("Speeches", Some("speech")),
    ("報道発表", Some("press-release")),
    ("記者会見", Some("press-conference")),
    ("外務省・新着情報", None),
];

/// What only the ministry's pages say.
const EVIDENCE: &[&str] = &[
    "Minister for Foreign Affairs of Japan",
    "Ministry of Foreign Affairs of Japan",
    "This is a provisional translation",
    "mofa.go.jp",
    "(END)",
    "外務大臣は",
];

/// Whether a text is such a page.
pub(super) fn is_page(foreign: &Foreign<'_>) -> bool {
    let mut lines = foreign.lines.iter().filter(|line| !line.is_blank());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    if section(&first.text).is_some() {
        return true;
    }
    let text = &first.text;
    let is_topic = text.chars().count() <= 40
        && text.split_whitespace().count() <= 5
        && !text.ends_with(['.', ',', ':', '。', '、'])
        && !text.starts_with(['#', '-', '[', '<', '"']);
    let is_title = second.text.chars().count() >= 20
        && !second.text.ends_with(['.', ',', ':', '。'])
        && !second.text.starts_with(['-', '[']);
    let near: String = foreign.file.text.chars().take(6000).collect();
    is_topic && is_title && EVIDENCE.iter().any(|words| near.contains(words))
}

/// The section of the site that a line names, with the kind of what stands under it.
pub(super) fn section(
    text: &str,
) -> Option<&'static (&'static str, Option<&'static str>)> {
    SECTIONS.iter().find(|(name, _)| *name == text)
}
