//! The journal: from when it is written, the new site is what will be.
//!
//! It needs to name only what is to be removed. What is to be moved is what the stage
//! still holds, so that a move which has been done leaves no trace that could mislead.

use std::path::Path;

use super::sealed;
use crate::error::Result;
use crate::route::Route;

const HEADING: &str = "chancery journal 1";

/// What the last step of a build removes from the site.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    /// Files that stand where the new site has a folder, or under a folder where it has
    /// a file: removed before anything is moved.
    pub(super) clear: Vec<Route>,
    /// All others: removed when the new files are in place.
    pub(super) remove: Vec<Route>,
}

impl Journal {
    /// How many files are removed.
    pub(super) fn len(&self) -> usize {
        self.clear.len() + self.remove.len()
    }

    /// Writes the journal, so that even a loss of power leaves it whole or torn.
    pub(super) fn write(&self, path: &Path) -> Result<()> {
        sealed::write(path, HEADING, |out| {
            self.clear.iter().try_for_each(|route| writeln!(out, "{CLEAR}{route}"))?;
            self.remove.iter().try_for_each(|route| writeln!(out, "{REMOVE}{route}"))
        })
    }

    /// Reads a whole journal; a torn one means that nothing had begun.
    pub(super) fn read(path: &Path) -> Result<Option<Journal>> {
        Ok(sealed::read(path, HEADING)?.and_then(|lines| parse(&lines)))
    }
}

fn parse(lines: &[u8]) -> Option<Journal> {
    let mut journal = Journal::default();
    for line in std::str::from_utf8(lines).ok()?.lines() {
        let (list, route) = match line.strip_prefix(CLEAR) {
            Some(route) => (&mut journal.clear, route),
            None => (&mut journal.remove, line.strip_prefix(REMOVE)?),
        };
        list.push(Route::file(route).ok()?);
    }
    Some(journal)
}

const CLEAR: &str = "clear\t";
const REMOVE: &str = "remove\t";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back() {
        let routes =
            |list: &[&str]| list.iter().map(|r| Route::file(r).unwrap()).collect();
        let journal =
            Journal { clear: routes(&["a"]), remove: routes(&["b/c", "平和"]) };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        journal.write(&path).unwrap();
        assert_eq!(Journal::read(&path).unwrap(), Some(journal));
    }

    #[test]
    fn a_forged_route_spoils_it() {
        assert_eq!(parse(b"remove\t../x\n"), None);
        assert_eq!(parse(b"burn\tx\n"), None);
    }
}
