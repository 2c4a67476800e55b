//! Places in series.

use std::collections::BTreeMap;

use crate::check::{Seen, Site};
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn repeated(site: &Site<'_>, seen: &[Seen], found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (document, seen) in site.archive.documents.iter().zip(seen) {
        for position in &seen.positions {
            let Some(&(other, span)) = first.get(&position.place) else {
                first.insert(&position.place, (document, position.span));
                continue;
            };
            if other.work.value == document.work.value {
                continue;
            }
            let (_, number) = &position.place;
            let message = format!("two works have the place {number} of the series");
            found.push(
                Diagnostic::new(
                    Code::RepeatedPosition,
                    &document.path,
                    position.span,
                    message,
                )
                .also(&other.path, span, "the other one")
                .help("one of the two numbers is wrong"),
            );
        }
    }
}
