//! Sites are written as text: `a=1 b/c=2` is the file `a` holding `1` and `b/c` holding `2`.

mod checksums;
mod foreign;
mod history;
mod kill;
#[cfg(unix)]
mod links;

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tempfile::TempDir;

use super::*;
use crate::error::Error;
use crate::fs::Found;

/// Every file's route and text.
type Files = BTreeMap<String, String>;

fn files(text: &str) -> Files {
    let file = |file: &str| {
        let (route, text) = file.split_once('=').unwrap();
        (route.to_owned(), text.to_owned())
    };
    text.split_whitespace().map(file).collect()
}

fn route(route: &str) -> Route {
    Route::file(route).unwrap()
}

fn begin(folder: &Path, site: &Files) -> Writer {
    let writer = Writer::open(folder).unwrap();
    let put = |(to, text): (&String, &String)| writer.put(&route(to), text.as_bytes());
    site.par_iter().try_for_each(put).unwrap();
    writer
}

fn build(folder: &Path, site: &Files) -> Result<Summary> {
    begin(folder, site).publish()
}

fn output_of(result: Result<Summary>) -> String {
    match result {
        Err(error @ Error::Output { .. }) => error.to_string(),
        other => panic!("expected something in the way, found {other:?}"),
    }
}

/// All files in the folder but the hidden folder's; an empty folder is a text of its own.
fn on_disk(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(inner) = folders.pop() {
        let paths = fs::names(&inner).unwrap();
        let name = |path: &Path| path.strip_prefix(folder).unwrap().display().to_string();
        if paths.is_empty() {
            found.insert(name(&inner), "an empty folder".to_owned());
        }
        for path in paths.into_iter().filter(|path| !path.ends_with(".chancery")) {
            match fs::look(&path).unwrap() {
                Found::Folder => folders.push(path),
                Found::File(_) => {
                    let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
                    found.insert(name(&path), text);
                }
                _ => drop(found.insert(name(&path), "a link".to_owned())),
            }
        }
    }
    found
}

/// What is left in the hidden folder between builds.
fn hidden(folder: &Path) -> Vec<String> {
    let paths = fs::names(&folder.join(".chancery")).unwrap();
    let name =
        |path: &std::path::PathBuf| path.file_name().unwrap().display().to_string();
    paths.iter().map(name).collect()
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::put(&folder.join(name), text.as_bytes()).unwrap();
}

fn summary(written: u64, unchanged: u64, removed: u64, bytes: u64) -> Summary {
    Summary { written, unchanged, removed, bytes }
}

#[test]
fn builds_follow_each_other() {
    let folder = TempDir::new().unwrap();
    let check = |site: &str, expected| {
        assert_eq!(build(folder.path(), &files(site)).unwrap(), expected, "{site}");
        assert_eq!(on_disk(folder.path()), files(site));
    };
    check("a=1 b/c=22 b/d/e=333", summary(3, 0, 0, 6));
    check("a=1 b/c=22 b/d/e=333", summary(0, 3, 0, 0));
    check("a=9 b/c=22", summary(1, 1, 1, 1));
    check("b=1 a/b/c=2", summary(2, 0, 2, 2));
    check("b/x=1 a/b=2", summary(2, 0, 2, 2));
    check("b=1 b-c/d=1 b.html=1", summary(3, 0, 2, 3));
    assert_eq!(hidden(folder.path()), ["lock", "manifest"]);
}

#[test]
fn a_build_without_files_empties_the_site() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a=1 b/c/d=2")).unwrap();
    assert_eq!(build(folder.path(), &Files::new()).unwrap(), summary(0, 0, 2, 0));
    assert_eq!(on_disk(folder.path()), Files::new());
}

#[test]
fn a_build_that_fails_changes_nothing() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a=1")).unwrap();
    drop(begin(folder.path(), &files("a=2 b=3")));
    assert_eq!(on_disk(folder.path()), files("a=1"));
    assert_eq!(hidden(folder.path()), ["lock", "manifest"]);
}

#[test]
fn a_copy_is_a_file_like_others() {
    let folder = TempDir::new().unwrap();
    let source = TempDir::new().unwrap();
    let scan = source.path().join("scan.pdf");
    let site = folder.path().join("site");
    let copy = |text: &[u8]| {
        fs::put(&scan, text).unwrap();
        let writer = Writer::open(&site).unwrap();
        writer.copy(&route("documents/scan.pdf"), &scan).unwrap();
        let summary = writer.publish().unwrap();
        assert_eq!(fs::read(&site.join("documents/scan.pdf")).unwrap(), text);
        summary
    };
    let large = b"scan".repeat(100_000);
    assert_eq!(copy(&large), summary(1, 0, 0, 400_000));
    assert_eq!(copy(&large), summary(0, 1, 0, 0));
    assert_eq!(copy(b"scan"), summary(1, 0, 0, 4));
    assert_eq!(copy(b"can."), summary(1, 0, 0, 4));
    let writer = Writer::open(&site).unwrap();
    writer.put(&route("documents/scan.pdf"), b"can.").unwrap();
    assert_eq!(writer.publish().unwrap(), summary(0, 1, 0, 0));
}

#[test]
fn a_missing_source_is_named() {
    let folder = TempDir::new().unwrap();
    let writer = Writer::open(folder.path()).unwrap();
    let error = writer.copy(&route("a"), &folder.path().join("gone.pdf")).unwrap_err();
    assert!(error.to_string().contains("cannot read"), "{error}");
    assert!(error.to_string().contains("gone.pdf"), "{error}");
}

#[test]
fn a_defect_of_the_plan_is_internal() {
    let check = |old: &str, routes: &[&str]| {
        let folder = TempDir::new().unwrap();
        build(folder.path(), &files(old)).unwrap();
        let writer = Writer::open(folder.path()).unwrap();
        let put = |to: &&str| writer.put(&route(to), b"1");
        let result = routes.iter().try_for_each(put).and_then(|()| writer.publish());
        assert!(matches!(result, Err(Error::Internal(_))), "{routes:?}: {result:?}");
        assert_eq!(on_disk(folder.path()), files(old));
    };
    check("", &["a", "b", "a"]);
    check("a=1", &["a", "b", "a"]);
    check("a=2", &["a", "b", "a"]);
    check("", &["a", "a/b"]);
    check("", &["a/b/c", "a"]);
    check("a=1", &["a", "a/b"]);
    check("a/b=1", &["a", "a/b"]);
    check("a=2", &["a/b", "a"]);
}

#[test]
fn two_builds_at_once_are_refused() {
    let folder = TempDir::new().unwrap();
    let first = Writer::open(folder.path()).unwrap();
    let error = Writer::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("another build"), "{error}");
    drop(first);
    assert!(Writer::open(folder.path()).is_ok());
}
