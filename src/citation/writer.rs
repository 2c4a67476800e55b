//! Pieces of a citation put together, with punctuation that never doubles.
//!
//! A mark waits until something follows it, so that a piece that is missing takes its
//! punctuation with it; of several that wait, the strongest is written. Commas and full
//! stops stand within closing quotation marks, as American styles want it.

use std::borrow::Cow;

use super::quotation::within_double;
use super::text::{Face, Text};
use super::words::capitalised;

/// What parts two pieces, from weak to strong; a space follows each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Nothing but the space.
    Space,
    Comma,
    Stop,
}

/// A citation on its way.
#[derive(Default)]
pub(super) struct Writer {
    text: Text,
    /// Closing quotation marks that are still to come, and their face.
    closers: Option<(String, Face)>,
    waiting: Option<Mark>,
}

const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

impl Writer {
    /// Puts a mark after what is there.
    pub(super) fn then(&mut self, mark: Mark) -> &mut Writer {
        if !self.text.runs.is_empty() {
            self.waiting = self.waiting.max(Some(mark));
        }
        self
    }

    /// Adds a piece in roman letters.
    pub(super) fn roman(&mut self, piece: &str) -> &mut Writer {
        self.piece(piece, Face::Roman)
    }

    /// Adds a piece in italics.
    pub(super) fn italic(&mut self, piece: &str) -> &mut Writer {
        self.piece(piece, Face::Italic)
    }

    /// Adds a piece, if there is one.
    pub(super) fn maybe(&mut self, piece: Option<&str>) -> &mut Writer {
        self.roman(piece.unwrap_or_default())
    }

    /// Adds a piece in brackets: the comma that waits is not written before it.
    pub(super) fn instead_of_comma(&mut self, piece: &str) -> &mut Writer {
        let is_begun = !self.text.runs.is_empty();
        self.waiting = is_begun.then_some(Mark::Space);
        self.roman(piece)
    }

    /// Adds words of our own: they have a capital where they begin a sentence.
    pub(super) fn words(&mut self, words: &str) -> &mut Writer {
        let begins = self.text.runs.is_empty() || self.waiting == Some(Mark::Stop);
        if begins { self.roman(&capitalised(words)) } else { self.roman(words) }
    }

    /// Adds a document's number: `no. 12` has a capital where it begins a sentence, a
    /// symbol stays as it is.
    pub(super) fn number(&mut self, number: Option<&str>) -> &mut Writer {
        match number {
            Some(number) if number.starts_with("no. ") => self.words(number),
            _ => self.maybe(number),
        }
    }

    /// Adds a title between quotation marks.
    pub(super) fn quoted(&mut self, title: &str) -> &mut Writer {
        let title = tidy(title);
        if title.is_empty() {
            return self;
        }
        let turned = within_double(&title);
        let count = title.chars().rev().take_while(|c| matches!(c, '”' | '"')).count();
        let (body, closers) = split_from_end(&turned, count);
        self.settle();
        self.text.push("“", Face::Roman);
        self.letters(body, Face::Roman);
        self.closers = Some((format!("{closers}”"), Face::Roman));
        self
    }

    /// The citation with a full stop at its end.
    pub(super) fn stopped(&mut self) -> Text {
        self.then(Mark::Stop).open()
    }

    /// The citation; what waits is written only if it is a full stop.
    pub(super) fn open(&mut self) -> Text {
        match self.waiting.take() {
            Some(Mark::Stop) => self.mark(Mark::Stop),
            _ => self.close(),
        }
        std::mem::take(&mut self.text)
    }

    fn piece(&mut self, piece: &str, face: Face) -> &mut Writer {
        let piece = tidy(piece);
        if piece.is_empty() {
            return self;
        }
        let count = piece.chars().rev().take_while(|c| *c == '”').count();
        let (body, closers) = split_from_end(&piece, count);
        self.settle();
        self.letters(body, face);
        self.closers = (!closers.is_empty()).then(|| (closers.to_owned(), face));
        self
    }

    fn letters(&mut self, text: &str, face: Face) {
        self.text.push(&isolated(text), face);
    }

    /// Writes what waits, before the next piece.
    fn settle(&mut self) {
        match self.waiting.take() {
            Some(mark) => {
                self.mark(mark);
                self.text.push(" ", Face::Roman);
            }
            None => self.close(),
        }
    }

    fn mark(&mut self, mark: Mark) {
        let face = self.closers.as_ref().map_or(Face::Roman, |(_, face)| *face);
        let end = Ending::of(&self.text);
        match (mark, end) {
            (Mark::Stop, Ending::Other) => self.text.push(".", face),
            (Mark::Comma, Ending::FullStop) => {
                self.drop_full_stop();
                self.text.push(",", face);
            }
            (Mark::Comma, _) => self.text.push(",", face),
            _ => {}
        }
        self.close();
    }

    fn close(&mut self) {
        if let Some((closers, face)) = self.closers.take() {
            self.text.push(&closers, face);
        }
    }

    fn drop_full_stop(&mut self) {
        let Some(run) = self.text.runs.last_mut() else { return };
        let is_isolated = run.text.ends_with(END_OF_ISOLATE);
        if is_isolated {
            run.text.pop();
        }
        run.text.pop();
        if is_isolated {
            run.text.push(END_OF_ISOLATE);
        }
        if run.text.is_empty() {
            self.text.runs.pop();
        }
    }
}

/// How a text ends, for the mark after it.
enum Ending {
    /// With a full stop that is no part of a word.
    FullStop,
    /// With another mark that ends a sentence, or with the stop of an abbreviation.
    Mark,
    Other,
}

impl Ending {
    fn of(text: &Text) -> Ending {
        let last = text.runs.last().map_or("", |run| &run.text);
        let last = last.trim_end_matches(END_OF_ISOLATE);
        let last = last.trim_end_matches(['’', '”', '"', '»', '」', '』']);
        let is_visible = text.runs.last().is_some_and(|run| {
            run.text.trim_end_matches(END_OF_ISOLATE).len() == last.len()
        });
        match last.chars().next_back() {
            Some('。' | '．' | '۔') if is_visible => Ending::FullStop,
            Some('.') if is_visible && !is_abbreviated(last) => Ending::FullStop,
            Some(
                '.' | '?' | '!' | '…' | '。' | '．' | '？' | '！' | '؟' | '۔' | '‼' | '⁇'
                | '⁈' | '⁉',
            ) => Ending::Mark,
            _ => Ending::Other,
        }
    }
}

/// Whether the stop at the end belongs to the last word: `U.S.`, `J.`, `Inc.`, `n.d.`, `...`.
fn is_abbreviated(text: &str) -> bool {
    const KNOWN: &[&str] = &[
        "inc", "ltd", "co", "corp", "jr", "sr", "no", "nos", "vol", "etc", "al", "dept",
        "govt", "bros", "st", "ed", "trans",
    ];
    let word = text.split(|c: char| c.is_whitespace() || "([“‘".contains(c)).next_back();
    let word = word.and_then(|word| word.strip_suffix('.')).unwrap_or_default();
    word.contains('.')
        || word.chars().count() == 1 && word.chars().all(char::is_uppercase)
        || KNOWN.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// On one line, and without punctuation at its end that leads to more. Spaces that are
/// wide or do not break are part of a title and stay.
fn tidy(piece: &str) -> String {
    let words: Vec<&str> = piece.split_ascii_whitespace().collect();
    let line = words.join(" ");
    let is_leading =
        |c: char| matches!(c, ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،');
    line.trim_end_matches(|c: char| is_leading(c) || c.is_whitespace()).to_owned()
}

/// The text before its last `count` letters, and these.
fn split_from_end(text: &str, count: usize) -> (&str, &str) {
    let mut starts = text.char_indices().rev().map(|(at, _)| at);
    match count.checked_sub(1).and_then(|before| starts.nth(before)) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    }
}

/// The text, kept from reordering its neighbours where it runs from right to left.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    match text.chars().any(is_right_to_left) {
        true => format!("{ISOLATE}{text}{END_OF_ISOLATE}").into(),
        false => text.into(),
    }
}

fn is_right_to_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}
