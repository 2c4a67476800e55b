//! What no build wrote stays; what a build wrote is its own.

use super::*;

/// A foreign file in the folder, a former build, and a new one.
fn check(
    foreign: (&str, &str),
    old: &str,
    new: &str,
    expected: std::result::Result<&str, &str>,
) {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files(old)).unwrap();
    write(folder.path(), foreign.0, foreign.1);
    let before = on_disk(folder.path());
    let result = build(folder.path(), &files(new));
    match expected {
        Ok(site) => {
            result.unwrap();
            assert_eq!(on_disk(folder.path()), files(site));
        }
        Err(path) => {
            let message = output_of(result);
            let path = folder.path().join(path);
            let start = format!("`{}` is in the way: no build wrote it", path.display());
            assert!(message.starts_with(&start), "{message}");
            assert_eq!(on_disk(folder.path()), before);
        }
    }
}

#[test]
fn foreign_files_stay() {
    check(("CNAME", "x"), "a=1", "b=1", Ok("CNAME=x b=1"));
    check(("a/note", "x"), "a/b=1", "", Ok("a/note=x"));
    check(("a/note", "x"), "a/b=1", "a/c=1", Ok("a/note=x a/c=1"));
    check(("a", "1"), "", "a=1", Ok("a=1"));
}

#[test]
fn foreign_files_in_the_way_stop_the_build() {
    check(("a", "x"), "", "a=1", Err("a"));
    check(("a", "xx"), "", "a=1", Err("a"));
    check(("a", "x"), "", "a/b/c=1", Err("a"));
    check(("a/b", "x"), "", "a=1", Err("a/b"));
    check(("a/x", "x"), "a/b=1", "a=1", Err("a/x"));
    check(("a/x/y", "x"), "a/b=1", "a=1", Err("a/x/y"));
}

#[test]
fn all_that_is_in_the_way_is_named() {
    let folder = TempDir::new().unwrap();
    for name in ["f", "b", "a", "d", "c", "e", "g"] {
        write(folder.path(), name, "foreign");
    }
    let message =
        output_of(build(folder.path(), &files("a=1 b=1 c=1 d=1 e=1 f=1 g/h=1")));
    let path = |name| folder.path().join(name).display().to_string();
    assert!(message.starts_with(&format!("`{}` is in the way", path("a"))), "{message}");
    assert!(message.contains(&format!("(likewise `{}`", path("b"))), "{message}");
    assert!(message.ends_with(&format!("`{}` and 2 more)", path("e"))), "{message}");
}

#[test]
fn an_adopted_file_is_ours_from_then_on() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "a", "1");
    assert_eq!(build(folder.path(), &files("a=1")).unwrap(), summary(0, 1, 0, 0));
    assert_eq!(build(folder.path(), &files("a=2")).unwrap(), summary(1, 0, 0, 1));
    assert_eq!(build(folder.path(), &files("")).unwrap(), summary(0, 0, 1, 0));
}

#[test]
fn an_edited_file_is_still_ours() {
    check(("a", "edited"), "a=1", "a=1", Ok("a=1"));
    check(("a", "edited"), "a=1", "", Ok(""));
    check(("a", "2"), "a=1", "a=2", Ok("a=2"));
}

#[test]
fn a_lost_file_is_written_again() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a=1 b/c=2")).unwrap();
    fs::remove_folder(&folder.path().join("b")).unwrap();
    assert_eq!(build(folder.path(), &files("a=1 b/c=2")).unwrap(), summary(1, 1, 0, 1));
    fs::remove_folder(&folder.path().join("b")).unwrap();
    assert_eq!(build(folder.path(), &files("a=1")).unwrap(), summary(0, 1, 1, 0));
    assert_eq!(on_disk(folder.path()), files("a=1"));
}

#[test]
fn without_its_manifest_everything_is_foreign() {
    for damage in ["", "chancery manifest 1\n", "chancery manifest 9\nseal\t0\n"] {
        let folder = TempDir::new().unwrap();
        build(folder.path(), &files("a=1 b=2")).unwrap();
        write(folder.path(), ".chancery/manifest", damage);
        let message = output_of(build(folder.path(), &files("a=9")));
        assert!(message.contains("is in the way"), "{message}");
        assert_eq!(build(folder.path(), &files("a=1")).unwrap(), summary(0, 1, 0, 0));
        assert_eq!(on_disk(folder.path()), files("a=1 b=2"));
    }
}

#[test]
fn a_folder_that_holds_an_empty_folder_makes_no_place() {
    let folder = TempDir::new().unwrap();
    build(folder.path(), &files("a/b=1")).unwrap();
    fs::create_folder(&folder.path().join("a/empty")).unwrap();
    output_of(build(folder.path(), &files("a=1")));
    build(folder.path(), &files("")).unwrap();
    assert_eq!(on_disk(folder.path()).keys().collect::<Vec<_>>(), ["a/empty"]);
}

#[test]
fn a_forged_manifest_leads_nowhere() {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("site");
    write(folder.path(), "outside", "kept");
    build(&site, &files("a=1")).unwrap();
    let lines = b"../outside\t4\t1\t0\n/../outside\t4\t1\t0\n";
    let manifest = site.join(".chancery/manifest");
    sealed::write(&manifest, "chancery manifest 1", |out| out.write_all(lines)).unwrap();
    build(&site, &files("")).unwrap();
    assert!(fs::look(&folder.path().join("outside")).unwrap() != Found::Nothing);
}
