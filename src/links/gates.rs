//! Politeness: each host has a gate that one request passes at a time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::client::Reply;
use super::{Address, Answer, Failure, Manners, Refusal};

/// The gates of all hosts.
pub(super) struct Gates {
    hosts: Mutex<BTreeMap<String, Arc<Mutex<Gate>>>>,
    pause: Duration,
    patience: Duration,
}

/// What is known of a host while it is asked.
#[derive(Default)]
struct Gate {
    /// Nobody passes before.
    opens: Option<Instant>,
    /// What is to be said of all else at a port, without asking.
    closed: BTreeMap<u16, Answer>,
}

impl Gates {
    pub(super) fn new(manners: &Manners) -> Gates {
        let Manners { pause, patience, .. } = *manners;
        Gates { hosts: Mutex::default(), pause, patience }
    }

    /// Asks when the host's turn has come; the gate's own answer where it is closed.
    pub(super) fn pass(
        &self,
        address: &Address,
        ask: impl FnOnce() -> Result<Reply, Failure>,
    ) -> Result<Result<Reply, Failure>, Answer> {
        let gate = self.gate(address);
        // Held while the host is asked: this is what keeps others out.
        let mut gate = gate.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = gate.closed.get(&address.port()) {
            return Err(answer.clone());
        }
        if let Some(opens) = gate.opens {
            thread::sleep(opens.saturating_duration_since(Instant::now()));
        }
        let reply = ask();
        gate.opens = later(self.pause);
        let wait = reply.as_ref().ok().and_then(|reply| reply.wait);
        match wait {
            Some(wait) if wait > self.patience => {
                let answer = Answer::Refused(Refusal::Wait(wait.as_secs()));
                gate.closed.insert(address.port(), answer.clone());
                return Err(answer);
            }
            Some(wait) => gate.opens = later(wait.max(self.pause)),
            None => {}
        }
        Ok(reply)
    }

    /// Leaves a host alone for longer than the usual pause.
    pub(super) fn hold(&self, address: &Address, wait: Duration) {
        let gate = self.gate(address);
        let mut gate = gate.lock().unwrap_or_else(PoisonError::into_inner);
        gate.opens = gate.opens.max(later(wait));
    }

    /// Asks nothing more of a port that could not be reached.
    pub(super) fn close(&self, address: &Address, answer: &Answer) {
        let gate = self.gate(address);
        let mut gate = gate.lock().unwrap_or_else(PoisonError::into_inner);
        gate.closed.insert(address.port(), answer.clone());
    }

    fn gate(&self, address: &Address) -> Arc<Mutex<Gate>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.entry(address.host().to_owned()).or_default().clone()
    }
}

fn later(wait: Duration) -> Option<Instant> {
    Instant::now().checked_add(wait)
}
