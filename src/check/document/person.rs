//! What persons did.

use super::Look;
use crate::diagnostic::{Code, Diagnostic};
use crate::spelling;

/// Roles that decide where citations have a person. Any other word is welcome.
const ROLES: &[&str] = &[
    "author",
    "chair",
    "editor",
    "recipient",
    "sender",
    "signatory",
    "speaker",
    "translator",
];

pub(super) fn unknown_role(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for role in look.written.all("people.role") {
        let word = role.text.to_lowercase();
        // Short words are near to too many others.
        if ROLES.contains(&&*word) || word.chars().count() < 5 {
            continue;
        }
        let Some(meant) = spelling::closest(&word, ROLES.iter().copied()) else {
            continue;
        };
        let message = format!("`{}` is not a role that citations know", role.text);
        let help = format!("did you mean `{meant}`?");
        found.push(look.found(Code::UnknownRole, role.span, message).help(help));
    }
}
