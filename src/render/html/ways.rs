//! The main navigation, made once for each place in it that pages stand at.
//!
//! Nothing else of a page shows in it, so that a handful serve all pages of an archive.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{PoisonError, RwLock};

use serde::Serialize;
use tera::{ErrorKind, Value};

use super::context::{Context, insert};
use super::environment;
use super::rows::Failure;
use super::view::{Crumb, Scene};

/// The navigation in one interface language.
pub(super) struct Ways {
    /// The addresses that it links.
    hrefs: BTreeSet<String>,
    made: RwLock<BTreeMap<Place, Result<Value, Failure>>>,
}

/// What the navigation shows of a page: `page` in its template.
#[derive(PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Place {
    /// Its address, if the navigation links it; else empty.
    href: String,
    /// The pages above it that the navigation links.
    breadcrumbs: Vec<Crumb>,
}

const TEMPLATE: &str = "ways.html";

impl Ways {
    /// The navigation that links these addresses.
    pub(super) fn new(hrefs: BTreeSet<String>) -> Ways {
        Ways { hrefs, made: RwLock::default() }
    }

    /// The navigation of a page as HTML that templates need not escape.
    pub(super) fn get(
        &self,
        scene: &Scene<'_>,
        href: &str,
        breadcrumbs: &[Crumb],
    ) -> Result<Value, Failure> {
        let is_linked = |href: &str| self.hrefs.contains(href);
        let above = breadcrumbs.iter().filter(|crumb| is_linked(&crumb.href));
        let place = Place {
            href: if is_linked(href) { href.to_owned() } else { String::new() },
            breadcrumbs: above.cloned().collect(),
        };
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = made.get(&place) {
            return made.clone();
        }
        drop(made);
        let new = make(scene, &place);
        let mut made = self.made.write().unwrap_or_else(PoisonError::into_inner);
        made.entry(place).or_insert(new).clone()
    }
}

fn make(scene: &Scene<'_>, place: &Place) -> Result<Value, Failure> {
    let mut context = Context::default();
    insert(&mut context, "page", place);
    scene.shared.insert(&mut context);
    match scene.tera.render(TEMPLATE, &context.into_engine()) {
        Ok(html) => Ok(Value::safe_string(html.trim())),
        // Why no template could be loaded was told when they were.
        Err(error) if matches!(error.kind(), ErrorKind::TemplateNotFound(_)) => {
            Ok(Value::none())
        }
        Err(error) => Err(Box::new(environment::finding(&error, TEMPLATE))),
    }
}
