//! Texts and what becomes of them.

mod blocks;
mod lines;
mod plain;
mod notes;
mod raw_html;
mod facts;
mod passages;

use crate::language::Language;

use super::*;

/// Knows `known.md`, `日.md`, `map.png` and the fragment `#p1`.
struct Site;

impl Resolver for Site {
    fn link(&self, target: &str) -> Target {
        match target {
            "known.md" => Target::Href("../known/".into()),
            "日 a.md#p1" => Target::Href("../日 a/#p1".into()),
            "#p1" => Target::Keep,
            _ => Target::Broken,
        }
    }

    fn image(&self, target: &str) -> Picture {
        match target {
            "map.png" => Picture::File { src: "../map.png".into(), size: Some((4, 3)) },
            "kept.png" => Picture::Keep,
            _ => Picture::Broken,
        }
    }
}

fn render(text: &str, settings: &Settings) -> Html {
    let language = Language::parse("en").unwrap();
    let source = Source { text, start: 0, language: &language, title: Some("The Title") };
    let (labels, highlighter) = (Labels::default(), Highlighter::new());
    let page =
        Surroundings { resolver: &Site, labels: &labels, highlighter: &highlighter };
    html(&source, settings, &page)
}

fn check(text: &str, expected: &str) {
    let html = render(text, &Settings::default()).html;
    assert_eq!(html.trim_end(), expected, "{text}");
}
