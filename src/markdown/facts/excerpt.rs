//! The first words of a text.

use pulldown_cmark::{Event, TagEnd};

use crate::markdown::characters::is_wide;
use crate::markdown::structure::{Node, Words};

/// Characters of an excerpt, its ellipsis included.
const MAX_CHARACTERS: usize = 200;
/// Bytes after which no more are wanted, whatever is folded away.
const ENOUGH_BYTES: usize = 1200;

/// Collects the first words of paragraphs and lists.
#[derive(Default)]
pub(super) struct Excerpt {
    words: Words,
    /// Open blocks whose words do not count.
    apart: usize,
    is_full: bool,
}

impl Excerpt {
    /// Begins.
    pub(super) fn new() -> Excerpt {
        let mut excerpt = Excerpt::default();
        excerpt.words.begin();
        excerpt
    }

    /// Takes a node of the text.
    pub(super) fn read(&mut self, node: &Node) {
        if self.is_full {
            return;
        }
        match node {
            Node::Heading(_) => self.apart += 1,
            Node::Event(Event::Start(tag)) if is_apart(tag.to_end()) => self.apart += 1,
            Node::Event(Event::End(TagEnd::Heading(_))) => self.leave(),
            Node::Event(Event::End(tag)) if is_apart(*tag) => self.leave(),
            _ if self.apart > 0 => {}
            Node::Event(Event::Text(text) | Event::Code(text)) => {
                self.words.push(text);
                self.is_full = self.words.len() > ENOUGH_BYTES;
            }
            Node::Event(
                Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph),
            )
            | Node::Item(_) => self.words.push_break(),
            Node::Open(name, _) => self.words.open(name),
            Node::Close(name) => self.words.close(name),
            _ => {}
        }
    }

    fn leave(&mut self) {
        self.apart = self.apart.saturating_sub(1);
        self.words.push_break();
    }

    /// The excerpt: plain, white space folded.
    pub(super) fn finish(mut self) -> String {
        shortened(&self.words.take_some(MAX_CHARACTERS + 1), MAX_CHARACTERS)
    }
}

fn is_apart(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::CodeBlock | TagEnd::FootnoteDefinition | TagEnd::Image | TagEnd::Table
    )
}

/// A text of at most so many characters, cut after a word and with an ellipsis then.
#[must_use]
pub fn shortened(text: &str, characters: usize) -> String {
    let Some((limit, _)) = text.char_indices().nth(characters) else {
        return text.to_owned();
    };
    let kept = text.get(..limit).unwrap_or(text);
    let words = kept.get(..last_boundary(kept)).unwrap_or(kept);
    format!("{}…", words.trim_end_matches(is_leading))
}

/// Where the last word has ended before the last character, or else where that begins.
fn last_boundary(text: &str) -> usize {
    let mut backwards = text.char_indices().rev();
    let Some((last, mut after)) = backwards.next() else { return 0 };
    let mut end = last;
    for (at, c) in backwards {
        if is_wide(after) || after.is_whitespace() || (at > 0 && is_wide(c)) {
            return end;
        }
        (end, after) = (at, c);
    }
    last
}

/// Whether a character leads on to what is cut off.
fn is_leading(c: char) -> bool {
    c.is_whitespace() || ",;:.、。，；：…".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHARACTERS, shortened};

    #[test]
    fn excerpts_end_after_a_word() {
        let check = |text: &str, expected: &str| {
            assert_eq!(shortened(text, MAX_CHARACTERS), expected);
        };
        check("short", "short");
        check(&"word ".repeat(60), &format!("{}word…", "word ".repeat(39)));
        check(&"日".repeat(300), &format!("{}…", "日".repeat(199)));
        check(&"a".repeat(300), &format!("{}…", "a".repeat(199)));
        check(&"a".repeat(200), &"a".repeat(200));
        check(&format!("日{}", "a".repeat(300)), &format!("日{}…", "a".repeat(198)));
        check(
            &format!("{}, b", "a ".repeat(99)),
            &format!("{}…", "a ".repeat(99).trim()),
        );
    }
}
