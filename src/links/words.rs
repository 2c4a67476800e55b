//! What an address answers, in words that follow it.

use super::{Answer, Failure, Move, Refusal};

/// `is gone (404)`.
pub(super) fn words(answer: &Answer) -> String {
    match answer {
        Answer::Good => "is there".to_owned(),
        Answer::Moved(Move::ForGood, to) => format!("has moved to `{to}`"),
        Answer::Moved(Move::Home, to) => format!("leads to the home page `{to}`"),
        Answer::Gone(status) => format!("is gone ({status})"),
        Answer::Refused(refusal) => refused(refusal),
        Answer::Unreachable(failure) => failed(failure),
    }
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
