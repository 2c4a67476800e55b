//! What was answered before: `.chancery/links.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::words::words;
use super::{Address, Answer, Move};
use crate::date::Day;

/// The form of the file; another one is not read.
const VERSION: u32 = 1;

/// What is known of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it answered last.
    pub answer: Answer,
    /// The last day on which it was there, if it ever was.
    pub good: Option<String>,
}

/// The answers of former runs.
#[derive(Debug, Default)]
pub struct Memory {
    entries: BTreeMap<String, Entry>,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    answers: BTreeMap<String, Entry>,
}

/// One answer. Days are written `2018-04-23`.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    asked: String,
    answer: Kept,
    /// Where it moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    /// What was said of it, where it was not there; for people who read the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    said: Option<String>,
    /// The last day on which it was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    good: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kept {
    Good,
    Moved,
    Home,
    Bad,
}

impl Memory {
    /// Reads the file; one that is damaged or of another form holds nothing.
    pub fn read(bytes: &[u8]) -> Memory {
        match serde_json::from_slice::<File>(bytes) {
            Ok(file) if file.version == VERSION => Memory { entries: file.answers },
            _ => Memory::default(),
        }
    }

    /// The bytes of the file, by address.
    pub fn written(&self) -> Vec<u8> {
        let file = File { version: VERSION, answers: self.entries.clone() };
        let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// A good answer that is at most so many days old. What was bad is asked again.
    pub fn holds(
        &self,
        address: &Address,
        today: Option<Day>,
        days: u32,
    ) -> Option<Known> {
        let entry = self.entries.get(address.as_str())?;
        let age = today?.since_1970() - day(&entry.asked)?.since_1970();
        let to = || Address::read(entry.to.as_deref()?);
        let answer = match entry.answer {
            Kept::Good => Answer::Good,
            Kept::Moved => Answer::Moved(Move::ForGood, to()?),
            Kept::Home => Answer::Moved(Move::Home, to()?),
            Kept::Bad => return None,
        };
        let is_fresh = (0..i64::from(days)).contains(&age);
        is_fresh.then(|| Known { answer, good: entry.good.clone() })
    }

    /// Keeps an answer of today, and tells what is known with it.
    pub fn keep(
        &mut self,
        address: &Address,
        answer: Answer,
        today: Option<Day>,
    ) -> Known {
        let before = self.entries.get(address.as_str()).and_then(|old| old.good.clone());
        let asked = today.map(|day| day.to_string()).unwrap_or_default();
        let is_good = answer.is_good();
        let good = if is_good { Some(asked.clone()) } else { before };
        let (kept, to) = match &answer {
            Answer::Good => (Kept::Good, None),
            Answer::Moved(Move::ForGood, to) => (Kept::Moved, Some(to.to_string())),
            Answer::Moved(Move::Home, to) => (Kept::Home, Some(to.to_string())),
            _ => (Kept::Bad, None),
        };
        let said = (!is_good).then(|| words(&answer));
        let entry = Entry { asked, answer: kept, to, said, good: good.clone() };
        self.entries.insert(address.to_string(), entry);
        Known { answer, good }
    }

    /// Forgets what nobody names any more.
    pub fn keep_only<'a>(&mut self, addresses: impl Iterator<Item = &'a Address>) {
        let named: BTreeSet<&str> = addresses.map(Address::as_str).collect();
        self.entries.retain(|address, _| named.contains(address.as_str()));
    }
}

/// Reads `2018-04-23`.
fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    Day::new(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{Memory, day};
    use crate::links::{Address, Answer, Failure, Known, Move};

    fn address() -> Address {
        Address::read("https://a.org/").unwrap()
    }

    #[test]
    fn good_answers_hold_for_some_days() {
        let check = |answer: &Answer, later: &str, days, expected| {
            let mut memory = Memory::default();
            memory.keep(&address(), answer.clone(), day("2026-02-27"));
            let memory = Memory::read(&memory.written());
            let found = memory.holds(&address(), day(later), days);
            assert_eq!(found.is_some(), expected, "{answer:?} {later} {days}");
            assert!(found.is_none_or(|known| known.answer == *answer));
        };
        check(&Answer::Good, "2026-02-27", 7, true);
        check(&Answer::Good, "2026-02-27", 1, true);
        check(&Answer::Good, "2026-02-27", 0, false);
        check(&Answer::Good, "2026-03-05", 7, true);
        check(&Answer::Good, "2026-03-06", 7, false);
        check(&Answer::Good, "2026-02-26", 7, false);
        check(&Answer::Moved(Move::ForGood, address()), "2026-02-28", 7, true);
        check(&Answer::Moved(Move::Home, address()), "2026-02-28", 7, true);
        check(&Answer::Gone(404), "2026-02-27", 7, false);
        check(&Answer::Unreachable(Failure::Circle), "2026-02-27", 7, false);
    }

    #[test]
    fn the_last_good_day_is_remembered() {
        let mut memory = Memory::default();
        memory.keep(&address(), Answer::Good, day("2026-01-31"));
        memory.keep(&address(), Answer::Gone(404), day("2026-02-01"));
        let known = memory.keep(&address(), Answer::Gone(410), day("2026-02-02"));
        let good = Some("2026-01-31".to_owned());
        assert_eq!(known, Known { answer: Answer::Gone(410), good });
    }

    #[test]
    fn what_is_damaged_holds_nothing() {
        let mut memory = Memory::default();
        memory.keep(&address(), Answer::Good, day("2026-01-31"));
        let whole = memory.written();
        let check = |bytes: &[u8], expected: bool| {
            let held = Memory::read(bytes).holds(&address(), day("2026-01-31"), 7);
            assert_eq!(held.is_some(), expected);
        };
        check(&whole, true);
        check(&whole[..whole.len() / 2], false);
        check(b"", false);
        let text = String::from_utf8(whole).unwrap();
        check(text.replace("\"version\": 1", "\"version\": 2").as_bytes(), false);
        check(text.replace("2026-01-31", "soon").as_bytes(), false);
    }

    #[test]
    fn what_nobody_names_is_forgotten() {
        let mut memory = Memory::default();
        memory.keep(&address(), Answer::Good, day("2026-01-31"));
        let other = Address::read("https://b.org/").unwrap();
        memory.keep_only([other].iter());
        assert!(memory.holds(&address(), day("2026-01-31"), 7).is_none());
    }
}
