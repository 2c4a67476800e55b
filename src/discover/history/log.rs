//! What git says of commits and contents.

use std::collections::BTreeMap;

use super::{History, Kept, Trail};
use crate::date::Moment;

/// Takes `<name> blob <size>`, a line feed, the contents and a line feed off the front.
pub(super) fn next_blob<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|&byte| byte == b'\n')?;
    let (head, after) = rest.split_at_checked(end)?;
    *rest = after.get(1..)?;
    let (kind, size) = std::str::from_utf8(head).ok()?.rsplit_once(' ')?;
    if !kind.ends_with(" blob") {
        return None;
    }
    let (contents, after) = rest.split_at_checked(size.parse().ok()?)?;
    *rest = after.get(1..)?;
    Some(contents)
}

/// Reads commits from the last to the first: a moment after U+0001, then for each file
/// `:<mode> <mode> <blob> <blob> <status>` and its name, for renamed ones both names; all
/// ended by NUL.
pub(super) fn read(log: &[u8]) -> History {
    let mut reader = Reader::default();
    let mut fields = log.split(|&byte| byte == 0).map(String::from_utf8_lossy);
    let mut moment = None;
    while let Some(field) = fields.next() {
        let field = field.trim_start_matches('\n');
        if let Some(date) = field.strip_prefix('\u{1}') {
            moment = Moment::parse(date.trim());
        } else if let Some(change) = Change::parse(field) {
            let Some(name) = fields.next() else { break };
            let new_name = if change.is_rename { fields.next() } else { None };
            if let Some(moment) = moment {
                reader.note(&change, &name, new_name.as_deref(), moment);
            }
        }
    }
    reader.history()
}

/// What a commit did to a file.
struct Change<'a> {
    /// The file's contents afterwards.
    blob: &'a str,
    is_removal: bool,
    is_rename: bool,
    is_same_text: bool,
}

impl<'a> Change<'a> {
    fn parse(field: &'a str) -> Option<Change<'a>> {
        let mut parts = field.strip_prefix(':')?.split(' ').skip(2);
        let (before, blob, status) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Change {
            blob,
            is_removal: status == "D",
            is_rename: status.starts_with('R'),
            is_same_text: blob == before,
        })
    }
}

/// Follows files back in time.
#[derive(Default)]
struct Reader {
    /// By the name that a file had at the time: its place among the files, or nothing for
    /// one whose name another file took over.
    now: BTreeMap<String, Option<usize>>,
    files: Vec<Trail>,
}

impl Reader {
    fn note(
        &mut self,
        change: &Change<'_>,
        name: &str,
        new_name: Option<&str>,
        moment: Moment,
    ) {
        let later = new_name.unwrap_or(name);
        let file = self.file(later);
        if let Some(file) = file.and_then(|at| self.files.get_mut(at))
            && (change.is_removal || !change.is_same_text)
        {
            let blob = (!change.is_removal).then(|| change.blob.to_owned());
            file.kept.push(Kept { moment, path: later.to_owned(), blob });
        }
        if change.is_rename {
            // What had the new name before was another file.
            self.now.insert(later.to_owned(), None);
            self.now.insert(name.to_owned(), file);
        }
    }

    /// The place of the file that has this name now, or had it at the last.
    fn file(&mut self, name: &str) -> Option<usize> {
        if let Some(&known) = self.now.get(name) {
            return known;
        }
        let at = self.files.len();
        self.files.push(Trail { path: name.to_owned(), kept: Vec::new() });
        self.now.insert(name.to_owned(), Some(at));
        Some(at)
    }

    fn history(mut self) -> History {
        for file in &mut self.files {
            file.kept.reverse();
        }
        self.files.retain(|file| !file.kept.is_empty());
        History(self.files)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// Contents before and after, what was done, and the file's names.
    type FileChange<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

    const A: &str = "a000000000000000000000000000000000000000";
    const B: &str = "b000000000000000000000000000000000000000";
    const NONE: &str = "0000000000000000000000000000000000000000";

    /// Commits as git tells them, the last first.
    fn log(commits: &[(&str, &[FileChange<'_>])]) -> History {
        let mut log = String::new();
        for (day, changes) in commits {
            writeln!(log, "\u{1}{day}T00:00:00Z\0").unwrap();
            for (before, after, status, names) in *changes {
                let names = names.join("\0");
                write!(log, ":100644 100644 {before} {after} {status}\0{names}\0")
                    .unwrap();
            }
        }
        read(log.as_bytes())
    }

    /// What became of a file: the day, and the name it had if that was another; a day
    /// without contents in brackets.
    fn days(history: &History, path: &str) -> String {
        let files = history.0.iter().filter(|file| file.path == path);
        let days = files.flat_map(|file| &file.kept).map(|kept| {
            let name = if kept.path == path { "" } else { &kept.path };
            let day = format!("{name}{}", kept.moment.day());
            if kept.blob.is_some() { day } else { format!("({day})") }
        });
        days.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn files_have_all_their_moments() {
        let history = log(&[
            ("2026-02-03", &[(A, B, "M", &["a.md"]), (NONE, A, "A", &["b c.md"])]),
            ("2025-01-01", &[(NONE, A, "A", &["a.md"]), (NONE, A, "A", &[":d.md"])]),
        ]);
        assert_eq!(days(&history, "a.md"), "2025-01-01 2026-02-03");
        assert_eq!(days(&history, "b c.md"), "2026-02-03");
        assert_eq!(days(&history, ":d.md"), "2025-01-01");
        assert_eq!(days(&history, "c.md"), "");
        assert_eq!(history.0[0].kept[1].blob.as_deref(), Some(B));
    }

    #[test]
    fn a_renamed_file_is_not_removed() {
        let history = log(&[
            ("2026-04-01", &[(A, B, "R087", &["b.md", "c.md"])]),
            ("2026-03-01", &[(A, A, "R100", &["a.md", "b.md"])]),
            ("2026-02-01", &[(B, NONE, "D", &["b.md"])]),
            ("2026-01-01", &[(NONE, A, "A", &["a.md"]), (NONE, B, "A", &["b.md"])]),
        ]);
        assert_eq!(days(&history, "c.md"), "a.md2026-01-01 2026-04-01");
        assert_eq!(days(&history, "b.md"), "");
        assert_eq!(history.0.len(), 1);
    }

    #[test]
    fn a_removed_file_keeps_its_trail_and_a_restored_one_is_one_file() {
        let history = log(&[
            ("2026-05-01", &[(B, NONE, "D", &["a.md"]), (NONE, A, "A", &["b.md"])]),
            ("2026-04-01", &[(NONE, B, "A", &["a.md"])]),
            ("2026-03-01", &[(A, NONE, "D", &["a.md"]), (A, NONE, "D", &["b.md"])]),
            ("2026-01-01", &[(NONE, A, "A", &["a.md"]), (NONE, A, "A", &["b.md"])]),
        ]);
        assert_eq!(
            days(&history, "a.md"),
            "2026-01-01 (2026-03-01) 2026-04-01 (2026-05-01)"
        );
        assert_eq!(days(&history, "b.md"), "2026-01-01 (2026-03-01) 2026-05-01");
    }

    #[test]
    fn contents_stand_one_after_another() {
        let mut rest: &[u8] = b"a blob 3\nx\ny\nb missing\nc blob 0\n\n";
        assert_eq!(next_blob(&mut rest), Some(&b"x\ny"[..]));
        assert_eq!(next_blob(&mut rest), None);
        assert_eq!(next_blob(&mut rest), Some(&b""[..]));
        assert_eq!(next_blob(&mut rest), None);
    }
}
