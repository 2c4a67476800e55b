//! `chancery links`: whether what the archive points at on other hosts is still there.

mod list;
mod memory;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::Outcome;
use super::arguments::{CheckFormat, Denied, Links, Shared};
use super::check::say;
use super::progress::Bar;
use super::report::{self, Talk};
use super::today::today;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Result;
use crate::links::{self, Address, Cited, Known, Manners};
use crate::pipeline::{self, Order, Progress as _, Report, Stage};
use memory::Kept;

/// Hosts asked at a time where `--jobs` says nothing: nearly all time is spent waiting.
const HOSTS: usize = 8;

pub(super) fn run(links: &Links, shared: &Shared) -> Result<Outcome> {
    let order =
        Order { site: shared.site.clone(), drafts: links.drafts, ..Order::default() };
    let mut report = Report::default();
    let bar = Bar::new(shared);
    let gathered = pipeline::links(&order, &bar, &mut report);
    bar.finish();
    let Some((config, mut cited)) = gathered? else {
        let found = report.sorted().diagnostics;
        report::findings(&found, &order.site, Talk::of(shared));
        return Ok(Outcome::Findings);
    };
    left_out(&report.sorted(), shared);
    let all: Vec<Address> = cited.places.keys().cloned().collect();
    cited.places.retain(|address, _| is_wanted(address, links, &config));
    if !links.include.is_empty() {
        cited.wrong.clear();
    }
    if links.dry_run {
        list::list(&cited, links.format, shared)?;
        return Ok(Outcome::Done);
    }
    let run = Run { links, shared, config: &config };
    let mut kept = Kept::open(&shared.site)?;
    kept.memory.keep_only(all.iter());
    let known = run.answers(&cited, kept);
    let found = run.judged(links::findings(&cited, &known));
    say(&found, links.format, shared)?;
    Ok(run.conclude(&found, known.len()))
}

fn left_out(report: &Report, shared: &Shared) {
    if !report.left_out.is_empty() {
        let count = report::many(report.left_out.len(), "document");
        Talk::of(shared)
            .talk(&format!("left out {count} with errors, which `chancery check` tells"));
    }
}

fn is_wanted(address: &Address, links: &Links, config: &Config) -> bool {
    let mut excluded = config.links.exclude.iter().chain(&links.exclude);
    let is_included = links.include.is_empty()
        || links.include.iter().any(|pattern| address.is_of(pattern));
    is_included && !excluded.any(|pattern| address.is_of(pattern))
}

/// One run with what it was told.
struct Run<'a> {
    links: &'a Links,
    shared: &'a Shared,
    config: &'a Config,
}

impl Run<'_> {
    /// What is known of each address: good answers of former runs, and new ones.
    fn answers<'c>(&self, cited: &'c Cited, kept: Kept) -> BTreeMap<&'c Address, Known> {
        let today = today();
        let days = self.links.max_age.unwrap_or(self.config.links.max_age);
        let mut known = BTreeMap::new();
        let mut open = Vec::new();
        for address in cited.places.keys() {
            match kept.memory.holds(address, today, days) {
                Some(held) => drop(known.insert(address, held)),
                None => open.push(address),
            }
        }
        let bar = Bar::new(self.shared);
        bar.stage(Stage::Ask, open.len());
        let kept = Mutex::new(kept);
        let answered = Mutex::new(BTreeMap::new());
        links::ask(&open, &self.manners(), &|address, answer| {
            bar.step();
            let known = lock(&kept).keep(address, answer, today);
            lock(&answered).insert(address.clone(), known);
        });
        bar.finish();
        lock(&kept).close();
        let mut answered = answered.into_inner().unwrap_or_else(PoisonError::into_inner);
        known.extend(
            open.into_iter()
                .filter_map(|address| Some((address, answered.remove(address)?))),
        );
        known
    }

    fn manners(&self) -> Manners {
        let Links { timeout, pause, patience, retries, .. } = *self.links;
        let settings = &self.config.links;
        let seconds = |seconds: u32| Duration::from_secs(seconds.into());
        Manners {
            agent: format!(
                "chancery/{} (+{})",
                env!("CARGO_PKG_VERSION"),
                self.config.base_url
            ),
            timeout: timeout.unwrap_or(seconds(settings.timeout)),
            pause: pause.unwrap_or(seconds(settings.pause)),
            patience,
            retries,
            hosts: self.shared.jobs.unwrap_or(HOSTS),
        }
    }

    /// The findings as the site and the command line want them.
    fn judged(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut found = self.config.lints.apply(found);
        if self.links.deny == Some(Denied::Warnings) {
            for found in &mut found {
                found.severity = Severity::Error;
            }
        }
        if self.shared.quiet {
            found.retain(|found| found.severity == Severity::Error);
        }
        found
    }

    fn conclude(&self, found: &[Diagnostic], addresses: usize) -> Outcome {
        let (errors, warnings) = report::count(found);
        let is_for_people =
            matches!(self.links.format, CheckFormat::Terminal | CheckFormat::Short);
        let addresses = match addresses {
            1 => "1 address".to_owned(),
            many => format!("{many} addresses"),
        };
        if !self.shared.quiet && is_for_people {
            if errors + warnings > 0 {
                let counted = report::counted(errors, warnings);
                report::talk(&format!("{addresses}: {counted}"));
            } else if Bar::is_watched(self.shared) {
                report::talk(&format!("{addresses}: nothing to say against any"));
            }
        }
        if errors > 0 { Outcome::Findings } else { Outcome::Done }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
