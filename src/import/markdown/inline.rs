//! Text within a block, with its marks: emphasis, links, breaks, notes.

use super::escape;
use crate::text::floor_boundary;

/// A mark within text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Mark {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
}

/// Text that is being put together. White space counts once, as in XML and HTML.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct Inline {
    text: String,
    /// What stands at each [`RAW`], in order: Markdown that is written as it is.
    raw: Vec<String>,
}

// Noncharacters stand for marks until the neighbours of each are known.
const EMPHASIS: char = '\u{FDD0}';
const EMPHASIS_END: char = '\u{FDD1}';
const STRONG: char = '\u{FDD2}';
const STRONG_END: char = '\u{FDD3}';
const BREAK: char = '\u{FDD4}';
const RAW: char = '\u{FDD5}';

impl Inline {
    /// Adds text.
    pub(in crate::import) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space(),
                '\u{FDD0}'..='\u{FDEF}' | '\u{feff}' | '\u{200b}' => {}
                c if c.is_control() => self.space(),
                c => self.text.push(c),
            }
        }
    }

    fn space(&mut self) {
        // White space at the beginning of a mark belongs before it.
        if let Some(mark @ (EMPHASIS | STRONG)) = self.text.chars().next_back() {
            self.text.pop();
            self.space();
            self.text.push(mark);
            return;
        }
        let is_after = |c: char| !matches!(c, ' ' | BREAK);
        if self.text.chars().next_back().is_some_and(is_after) {
            self.text.push(' ');
        }
    }

    /// Opens a mark.
    pub(in crate::import) fn open(&mut self, mark: Mark) {
        self.text.push(match mark {
            Mark::Emphasis => EMPHASIS,
            Mark::Strong => STRONG,
        });
    }

    /// Closes the mark that was opened last.
    pub(in crate::import) fn close(&mut self, mark: Mark) {
        let (open, end) = match mark {
            Mark::Emphasis => (EMPHASIS, EMPHASIS_END),
            Mark::Strong => (STRONG, STRONG_END),
        };
        // White space belongs outside, and a mark around nothing is none.
        let inner = self.text.trim_end_matches(' ').len();
        let had_space = inner < self.text.len();
        self.text.truncate(inner);
        if self.text.ends_with(open) {
            self.text.pop();
        } else {
            self.text.push(end);
        }
        if had_space {
            self.space();
        }
    }

    /// Breaks the line.
    pub(in crate::import) fn line_break(&mut self) {
        let length = self.text.trim_end_matches(' ').len();
        self.text.truncate(length);
        if !self.text.is_empty() {
            self.text.push(BREAK);
        }
    }

    /// Adds Markdown that is written as it is.
    pub(in crate::import) fn raw(&mut self, markdown: &str) {
        self.text.push(RAW);
        self.raw.push(markdown.to_owned());
    }

    /// Begins the text of a link.
    pub(in crate::import) fn open_link(&mut self) {
        self.raw("[");
    }

    /// Ends the text of the link that was begun last; a link without a text is none.
    pub(in crate::import) fn close_link(&mut self, address: &str) {
        let length = self.text.trim_end_matches(' ').len();
        let is_bare = self.text.get(..length).is_some_and(|text| text.ends_with(RAW))
            && self.raw.last().is_some_and(|raw| raw == "[");
        if is_bare {
            self.text.truncate(length - RAW.len_utf8());
            self.raw.pop();
            return;
        }
        let is_plain = !address.contains(['(', ')', ' ', '<', '>', '\\']);
        let address = match is_plain {
            true => address.to_owned(),
            false => {
                let bare = address.replace(['<', '>', '\\'], "").replace(' ', "%20");
                format!("<{bare}>")
            }
        };
        let had_space = length < self.text.len();
        self.text.truncate(length);
        self.raw(&format!("]({address})"));
        if had_space {
            self.space();
        }
    }

    /// Whether the line has just been broken.
    pub(in crate::import) fn is_broken(&self) -> bool {
        self.text.trim_end_matches(' ').ends_with(BREAK)
    }

    /// Whether nothing that shows has been added.
    pub(in crate::import) fn is_empty(&self) -> bool {
        !self.text.contains(|c: char| !matches!(c, ' ' | EMPHASIS..=BREAK))
    }

    /// The text without marks, as it reads.
    pub(in crate::import) fn plain(&self) -> String {
        let text: String = self.text.chars().filter_map(without_marks).collect();
        text.trim().to_owned()
    }

    /// The text as Markdown.
    pub(in crate::import) fn finish(&self) -> String {
        let text = self.text.trim_matches([' ', BREAK]);
        let mut out = String::with_capacity(text.len() + 16);
        let mut raw = self.raw.iter();
        let (mut before, mut open) = (None, Vec::new());
        for (at, c) in text.char_indices() {
            let after = text.get(at + c.len_utf8()..).unwrap_or_default();
            match c {
                EMPHASIS | STRONG => opened(&mut out, (before, c, after), &mut open),
                EMPHASIS_END | STRONG_END => closed(&mut out, &mut open),
                BREAK => out.push_str("\\\n"),
                RAW => out.push_str(raw.next().map_or("", String::as_str)),
                _ => escape::push(&mut out, before, c, after),
            }
            before = Some(c);
        }
        while !open.is_empty() {
            closed(&mut out, &mut open);
        }
        let lines = out.split("\\\n").map(|line| escape::guarded(line.trim_start()));
        lines.collect::<Vec<_>>().join("\\\n")
    }
}

fn without_marks(c: char) -> Option<char> {
    match c {
        BREAK => Some('\n'),
        '\u{FDD0}'..='\u{FDEF}' => None,
        c => Some(c),
    }
}

/// How far ahead the end of a mark is looked for, in bytes.
const NEAR: usize = 2000;

/// Opens a mark: with asterisks where Markdown takes them for it, else with HTML.
fn opened(
    out: &mut String,
    (before, mark, after): (Option<char>, char, &str),
    open: &mut Vec<&'static str>,
) {
    let end = if mark == EMPHASIS { EMPHASIS_END } else { STRONG_END };
    // A mark that goes on for longer is written as HTML: the time stays linear.
    let near = after.get(..floor_boundary(after, NEAR)).unwrap_or_default();
    let inner = near.split(end).next().unwrap_or_default();
    let following = after.get(inner.len() + end.len_utf8()..);
    let following = following.and_then(|rest| rest.chars().next());
    let is_open = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_mark(c));
    let is_plain = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let begins = is_open(before) || is_plain(inner.chars().next());
    let ends = is_open(following) || is_plain(inner.chars().next_back());
    let is_alone = !out.ends_with('*') && !following.is_some_and(is_emphasis);
    let is_simple = !inner.contains(is_emphasis) && inner.len() < near.len();
    let (begin, end) = match (begins && ends && is_alone && is_simple, mark) {
        (true, EMPHASIS) => ("*", "*"),
        (true, _) => ("**", "**"),
        (false, EMPHASIS) => ("<em>", "</em>"),
        (false, _) => ("<strong>", "</strong>"),
    };
    out.push_str(begin);
    open.push(end);
}

fn closed(out: &mut String, open: &mut Vec<&'static str>) {
    if let Some(end) = open.pop() {
        out.push_str(end);
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, BREAK)
}

fn is_emphasis(c: char) -> bool {
    matches!(c, EMPHASIS..=STRONG_END)
}

#[cfg(test)]
mod tests {
    use super::{Inline, Mark};

    /// `_x_` is emphasis, `^x^` strong, `/` a break.
    fn check(pieces: &str, expected: &str) {
        let mut inline = Inline::default();
        let mut open = Vec::new();
        for piece in pieces.split_inclusive(['_', '^', '/']) {
            inline.text(piece.trim_end_matches(['_', '^', '/']));
            let mark = match piece.chars().next_back() {
                Some('_') => Mark::Emphasis,
                Some('^') => Mark::Strong,
                Some('/') => {
                    inline.line_break();
                    continue;
                }
                _ => continue,
            };
            if open.last() == Some(&mark) {
                open.pop();
                inline.close(mark);
            } else {
                open.push(mark);
                inline.open(mark);
            }
        }
        assert_eq!(inline.finish(), expected, "{pieces}");
    }

    #[test]
    fn marks_are_markdown_where_markdown_has_them() {
        check("a _b_ c", "a *b* c");
        check("a_ b _c", "a *b* c");
        check("a __ b", "a b");
        check("^a^", "**a**");
        check("a_“b”_c", "a<em>“b”</em>c");
        check("un_der_go", "un*der*go");
        check("_a__b_", "<em>a</em>*b*");
        check("^a _b_ c^", "<strong>a *b* c</strong>");
        check("a_b", "a<em>b</em>");
    }

    #[test]
    fn lines_break_and_are_guarded() {
        check("a / b", "a\\\nb");
        check("a / 1. b", "a\\\n1\\. b");
        check("/ a /", "a");
        check(" a \n b\t", "a b");
    }
}
