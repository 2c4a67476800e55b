//! What to do about an address that is of no use any more.

use super::{Address, Copied, Place};

/// Where a copy is, or may be.
pub(super) fn copy(place: &Place, address: &Address) -> String {
    match &place.copied {
        Copied::Named(copy) => {
            format!("an archived copy is named in `source.archived`: `{copy}`")
        }
        Copied::Unnamed(retrieved) => {
            let seen = looked_up(address, retrieved.as_deref());
            format!("look for a copy at `{seen}`, and name it as `source.archived`")
        }
        Copied::Itself => {
            "look for another copy of the source, and name that one".to_owned()
        }
        Copied::Unasked => {
            let seen = looked_up(address, None);
            format!("look for a copy at `{seen}`, and link to it")
        }
    }
}

/// Where the Wayback Machine has what it saw of an address: on that day, or all of it.
fn looked_up(address: &Address, day: Option<&str>) -> String {
    format!("https://web.archive.org/web/{}/{address}", day.unwrap_or("*"))
}
