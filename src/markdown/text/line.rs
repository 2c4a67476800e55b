//! A line of plain text while it is being written.

use crate::markdown::characters::{is_forbidden, is_suspect, is_wide, position};

/// The words of a paragraph, a heading or a cell.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// Whether the source's line has ended since.
    is_broken: bool,
    script: Script,
}

/// How high letters stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Script {
    /// On the line.
    #[default]
    Normal,
    /// `10⁶`.
    Super,
    /// `H₂O`.
    Sub,
}

impl Line {
    /// Adds text.
    pub(super) fn push(&mut self, text: &str) {
        let Some(first) = text.chars().next() else { return };
        if std::mem::take(&mut self.is_broken) && self.needs_space(first) {
            self.text.push(' ');
        }
        let is_left = |byte| byte == b'\r' || is_suspect(byte);
        if self.script == Script::Normal
            && position(text.as_bytes(), 0, is_left).is_none()
        {
            return self.text.push_str(text);
        }
        let script = self.script;
        let kept = text.chars().filter(|&c| c != '\r' && !is_forbidden(c));
        self.text.extend(kept.map(|c| script.letter(c)));
    }

    /// The source's line ends: a space, save between wide characters.
    pub(super) fn soft_break(&mut self) {
        self.is_broken = !self.text.is_empty();
    }

    /// A line ends that the author wants to end.
    pub(super) fn hard_break(&mut self) {
        self.is_broken = false;
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        self.text.push('\n');
    }

    /// Ends an image's words; of one that has none nothing stays.
    pub(super) fn close_bracket(&mut self) {
        if self.text.ends_with('[') {
            self.text.pop();
        } else {
            self.push("]");
        }
    }

    /// A cell of a row begins.
    pub(super) fn next_cell(&mut self) {
        if !self.text.trim().is_empty() {
            self.is_broken = false;
            let end = self.text.trim_end().len();
            self.text.truncate(end);
            self.text.push_str(" | ");
        }
    }

    /// How high what follows stands.
    pub(super) fn set(&mut self, script: Script) {
        self.script = script;
    }

    /// The line, and begins another.
    pub(super) fn take(&mut self) -> String {
        let text = std::mem::take(self).text;
        text.trim().to_owned()
    }

    fn needs_space(&self, next: char) -> bool {
        let last = self.text.chars().next_back();
        let is_spaced = last.is_none_or(char::is_whitespace) || next.is_whitespace();
        let is_between_wide = last.is_some_and(is_wide) && is_wide(next);
        !is_spaced && !is_between_wide
    }
}

impl Script {
    /// The letter at this height, where Unicode has it.
    fn letter(self, c: char) -> char {
        const HIGH: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
        const LOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
        let letters = match self {
            Script::Normal => return c,
            Script::Super => HIGH,
            Script::Sub => LOW,
        };
        let at = "0123456789+-=()".chars().position(|known| known == c);
        at.and_then(|at| letters.chars().nth(at)).unwrap_or(c)
    }
}
