//! Code in colours: classes for the theme's style sheet, no styles.

use std::sync::OnceLock;

use pulldown_cmark::CodeBlockKind;
use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Bytes of a block beyond which it stays plain; colours cost a second per megabyte.
const MAX_BYTES: usize = 64 * 1024;
/// Bytes of a line beyond which its block stays plain.
const MAX_LINE_BYTES: usize = 2000;

/// Colours code with classes that begin with `hl-`. Loads its grammars when it first
/// needs them; one serves a whole build.
#[derive(Default)]
pub struct Highlighter {
    grammars: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// A highlighter that has loaded nothing yet.
    #[must_use]
    pub fn new() -> Highlighter {
        Highlighter::default()
    }

    /// The code as HTML spans, where its language is known and it is not too long.
    pub(super) fn spans(&self, language: &str, code: &str) -> Option<String> {
        let is_long =
            code.len() > MAX_BYTES || code.lines().any(|l| l.len() > MAX_LINE_BYTES);
        if is_long {
            return None;
        }
        let grammars = self.grammars.get_or_init(SyntaxSet::load_defaults_newlines);
        let grammar = grammars.find_syntax_by_token(language)?;
        classed(grammars, grammar, code)
    }
}

fn classed(
    grammars: &SyntaxSet,
    grammar: &SyntaxReference,
    code: &str,
) -> Option<String> {
    let style = ClassStyle::SpacedPrefixed { prefix: "hl-" };
    let mut generator =
        ClassedHTMLGenerator::new_with_class_style(grammar, grammars, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// The language that a code block names, in lower case.
pub(super) fn language(kind: &CodeBlockKind) -> Option<String> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let name = info.split([' ', '\t', ',', '{']).next().unwrap_or("");
    let is_part = |c: &char| c.is_alphanumeric() || "+-#._".contains(*c);
    let name: String = name.chars().filter(is_part).take(40).collect();
    (!name.is_empty()).then(|| name.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grammar_works() {
        let highlighter = Highlighter::new();
        highlighter.spans("rust", "");
        let names: Vec<String> = highlighter
            .grammars
            .get()
            .unwrap()
            .syntaxes()
            .iter()
            .map(|s| s.name.clone())
            .collect();
        for name in names {
            let code = "<a b=\"c\"> # x /* y */ 'z' 12 {\n  if (a) { return $b; }\n}\n";
            assert!(highlighter.spans(&name, code).is_some(), "{name}");
        }
    }

    #[test]
    fn code_is_escaped_and_bounded() {
        let highlighter = Highlighter::new();
        let html = highlighter.spans("rust", "let a = \"<&\";\n").unwrap();
        assert!(html.contains("&lt;&amp;") && html.contains("class=\"hl-"), "{html}");
        assert_eq!(highlighter.spans("no-such-language", "x"), None);
        assert_eq!(highlighter.spans("rust", &"x\n".repeat(40_000)), None);
        assert_eq!(highlighter.spans("rust", &"x".repeat(3000)), None);
    }
}
