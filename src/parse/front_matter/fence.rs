//! Where front matter begins and ends.

use crate::text::Span;

/// What a file opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Text at once.
    Text,
    /// YAML between two fences; the text begins at `body`.
    Yaml {
        /// Between the fences.
        block: Span,
        /// First byte of the text.
        body: usize,
    },
    /// TOML between `+++` fences; the text begins at `body`.
    Toml {
        /// The opening fence.
        fence: Span,
        /// First byte of the text.
        body: usize,
    },
    /// A fence that nothing closes.
    Unclosed {
        /// The opening fence.
        fence: Span,
    },
}

/// Finds the front matter. Blank lines may stand before it.
pub(super) fn opening(text: &str) -> Opening {
    let start = text.len() - text.trim_start_matches(['\n', '\r', ' ']).len();
    let start = text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
    let mut lines = Lines { text, at: start };
    let Some((first, after)) = lines.next() else { return Opening::Text };
    let word = text.get(first.range()).unwrap_or("").trim_end();
    let closers: &[&str] = match word {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return Opening::Text,
    };
    let fence = Span::new(first.start as usize, first.start as usize + word.len());
    for (line, body) in lines {
        if closers.contains(&text.get(line.range()).unwrap_or("").trim_end()) {
            let block = Span::new(after, line.start as usize);
            return match word {
                "---" => Opening::Yaml { block, body },
                _ => Opening::Toml { fence, body },
            };
        }
    }
    Opening::Unclosed { fence }
}

/// Lines with the offset that follows their line break.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = (Span, usize);

    fn next(&mut self) -> Option<(Span, usize)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n');
        let start = self.at;
        let end = start + length.unwrap_or(rest.len());
        self.at = length.map_or(end, |_| end + 1);
        Some((Span::new(start, end), self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_found() {
        let check = |text: &str, block: &str, rest: &str| match opening(text) {
            Opening::Yaml { block: span, body } => {
                assert_eq!(text.get(span.range()), Some(block));
                assert_eq!(text.get(body..), Some(rest));
            }
            other => panic!("{text:?}: {other:?}"),
        };
        check("---\na: 1\n---\nText", "a: 1\n", "Text");
        check("---\r\na: 1\r\n---\r\nText", "a: 1\r\n", "Text");
        check("\n---\na: 1\n...\nText", "a: 1\n", "Text");
        check("---\n---\n", "", "");
        check("---  \na: 1\n---", "a: 1\n", "");
    }

    #[test]
    fn other_openings() {
        assert_eq!(opening(""), Opening::Text);
        assert_eq!(opening("Text\n---\n"), Opening::Text);
        assert_eq!(opening("----\n"), Opening::Text);
        assert_eq!(opening("---\na: 1\n"), Opening::Unclosed { fence: Span::new(0, 3) });
        assert!(matches!(opening("+++\na = 1\n+++\n"), Opening::Toml { .. }));
    }
}
