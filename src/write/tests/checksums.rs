//! Lists of checksums, and files written piece by piece.

use super::*;
use crate::fingerprint::sha256;

const LIST: &str = "data/sums";

/// Builds the site with a list of its checksums.
fn build_listed(folder: &Path, site: &Files) -> Summary {
    let writer = Writer::open(folder).unwrap().with_checksums();
    let put = |(to, text): (&String, &String)| writer.put(&route(to), text.as_bytes());
    site.par_iter().try_for_each(put).unwrap();
    writer.list_checksums(&route(LIST)).unwrap();
    writer.publish().unwrap()
}

/// The list as it should be, from what lies there.
fn expected(folder: &Path) -> String {
    let files = on_disk(folder).into_iter().filter(|(name, _)| name != LIST);
    let lines = files.map(|(name, text)| sha256(text.as_bytes()) + "  " + &name + "\n");
    lines.collect::<Vec<_>>().concat()
}

#[test]
fn every_file_has_its_line_however_it_came_to_be() {
    let folder = TempDir::new().unwrap();
    let check = |site: &str, written: u64| {
        let summary = build_listed(folder.path(), &files(site));
        assert_eq!(summary.written, written, "{site}");
        let found = on_disk(folder.path()).remove(LIST).unwrap();
        assert_eq!(found.lines().count(), files(site).len());
        assert_eq!(found, expected(folder.path()), "{site}");
    };
    check("a=1 b/c=2 b.txt=3", 4);
    check("a=1 b/c=2 b.txt=3", 0);
    check("a=2 b/c=2 b.txt=3", 2);
    check("a=2 b/c=2", 1);
    check("平和=2", 2);
    check("", 1);
}

#[test]
fn copies_have_their_line_too() {
    let folder = TempDir::new().unwrap();
    let source = folder.path().join("source");
    fs::write(&source, &b"0123456789".repeat(100_000)).unwrap();
    let site = folder.path().join("site");
    for written in [2, 0] {
        let writer = Writer::open(&site).unwrap().with_checksums();
        writer.copy(&route("copy"), &source).unwrap();
        writer.list_checksums(&route(LIST)).unwrap();
        assert_eq!(writer.publish().unwrap().written, written);
        assert_eq!(on_disk(&site).remove(LIST).unwrap(), expected(&site));
    }
}

#[test]
fn without_checksums_the_list_is_empty() {
    let folder = TempDir::new().unwrap();
    let writer = begin(folder.path(), &files("a=1"));
    writer.list_checksums(&route(LIST)).unwrap();
    writer.publish().unwrap();
    assert_eq!(on_disk(folder.path())[LIST], "");
}

#[test]
fn pieces_are_asked_for_only_where_they_are_new() {
    let folder = TempDir::new().unwrap();
    let fill = |text: &str, is_asked: bool| {
        let mut asked = false;
        let writer = Writer::open(folder.path()).unwrap();
        let digest = Digest::of(text.as_bytes(), Checksums::Taken);
        let pieces = |out: &mut dyn Write| {
            asked = true;
            text.as_bytes().chunks(2).try_for_each(|piece| out.write_all(piece))
        };
        writer.fill(&route("a/b"), digest, pieces).unwrap();
        writer.publish().unwrap();
        assert_eq!(asked, is_asked, "{text}");
        assert_eq!(on_disk(folder.path()), files(&format!("a/b={text}")));
    };
    fill("first", true);
    fill("first", false);
    fill("other", true);
}
