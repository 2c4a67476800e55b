//! What is shown now, and the signal that it has become something else.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use super::Listener;
use super::changes::Changed;
use super::edit::Reach;
use super::live::Live;
use super::whole::Whole;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::pipeline::{self, Order, Report};

/// The site as it is shown. Any number of threads may look while none changes it.
pub(super) struct Stage {
    pub(super) order: Order,
    /// What is made of all documents together.
    pub(super) whole: Whole,
    shown: RwLock<Shown>,
    /// Threads that wait to change what is shown.
    waiting: AtomicUsize,
    version: Mutex<u64>,
    changed: Condvar,
    /// Tells this run of the server from others.
    run: u64,
    listener: Box<dyn Listener>,
}

/// A site, or why there is none.
pub(super) struct Shown {
    pub(super) live: Option<Live>,
    pub(super) findings: Vec<Diagnostic>,
    /// The world's failure, if it failed.
    pub(super) trouble: Option<Error>,
    /// What templates said when pages were made.
    pub(super) failures: Mutex<Vec<Diagnostic>>,
    /// Grows with each change.
    pub(super) version: u64,
}

/// Where documents are while the settings cannot be read.
pub(super) const CONTENT: &str = "content";

impl Stage {
    pub(super) fn open(order: Order, listener: Box<dyn Listener>) -> Result<Stage> {
        let (live, findings) = Live::read(&order, None)?;
        listener.found(&findings);
        let failures = Mutex::default();
        let shown = Shown { live, findings, trouble: None, failures, version: 1 };
        Ok(Stage {
            order,
            whole: Whole::default(),
            shown: RwLock::new(shown),
            waiting: AtomicUsize::new(0),
            version: Mutex::new(1),
            changed: Condvar::new(),
            run: RandomState::new().hash_one(0),
            listener,
        })
    }

    /// What is shown, for as long as the value lives.
    pub(super) fn look(&self) -> RwLockReadGuard<'_, Shown> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether somebody waits to change what is shown: long work had better stop.
    pub(super) fn is_awaited(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > 0
    }

    /// The path below which the site stands: `/archive/`.
    pub(super) fn base_path(&self) -> String {
        let shown = self.look();
        let config = shown.live.as_ref().map(|live| &live.archive.config);
        config.map_or_else(|| "/".to_owned(), |config| config.base_path.clone())
    }

    /// The folder of documents, as the settings name it now; as they last did where they
    /// cannot be read.
    pub(super) fn content(&self) -> String {
        let settings = pipeline::settings(&self.order, &mut Report::default());
        if let Ok(Some(config)) = settings {
            return config.content;
        }
        let shown = self.look();
        let config = shown.live.as_ref().map(|live| &live.archive.config);
        config.map_or_else(|| CONTENT.to_owned(), |config| config.content.clone())
    }

    /// A version's name, which no other run of the server gives.
    pub(super) fn name(&self, version: u64) -> String {
        format!("{:016x}-{version}", self.run)
    }

    /// Waits until there is another version than this one, or some time has passed.
    pub(super) fn wait(&self, known: Option<u64>, patience: Duration) -> u64 {
        let version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = |version: &mut u64| Some(*version) == known;
        let waited = self.changed.wait_timeout_while(version, patience, is_known);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Follows the files that have changed.
    pub(super) fn follow(&self, changed: &Changed) {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        let reach = shown.follow(changed, &self.order);
        let is_news = !matches!(reach, Ok(Reach::Nothing)) || shown.trouble.is_some();
        shown.trouble = reach.err();
        if !is_news {
            return;
        }
        shown.version += 1;
        shown.failures = Mutex::default();
        *self.version.lock().unwrap_or_else(PoisonError::into_inner) = shown.version;
        self.changed.notify_all();
        match &shown.trouble {
            Some(error) => self.listener.failed(error),
            None => self.listener.found(&shown.findings),
        }
    }

    /// Notes what a template said while a page was made.
    pub(super) fn note(&self, shown: &Shown, found: &Diagnostic) {
        let mut failures = shown.failures.lock().unwrap_or_else(PoisonError::into_inner);
        if !failures.contains(found) {
            failures.push(found.clone());
            self.listener.found(&[&*shown.findings, &*failures].concat());
        }
    }
}

impl Shown {
    /// Everything that is wrong, failures of templates included.
    pub(super) fn all(&self) -> Vec<Diagnostic> {
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        [&*self.findings, &*failures].concat()
    }

    fn follow(&mut self, changed: &Changed, order: &Order) -> Result<Reach> {
        let reach = match &mut self.live {
            Some(live) => changed.apply(live, order)?,
            None => Reach::Site,
        };
        match reach {
            Reach::Site => {
                (self.live, self.findings) = Live::read(order, self.live.take())?;
                Ok(Reach::Done)
            }
            Reach::Done | Reach::Archive => {
                self.findings = self
                    .live
                    .as_ref()
                    .map_or_else(Vec::new, |live| live.findings.sorted());
                Ok(Reach::Done)
            }
            Reach::Nothing => Ok(Reach::Nothing),
        }
    }
}
