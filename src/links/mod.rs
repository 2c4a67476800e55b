//! The check of external links: what an archive points at on other hosts, and whether it is
//! still there.
//!
//! Gathering knows no network: [`document`], [`page`], [`vocabulary`] and [`settings`] note
//! each address and its places. [`ask`] asks each address once, one request at a time to a
//! host, and only here does the program speak to others. [`findings`] tells what came of it.

mod address;
mod places;
mod gather;
mod answer;
mod words;
mod retry_after;
mod private;
mod secure;
mod client;
mod gates;
mod follow;
mod ask;
mod known;
mod advice;
mod findings;

use std::time::Duration;

pub use address::Address;
pub use answer::{Answer, Failure, Move, Refusal};
pub use ask::ask;
pub use findings::findings;
pub use gather::{document, page, settings, vocabulary};
pub use known::{Known, Memory};
pub use places::{Cited, Copied, Place};

/// How to behave towards the hosts of others.
#[derive(Clone, Debug)]
pub struct Manners {
    /// Who asks: the name, the version and an address that tells more.
    pub agent: String,
    /// How long one request may take.
    pub timeout: Duration,
    /// How long a host is left alone between two requests.
    pub pause: Duration,
    /// The longest wait that a host may ask for.
    pub patience: Duration,
    /// How often to ask again where there was no answer or a passing one.
    pub retries: u32,
    /// How many hosts to ask at a time.
    pub hosts: usize,
}
