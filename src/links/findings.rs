//! What the answers mean for those who wrote the addresses.

use std::collections::BTreeMap;

use super::advice::copy;
use super::words::words;
use super::{Address, Answer, Cited, Failure, Known, Move, Place};
use crate::diagnostic::{Code, Diagnostic};

/// A finding for each file that names an address which is not as it should be. `known` has
/// the addresses that were asked; what is no address at all needs no answer.
pub fn findings(cited: &Cited, known: &BTreeMap<&Address, Known>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = cited.wrong.iter().map(wrong).collect();
    for (address, known) in known {
        let places = cited.places.get(address).map(Vec::as_slice).unwrap_or_default();
        for of_file in places.chunk_by(|a, b| a.path == b.path) {
            found.extend(of_file.split_first().and_then(|(first, others)| {
                Some(with_others(finding(address, known, first)?, others))
            }));
        }
    }
    found.sort();
    found
}

fn wrong(place: &Place) -> Diagnostic {
    let message = format!("`{}` is no address", place.written);
    Diagnostic::new(Code::LinkUnreachable, &place.path, place.span, message)
        .help("write it whole: `https://example.org/page`")
}

fn with_others(mut found: Diagnostic, others: &[Place]) -> Diagnostic {
    for other in others {
        found = found.also(&other.path, other.span, "and here");
    }
    found
}

fn finding(address: &Address, known: &Known, place: &Place) -> Option<Diagnostic> {
    let (code, help) = match &known.answer {
        Answer::Good => return None,
        Answer::Moved(Move::ForGood, _) => (
            Code::LinkMoved,
            "write the new address, after a look at what is there".to_owned(),
        ),
        Answer::Moved(Move::Home, _) => {
            (Code::LinkMoved, format!("look for it there; else {}", copy(place, address)))
        }
        Answer::Gone(_) => (Code::LinkGone, copy(place, address)),
        Answer::Refused(_) => (
            Code::LinkRefused,
            "look at it in a browser; `[links] exclude` in `site.toml` leaves out what \
             refuses programs"
                .to_owned(),
        ),
        Answer::Unreachable(failure) => {
            (Code::LinkUnreachable, advice(failure, place, address))
        }
    };
    let message = format!("`{}` {}", place.written, words(&known.answer));
    let found = Diagnostic::new(code, &place.path, place.span, message).help(help);
    let good = known.good.as_ref().filter(|_| !known.answer.is_good());
    Some(match good {
        Some(day) => found.label(format!("was there on {day}")),
        None => found,
    })
}

fn advice(failure: &Failure, place: &Place, address: &Address) -> String {
    match failure {
        Failure::Circle => {
            "look at it in a browser: some hosts do so to programs without cookies"
                .to_owned()
        }
        Failure::Private(_) | Failure::Astray(_) => {
            format!("find out what its host means; else {}", copy(place, address))
        }
        _ => format!("if it lasts, {}", copy(place, address)),
    }
}
