//! Checks of the archive as a whole, each in one pass over what there is.

mod same_text;
mod addresses;
mod dropped;
mod references;
mod series;
mod terms;
mod unused;
mod vocabularies;

use super::{Seen, Site};
use crate::diagnostic::Diagnostic;

pub use dropped::dropped;

/// Looks at the archive for one fault.
pub(super) type Check = fn(&Site<'_>, &[Seen], &mut Vec<Diagnostic>);

/// Every check, in the order of the manual.
pub(super) const CHECKS: &[Check] = &[
    same_text::twice,
    addresses::similar,
    dropped::of_register,
    references::own,
    series::repeated,
    terms::alike,
    unused::terms,
    unused::files,
    vocabularies::unknown,
];
