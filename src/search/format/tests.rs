//! What is written is read back; what is damaged is refused and never kills the reader.

use super::*;

/// Numbers that look like chance and never change.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % limit
    }
}

#[test]
fn numbers_read_back() {
    let mut dice = Dice(1);
    let mut numbers = vec![0, 1, 127, 128, 16_383, 16_384, u64::from(u32::MAX), u64::MAX];
    numbers.extend((0..500).map(|_| dice.below(1 << 31) << dice.below(33)));
    let mut out = Vec::new();
    for &number in &numbers {
        put(&mut out, number);
    }
    let mut cursor = Cursor::new(&out);
    for number in numbers {
        assert_eq!(cursor.number(), Some(number));
    }
    assert!(cursor.is_at_end());
    assert_eq!(Cursor::new(&[0x80; 20]).number(), None);
    assert_eq!(Cursor::new(&[0x80]).number(), None);
    assert_eq!(Cursor::new(&[5, 1]).text(), None);
}

#[test]
fn lengths_keep_four_bits() {
    for length in (0..16).chain([17, 100, 1000, 123_456, 4_000_000_000]) {
        let least = length_of(quantised(length));
        assert!(least <= length && length - least <= length / 8, "{length}: {least}");
        assert_eq!(quantised(least), quantised(length));
    }
    let all: Vec<u64> = (0..=250).map(length_of).collect();
    assert!(all.is_sorted());
}

#[test]
fn columns_read_back() {
    let columns = Columns {
        versions: vec![2, 1, 1, 1, 1, 1],
        dates: vec![
            Span::Closed(17_644, 17_645),
            Span::From(20),
            Span::Until(-700_000),
            Span::Closed(-365_000_000_000, 365_000_000_000),
            Span::Open,
            Span::Undated,
        ],
        tags: vec!["en".to_owned(), "zh-Hant".to_owned()],
        languages: vec![0, 1, 0, 0, 0, 0, 1],
        lengths: vec![1, 2, 3, 4, 5, 6, 255],
    };
    assert_eq!(Columns::read(&columns.write()), Some(columns.clone()));
    assert_eq!(Columns::read(&Columns::default().write()), Some(Columns::default()));
    refuses(&columns.write(), |bytes| Columns::read(bytes).is_some());
}

#[test]
fn dates_meet_what_they_overlap() {
    let check =
        |span: Span, expected| assert_eq!(span.meets(10, 20), expected, "{span:?}");
    check(Span::Closed(20, 30), true);
    check(Span::Closed(21, 30), false);
    check(Span::Closed(0, 10), true);
    check(Span::Closed(0, 100), true);
    check(Span::From(20), true);
    check(Span::From(21), false);
    check(Span::Until(10), true);
    check(Span::Until(9), false);
    check(Span::Open, true);
    check(Span::Undated, false);
}

fn term(slug: &str, broader: &[u32]) -> FacetTerm {
    FacetTerm {
        slug: slug.to_owned(),
        labels: vec![slug.to_uppercase(), "日".into()],
        broader: broader.to_vec(),
    }
}

#[test]
fn facets_read_back_and_know_what_is_narrower() {
    let terms = vec![term("a", &[1]), term("b", &[2]), term("c", &[]), term("d", &[3])];
    let facet = Facet { terms, works: vec![vec![], vec![0, 3], vec![2]] };
    assert_eq!(Facet::read(&facet.write()), Some(facet.clone()));
    assert_eq!(facet.at_or_below(&[1]), [true, true, false, false]);
    assert_eq!(facet.at_or_below(&[2]), [true, true, true, false]);
    assert_eq!(facet.at_or_below(&[3, 9]), [false, false, false, true]);
    refuses(&facet.write(), |bytes| Facet::read(bytes).is_some());
}

#[test]
fn titles_read_back_and_name_places() {
    let title = Title {
        title: "A \"title\"".into(),
        work: "2018/a".into(),
        href: "documents/2018/a/".into(),
        date: "23 April 2018".into(),
        paragraphs: 3,
    };
    assert_eq!(
        read_titles(&write_titles(std::slice::from_ref(&title))),
        Some(vec![title.clone()])
    );
    let check = |paragraphs, passage, expected: Option<&str>| {
        let title = Title { paragraphs, ..title.clone() };
        assert_eq!(
            title.anchor(passage).as_deref(),
            expected,
            "{passage} of {paragraphs}"
        );
    };
    check(3, 0, None);
    check(3, 3, Some("p3"));
    check(3, 4, Some("fn-1"));
    check(0, 1, None);
    check(0, 2, Some("fn-1"));
}

#[test]
fn directories_read_back_and_know_the_shards_of_a_range() {
    let shards = ["a", "ab", "m", "m", "m", "z"].map(|key| Place {
        first: key.as_bytes().to_vec(),
        file: Hash::of(key.as_bytes()),
    });
    let directory = Directory { shards: shards.to_vec() };
    assert_eq!(Directory::read(&directory.write()), Some(directory.clone()));
    let check = |from: &str, end: &str, expected| {
        let range = directory.range(from.as_bytes(), end.as_bytes());
        assert_eq!(range, expected, "{from}..{end}");
    };
    check("a", "a\u{1}", 0..1);
    check("aa", "aaa", 0..1);
    check("ab", "ac", 1..2);
    check("k", "n", 1..5);
    check("m", "n", 2..5);
    check("mm", "n", 4..5);
    check("zz", "zzz", 5..6);
    check("0", "1", 0..0);
    refuses(&directory.write(), |bytes| Directory::read(bytes).is_some());
}

/// Postings by chance, and the positions of each.
fn chance(dice: &mut Dice) -> (Vec<Posting>, Vec<Vec<Position>>) {
    let (mut document, mut postings, mut positions) = (0, Vec::new(), Vec::new());
    for _ in 0..=dice.below(40) {
        document += u32::try_from(1 + dice.below(300)).unwrap();
        let mut places: Vec<Position> = (0..=dice.below(6))
            .map(|_| (dice.below(9), dice.below(300)))
            .map(|(passage, offset)| {
                (passage.try_into().unwrap(), offset.try_into().unwrap())
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        postings.push(Posting {
            document,
            count: places.len().try_into().unwrap(),
            in_heading: dice.below(2) == 1,
            in_title: dice.below(2) == 1,
            passage: places[0].0,
        });
        positions.push(places);
    }
    (postings, positions)
}

#[test]
fn shards_read_back_with_their_positions() {
    let mut dice = Dice(7);
    for size in [1, 30, 200, 100_000] {
        let keys: Vec<_> =
            (0..20).map(|at| (format!("key{at:02}"), chance(&mut dice))).collect();
        let (mut draft, mut stream) = (Draft::default(), Vec::new());
        let mut pieces: Vec<(Piece, Vec<u8>)> = Vec::new();
        for (key, (postings, positions)) in &keys {
            let (mut bytes, mut before, start) = (Vec::new(), None, stream.len());
            for (at, (posting, positions)) in postings.iter().zip(positions).enumerate() {
                posting.write(before, &mut bytes);
                before = Some(posting.document);
                let mut written = Vec::new();
                write_positions(positions, &mut written);
                if pieces.last().is_none_or(|(_, last)| last.len() + written.len() > size)
                {
                    pieces.push((Piece { posting: at, ..Piece::default() }, Vec::new()));
                }
                pieces.last_mut().unwrap().1.extend_from_slice(&written);
                stream.extend(written);
            }
            let documents = postings.len().try_into().unwrap();
            draft.push(key.as_bytes(), documents, &bytes, stream.len() - start);
        }
        for (piece, bytes) in &mut pieces {
            (piece.length, piece.file) = (bytes.len(), Hash::of(bytes));
        }
        let written =
            draft.finish(&pieces.iter().map(|(piece, _)| *piece).collect::<Vec<_>>());
        let shard = Shard::read(&written).unwrap();
        for (entry, (key, (postings, positions))) in shard.entries.iter().zip(&keys) {
            assert_eq!(entry.key, key.as_bytes());
            assert_eq!(shard.postings(entry).as_ref(), Some(postings));
            for (at, expected) in positions.iter().enumerate() {
                let piece = shard.pieces.holding(entry, at).unwrap();
                let bytes = (piece, &*pieces[piece].1);
                let found =
                    shard.pieces.positions(bytes, entry, postings, &[at]).unwrap();
                assert_eq!(found, std::slice::from_ref(expected), "pieces of {size}");
            }
        }
        refuses(&written, |bytes| {
            Shard::read(bytes).is_some_and(|shard| {
                shard.entries.iter().all(|entry| shard.postings(entry).is_some())
            })
        });
    }
}

#[test]
fn packed_bytes_come_back_and_damaged_ones_do_not() {
    let bytes = b"peace and security ".repeat(500);
    let packed = pack(&bytes);
    assert_eq!(unpack(&packed), Some(bytes));
    assert_eq!(unpack(&packed[..packed.len() - 5]), None);
    assert_eq!(unpack(b"peace"), None);
}

/// Cut anywhere, the bytes are refused; changed anywhere, they harm nobody.
fn refuses(bytes: &[u8], is_read: impl Fn(&[u8]) -> bool) {
    let step = 1 + bytes.len() / 300;
    for end in (0..bytes.len()).step_by(step) {
        assert!(!is_read(&bytes[..end]), "cut at {end} of {}", bytes.len());
    }
    for at in (0..bytes.len()).step_by(step) {
        let mut changed = bytes.to_vec();
        changed[at] ^= 0xFF;
        let _ = is_read(&changed);
    }
}
