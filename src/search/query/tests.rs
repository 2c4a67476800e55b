//! What queries mean.

use super::{PartUnit, Query, Want};

/// A query in one line: `word`, `=exact`, `prefix*`, `'sign`, `[0:key 1:key 2:beginning*]`, `-excluded`.
fn meaning(text: &str) -> String {
    let query = Query::parse(text);
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
        Want::Phrase(parts) => {
            let parts = parts.iter().map(|part| match &part.unit {
                PartUnit::Key(key) => format!("{}:{key}", part.at),
                PartUnit::Beginning(start) => format!("{}:{start}*", part.at),
            });
            let parts: Vec<_> = parts.collect();
            format!("[{}]", parts.join(" ")).replace('\u{1}', "<").replace('\u{2}', "|")
        }
        Want::Near(left, right, distance) => {
            format!("({} ~{distance} {})", written(left), written(right))
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(meaning(text), expected);
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
    check("平和構築", "[0:平和 2:構築]");
    check("安全保障理事会", "[0:安全 2:保障 4:理事 5:事会]");
    check("\"平和、安全\"", "[0:平和 3:安全]");
    check("\"日、本\"", "[0:日| 2:本|]");
    check("第9条、第10条", "[0:第| 1:9 2:条| 4:第| 5:10 6:条|]");
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
    check("war NEAR/+5 peace", "war [0:near 1:5] peace");
    check("war NEAR/1234567890 peace", "war [0:near 1:1234567890] peace");
    check("war NEAR -peace", "war -peace");
}

#[test]
fn what_has_a_star_may_grow() {
    check("peace trea*", "peace trea*");
    check("\"peace trea*\"", "[0:peac<peace 1:trea*]");
    check("\"peac*", "[0:peac*]");
    check("self-determinatio*", "[0:self 1:determinatio*]");
    check("-war*", "-war*");
    check("日本*", "[0:日本]");
    check("日*", "'日");
    check("日peac*", "[0:日| 1:peac*]");
}

#[test]
fn what_has_no_word_is_told_from_nothing() {
    for text in ["\u{1F54A}", "???", "\"\"", "*", "-", "\" ! \""] {
        assert!(Query::parse(text).is_wordless, "{text}");
    }
    for text in ["", " \u{3000}", "-war", "war ?"] {
        assert!(!Query::parse(text).is_wordless, "{text}");
    }
}

#[test]
fn every_white_space_parts_words() {
    check("war\u{85}peace\u{FEFF}-law", "war peace -law");
}

#[test]
fn hostile_queries_end() {
    let long = "\"日".repeat(5000);
    assert!(Query::parse(&long).wanted.len() <= 2000);
    let near = "a NEAR ".repeat(5000);
    assert_eq!(Query::parse(&near).wanted.len(), 2);
}
