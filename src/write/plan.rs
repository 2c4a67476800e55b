//! What the last step has to do, and whether the plan of the site can be followed.

use std::io;

use super::entries::Entries;
use super::journal::Journal;
use super::layout::ancestors;
use super::manifest::Manifest;
use super::stage::file_and_folder;
use crate::error::{Error, Result};
use crate::route::Route;

/// An error if a route is planned twice, or as a file and as a folder.
pub(super) fn check(entries: &Entries) -> io::Result<Result<()>> {
    let mut seen = Seen::default();
    let mut checked = Ok(());
    entries.each(|entry| {
        if checked.is_ok() {
            checked = seen.check(entry.route());
        }
        Ok(())
    })?;
    Ok(checked)
}

/// What the routes before a route say of it; they come sorted.
#[derive(Default)]
struct Seen {
    last: String,
    /// The lengths of those that the last one begins with, its own the last: `a`, `a b`.
    beginnings: Vec<usize>,
}

impl Seen {
    fn check(&mut self, route: &str) -> Result<()> {
        let both = route.bytes().zip(self.last.bytes());
        let shared = both.take_while(|(a, b)| a == b).count();
        self.beginnings.retain(|&length| length <= shared);
        let is_after = |sign| {
            let mut beginnings = self.beginnings.iter();
            beginnings.any(|&length| route.as_bytes().get(length) == sign)
        };
        if is_after(None) {
            return Err(Error::Internal(format!("`{route}` is planned twice")));
        }
        if is_after(Some(&b'/')) {
            return Err(file_and_folder(route));
        }
        self.beginnings.push(route.len());
        route.clone_into(&mut self.last);
        Ok(())
    }
}

/// What the last build wrote and this one does not want. The obstacles are sorted. What is
/// no route is passed over: a forged manifest must not lead outside the site.
pub(super) fn removals(
    entries: &Entries,
    manifest: &Manifest,
    obstacles: &[String],
) -> io::Result<Journal> {
    let mut former = manifest.routes().peekable();
    let mut journal = Journal::default();
    let mut remove = |old: &str| match Route::file(old) {
        Ok(route) if stands_in_the_way(old, obstacles) => journal.clear.push(route),
        Ok(route) => journal.remove.push(route),
        Err(_) => {}
    };
    entries.each(|entry| {
        let new = entry.route();
        while let Some(old) = former.next_if(|old| *old < new) {
            remove(old);
        }
        while former.next_if_eq(&new).is_some() {}
        Ok(())
    })?;
    former.for_each(remove);
    Ok(journal)
}

fn stands_in_the_way(route: &str, obstacles: &[String]) -> bool {
    let is_obstacle = |place: &str| {
        obstacles.binary_search_by(|other| other.as_str().cmp(place)).is_ok()
    };
    !obstacles.is_empty() && (is_obstacle(route) || ancestors(route).any(is_obstacle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fingerprint::Fingerprint;
    use crate::fs::Stat;
    use crate::write::Aside;
    use crate::write::manifest::{Entry, Version};

    fn entries(routes: &[&str]) -> Entries {
        let entries = Entries::new(Aside { folder: "nowhere".into() });
        let stat = Stat { is_folder: false, size: 0, modified: 0 };
        let version = Version::new(stat, Fingerprint::default());
        for route in routes {
            let route = Route::file(route).unwrap();
            entries.push(Entry { route, version, checksum: None }).unwrap();
        }
        entries
    }

    #[test]
    fn impossible_plans_are_refused() {
        let check = |routes: &[&str], fine| {
            assert_eq!(check(&entries(routes)).unwrap().is_ok(), fine, "{routes:?}");
        };
        check(&[], true);
        check(&["a", "b"], true);
        check(&["a", "a"], false);
        check(&["a", "a b", "a.txt", "ab", "ab/c"], false);
        check(&["a", "a b", "a.txt", "a/b"], false);
        check(&["a", "a b/c", "a/b/c"], false);
        check(&["a/b", "a/b-c/d", "a/b/c"], false);
        check(&["a/b/c", "a/b/d", "a/bc"], true);
        check(&["a/b c", "a/b/c", "a/b/d"], true);
    }
}
