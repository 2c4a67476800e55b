//! Ids, by which other documents refer to this one.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn invalid(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let Some(id) = &look.document.metadata.id else { return };
    let is_odd = |c: char| {
        c.is_whitespace() || matches!(c, '#' | '?' | '[' | ']' | '{' | '}' | ',')
    };
    if !id.value.contains(is_odd) {
        return;
    }
    let message = format!("the id `{}` is not one word", id.value);
    let help = format!("write `{}`", crate::slug::slug(&id.value));
    found.push(look.found(Code::InvalidId, id.span, message).help(help));
}
