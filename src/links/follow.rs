//! One address and where its host leads on.

use super::client::{Client, Method, Reach, Reply};
use super::gates::Gates;
use super::private::is_in_private;
use super::{Address, Answer, Failure, Move, Refusal};

/// More redirects than this lead nowhere, as browsers see it.
const MOST_REDIRECTS: usize = 20;

/// What one walk came to.
pub(super) enum Walked {
    /// This is the answer.
    Settled(Answer),
    /// The same question in another form may have another answer.
    Doubtful,
    /// The same question may have another answer later; with the place where it ended.
    Passing(Answer, Address),
}

/// Who walks.
pub(super) struct Walker<'a> {
    pub(super) client: &'a Client,
    pub(super) gates: &'a Gates,
    pub(super) method: Method,
}

impl Walker<'_> {
    /// Asks for an address and follows redirects.
    pub(super) fn walk(&self, start: &Address) -> Walked {
        let mut way = Way::from(start);
        loop {
            let asked = self
                .gates
                .pass(&way.here, || self.client.ask(self.method, &way.here, way.reach));
            let reply = match asked {
                Ok(Ok(reply)) => reply,
                Ok(Err(failure)) => return self.failed(failure, way.here),
                Err(answer) => return Walked::Settled(answer),
            };
            if !is_redirect(&reply) {
                return self.arrived(&reply, &way);
            }
            if let Err(failure) = way.follow(&reply) {
                return self.doubted(Answer::Unreachable(failure));
            }
        }
    }

    fn failed(&self, failure: Failure, here: Address) -> Walked {
        let may_be_the_method = matches!(failure, Failure::Closed | Failure::Nonsense);
        let may_pass = failure.may_pass();
        let answer = Answer::Unreachable(failure);
        match may_pass {
            true if may_be_the_method && self.method == Method::Head => Walked::Doubtful,
            true => Walked::Passing(answer, here),
            false => Walked::Settled(answer),
        }
    }

    fn arrived(&self, reply: &Reply, way: &Way) -> Walked {
        match reply.status {
            200..=299 => Walked::Settled(way.answer()),
            404 | 410 => self.doubted(Answer::Gone(reply.status)),
            429 => {
                let answer = Answer::Refused(Refusal::Status(429));
                Walked::Passing(answer, way.here.clone())
            }
            500..=599 => {
                let answer = Answer::Unreachable(Failure::Server(reply.status));
                match self.method {
                    // Whoever wants to be left alone is not asked in another form at once.
                    Method::Head if reply.wait.is_none() => Walked::Doubtful,
                    _ => Walked::Passing(answer, way.here.clone()),
                }
            }
            status => self.doubted(Answer::Refused(Refusal::Status(status))),
        }
    }

    /// Hosts that know no `HEAD` answer it with anything.
    fn doubted(&self, answer: Answer) -> Walked {
        match self.method {
            Method::Head => Walked::Doubtful,
            Method::Get => Walked::Settled(answer),
        }
    }
}

fn is_redirect(reply: &Reply) -> bool {
    matches!(reply.status, 301 | 302 | 303 | 307 | 308) && reply.location.is_some()
}

/// The way that an address led.
struct Way {
    start: Address,
    here: Address,
    seen: Vec<Address>,
    reach: Reach,
    /// The end of the permanent redirects that the way begins with.
    moved: Option<Address>,
    is_permanent: bool,
}

impl Way {
    fn from(start: &Address) -> Way {
        Way {
            start: start.clone(),
            here: start.clone(),
            seen: Vec::new(),
            reach: Reach::Everywhere,
            moved: None,
            is_permanent: true,
        }
    }

    fn follow(&mut self, reply: &Reply) -> Result<(), Failure> {
        let location = reply.location.as_deref().unwrap_or_default();
        let next = self.here.join(location);
        let next = next.ok_or_else(|| Failure::Astray(location.to_owned()))?;
        self.is_permanent &= matches!(reply.status, 301 | 308);
        if self.is_permanent {
            self.moved = Some(next.clone());
        }
        // An author who names a host of a private network may mean what stands there.
        if self.seen.is_empty() && !is_in_private(&self.start) {
            self.reach = Reach::Outside;
        }
        self.seen.push(std::mem::replace(&mut self.here, next));
        match self.seen.contains(&self.here) || self.seen.len() > MOST_REDIRECTS {
            true => Err(Failure::Circle),
            false => Ok(()),
        }
    }

    fn answer(&self) -> Answer {
        if self.here.is_home() && !self.start.is_home() {
            return Answer::Moved(Move::Home, self.here.clone());
        }
        match &self.moved {
            Some(to) => Answer::Moved(Move::ForGood, to.clone()),
            None => Answer::Good,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Failure, Move, Reach, Reply, Way};
    use crate::links::Address;

    fn address(text: &str) -> Address {
        Address::read(text).unwrap()
    }

    fn walked(start: &str, steps: &[(u16, &str)]) -> (Result<(), Failure>, Way) {
        let mut way = Way::from(&address(start));
        let mut last = Ok(());
        for &(status, location) in steps {
            let location = Some(location.to_owned());
            last = way.follow(&Reply { status, location, wait: None });
        }
        (last, way)
    }

    #[test]
    fn only_what_is_permanent_moves() {
        let check = |start: &str, steps: &[(u16, &str)], expected: Answer| {
            assert_eq!(walked(start, steps).1.answer(), expected, "{start} {steps:?}");
        };
        let moved = |to| Answer::Moved(Move::ForGood, address(to));
        let a = "http://192.0.2.1/a";
        check(a, &[], Answer::Good);
        check(a, &[(301, "/b")], moved("http://192.0.2.1/b"));
        check(a, &[(308, "/b"), (301, "c#part")], moved("http://192.0.2.1/c"));
        check(a, &[(301, "/b"), (302, "/c")], moved("http://192.0.2.1/b"));
        check(a, &[(302, "/b"), (301, "/c")], Answer::Good);
        check(a, &[(303, "/b"), (307, "/c")], Answer::Good);
        let home = Answer::Moved(Move::Home, address("http://192.0.2.1/"));
        check(a, &[(302, "/")], home);
        check("http://192.0.2.1/", &[(302, "/")], Answer::Good);
    }

    #[test]
    fn no_host_leads_into_a_private_network() {
        let check = |start: &str, expected: Reach| {
            assert_eq!(walked(start, &[(302, "/b")]).1.reach, expected, "{start}");
        };
        check("http://8.8.8.8/a", Reach::Outside);
        check("http://10.0.0.1/a", Reach::Everywhere);
        check("http://[::1]/a", Reach::Everywhere);
    }

    #[test]
    fn ways_without_an_end_are_left() {
        let a = "http://10.0.0.1/a";
        assert_eq!(walked(a, &[(302, "/b"), (302, "/a")]).0, Err(Failure::Circle));
        let long: Vec<String> = (0..21).map(|number| format!("/{number}")).collect();
        let long: Vec<(u16, &str)> = long.iter().map(|to| (302, &**to)).collect();
        assert_eq!(walked(a, &long[..20]).0, Ok(()));
        assert_eq!(walked(a, &long).0, Err(Failure::Circle));
        let astray = Failure::Astray("mailto:a@b.org".to_owned());
        assert_eq!(walked(a, &[(302, "mailto:a@b.org")]).0, Err(astray));
    }
}
