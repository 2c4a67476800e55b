//! All addresses, host by host.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::client::{Client, Method};
use super::follow::{Walked, Walker};
use super::gates::Gates;
use super::{Address, Answer, Failure, Manners};

/// Asks for each address, and tells each answer as it comes.
///
/// Hosts are asked beside each other, as many as manners allow; each is asked one thing at
/// a time, with a pause between.
pub fn ask(
    addresses: &[&Address],
    manners: &Manners,
    told: &(dyn Fn(&Address, Answer) + Sync),
) {
    let client = Client::new(manners);
    let gates = Gates::new(manners);
    let queues = Mutex::new(by_host(addresses));
    let next = || queues.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work = || {
        while let Some(queue) = next() {
            for address in queue {
                told(address, answer(address, (&client, &gates), manners));
            }
        }
    };
    thread::scope(|scope| {
        let hosts = count(&queues).min(manners.hosts);
        for _ in 0..hosts {
            scope.spawn(work);
        }
    });
}

fn count<T>(queues: &Mutex<Vec<T>>) -> usize {
    queues.lock().unwrap_or_else(PoisonError::into_inner).len()
}

/// The addresses of each host; the longest queue, which decides how long all takes, last.
fn by_host<'a>(addresses: &[&'a Address]) -> Vec<Vec<&'a Address>> {
    let mut hosts: BTreeMap<&str, Vec<&Address>> = BTreeMap::new();
    for &address in addresses {
        hosts.entry(address.host()).or_default().push(address);
    }
    let mut queues: Vec<Vec<&Address>> = hosts.into_values().collect();
    queues.sort_by_key(Vec::len);
    queues
}

fn answer(
    address: &Address,
    (client, gates): (&Client, &Gates),
    manners: &Manners,
) -> Answer {
    let mut method = Method::Head;
    let mut retries = 0;
    loop {
        match (Walker { client, gates, method }).walk(address) {
            Walked::Settled(answer) => return answer,
            Walked::Doubtful => {}
            Walked::Passing(answer, at) if retries == manners.retries => {
                let failure = match &answer {
                    Answer::Unreachable(failure) => Some(failure),
                    _ => None,
                };
                if failure.is_some_and(Failure::is_of_the_host) {
                    gates.close(&at, &answer);
                }
                return answer;
            }
            Walked::Passing(_, at) => {
                gates.hold(&at, back_off(manners.pause, retries));
                retries += 1;
            }
        }
        method = Method::Get;
    }
}

/// Each wait is twice the one before.
fn back_off(pause: Duration, retries: u32) -> Duration {
    pause.saturating_mul(2_u32.saturating_pow(retries.saturating_add(1)))
}
