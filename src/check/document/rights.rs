//! What may be done with the text.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn empty(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let keys = ["rights", "rights.statement", "rights.url"];
    let values: Vec<_> = keys.iter().flat_map(|key| look.written.all(key)).collect();
    let Some(first) = values.first() else { return };
    if values.iter().all(|value| value.text.is_empty()) {
        let message = "the rights say nothing";
        let help = "say what may be done with the text, or leave `rights` out";
        found.push(look.found(Code::EmptyRights, first.span, message).help(help));
    }
}
