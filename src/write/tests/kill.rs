//! A build is killed after every single step, once and again during the recovery.

use super::*;

/// A folder with a foreign file cannot become a file, so `b` always is a folder here.
const CHANGES: [(&str, &str); 11] = [
    ("", "a=1 b/c=2"),
    ("a=1", "a=2"),
    ("a=1 b/c=1 b/d/e=1", ""),
    ("a=1 b/c=1", "a=1 b/c=2 b/d=3 x/y/z=4"),
    ("a=1 b/c=1 b/d=1", "b/c=1"),
    ("a=1", "a/b=1 a/c/d=2"),
    ("a/b=1 a/c/d=2", "a=1"),
    ("a/b=1", "a/b/c=1 a/d=1"),
    ("a/b/c=1 a/d=1 e=1", "a/b=1 e=1"),
    ("a/b/c/d/e=1 a/b/x=2", "a/b/c/d/f/g/h=1 a/b/x=3"),
    ("a=1 b/c=2 d/e=3 f/g/h=4", "i=1 j/k=2 l/m=3 b/n/o=4"),
];

/// Begins the last step and stops after so many steps; says whether it came to its end.
fn killed_after(count: usize, folder: &Path, new: &Files) -> bool {
    let ready = begin(folder, new).prepare().unwrap();
    let mut publication = ready.publication();
    (0..count).any(|_| !publication.step().unwrap())
}

/// The same for a recovery.
fn recovery_killed_after(count: usize, folder: &Path) {
    let layout = Layout::create(folder).unwrap();
    let former = Manifest::read(&layout.manifest).unwrap();
    if let Some(journal) = Journal::read(&layout.journal).unwrap() {
        let mut publication = Publication::new(&layout, &former, &journal);
        for _ in 0..count {
            publication.step().unwrap();
        }
    }
}

/// Calls `check` with each number of steps until the last step has ended.
fn at_every_kill(old: &str, new: &str, check: impl Fn(&Path, usize)) {
    for count in 0.. {
        let folder = TempDir::new().unwrap();
        write(folder.path(), "b/foreign", "kept");
        build(folder.path(), &files(old)).unwrap();
        let ended = killed_after(count, folder.path(), &files(new));
        check(folder.path(), count);
        if ended {
            assert!(count > 4);
            return;
        }
    }
}

fn with_foreign(site: &str) -> Files {
    files(&format!("{site} b/foreign=kept"))
}

fn is_new(folder: &Path, new: &str, count: usize) {
    assert_eq!(on_disk(folder), with_foreign(new), "{new} after {count}");
    assert_eq!(hidden(folder), ["lock", "manifest"], "{new} after {count}");
    let again = build(folder, &files(new)).unwrap();
    let unchanged = files(new).len() as u64;
    assert_eq!(again, summary(0, unchanged, 0, 0), "{new} after {count}");
}

#[test]
fn the_next_build_finishes_the_last_step() {
    for (old, new) in CHANGES {
        at_every_kill(old, new, |folder, count| {
            drop(Writer::open(folder).unwrap());
            is_new(folder, new, count);
        });
    }
}

#[test]
fn a_recovery_may_be_killed_too() {
    for (old, new) in CHANGES {
        for second in [1, 3] {
            at_every_kill(old, new, |folder, count| {
                recovery_killed_after(second, folder);
                drop(Writer::open(folder).unwrap());
                is_new(folder, new, count);
            });
        }
    }
}

#[test]
fn a_third_site_may_follow_at_once() {
    for (old, new) in CHANGES {
        for third in [old, "a/b/c/d=5 b/d=5"] {
            at_every_kill(old, new, |folder, count| {
                build(folder, &files(third)).unwrap();
                is_new(folder, third, count);
            });
        }
    }
}

#[test]
fn folders_and_files_change_places_without_foreign_files() {
    let (old, new) = ("a=1 b/c=2 b/d/e=2", "a/b=3 b=4");
    for count in 0..20 {
        let folder = TempDir::new().unwrap();
        build(folder.path(), &files(old)).unwrap();
        killed_after(count, folder.path(), &files(new));
        drop(Writer::open(folder.path()).unwrap());
        assert_eq!(on_disk(folder.path()), files(new), "after {count}");
    }
}

#[test]
fn before_the_whole_journal_nothing_has_changed() {
    for (old, new) in CHANGES {
        let folder = TempDir::new().unwrap();
        build(folder.path(), &files(old)).unwrap();
        let mut left = usize::MAX;
        while left > 0 {
            let ready = begin(folder.path(), &files(new)).prepare().unwrap();
            let whole = fs::read(&ready.layout.journal).unwrap();
            left = left.min(whole.len()) / 2;
            fs::write(&ready.layout.journal, &whole[..left]).unwrap();
            drop(ready);
            drop(Writer::open(folder.path()).unwrap());
            assert_eq!(on_disk(folder.path()), files(old), "{left} bytes");
            assert!(!hidden(folder.path()).contains(&"journal".to_owned()));
        }
    }
}

#[test]
fn a_left_over_stage_is_not_published() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a=1")).unwrap();
    write(folder.path(), ".chancery/stage/left/over", "x");
    write(folder.path(), ".chancery/next", "x");
    build(folder.path(), &files("a=2")).unwrap();
    assert_eq!(on_disk(folder.path()), files("a=2"));
    assert_eq!(hidden(folder.path()), ["lock", "manifest"]);
}

#[test]
fn a_foreign_file_that_came_after_the_kill_is_kept() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a=1")).unwrap();
    killed_after(0, folder.path(), &files("a=2 b=2"));
    write(folder.path(), "b", "foreign");
    let error = Writer::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("is in the way"), "{error}");
    fs::remove_file(&folder.path().join("b")).unwrap();
    drop(Writer::open(folder.path()).unwrap());
    assert_eq!(on_disk(folder.path()), files("a=2 b=2"));
}
