//! When each file was last changed, as the site's git repository remembers it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::date::{Day, Edtf};

/// The day of each file's last commit, by path relative to the site.
pub type History = BTreeMap<String, Day>;

/// Asks git. Nothing where there is no git, no repository, or no commit: a site needs
/// neither.
pub fn history(site: &Path, folder: &str) -> History {
    let log = Command::new("git")
        .arg("-C")
        .arg(site)
        .args(["-c", "core.quotePath=false", "log", "--format=%x01%cs", "--name-only"])
        .args(["-z", "--no-renames", "--relative", "--", folder])
        .output();
    match log {
        Ok(output) if output.status.success() => read(&output.stdout),
        _ => History::new(),
    }
}

/// Commits from the last to the first: a day after U+0001, then names, all ended by NUL.
fn read(log: &[u8]) -> History {
    let mut history = History::new();
    let mut day = None;
    for field in log.split(|&byte| byte == 0) {
        let Ok(field) = std::str::from_utf8(field) else { continue };
        let field = field.trim_start_matches('\n');
        match field.strip_prefix('\u{1}') {
            Some(date) => {
                day = Edtf::parse(date.trim()).ok().and_then(|date| date.as_day());
            }
            None if field.is_empty() => {}
            None => {
                if let Some(day) = day {
                    history.entry(field.to_owned()).or_insert(day);
                }
            }
        }
    }
    history
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_commit_counts() {
        let log = b"\x012026-02-03\0\ncontent/a.md\0content/b c.md\0\x012025-01-01\0\ncontent/a.md\0";
        let history = read(log);
        let day = |path: &str| history.get(path).map(ToString::to_string);
        assert_eq!(day("content/a.md").as_deref(), Some("2026-02-03"));
        assert_eq!(day("content/b c.md").as_deref(), Some("2026-02-03"));
        assert_eq!(day("content/c.md"), None);
    }
}
