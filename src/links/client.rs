//! One request and its answer: the only place that speaks HTTP to others.

use std::fmt;
use std::io::ErrorKind;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Response, Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};

use super::private::is_private;
use super::retry_after::wait;
use super::secure::reason;
use super::{Address, Failure, Manners};

/// What to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The head alone.
    Head,
    /// Everything; yet no more is read than the head.
    Get,
}

/// Which networks may be gone into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All: the author wrote the address.
    Everywhere,
    /// Only the open one: another host wrote it.
    Outside,
}

/// The head of an answer, as far as it matters.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    /// Where a redirect leads, as written.
    pub(super) location: Option<String>,
    /// How long the host wants to be left alone.
    pub(super) wait: Option<Duration>,
}

/// Asks other hosts.
pub(super) struct Client {
    everywhere: Agent,
    outside: Agent,
    timeout: Duration,
}

impl Client {
    pub(super) fn new(manners: &Manners) -> Client {
        let agent = |reach| {
            let config = Agent::config_builder()
                .user_agent(&manners.agent)
                .timeout_global(Some(manners.timeout))
                .http_status_as_error(false)
                .max_redirects(0)
                .max_redirects_will_error(false)
                // Nothing lies between: where a proxy looks names up, nobody knows which
                // network an address is in.
                .proxy(None)
                .max_idle_connections(0)
                .build();
            Agent::with_parts(config, DefaultConnector::default(), Names { reach })
        };
        Client {
            everywhere: agent(Reach::Everywhere),
            outside: agent(Reach::Outside),
            timeout: manners.timeout,
        }
    }

    /// Asks once; follows nothing.
    pub(super) fn ask(
        &self,
        method: Method,
        address: &Address,
        reach: Reach,
    ) -> Result<Reply, Failure> {
        let agent = match reach {
            Reach::Everywhere => &self.everywhere,
            Reach::Outside => &self.outside,
        };
        let response = match method {
            Method::Head => agent.head(address.as_str()).call(),
            Method::Get => agent.get(address.as_str()).call(),
        };
        // The body is dropped unread, and its connection with it.
        response
            .map(|response| reply(&response))
            .map_err(|error| self.failure(error, address))
    }

    fn failure(&self, error: Error, address: &Address) -> Failure {
        match error {
            Error::Timeout(_) => Failure::Silence(self.timeout),
            Error::HostNotFound => Failure::Name(address.host().to_owned()),
            Error::ConnectionFailed => Failure::Connection(address.host().to_owned()),
            Error::Tls(said) => Failure::Secure(reason(said)),
            Error::Rustls(said) => Failure::Secure(reason(&said.to_string())),
            Error::Io(error) => self.broken(&error, address),
            Error::Other(error) if error.is::<Refused>() => {
                Failure::Private(address.to_string())
            }
            _ => Failure::Nonsense,
        }
    }

    fn broken(&self, error: &std::io::Error, address: &Address) -> Failure {
        match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Failure::Silence(self.timeout),
            ErrorKind::UnexpectedEof
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Failure::Closed,
            // What TLS has to say comes by way of the connection.
            ErrorKind::InvalidData => Failure::Secure(reason(&error.to_string())),
            _ => Failure::Connection(address.host().to_owned()),
        }
    }
}

fn reply(response: &Response<Body>) -> Reply {
    let text = |name| {
        response.headers().get(name).map(|value| {
            // Addresses in other letters than ASCII come as they are.
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        })
    };
    let date = text(header::DATE);
    let status = response.status().as_u16();
    let after = text(header::RETRY_AFTER).filter(|_| matches!(status, 429 | 503));
    Reply {
        status,
        location: text(header::LOCATION),
        wait: after.and_then(|after| wait(&after, date.as_deref())),
    }
}

/// Looks names up, and refuses those that lead where nobody may go.
#[derive(Debug)]
struct Names {
    reach: Reach,
}

/// Why a name was refused.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the address is of a private network")
    }
}

impl std::error::Error for Refused {}

impl Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout);
        let found = found.map_err(|error| match error {
            Error::Io(_) => Error::HostNotFound,
            error => error,
        })?;
        let is_refused = self.reach == Reach::Outside
            && found.iter().any(|address| is_private(address.ip()));
        if is_refused { Err(Error::Other(Box::new(Refused))) } else { Ok(found) }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Client, Method, Reach};
    use crate::links::{Address, Failure, Manners};

    /// What another host wrote does not even lead to a connection.
    #[test]
    fn private_networks_are_not_gone_into() {
        // Nothing listens at port 9.
        let address = Address::read("http://127.0.0.1:9/").unwrap();
        let client = Client::new(&Manners {
            agent: "test".to_owned(),
            timeout: Duration::from_secs(5),
            pause: Duration::ZERO,
            patience: Duration::ZERO,
            retries: 0,
            hosts: 1,
        });
        let asked = |reach| client.ask(Method::Get, &address, reach).unwrap_err();
        assert_eq!(asked(Reach::Outside), Failure::Private(address.to_string()));
        assert_eq!(asked(Reach::Everywhere), Failure::Connection("127.0.0.1".to_owned()));
    }
}
