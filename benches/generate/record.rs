//! What the language versions of a work have in common.

use super::dice::{Dice, Sort};
use super::subjects::{BODIES, PLACES, PUBLICATIONS, TOPICS};

/// A work, as numbers into the archive's vocabularies.
pub(super) struct Record {
    pub(super) form: Form,
    /// As front matter writes it; a few works have none.
    pub(super) date: Option<String>,
    pub(super) place: usize,
    pub(super) publication: usize,
    pub(super) body: usize,
    pub(super) topics: Vec<usize>,
    pub(super) people: Vec<usize>,
    /// Its volume, and the place in it, from 1.
    pub(super) volume: usize,
    pub(super) position: usize,
}

/// What sort of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Telegram,
    Instruction,
    Conversation,
    Note,
    Letter,
    Statement,
    Speech,
    Treaty,
}

/// How many persons the archive knows.
const PEOPLE: usize = 1200;
/// How many works a volume has.
const VOLUME: usize = 200;

impl Record {
    /// The work of that number.
    pub(super) fn of(seed: u64, work: usize) -> Record {
        let mut dice = Dice::new(seed, Sort::Work, work as u64);
        let volume = work / VOLUME;
        Record {
            form: form(&mut dice),
            date: date(&mut dice, volume),
            place: dice.rank(PLACES.len()),
            publication: dice.rank(PUBLICATIONS.len()),
            body: dice.rank(BODIES.len()),
            topics: several(&mut dice, 3, TOPICS),
            people: several(&mut dice, 5, PEOPLE),
            volume: volume + 1,
            position: work % VOLUME + 1,
        }
    }
}

fn form(dice: &mut Dice) -> Form {
    match dice.below(100) {
        0..30 => Form::Telegram,
        30..45 => Form::Instruction,
        45..58 => Form::Conversation,
        58..66 => Form::Note,
        66..76 => Form::Letter,
        76..88 => Form::Statement,
        88..94 => Form::Speech,
        _ => Form::Treaty,
    }
}

/// Most dates are days of the two years that the volume is about.
fn date(dice: &mut Dice, volume: usize) -> Option<String> {
    let year = 1946 + volume * 7 % 77 + dice.below(2);
    let month = dice.between(1, 12);
    let day = dice.between(1, 28);
    Some(match dice.below(100) {
        0..2 => return None,
        2..7 => format!("{year}-{month:02}"),
        7..9 => format!("{year}"),
        9..10 => format!("{year}~"),
        10..12 => format!("{year}-{month:02}?"),
        12..13 => format!("{}X", year / 10),
        13..14 => format!("{year}-{month:02}-XX"),
        14..15 => format!("{year}-{month:02}-01/{year}-{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

/// From one to `most` different numbers below `limit`, low ones far more often.
fn several(dice: &mut Dice, most: usize, limit: usize) -> Vec<usize> {
    let mut numbers = Vec::new();
    for _ in 0..dice.between(1, most) {
        let number = dice.rank(limit);
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
