//! Reads queries.

use super::{NEAR, Part, PartUnit, Query, Want};
use crate::search::keys;
use crate::search::tokens::{Tokenizer, Unit};

/// Longer queries are cut after so many characters: nobody wrote them.
const MAX_LENGTH: usize = 2000;

pub(super) fn query(text: &str) -> Query {
    let text: String = text.chars().take(MAX_LENGTH).collect();
    let pieces = pieces(&text);
    let mut query = Query::default();
    let mut near = None;
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(distance) =
            distance(piece).filter(|_| at > 0 && at + 1 < pieces.len())
        {
            near = Some(distance);
            continue;
        }
        let Some(want) = want(piece) else { continue };
        match (near.take(), piece.is_excluded) {
            (_, true) => query.excluded.push(want),
            (Some(distance), false) => match query.wanted.pop() {
                Some(left) => {
                    let (left, right) = (Box::new(left), Box::new(want));
                    query.wanted.push(Want::Near(left, right, distance));
                }
                None => query.wanted.push(want),
            },
            (None, false) => query.wanted.push(want),
        }
    }
    let has_no_word = query.wanted.is_empty() && query.excluded.is_empty();
    query.is_wordless = has_no_word && !pieces.is_empty();
    query
}

/// What stands between spaces or quotation marks.
struct Piece<'t> {
    text: &'t str,
    is_quoted: bool,
    is_excluded: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let bare = rest.strip_prefix('-').filter(|bare| !bare.starts_with(is_space));
        let is_excluded = bare.is_some();
        let body = bare.unwrap_or(rest);
        let quoted = body.strip_prefix(is_quote);
        let (piece, after) = match quoted {
            Some(inner) => inner.split_once(is_quote).unwrap_or((inner, "")),
            None => {
                let is_end = |c: char| is_space(c) || is_quote(c);
                body.split_at_checked(body.find(is_end).unwrap_or(body.len()))
                    .unwrap_or((body, ""))
            }
        };
        pieces.push(Piece { text: piece, is_quoted: quoted.is_some(), is_excluded });
        rest = after.trim_start_matches(is_space);
    }
    pieces
}

/// White space as Unicode or JavaScript has it.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '＂')
}

/// `NEAR` or `NEAR/5`.
fn distance(piece: &Piece) -> Option<u32> {
    if piece.is_quoted || piece.is_excluded {
        return None;
    }
    match piece.text.strip_prefix("NEAR")? {
        "" => Some(NEAR),
        rest => {
            let digits = rest.strip_prefix('/')?;
            let is_number =
                digits.len() < 10 && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|distance| is_number && *distance > 0)
        }
    }
}

/// A word, or a run of characters without spaces.
enum Stretch {
    Word(String),
    Run(Vec<char>),
}

fn want(piece: &Piece) -> Option<Want> {
    let stretches = stretches(piece.text);
    let has_star = piece.text.ends_with('*');
    match &*stretches {
        [] => None,
        [Stretch::Word(word)] if !piece.is_quoted => Some(match has_star {
            true => Want::Prefix(word.clone()),
            false => Want::Word(word.clone()),
        }),
        [Stretch::Word(word)] if !has_star => Some(Want::Exact(word.clone())),
        [Stretch::Run(run)] if run.len() == 1 => run.first().copied().map(Want::Sign),
        _ => Some(Want::Phrase(phrase(&stretches, has_star))),
    }
}

fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    Tokenizer::default().units(text, |unit| match (unit, stretches.last_mut()) {
        (Unit::Word(word), _) => stretches.push(Stretch::Word(word.to_owned())),
        (Unit::Next(c), Some(Stretch::Run(run))) => run.push(c),
        (Unit::First(c) | Unit::Next(c), _) => stretches.push(Stretch::Run(vec![c])),
    });
    stretches
}

/// The parts that a document has where it has these one after another; where its last word
/// has a star, any that begins so.
fn phrase(stretches: &[Stretch], has_star: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    let mut is_behind_run = false;
    for (place, stretch) in stretches.iter().enumerate() {
        match stretch {
            Stretch::Word(word) if has_star && place + 1 == stretches.len() => {
                parts.push(Part { at, unit: PartUnit::Beginning(word.clone()) });
            }
            Stretch::Word(word) => {
                parts.push(Part { at, unit: PartUnit::Key(keys::word(word)) });
                at += 1;
            }
            Stretch::Run(run) => {
                // Between two runs a place is left out, as in texts.
                at += u32::from(is_behind_run);
                parts.extend(covering(run, at));
                at += u32::try_from(run.len()).unwrap_or(u32::MAX);
            }
        }
        is_behind_run = matches!(stretch, Stretch::Run(_));
    }
    parts
}

/// Every second pair of a run, and the last one: as no run has a gap, they hold it together.
fn covering(run: &[char], at: u32) -> Vec<Part> {
    let key = |offset: usize, key: String| Part {
        at: at.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX)),
        unit: PartUnit::Key(key),
    };
    if let [only] = run {
        return vec![key(0, keys::edge(*only))];
    }
    let last = run.len().saturating_sub(2);
    let starts = (0..run.len()).step_by(2).map(|start| start.min(last));
    let pairs = starts.filter_map(|start| match run.get(start..start + 2) {
        Some([first, second]) => Some(key(start, keys::pair(*first, *second))),
        _ => None,
    });
    pairs.collect()
}
