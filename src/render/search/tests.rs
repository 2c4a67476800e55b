//! Gathering and merging.

use super::document::{Block, Sort};
use super::gather::Gatherer;
use super::merge::{Group, Merge};
use super::run::{Run, write};

/// A document of one passage a line.
fn gather(gatherer: &mut Gatherer, number: u32, text: &str) -> u64 {
    gatherer.document(number, |document| {
        for (passage, line) in (1..).zip(text.lines()) {
            document.block(Block { passage, sort: Sort::Text, text: line });
        }
    })
}

/// Every key with its documents and the bytes of their postings.
fn merged(runs: Vec<Run>) -> Vec<String> {
    let (mut merge, mut group) = (Merge::new(runs).unwrap(), Group::default());
    let mut lines = Vec::new();
    while merge.next(&mut group).unwrap() {
        let key = String::from_utf8(group.key.clone()).unwrap();
        let key = key.replace('\u{1}', "<").replace('\u{2}', "|");
        let postings = group.postings().map(|(d, posting)| format!(" {d}:{posting:?}"));
        lines.push(format!("{key}{}", postings.collect::<String>()));
    }
    lines
}

#[test]
fn postings_tell_counts_and_places() {
    let mut gatherer = Gatherer::default();
    assert_eq!(gather(&mut gatherer, 3, "War and wars.\nWar"), 4);
    let expected =
        ["and 3:[4, 1, 1, 1]", "war 3:[8, 1, 1, 0, 1, 0]", "war<wars 3:[4, 1, 1, 2]"];
    assert_eq!(merged(vec![Run::Memory(gatherer.into_run())]), expected);
}

#[test]
fn runs_have_pairs_singles_and_edges() {
    let mut gatherer = Gatherer::default();
    assert_eq!(gather(&mut gatherer, 0, "日本国 9条"), 5);
    let expected = [
        "9 0:[4, 1, 1, 3]",
        "国 0:[4, 1]",
        "国| 0:[4, 1, 1, 2]",
        "日 0:[4, 1]",
        "日| 0:[4, 1, 1, 0]",
        "日本 0:[4, 1, 1, 0]",
        "本 0:[4, 1]",
        "本国 0:[4, 1, 1, 1]",
        "条 0:[4, 1]",
        "条| 0:[4, 1, 1, 4]",
    ];
    assert_eq!(merged(vec![Run::Memory(gatherer.into_run())]), expected);
}

#[test]
fn between_two_runs_a_place_is_left_out() {
    let mut gatherer = Gatherer::default();
    assert_eq!(gather(&mut gatherer, 0, "日本、国々 9条"), 6);
    let keys = merged(vec![Run::Memory(gatherer.into_run())]);
    for expected in ["日本 0:[4, 1, 1, 0]", "国々 0:[4, 1, 1, 3]", "9 0:[4, 1, 1, 5]"]
    {
        assert!(keys.iter().any(|key| key == expected), "{expected}: {keys:?}");
    }
}

#[test]
fn it_does_not_matter_who_gathered_what() {
    let texts = ["war and peace", "peace 日本", "the war 日本国", "", "peace\npeace"];
    let mut one = Gatherer::default();
    for (number, text) in (0..).zip(texts) {
        gather(&mut one, number, text);
    }
    let one = merged(vec![Run::Memory(one.into_run())]);
    let folder = tempfile::TempDir::new().unwrap();
    let mut runs = Vec::new();
    for (number, text) in (0..5).zip(texts).rev() {
        let mut own = Gatherer::default();
        gather(&mut own, number, text);
        let path = folder.path().join(format!("deep/{number}"));
        if number % 2 == 0 {
            write(&path, &own.into_run()).unwrap();
            runs.push(Run::Disk(path));
        } else {
            runs.push(Run::Memory(own.into_run()));
        }
    }
    assert_eq!(merged(runs), one);
}
