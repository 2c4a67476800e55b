//! Reads queries.

use super::{Ending, NEAR, Query, Want};
use crate::search::keys;
use crate::search::tokens::{Tokenizer, Unit};

/// Longer queries are cut: nobody wrote them.
const MAX_BYTES: usize = 2000;

pub(super) fn query(text: &str, ending: Ending) -> Query {
    let end = (0..=MAX_BYTES.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    let pieces = pieces(text.get(..end.unwrap_or(0)).unwrap_or(""));
    let mut query = Query::default();
    let mut near = None;
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(distance) =
            distance(piece).filter(|_| at > 0 && at + 1 < pieces.len())
        {
            near = Some(distance);
            continue;
        }
        let is_growing = ending == Ending::Open && piece.is_last && !piece.is_excluded;
        let Some(want) = want(piece, is_growing) else { continue };
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
    query
}

/// What stands between spaces or quotation marks.
struct Piece<'t> {
    text: &'t str,
    is_quoted: bool,
    is_excluded: bool,
    /// Whether nothing follows, not even a space.
    is_last: bool,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let bare =
            rest.strip_prefix('-').filter(|bare| !bare.starts_with(char::is_whitespace));
        let is_excluded = bare.is_some();
        let body = bare.unwrap_or(rest);
        let quoted = body.strip_prefix(is_quote);
        let (piece, after) = match quoted {
            Some(inner) => inner.split_once(is_quote).unwrap_or((inner, "")),
            None => {
                let is_end = |c: char| c.is_whitespace() || is_quote(c);
                body.split_at_checked(body.find(is_end).unwrap_or(body.len()))
                    .unwrap_or((body, ""))
            }
        };
        pieces.push(Piece {
            text: piece,
            is_quoted: quoted.is_some(),
            is_excluded,
            is_last: after.is_empty(),
        });
        rest = after.trim_start();
    }
    pieces
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
        rest => rest.strip_prefix('/')?.parse().ok().filter(|distance| *distance > 0),
    }
}

/// A unit that outlives the text.
enum Owned {
    Word(String),
    First(char),
    Next(char),
}

fn want(piece: &Piece, is_growing: bool) -> Option<Want> {
    let mut units = Vec::new();
    Tokenizer::default().units(piece.text, |unit| {
        units.push(match unit {
            Unit::Word(word) => Owned::Word(word.to_owned()),
            Unit::First(c) => Owned::First(c),
            Unit::Next(c) => Owned::Next(c),
        });
    });
    let has_star = piece.text.ends_with('*');
    match &*units {
        [] => None,
        [Owned::Word(word)] if piece.is_quoted => Some(Want::Exact(word.clone())),
        [Owned::Word(word)]
            if has_star || (is_growing && word.chars().nth(1).is_some()) =>
        {
            Some(Want::Prefix(word.clone()))
        }
        [Owned::Word(word)] => Some(Want::Word(word.clone())),
        [Owned::First(c) | Owned::Next(c)] => Some(Want::Sign(*c)),
        _ => Some(Want::Phrase(phrase(&units))),
    }
}

/// The keys that a document has where it has these units one after another.
fn phrase(units: &[Owned]) -> Vec<(u32, String)> {
    let mut keys = Vec::new();
    for (at, place) in (0..).zip(0..units.len()) {
        let after = match units.get(place + 1) {
            Some(Owned::Next(next)) => Some(*next),
            _ => None,
        };
        match units.get(place) {
            Some(Owned::Word(word)) => keys.push((at, keys::word(word))),
            Some(Owned::First(c) | Owned::Next(c)) if after.is_some() => {
                keys.extend(after.map(|next| (at, keys::pair(*c, next))));
            }
            Some(Owned::First(c)) => keys.push((at, keys::edge(*c))),
            Some(Owned::Next(_)) | None => {}
        }
    }
    keys
}
