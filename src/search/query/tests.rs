//! What queries mean.

use super::{Ending, Query, Want};

/// A query in one line: `word`, `=exact`, `prefix*`, `'sign`, `[0:key 1:key]`, `-excluded`.
fn meaning(text: &str, ending: Ending) -> String {
    let query = Query::parse(text, ending);
    let wanted = query.wanted.iter().map(written);
    let excluded = query.excluded.iter().map(|want| format!("-{}", written(want)));
    wanted.chain(excluded).collect::<Vec<_>>().join(" ")
}

fn written(want: &Want) -> String {
    match want {
        Want::Word(word) => word.clone(),
        Want::Exact(word) => format!("={word}"),
        Want::Prefix(word) => format!("{word}*"),
        Want::Sign(c) => format!("'{c}"),
        Want::Phrase(keys) => {
            let keys: Vec<_> =
                keys.iter().map(|(at, key)| format!("{at}:{key}")).collect();
            format!("[{}]", keys.join(" ")).replace('\u{1}', "<").replace('\u{2}', "|")
        }
        Want::Near(left, right, distance) => {
            format!("({} ~{distance} {})", written(left), written(right))
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(meaning(text, Ending::Whole), expected);
}

#[test]
fn words_and_phrases() {
    check("", "");
    check(" Peace  Treaties ", "peace treaties");
    check("\"Peace Treaties\"", "[0:peac<peace 1:treaty<treaties]");
    check("“peace”", "=peace");
    check("war \"peace", "war =peace");
    check("a\"b c\"d", "a [0:b 1:c] d");
    check("\"\" \" \" ! -", "");
    check("S/RES/1325", "[0:s 1:res 2:1325]");
    check("peace*", "peace*");
}

#[test]
fn scripts_without_spaces() {
    check("日", "'日");
    check("日本", "[0:日本]");
    check("日本国 平和", "[0:日本 1:本国] [0:平和]");
    check("第9条", "[0:第| 1:9 2:条|]");
    check("\"平和、安全\"", "[0:平和 2:安全]");
    check("\"日、本\"", "[0:日| 1:本|]");
    check("女性　平和", "[0:女性] [0:平和]");
}

#[test]
fn exclusion_and_nearness() {
    check("war -peace", "war -peace");
    check("war -\"peace treaty\" - x", "war x -[0:peac<peace 1:treaty]");
    check("peace-keeping", "[0:peac<peace 1:keep<keeping]");
    check("war NEAR peace", "(war ~10 peace)");
    check("war NEAR/3 \"a b\" NEAR c", "((war ~3 [0:a 1:b]) ~10 c)");
    check("NEAR peace NEAR", "near peace near");
    check("near NEAR/0", "near [0:near 1:0]");
    check("war NEAR -peace", "war -peace");
}

#[test]
fn the_last_word_may_grow() {
    let check = |text, expected| assert_eq!(meaning(text, Ending::Open), expected);
    check("peace trea", "peace trea*");
    check("peace trea ", "peace trea");
    check("p", "p");
    check("\"peace", "=peace");
    check("-war", "-war");
    check("日本", "[0:日本]");
}

#[test]
fn hostile_queries_end() {
    let long = "\"日".repeat(5000);
    assert!(Query::parse(&long, Ending::Open).wanted.len() <= 2000);
    let near = "a NEAR ".repeat(5000);
    assert_eq!(Query::parse(&near, Ending::Whole).wanted.len(), 2);
}
