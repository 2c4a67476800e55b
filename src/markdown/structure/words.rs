//! The words of a heading, without markup.

use crate::markdown::characters::is_wide;

/// Collects the words of a stretch of text, the readings of ruby left out.
#[derive(Default)]
pub(in crate::markdown) struct Words {
    text: String,
    is_open: bool,
    has_break: bool,
    readings: usize,
}

impl Words {
    /// Begins to collect.
    pub(in crate::markdown) fn begin(&mut self) {
        *self = Words { is_open: true, ..Words::default() };
    }

    /// Adds text.
    pub(in crate::markdown) fn push(&mut self, text: &str) {
        if !self.is_open || self.readings > 0 {
            return;
        }
        if std::mem::take(&mut self.has_break) && !joins(&self.text, text) {
            self.text.push(' ');
        }
        self.text.push_str(text);
    }

    /// Adds the end of a line.
    pub(in crate::markdown) fn push_break(&mut self) {
        self.has_break |= !self.text.is_empty();
    }

    /// An element of raw HTML opens.
    pub(in crate::markdown) fn open(&mut self, name: &str) {
        self.readings += usize::from(is_reading(name));
        if name == "br" {
            self.push_break();
        }
    }

    /// It closes.
    pub(in crate::markdown) fn close(&mut self, name: &str) {
        self.readings -= usize::from(is_reading(name) && self.readings > 0);
    }

    /// How many bytes there are.
    pub(in crate::markdown) fn len(&self) -> usize {
        self.text.len()
    }

    /// What was collected, white space folded.
    pub(in crate::markdown) fn take(&mut self) -> String {
        self.take_some(usize::MAX)
    }

    /// So many characters of it.
    pub(in crate::markdown) fn take_some(&mut self, characters: usize) -> String {
        let words = std::mem::take(self).text;
        let mut folded = String::with_capacity(words.len().min(characters));
        let mut left = characters;
        for word in words.split_whitespace() {
            if left > 0 && !folded.is_empty() {
                folded.push(' ');
                left -= 1;
            }
            if left == 0 {
                break;
            }
            let cut =
                if word.len() > left { word.char_indices().nth(left) } else { None };
            let some = cut.and_then(|(end, _)| word.get(..end)).unwrap_or(word);
            folded.push_str(some);
            left -= some.chars().count();
        }
        folded
    }
}

fn is_reading(name: &str) -> bool {
    matches!(name, "rt" | "rp")
}

/// Whether a line's end between two texts is no space.
fn joins(before: &str, after: &str) -> bool {
    before.chars().next_back().is_some_and(is_wide)
        && after.chars().next().is_some_and(is_wide)
}

/// What two titles share that say the same: white space, case, markup and the shape of
/// quotation marks do not count.
pub(in crate::markdown) fn fold(title: &str) -> String {
    let kept = title.chars().filter(|c| !c.is_whitespace() && !"*_`\\".contains(*c));
    kept.flat_map(char::to_lowercase)
        .map(|c| match c {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            c => c,
        })
        .collect()
}
