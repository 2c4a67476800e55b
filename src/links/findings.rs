//! What the answers mean for those who wrote the addresses.

use std::collections::BTreeMap;

use super::advice::copy;
use super::{Address, Answer, Cited, Failure, Known, Move, Place, Refusal};
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
    let written = &place.written;
    let (code, message, help) = match &known.answer {
        Answer::Good => return None,
        Answer::Moved(Move::ForGood, to) => (
            Code::LinkMoved,
            format!("`{written}` has moved to `{to}`"),
            "write the new address, after a look at what is there".to_owned(),
        ),
        Answer::Moved(Move::Home, to) => (
            Code::LinkMoved,
            format!("`{written}` leads to the home page `{to}`"),
            format!("look for it there; else {}", copy(place, address)),
        ),
        Answer::Gone(status) => (
            Code::LinkGone,
            format!("`{written}` is gone ({status})"),
            copy(place, address),
        ),
        Answer::Refused(refusal) => (
            Code::LinkRefused,
            format!("`{written}` {}", refused(refusal)),
            "look at it in a browser; `[links] exclude` in `site.toml` leaves out what \
             refuses programs"
                .to_owned(),
        ),
        Answer::Unreachable(failure) => (
            Code::LinkUnreachable,
            format!("`{written}` {}", failed(failure)),
            advice(failure, place, address),
        ),
    };
    let found = Diagnostic::new(code, &place.path, place.span, message).help(help);
    let good = known.good.as_ref().filter(|_| !known.answer.is_good());
    Some(match good {
        Some(day) => found.label(format!("was there on {day}")),
        None => found,
    })
}

fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Status(429) => "is refused: too many requests (429)".to_owned(),
        Refusal::Status(status) => format!("is refused ({status})"),
        Refusal::Wait(seconds) => {
            format!("is refused: its host asks for a wait of {seconds} seconds")
        }
    }
}

fn failed(failure: &Failure) -> String {
    match failure {
        Failure::Name(host) => format!("cannot be reached: there is no host `{host}`"),
        Failure::Connection(host) => {
            format!("cannot be reached: `{host}` takes no connection")
        }
        Failure::Secure(reason) => {
            format!("cannot be reached: the connection is not secure ({reason})")
        }
        Failure::Silence(time) => {
            format!("cannot be reached: no answer in {} seconds", time.as_secs_f64())
        }
        Failure::Closed => {
            "cannot be reached: the connection ended without an answer".to_owned()
        }
        Failure::Nonsense => "cannot be reached: the answer is no HTTP".to_owned(),
        Failure::Server(status) => format!("cannot be had: the server fails ({status})"),
        Failure::Circle => "cannot be reached: its redirects have no end".to_owned(),
        Failure::Astray(to) => format!("leads to `{to}`, which is no web address"),
        Failure::Private(to) => {
            format!("leads into a private network, to `{to}`, and was not followed")
        }
    }
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
