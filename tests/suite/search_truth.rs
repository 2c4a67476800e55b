//! The index against a plain scan of real texts: nothing missed, nothing too much.
//!
//! The texts lie beside the repository and are not part of it; without them this test says
//! so and passes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use super::corpus::{site, texts};
use super::site::{Silent, files_below};
use chancery::archive::{Archive, DocumentId, Page};
use chancery::error::Result;
use chancery::pipeline::{self, Assembled, Order, Report};
use chancery::render::search::{Indexer, blocks};
use chancery::search::query::Query;
use chancery::search::reader::{Files, Filter, Index, Limits};
use chancery::search::tokens::{Tokenizer, Unit, stem};

struct Memory(BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.0.get(name).cloned())
    }
}

/// A unit as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    First(char),
    Next(char),
}

fn units(text: &str) -> Vec<Piece> {
    let mut units = Vec::new();
    Tokenizer::default().units(text, |unit| {
        units.push(match unit {
            Unit::Word(word) => Piece::Word(word.to_owned()),
            Unit::First(c) => Piece::First(c),
            Unit::Next(c) => Piece::Next(c),
        });
    });
    units
}

/// A document as the scan sees it.
struct Scanned {
    href: String,
    /// Its body as it was written, in lower case, without tags and targets of links.
    raw: String,
    /// The words of ASCII letters in it.
    words: BTreeSet<String>,
    /// The units of each block.
    blocks: Vec<Vec<Piece>>,
    /// The stems of all its words, so that not every block need be looked at.
    stems: BTreeSet<String>,
    signs: BTreeSet<char>,
}

impl Scanned {
    /// Whether these units stand one after another: words alike, characters alike, and
    /// whatever the query has in one run in one run.
    fn has_phrase(&self, wanted: &[Piece]) -> bool {
        let may_have = wanted.iter().all(|unit| match unit {
            Piece::Word(word) => self.has_word(word),
            Piece::First(c) | Piece::Next(c) => self.signs.contains(c),
        });
        may_have
            && self.blocks.iter().any(|units| {
                (0..units.len()).any(|start| {
                    let window = units.get(start..start + wanted.len());
                    window.is_some_and(|window| {
                        let after = units.get(start + wanted.len());
                        (0..wanted.len()).all(|at| is_there(wanted, window, at, after))
                    })
                })
            })
    }

    fn has_word(&self, form: &str) -> bool {
        self.stems.contains(&*stem(form))
    }
}

fn is_there(
    wanted: &[Piece],
    window: &[Piece],
    at: usize,
    after: Option<&Piece>,
) -> bool {
    let is_in_run = |units: &[Piece]| matches!(units.get(at + 1), Some(Piece::Next(_)));
    match (&wanted[at], &window[at]) {
        (Piece::Word(_) | Piece::Next(_), other) => wanted[at] == *other,
        (Piece::First(a), Piece::First(b)) if !is_in_run(wanted) => a == b,
        // Where something stands between two runs of the query, so it does in the text.
        (Piece::First(_), other) if at > 0 => wanted[at] == *other,
        // A character that is a run of its own in the query is the end of one in the text.
        (Piece::First(a), Piece::Next(b)) if !is_in_run(wanted) => {
            let next = window.get(at + 1).or(after);
            a == b && !matches!(next, Some(Piece::Next(_)))
        }
        (Piece::First(a), Piece::First(b) | Piece::Next(b)) => a == b,
        _ => false,
    }
}

/// Numbers that look like chance and never change.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// So many queries, each a piece of a text that `cut` takes by chance.
    fn draw(
        &mut self,
        scanned: &[Scanned],
        count: usize,
        cut: impl Fn(&[Piece], &mut Dice) -> Option<String>,
    ) -> Vec<String> {
        let mut queries = Vec::new();
        for _ in 0..1_000_000 {
            if queries.len() == count {
                return queries;
            }
            let document = &scanned[self.below(scanned.len())];
            let units = &document.blocks[self.below(document.blocks.len())];
            queries.extend(cut(units, self).filter(|query| !queries.contains(query)));
        }
        panic!("there is not enough to draw from");
    }
}

/// So many English words from somewhere in a block.
fn words(units: &[Piece], count: usize, dice: &mut Dice) -> Option<String> {
    let start = dice.below(units.len().max(1));
    let words = units.get(start..start + count)?.iter().map(|unit| match unit {
        Piece::Word(word) if word.bytes().all(|b| b.is_ascii_alphabetic()) => {
            Some(&**word)
        }
        _ => None,
    });
    Some(words.collect::<Option<Vec<_>>>()?.join(" "))
}

/// So many characters of one run from somewhere in a block.
fn signs(
    units: &[Piece],
    count: usize,
    is_wanted: impl Fn(char) -> bool,
    dice: &mut Dice,
) -> Option<String> {
    let start = dice.below(units.len().max(1));
    let signs = units.get(start..start + count)?.iter().enumerate();
    let signs = signs.map(|(at, unit)| match unit {
        Piece::First(c) if at == 0 && is_wanted(*c) => Some(*c),
        Piece::Next(c) if is_wanted(*c) => Some(*c),
        _ => None,
    });
    signs.collect()
}

fn scan(archive: &Archive, order: &Order, indexer: &Indexer) -> Vec<Scanned> {
    let documents = (0..archive.documents.len()).map(DocumentId::new);
    let each = documents.map(|id| {
        let file = pipeline::texts(&order.site, archive, Page::Document(id)).unwrap();
        indexer.add(id, &file[0]).unwrap();
        let mut all = Vec::new();
        blocks(archive, id, &file[0].text, &mut |block| {
            all.push(units(block.text));
        });
        let (mut stems, mut signs) = (BTreeSet::new(), BTreeSet::new());
        for unit in all.iter().flatten() {
            match unit {
                Piece::Word(word) => _ = stems.insert(stem(word).into_owned()),
                Piece::First(c) | Piece::Next(c) => _ = signs.insert(*c),
            }
        }
        let href = chancery::route::encode(&archive.document_path(id));
        let body = archive.document(id).body.start as usize;
        let raw = without_markup(&file[0].text[body..]).to_lowercase();
        let words = raw.split(|c: char| {
            c.is_whitespace() || "“”—–…".contains(c) || is_ascii_sign(c)
        });
        let words = words.filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()));
        let words = words.map(str::to_owned).collect();
        Scanned { href, words, raw, blocks: all, stems, signs }
    });
    each.collect()
}

#[test]
fn queries_find_what_a_scan_finds() {
    let site = site("all");
    for name in ["frus", "jp-law", "ungdc", "treaties", "udhr", "aozora", "cc-legalcode"]
    {
        let Some(texts) = texts(name) else { return };
        for (file, bytes) in files_below(&texts) {
            site.write(&format!("content/{name}/{file}"), bytes);
        }
    }
    let order = Order { keep_going: true, ..site.order() };
    let assembled = pipeline::assembled(&order, &Silent, &mut Report::default());
    let Assembled { archive, .. } = assembled.unwrap().unwrap();
    let indexer = Indexer::new(&archive, site.path("aside"));
    let scanned = scan(&archive, &order, &indexer);
    let files = Mutex::new(BTreeMap::new());
    let put = |route: &chancery::route::Route, bytes: &[u8]| {
        files.lock().unwrap().insert(route.as_str().to_owned(), bytes.to_vec());
        Ok(())
    };
    indexer.finish(&[], &put).unwrap();
    let files = Memory(files.into_inner().unwrap());
    let mut index = Index::open(&files).unwrap().unwrap();
    let mut found = |query: &str| -> BTreeSet<String> {
        let query = Query::parse(query);
        let limits = Limits { hits: usize::MAX, bytes: None };
        let answer = index.search(&query, &Filter::default(), limits).unwrap();
        assert!(answer.is_whole);
        assert_eq!(answer.total, answer.hits.len());
        let hrefs = answer.hits.into_iter();
        hrefs.map(|hit| hit.href.split('#').next().unwrap().to_owned()).collect()
    };

    let mut dice = Dice(20_180_423);
    let is_kanji = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    let is_katakana = |c: char| matches!(c, '\u{30A1}'..='\u{30FC}');
    let is_any = |_: char| true;
    let single = dice.draw(&scanned, 50, |units, dice| words(units, 1, dice));
    let phrases: Vec<String> = [
        dice.draw(&scanned, 30, |units, dice| words(units, 2, dice)),
        dice.draw(&scanned, 20, |units, dice| words(units, 4, dice)),
        dice.draw(&scanned, 25, |units, dice| signs(units, 2, is_kanji, dice)),
        dice.draw(&scanned, 25, |units, dice| signs(units, 3, is_kanji, dice)),
        dice.draw(&scanned, 25, |units, dice| signs(units, 3, is_katakana, dice)),
        dice.draw(&scanned, 25, |units, dice| signs(units, 6, is_any, dice)),
    ]
    .concat();
    assert_eq!(single.len() + phrases.len(), 200);
    let hrefs = |is_found: &dyn Fn(&Scanned) -> bool| -> BTreeSet<String> {
        let documents = scanned.iter().filter(|document| is_found(document));
        documents.map(|document| document.href.clone()).collect()
    };
    for query in &single {
        assert_eq!(found(query), hrefs(&|d| d.has_word(query)), "{query}");
    }
    for query in &phrases {
        let wanted = units(query);
        let expected = hrefs(&|document| document.has_phrase(&wanted));
        assert!(!expected.is_empty(), "{query}");
        assert_eq!(found(&format!("\"{query}\"")), expected, "{query}");
    }
    let ascii_words = single.iter().filter(|query| query.len() > 3);
    let runs = phrases.iter().filter(|query| !query.is_ascii());
    for query in ascii_words.chain(runs) {
        check_raw(query, &found(query), &scanned);
    }
    for pair in single.chunks(2) {
        let expected = hrefs(&|document| pair.iter().all(|word| document.has_word(word)));
        assert_eq!(found(&pair.join(" ")), expected, "{pair:?}");
    }
    for query in phrases_across(&scanned, &mut dice) {
        let wanted = units(&query);
        let expected = hrefs(&|document| document.has_phrase(&wanted));
        assert_eq!(found(&format!("\"{query}\"")), expected, "{query}");
    }
}

/// What the files say as they were written is found, whatever the index takes for text.
#[track_caller]
fn check_raw(query: &str, found: &BTreeSet<String>, scanned: &[Scanned]) {
    let is_word = query.bytes().all(|b| b.is_ascii_lowercase());
    let has = |document: &&Scanned| match is_word {
        true => document.words.contains(query),
        false => document.raw.contains(query),
    };
    let written: Vec<&Scanned> = scanned.iter().filter(has).collect();
    let missed: Vec<_> =
        written.iter().map(|d| &d.href).filter(|href| !found.contains(*href)).collect();
    assert!(missed.is_empty(), "{query}: {} missed, {missed:?}", missed.len());
}

/// A text without what stands between `<` and `>`, or behind `](`, and without comments.
fn without_markup(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', ']']) {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let end = match () {
            () if from.starts_with("<!--") => from.find("-->").map(|end| end + 3),
            // Readings are no part of the text.
            () if from.starts_with("<rt") => from.find("</rt>").map(|end| end + 5),
            () if from.starts_with("<rp") => from.find("</rp>").map(|end| end + 5),
            () if from.starts_with('<') => from.find('>').map(|end| end + 1),
            () if from.starts_with("](") => from.find(')').map(|end| end + 1),
            () => Some(1),
        };
        plain.push_str(if from.starts_with('<') { "" } else { " " });
        rest = &from[end.unwrap_or(from.len())..];
    }
    plain + rest
}

fn is_ascii_sign(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric() && c != '\''
}

/// Phrases that numbers, words and runs stand in together: `第9条`.
fn phrases_across(scanned: &[Scanned], dice: &mut Dice) -> Vec<String> {
    dice.draw(scanned, 50, |units, dice| {
        let start = dice.below(units.len().max(1));
        let units = units.get(start..start + 4)?;
        let has_word = units.iter().any(|unit| matches!(unit, Piece::Word(_)));
        let has_sign = units.iter().any(|unit| matches!(unit, Piece::First(_)));
        let mut query = String::new();
        for unit in units {
            match unit {
                Piece::Word(word) => query.extend([" ", word]),
                Piece::First(c) => query.extend([' ', *c]),
                Piece::Next(c) => query.push(*c),
            }
        }
        (has_word && has_sign).then_some(query)
    })
}
