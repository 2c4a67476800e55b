//! No build goes through a link, nor writes or removes one.

use std::os::unix::fs::symlink;

use super::*;

/// A site folder and a folder outside it that a build must not change.
fn folders() -> (TempDir, TempDir) {
    let (site, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    write(outside.path(), "b", "outside");
    (site, outside)
}

fn is_untouched(outside: &TempDir) {
    assert_eq!(on_disk(outside.path()), files("b=outside"));
}

#[test]
fn nothing_is_written_through_a_link() {
    let check = |link: &str, target: &str, site: &str| {
        let (folder, outside) = folders();
        build(folder.path(), &files("x/y=1")).unwrap();
        symlink(outside.path().join(target), folder.path().join(link)).unwrap();
        let message = output_of(build(folder.path(), &files(site)));
        assert!(message.contains(&format!("{link}` is in the way")), "{message}");
        is_untouched(&outside);
        assert!(on_disk(folder.path()).contains_key("x/y"));
    };
    check("a", "", "a/b=1");
    check("a", "", "a/new/c=1");
    check("a", "b", "a=1");
    check("a", "b", "a=outside");
    check("a", "gone", "a=1");
    check("x/l", "", "x/l/b=outside");
    check("x/l", "b", "x=1");
}

#[test]
fn nothing_is_removed_through_a_link() {
    let (folder, outside) = folders();
    build(folder.path(), &files("a/b=1 c/d=1")).unwrap();
    fs::remove_folder(&folder.path().join("a")).unwrap();
    symlink(outside.path(), folder.path().join("a")).unwrap();
    build(folder.path(), &files("c/d=1")).unwrap();
    is_untouched(&outside);
    assert_eq!(on_disk(folder.path()).get("a").unwrap(), "a link");
}

#[test]
fn a_link_at_a_removed_files_place_stays() {
    let (folder, outside) = folders();
    build(folder.path(), &files("a=1")).unwrap();
    fs::remove_file(&folder.path().join("a")).unwrap();
    symlink(outside.path().join("b"), folder.path().join("a")).unwrap();
    build(folder.path(), &files("")).unwrap();
    assert_eq!(on_disk(folder.path()).get("a").unwrap(), "a link");
    is_untouched(&outside);
}

#[test]
fn a_recovery_goes_through_no_link() {
    let (folder, outside) = folders();
    build(folder.path(), &files("a/b=1")).unwrap();
    drop(begin(folder.path(), &files("a/b=2 a/c=2")).prepare().unwrap());
    fs::remove_folder(&folder.path().join("a")).unwrap();
    symlink(outside.path(), folder.path().join("a")).unwrap();
    let error = Writer::open(folder.path()).unwrap_err();
    assert!(error.to_string().contains("a` is in the way"), "{error}");
    is_untouched(&outside);
}

#[test]
fn the_hidden_folder_is_no_link() {
    let (folder, outside) = folders();
    symlink(outside.path(), folder.path().join(".chancery")).unwrap();
    assert!(matches!(Writer::open(folder.path()), Err(Error::Output { .. })));
    is_untouched(&outside);
}

#[test]
fn a_link_to_the_output_folder_is_the_users_choice() {
    let (folder, _outside) = folders();
    let site = folder.path().join("site");
    fs::create_folder(&folder.path().join("disk")).unwrap();
    symlink("disk", &site).unwrap();
    build(&site, &files("a/b=1 c=2")).unwrap();
    build(&site, &files("c=3")).unwrap();
    assert_eq!(on_disk(&folder.path().join("disk")), files("c=3"));
}
