//! Queries drawn from texts by a seed.

use super::texts::{FOLLOWS, Piece, Text, Texts};

/// A query and what it asks for.
pub(crate) struct Question {
    pub(crate) sort: Sort,
    /// As a reader would write it.
    pub(crate) query: String,
    /// The language of the text that it was drawn from.
    pub(crate) language: String,
    /// The units that it asks for.
    units: Vec<u32>,
}

impl Question {
    /// Whether a text is an answer.
    pub(crate) fn is_answered_by(&self, text: &Text) -> bool {
        match self.sort {
            Sort::And => self.units.iter().all(|unit| text.has(&[*unit])),
            _ => text.has(&self.units),
        }
    }
}

/// The sorts of queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A word of Latin letters.
    Word,
    /// Two such words of a text; not one after the other.
    And,
    /// A phrase of two to four such words.
    Phrase,
    /// A phrase of two or three Chinese characters.
    Kanji,
    /// A phrase of three to five katakana.
    Katakana,
    /// A phrase of five to eight characters of a text without spaces.
    Characters,
    /// A phrase of so many words.
    Words(usize),
    /// A phrase of so many characters of a text without spaces.
    Run(usize),
    /// So many units as they stand, not quoted: what somebody copied out of a text.
    Copied(usize),
}

impl Sort {
    pub(crate) const ALL: [Sort; 13] = [
        Sort::Word,
        Sort::And,
        Sort::Phrase,
        Sort::Kanji,
        Sort::Katakana,
        Sort::Characters,
        Sort::Words(8),
        Sort::Words(25),
        Sort::Run(15),
        Sort::Run(30),
        Sort::Run(60),
        Sort::Copied(50),
        Sort::Copied(300),
    ];

    /// Whether readers write such queries themselves.
    pub(crate) fn is_short(self) -> bool {
        !matches!(self, Sort::Words(_) | Sort::Run(_) | Sort::Copied(_))
    }

    /// Its name in tables.
    pub(crate) fn name(self) -> String {
        match self {
            Sort::Word => "one word".to_owned(),
            Sort::And => "two words".to_owned(),
            Sort::Phrase => "phrase of 2–4 words".to_owned(),
            Sort::Kanji => "phrase of 2–3 kanji".to_owned(),
            Sort::Katakana => "phrase of 3–5 katakana".to_owned(),
            Sort::Characters => "phrase of 5–8 characters".to_owned(),
            Sort::Words(count) => format!("phrase of {count} words"),
            Sort::Run(count) => format!("phrase of {count} characters"),
            Sort::Copied(count) => format!("{count} words or characters, copied"),
        }
    }

    /// How many units it has, at least and at most.
    fn length(self) -> (usize, usize) {
        match self {
            Sort::Word => (1, 1),
            Sort::And => (2, 2),
            Sort::Phrase => (2, 4),
            Sort::Kanji => (2, 3),
            Sort::Katakana => (3, 5),
            Sort::Characters => (5, 8),
            Sort::Words(count) | Sort::Run(count) | Sort::Copied(count) => (count, count),
        }
    }

    fn takes(self, piece: &Piece) -> bool {
        let every = |is: fn(char) -> bool| !piece.is_word && piece.text.chars().all(is);
        match self {
            Sort::Word | Sort::And | Sort::Phrase | Sort::Words(_) => {
                piece.is_word && piece.text.bytes().all(|byte| byte.is_ascii_lowercase())
            }
            Sort::Kanji => every(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')),
            Sort::Katakana => every(|c| matches!(c, '\u{30A1}'..='\u{30FC}')),
            Sort::Characters | Sort::Run(_) => !piece.is_word,
            Sort::Copied(_) => true,
        }
    }
}

/// So many queries of each sort, or as many as a million draws find.
pub(crate) fn questions(texts: &Texts, each: usize) -> Vec<Question> {
    let mut dice = Dice(20_180_423);
    let mut questions: Vec<Question> = Vec::new();
    for sort in Sort::ALL {
        let end = questions.len() + each;
        for _ in 0..1_000_000 {
            if questions.len() == end {
                break;
            }
            let Some(question) = draw(texts, sort, &mut dice) else { continue };
            if questions.iter().all(|other| other.query != question.query) {
                questions.push(question);
            }
        }
    }
    questions
}

fn draw(texts: &Texts, sort: Sort, dice: &mut Dice) -> Option<Question> {
    let text = texts.documents.get(dice.below(texts.documents.len()))?;
    let (least, most) = sort.length();
    let length = least + dice.below(most + 1 - least);
    let mut some = |length: usize| {
        let start = dice.below(text.units.len());
        text.units.get(start..start + length)
    };
    let units = match sort {
        Sort::And => [some(1)?, some(1)?].concat(),
        _ => some(length)?.to_vec(),
    };
    let pieces = units.iter().map(|&unit| texts.piece(unit));
    let pieces: Vec<&Piece> = pieces.collect::<Option<_>>()?;
    let is_run = |unit: &u32, piece: &Piece| piece.is_word || unit & FOLLOWS != 0;
    let goes_on =
        units.iter().zip(&pieces).skip(1).all(|(unit, piece)| is_run(unit, piece));
    let goes_on = goes_on || matches!(sort, Sort::Copied(_));
    if !goes_on || !pieces.iter().all(|piece| sort.takes(piece)) {
        return None;
    }
    let words: Vec<&str> = pieces.iter().map(|piece| &*piece.text).collect();
    let query = match sort {
        Sort::Word | Sort::And => words.join(" "),
        Sort::Copied(_) => copied(&units, &pieces),
        Sort::Phrase | Sort::Words(_) => format!("\"{}\"", words.join(" ")),
        Sort::Kanji | Sort::Katakana | Sort::Characters | Sort::Run(_) => {
            format!("\"{}\"", words.concat())
        }
    };
    Some(Question { sort, query, language: text.language.clone(), units })
}

/// Units as a text might have them.
fn copied(units: &[u32], pieces: &[&Piece]) -> String {
    let mut text = String::new();
    for (unit, piece) in units.iter().zip(pieces) {
        match piece.is_word {
            true => text.push(' '),
            false if unit & FOLLOWS == 0 => text.push('、'),
            false => {}
        }
        text.push_str(&piece.text);
    }
    text
}

/// Numbers that look like chance and never change.
struct Dice(u64);

impl Dice {
    /// A number below the limit; 0 where there is none.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(limit).unwrap_or(0)
    }
}
