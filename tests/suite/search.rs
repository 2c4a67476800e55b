//! The search index as the program builds it and asks it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::site::{Site, document};
use chancery::error::Result;
use chancery::search::query::Query;
use chancery::search::reader::{Answer, Files, Filter, Index, Limits};

/// A built site's files in memory.
struct Memory(BTreeMap<String, Vec<u8>>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.0.get(name).cloned())
    }
}

fn ask(site: &Site, query: &str) -> Answer {
    ask_within(site, query, None)
}

fn ask_within(site: &Site, query: &str, bytes: Option<u64>) -> Answer {
    let files = Memory(site.public().files());
    let mut index = Index::open(&files).unwrap().unwrap();
    let query = Query::parse(query);
    index.search(&query, &Filter::default(), Limits { hits: 10, bytes }).unwrap()
}

/// The hits as addresses, in order.
fn found(site: &Site, query: &str) -> Vec<String> {
    ask(site, query).hits.into_iter().map(|hit| hit.href).collect()
}

fn archive() -> Site {
    let site = Site::new();
    site.config("languages = [\"en\", \"ja\"]\n")
        .write(
            "content/treaty.md",
            "---\ntitle: Treaty of Peace\ndate: 1951-09-08\nplace: San Francisco\n\
             kind: treaty\ntopics: [peace]\nsource: Archive A\nnumber: T/1\n---\n\
             The Allied Powers agree.\n\n## On war\n\nThe state of war is ended[^1].\n\n\
             [^1]: As of the coming into force.\n",
        )
        .write(
            "content/treaty.ja.md",
            "---\ntitle: 平和条約\ndate: 1951-09-08\n---\n\
             連合国は合意する。\n\n戦争状態は、第1条により終了する。\n",
        )
        .write(
            "content/speech.md",
            "---\ntitle: Speech\ndate: 2018-04\nkind: speech\ntopics: [war]\n\
             people: [{family: Kamikawa, given: Yoko, role: speaker}]\n---\n\
             - Peace treaties, warring states.\n\nWomen, peace & security: S/RES/1325 (2000).\n",
        )
        .write("content/undated.md", "---\ntitle: Notes\n---\nPeaceful café, wars.\n")
        .write(
            "content/topics.toml",
            "[peace]\nlabel = {en = \"Peace\", ja = \"平和\"}\n[war]\nbroader = \"peace\"\n",
        )
        .write("content/pages/about.md", "---\ntitle: About\n---\nPeace on a plain page.\n");
    site.config("languages = [\"en\", \"ja\"]\n[lints]\nmissing-date = \"allow\"\n");
    site.build().expect_clean();
    site
}

const TREATY: &str = "documents/treaty/";
const SPEECH: &str = "documents/speech/";

#[test]
fn hits_open_at_the_paragraph() {
    let site = archive();
    let check = |query: &str, expected: &[&str]| {
        assert_eq!(found(&site, query), expected, "{query}");
    };
    check("agree", &["documents/treaty/#p1"]);
    check("\"state of war\"", &["documents/treaty/#p2"]);
    check("coming", &["documents/treaty/#fn-1"]);
    check("\"on war\"", &["documents/treaty/#p2"]);
    check("francisco", &[TREATY, "documents/treaty/ja/"]);
    check("yoko", &[SPEECH]);
    check("\"treaty of peace\"", &[TREATY]);
    check("cafe", &["documents/undated/#p1"]);
    check("1325 2000", &["documents/speech/#p1"]);
    check("S/RES/1325", &["documents/speech/#p1"]);
    check("nowhere", &[]);
}

#[test]
fn words_are_found_in_every_form_and_exact_ones_first() {
    let site = archive();
    let check = |query: &str, expected: &[&str]| {
        assert_eq!(found(&site, query), expected, "{query}");
    };
    check(
        "war",
        &["documents/treaty/#p2", "documents/undated/#p1", "documents/speech/#p1"],
    );
    check("\"war\"", &["documents/treaty/#p2"]);
    check(
        "wars",
        &["documents/undated/#p1", "documents/treaty/#p2", "documents/speech/#p1"],
    );
    check("treaties", &[TREATY, "documents/speech/#p1"]);
    check("war -state", &["documents/undated/#p1"]);
    check("war* -peaceful", &["documents/treaty/#p2", "documents/speech/#p1"]);
    check("treatie*", &["documents/speech/#p1"]);
    check("treaties*", &[TREATY, "documents/speech/#p1"]);
    check("\"warring sta*\"", &["documents/speech/#p1"]);
    check("\"sta* warring\"", &[]);
    check("s/res/13*", &["documents/speech/#p1"]);
    check("!", &[]);
    check("women NEAR/2 security", &["documents/speech/#p1"]);
    check("women NEAR/1 security", &[]);
    check("allied NEAR war", &[]);
    check("agree \"of peace\"", &["documents/treaty/#p1"]);
    check("\"powers agree the\"", &[]);
}

#[test]
fn japanese_needs_no_spaces() {
    let site = archive();
    let check = |query: &str, expected: &[&str]| {
        assert_eq!(found(&site, query), expected, "{query}");
    };
    check("平和", &["documents/treaty/ja/"]);
    check("戦争状態", &["documents/treaty/ja/#p2"]);
    check("争状", &["documents/treaty/ja/#p2"]);
    check("第1条", &["documents/treaty/ja/#p2"]);
    check("第１条により", &["documents/treaty/ja/#p2"]);
    check("第2条", &[]);
    check("国", &["documents/treaty/ja/#p1"]);
    check("条", &["documents/treaty/ja/#p2"]);
    check("和平", &[]);
    check("1条により終了する", &["documents/treaty/ja/#p2"]);
    check("戦争状態は、第1条", &["documents/treaty/ja/#p2"]);
    check("状態は第1条", &[]);
    check("平和 1", &["documents/treaty/ja/#p2"]);
    check("戦 NEAR 条", &["documents/treaty/ja/#p2"]);
}

#[test]
fn the_program_answers_in_json() {
    let site = archive();
    let ran = site.run(&["search", "peace", "--json"]);
    ran.expect_code(0).expect_stderr("");
    let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(answer["total"], 2);
    let speech =
        answer["hits"].as_array().unwrap().iter().find(|hit| hit["work"] == "speech");
    let expected = serde_json::json!({
        "work": "speech", "lang": "en", "title": "Speech",
        "url": "https://example.org/archive/documents/speech/#p1", "paragraph": 1,
    });
    assert_eq!(speech, Some(&expected));
}

#[test]
fn filters_narrow_what_is_found() {
    let site = archive();
    let check = |arguments: &[&str], works: &[&str]| {
        let arguments = [&["search", "--json"], arguments].concat();
        let ran = site.run(&arguments);
        ran.expect_code(0);
        let answer: Value = serde_json::from_str(&ran.stdout).unwrap();
        let hits = answer["hits"].as_array().unwrap().iter();
        let found: Vec<_> = hits.map(|hit| hit["work"].as_str().unwrap()).collect();
        assert_eq!(found, works, "{arguments:?}");
    };
    check(&[], &["speech", "treaty", "treaty", "undated"]);
    check(&["--lang", "ja"], &["treaty"]);
    check(&["--from", "2018-04-20"], &["speech"]);
    check(&["--to", "1951"], &["treaty", "treaty"]);
    check(&["--from", "1951-09-09", "--to", "2018-03"], &[]);
    check(&["--topic", "war"], &["speech"]);
    check(&["--topic", "平和"], &["speech", "treaty", "treaty"]);
    check(
        &["--kind", "treaty", "--kind", "speech", "--lang", "en"],
        &["speech", "treaty"],
    );
    check(&["--place", "San Francisco", "war"], &["treaty"]);
    check(&["--source", "archive-a", "--topic", "war"], &[]);
    check(&["peace", "--limit", "1"], &["treaty"]);
}

#[test]
fn people_read_a_list() {
    let site = archive();
    site.run(&["search", "nowhere"]).expect_code(0).expect_stdout("nothing was found\n");
    site.run(&["search", "allied"]).expect_code(0).expect_stdout(
        "1 document\n\nTreaty of Peace\n  8 September 1951 · en\n  \
         https://example.org/archive/documents/treaty/#p1\n",
    );
    site.run(&["search", "x", "--topic", "pace"])
        .expect_code(2)
        .expect_stderr("error: there is no topic `pace`; did you mean `peace`?\n");
    let wrong = |arguments: &[&str], said: &str| {
        let ran = site.run(&[&["search"], arguments].concat());
        ran.expect_code(2).expect_stderr(&format!("error: {said}\n"));
    };
    wrong(&["\u{1F54A} !"], "there is no word in `\u{1F54A} !`");
    wrong(&["war", "--from", "1960", "--to", "1950"], "`--from` is later than `--to`");
    wrong(&["war", "--lang", "fr"], "there is no text in the language `fr`");
}

#[test]
fn a_site_may_do_without() {
    let site = archive();
    site.config("search = false\nlanguages = [\"en\", \"ja\"]\n[lints]\nmissing-date = \"allow\"\n");
    site.build().expect_clean();
    assert!(!site.public().names().iter().any(|name| name.starts_with("search/")));
    site.run(&["search", "peace"])
        .expect_code(2)
        .expect_said("there is no search index in");
}

#[test]
fn nothing_else_may_stand_at_its_address() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"))
        .write("static/search/index/index.json", "{}");
    let findings = site.build().findings();
    assert!(findings[0].contains("route-collision"), "{findings:?}");
}

#[test]
fn a_damaged_index_is_an_error_and_no_more() {
    let site = archive();
    let names = site.public().names();
    for name in names.iter().filter(|name| name.starts_with("search/index/")) {
        let path = format!("public/{name}");
        let bytes = std::fs::read(site.path(&path)).unwrap();
        site.write(&path, &bytes[..bytes.len() / 2]);
        let code = site.run(&["search", "\"state of war\"", "--topic", "peace"]).code;
        assert!(matches!(code, Some(0 | 3)), "{name}: {code:?}");
        site.write(&path, b"");
        let code = site.run(&["search", "\"state of war\"", "--topic", "peace"]).code;
        assert!(matches!(code, Some(0 | 3)), "{name}: {code:?}");
        site.write(&path, bytes);
    }
    site.write("public/search/index/index.json", b"{}");
    site.run(&["search", "war"]).expect_code(3).expect_said("build the site again");
}

#[test]
fn small_and_empty_archives_have_an_index_too() {
    let site = Site::new();
    site.write("content/pages/about.md", "---\ntitle: About\n---\nPeace.\n");
    site.build().expect_success();
    assert_eq!(ask(&site, "peace").total, 0);
    assert_eq!(ask(&site, "").total, 0);
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\n");
    site.build().expect_clean();
    assert_eq!(found(&site, "a"), ["documents/a/"]);
    assert_eq!(found(&site, ""), ["documents/a/"]);
}

#[test]
fn texts_that_are_huge_or_hostile_are_found_too() {
    let site = Site::new();
    let huge = "peace and war, 平和と戦争。 ".repeat(130_000);
    assert!(huge.len() > 4_000_000);
    site.write(
        "content/huge.md",
        format!("---\ntitle: Huge\ndate: 2018\n---\n{huge}end\n"),
    )
    .write(
        "content/words.md",
        format!("---\ntitle: Words\ndate: 2017\n---\n{}\n", "x".repeat(1_000_000)),
    )
    .write(
        "content/marks.md",
        format!("---\ntitle: Marks\ndate: 2016\n---\na{}b\n", "\u{301}".repeat(100_000)),
    )
    .write("content/other.md", document("Other", "2015"));
    site.build().expect_success();
    assert_eq!(found(&site, "\"war 平和と戦争 peace and war\""), ["documents/huge/#p1"]);
    assert_eq!(found(&site, "\"戦争 end\""), ["documents/huge/#p1"]);
    assert_eq!(found(&site, "\"peace war\""), [""; 0]);
    assert_eq!(found(&site, &"x".repeat(40)), ["documents/words/#p1"]);
    assert_eq!(found(&site, "ab"), ["documents/marks/#p1"]);
}

/// A key that very many documents have fills shards of its own, and a query reads no more
/// of the positions than it needs.
#[test]
fn common_words_are_cut_into_several_files() {
    let site = Site::new();
    let mut chance = 1_u64;
    for number in 0..600 {
        // Filled up by chance, so that it does not pack to nothing.
        let words = (0..300).map(|_| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            "common ".repeat(1 + usize::try_from(chance >> 62).unwrap()) + "x "
        });
        let text: String = words.collect();
        let rare = if number % 200 == 7 { "rare common" } else { "common" };
        let front = format!("title: D{number}\ndate: {}", 1400 + number);
        site.write(
            &format!("content/{number}.md"),
            format!("---\n{front}\n---\n{text}{rare}\n"),
        );
    }
    site.build().expect_clean();
    let answer = ask(&site, "\"rare common\"");
    let mut works: Vec<_> = answer.hits.iter().map(|hit| &*hit.work).collect();
    works.sort_unstable();
    assert_eq!(works, ["207", "407", "7"]);
    let all = ask(&site, "\"common common common\"");
    assert_eq!(all.total, 600);
    let pieces = site.public().names();
    let pieces = pieces.iter().filter(|name| name.starts_with("search/index/positions/"));
    assert!(pieces.count() > 4);
    assert!(answer.loaded.files < all.loaded.files, "{answer:?}");
    let little = ask_within(&site, "\"common common common\"", Some(30_000));
    assert!(!little.is_whole && all.is_whole);
    assert!(little.total > 0 && little.total < 600, "{}", little.total);
    assert!(little.hits.iter().all(|hit| hit.document < 512), "the newest are looked at");
    assert!(little.loaded.bytes < all.loaded.bytes);
    let words = ask_within(&site, "common x", Some(1));
    assert!(words.is_whole && words.total == 600, "words are never cut");
}

/// A paragraph that somebody copied is found without reading the index.
#[test]
fn a_long_query_reads_no_more_than_it_may() {
    let site = Site::new();
    let mut chance = 1_u64;
    let mut texts = Vec::new();
    for number in 0..300 {
        let signs = (0..600).map(|_| {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            char::from_u32(0x4E00 + u32::try_from(chance >> 33).unwrap() % 3000).unwrap()
        });
        let text: String = signs.collect();
        let front = format!("title: D{number}\ndate: {}", 1400 + number);
        let path = format!("content/{number}.md");
        site.write(&path, format!("---\n{front}\n---\n{text}\n"));
        texts.push(text);
    }
    site.build().expect_clean();
    for length in [15, 30, 60, 300] {
        let query: String = texts[7].chars().skip(50).take(length).collect();
        for query in [format!("\"{query}\""), query] {
            let answer = ask_within(&site, &query, Some(150_000));
            assert_eq!(answer.total, 1, "{length}");
            assert_eq!(answer.hits[0].href, "documents/7/#p1");
            let bytes = answer.loaded.bytes;
            assert!(bytes < 450_000, "{bytes} bytes for {length} characters");
        }
    }
    let (whole, cut) =
        (ask(&site, &texts[7]), ask_within(&site, &texts[7], Some(150_000)));
    assert!(whole.is_whole && !cut.is_whole && whole.hits == cut.hits);
    assert!(whole.loaded.bytes > 2 * cut.loaded.bytes);
}
