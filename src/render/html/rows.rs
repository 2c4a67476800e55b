//! Works as rows of lists, each made once in each interface language.
//!
//! A work stands in a dozen lists; its row is the same in all of them.

use std::sync::{OnceLock, PoisonError, RwLock};

use tera::{Tera, Value};

use super::context::Context;
use super::environment;
use super::view::Scene;
use crate::archive::WorkId;
use crate::diagnostic::Diagnostic;

/// What a template said that could not be rendered.
pub(super) type Failure = Box<Diagnostic>;

/// The rows in one interface language, made when they are first asked for.
pub(super) struct Rows {
    works: usize,
    made: RwLock<OnceLock<Made>>,
}

/// By work, what was made of it.
type Made = Vec<OnceLock<Result<Value, Failure>>>;

/// The template of a row.
pub(super) const TEMPLATE: &str = "entry.html";

impl Rows {
    /// The rows of this many works, of which none is made.
    pub(super) fn new(works: usize) -> Rows {
        Rows { works, made: RwLock::default() }
    }

    /// Gives back the memory of all rows that were made.
    pub(super) fn forget_all(&self) {
        *self.made.write().unwrap_or_else(PoisonError::into_inner) = OnceLock::new();
    }

    /// Makes the work's row again when it is next asked for.
    pub(super) fn forget(&mut self, work: WorkId) {
        let made = self.made.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = made.get_mut().and_then(|made| made.get_mut(work.index())) {
            *place = OnceLock::new();
        }
    }

    /// A work's row as HTML that templates need not escape.
    pub(super) fn get(
        &self,
        scene: &Scene<'_>,
        tera: &Tera,
        work: WorkId,
    ) -> Result<Value, Failure> {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        let room = || (0..self.works).map(|_| OnceLock::new()).collect();
        match made.get_or_init(room).get(work.index()) {
            Some(place) => place.get_or_init(|| make(scene, tera, work)).clone(),
            None => Ok(Value::none()),
        }
    }
}

fn make(scene: &Scene<'_>, tera: &Tera, work: WorkId) -> Result<Value, Failure> {
    let mut context = Context::default();
    scene.row(work, &mut context);
    match tera.render(TEMPLATE, &context.into_engine()) {
        Ok(html) => Ok(Value::safe_string(html.trim())),
        Err(error) => Err(Box::new(environment::finding(&error, TEMPLATE))),
    }
}
