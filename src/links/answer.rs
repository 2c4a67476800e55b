//! What an address answers.

use super::Address;

/// What came of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Good,
    /// It is there, and its host names another address for it.
    Moved(Move, Address),
    /// It is there no more: the status.
    Gone(u16),
    /// The host does not say whether it is there.
    Refused(Refusal),
    /// Nothing came that could be used.
    Unreachable(Failure),
}

/// How something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// For good (301, 308).
    ForGood,
    /// To the first page of a host, where it is hardly to be found.
    Home,
}

/// Why a host says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It wants another reader, or fewer requests: the status.
    Status(u16),
    /// It wants no request for longer than anybody would wait: the seconds.
    Wait(u64),
}

/// Why nothing came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No host has this name.
    Name(String),
    /// This host takes no connection.
    Connection(String),
    /// The connection is not secure, for this reason.
    Secure(&'static str),
    /// Nothing came in this time.
    Silence(std::time::Duration),
    /// The connection ended before an answer.
    Closed,
    /// What came is no HTTP.
    Nonsense,
    /// The server fails: the status.
    Server(u16),
    /// One redirect leads to the next without an end.
    Circle,
    /// A redirect leads to what is no web address.
    Astray(String),
    /// A redirect leads from the open network into a private one.
    Private(String),
}

impl Answer {
    /// Whether it is there, wherever.
    pub fn is_good(&self) -> bool {
        matches!(self, Answer::Good | Answer::Moved(..))
    }
}

impl Failure {
    /// Whether it says something about the host rather than about an address.
    pub(super) fn is_of_the_host(&self) -> bool {
        matches!(self, Failure::Name(_) | Failure::Connection(_) | Failure::Secure(_))
    }

    /// Whether it may be over soon.
    pub(super) fn may_pass(&self) -> bool {
        !matches!(self, Failure::Circle | Failure::Astray(_) | Failure::Private(_))
    }
}
