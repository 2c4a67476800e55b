//! What the last step has to do, and whether the plan of the site can be followed.

use super::journal::Journal;
use super::layout::ancestors;
use super::manifest::{Entry, Manifest};
use super::stage::file_and_folder;
use crate::error::{Error, Result};
use crate::route::Route;

/// An error if a route is planned twice, or as a file and as a folder. The entries are
/// sorted by route.
pub(super) fn check(entries: &[Entry]) -> Result<()> {
    let mut last = "";
    for entry in entries {
        let route = entry.route.as_str();
        if route == last {
            return Err(Error::Internal(format!("`{route}` is planned twice")));
        }
        let shared = route.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        // The folders that the last route has too were looked for with it.
        let mut new = ancestors(route).take_while(|folder| folder.len() >= shared);
        if new.any(|folder| is_planned(entries, folder)) {
            return Err(file_and_folder(route));
        }
        last = route;
    }
    Ok(())
}

/// What the last build wrote and this one does not want. The entries are sorted by route,
/// the obstacles are sorted. What is no route is passed over: a forged manifest must not
/// lead outside the site.
pub(super) fn removals(
    entries: &[Entry],
    manifest: &Manifest,
    obstacles: &[String],
) -> Journal {
    let mut planned = entries.iter().map(|entry| entry.route.as_str()).peekable();
    let unwanted = manifest.routes().filter(|old| {
        while planned.next_if(|new| new < old).is_some() {}
        planned.peek() != Some(old)
    });
    let (clear, remove) = unwanted
        .filter_map(|old| Route::file(old).ok())
        .partition(|old| stands_in_the_way(old.as_str(), obstacles));
    Journal { clear, remove }
}

fn is_planned(entries: &[Entry], route: &str) -> bool {
    entries.binary_search_by(|entry| entry.route.as_str().cmp(route)).is_ok()
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
    use crate::write::manifest::Version;

    fn entries(routes: &[&str]) -> Vec<Entry> {
        let stat = Stat { is_folder: false, size: 0, modified: 0 };
        let version = Version::new(stat, Fingerprint::default());
        let route = |route: &&str| Route::file(route).unwrap();
        routes
            .iter()
            .map(|r| Entry { route: route(r), version, checksum: None })
            .collect()
    }

    #[test]
    fn impossible_plans_are_refused() {
        let check = |routes: &[&str], fine| {
            assert_eq!(check(&entries(routes)).is_ok(), fine, "{routes:?}");
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
