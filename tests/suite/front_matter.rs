//! Bad front matter: every mistake has its place, and none hides another.

use super::site::{Site, document};

/// The findings of one document, in the form of `--format short` without the path.
fn check(text: impl AsRef<[u8]>, expected: &[&str]) {
    let text = text.as_ref();
    let site = Site::new();
    site.write("content/good.md", document("Good", "2018"));
    let findings = site.write("content/2018/a.md", text).build().findings();
    let line = |line: &'_ String| line.replace("content/2018/a.md:", "");
    let findings: Vec<_> = findings.iter().map(line).collect();
    assert_eq!(findings, expected, "{}", String::from_utf8_lossy(text));
}

/// The same for a document that has a title and a date and these lines.
fn check_lines(lines: &str, expected: &[&str]) {
    check(format!("---\ntitle: A\ndate: 2018-04-23\n{lines}\n---\nText\n"), expected);
}

/// The same for a document with this date; the column counts from the date's begin.
fn check_date(date: &str, column: usize, message: &str) {
    let place = format!("3:{}: error[invalid-date]: {message}", column + 6);
    check(format!("---\ntitle: A\ndate: {date}\n---\nText\n"), &[&place]);
}

#[test]
fn fences() {
    check("---\ntitle: A\ndate: 2018\n---\nText", &[]);
    check("\u{FEFF}---\ntitle: A\ndate: 2018\n---\nText", &[]);
    check("---\r\ntitle: A\r\ndate: 2018\r\n---\r\nText\r\n", &[]);
    check("---\ntitle: A\ndate: 2018\n...\nText", &[]);
    check(
        "---\ntitle: A\ndate: 2018\n\nText",
        &["1:1: error[unclosed-front-matter]: the front matter is not closed (put \
           `---` on a line of its own after the last key)"],
    );
    check(
        "+++\ntitle = \"A\"\n+++\nText",
        &["1:1: error[toml-front-matter]: the front matter is TOML, expected YAML (put \
           `---` for `+++`, and write `key: value` for `key = \"value\"`)"],
    );
    check(
        format!("---\ntitle: A\nnotes: {}\n---\nText", "x".repeat(65_536)),
        &[
            "2:1: error[front-matter-too-long]: the front matter is longer than 64 KB (is \
           the closing `---` missing? long texts belong below it)",
        ],
    );
}

#[test]
fn places_do_not_depend_on_encoding_marks_or_line_breaks() {
    let message = "3:12: error[invalid-date]: month 13 does not exist (write \
                   `2018-XX-23` if the month is unknown)";
    check("---\ntitle: A\ndate: 2018-13-23\n---\n", &[message]);
    check("\u{FEFF}---\ntitle: A\ndate: 2018-13-23\n---\n", &[message]);
    check("---\r\ntitle: A\r\ndate: 2018-13-23\r\n---\r\n", &[message]);
    check("---\ntitle: 文書\ndate: 2018-13-23\n---\n", &[message]);
}

#[test]
fn bytes_that_are_no_text() {
    let shift_jis = b"---\ntitle: \x93\xFA\x96{\ndate: 2018\n---\nText";
    check(
        shift_jis,
        &["2:8: error[not-utf8]: the file is not UTF-8 (save it as UTF-8; older \
           Japanese files are often Shift_JIS or EUC-JP)"],
    );
    check(
        b"\xFF\xFE-\0-\0-\0\n\0",
        &["1:1: error[not-utf8]: the file is UTF-16, expected UTF-8 (save it as UTF-8; \
           older Japanese files are often Shift_JIS or EUC-JP)"],
    );
    check(
        "---\ntitle: A\ndate: 2018\n---\nText\u{8} and \u{B} more",
        &["5:5: warning[control-character]: control character U+0008, the first of 2 \
           (pages leave it out: delete it)"],
    );
}

#[test]
fn yaml_mistakes() {
    check(
        "---\ntitle: A\ntopics:\n\t- a\n---\nText",
        &["4:1: error[tab-in-yaml]: a tab stands where YAML wants spaces (indent with \
           spaces)"],
    );
    check_lines(
        "title: B",
        &["4:1: error[repeated-key]: `title` stands twice (keep one of the two; a list \
           holds several values)"],
    );
    check(
        "---\ntitle: A\ndate\n---\nText",
        &["3:1: error[invalid-yaml]: the front matter is not YAML: could not find \
           expected ':' (write one `key: value` a line, with a space after the colon)"],
    );
    check(
        "---\ntitle: 文書\ndate：2018\n---\nText",
        &["3:5: error[invalid-yaml]: a full-width colon stands after a key (write `:` \
           and a space)"],
    );
    check(
        "---\n- a\n- b\n---\nText",
        &["2:1: error[invalid-yaml]: the front matter is not YAML: expected keys and \
           values, found a list (write one `key: value` a line, with a space after the \
           colon)"],
    );
    check(
        "---\ntitle: A: B\ndate: 2018-04-23\ntopics: [a, b\nkind: poem\n---\nText",
        &[
            "2:9: error[invalid-yaml]: the value of `title` is not YAML: mapping values \
             are not allowed in this context (put the value in quotation marks: \
             `title: \"…\"`)",
            "4:9: error[invalid-yaml]: the value of `topics` is not YAML: did not find \
             expected ',' or ']' (put the value in quotation marks: `topics: \"…\"`)",
            "5:7: error[unknown-kind]: there is no kind `poem` (one of communique, \
             joint-statement, treaty, exchange-of-notes, resolution, speech, statement, \
             press-release, press-conference, letter, telegram, memorandum, report, law, \
             other; finer distinctions belong in `genre`)",
        ],
    );
}

#[test]
fn unknown_keys_meet_a_suggestion() {
    let check = |key: &str, meant: &str| {
        let line = format!(
            "4:1: warning[unknown-key]: `{key}` is not a key of documents (did you mean \
             `{meant}`?)"
        );
        check_lines(&format!("{key}: x"), &[&line]);
    };
    check("tpoics", "topics");
    check("Title", "title");
    check("summery", "summary");
    check("short title", "short_title");
    check("language", "lang");
    check("tags", "topics");
    check("type", "kind");
    check("author", "people");
    check("description", "summary");
    check_lines(
        "jurisdiction: Canada",
        &[
            "4:1: warning[unknown-key]: `jurisdiction` is not a key of documents (keys of your own \
           belong under `extra:`, or map them in `site.toml`)",
        ],
    );
    check_lines("extra: {jurisdiction: Canada}", &[]);
}

#[test]
fn dates_are_wrong_in_their_column() {
    check_date(
        "2018-13-23",
        6,
        "month 13 does not exist (write `2018-XX-23` if the month is unknown)",
    );
    check_date(
        "2018-04-31",
        9,
        "day 31 does not exist in April 2018 (write `2018-04-XX` if the day is unknown)",
    );
    check_date(
        "\"2018-02-30\"",
        10,
        "day 30 does not exist in February 2018 (write `2018-02-XX` if the day is \
         unknown)",
    );
    check_date(
        "23 April 2018",
        1,
        "`23 April 2018` is not an EDTF date (write `2018-04-23`)",
    );
    check_date("2018-4-23", 1, "`2018-4-23` is not an EDTF date (write `2018-04-23`)");
    check_date(
        "平成30年4月23日",
        1,
        "`平成30年4月23日` is not an EDTF date (write `2018-04-23`)",
    );
    check_date(
        "2018-04-22/2018-04-21",
        1,
        "the interval ends before it begins (write `2018-04-21/2018-04-22` if the dates \
         are in the wrong order)",
    );
    check_lines(
        "source: {name: X, retrieved: 2018-99}",
        &[
            "4:35: error[invalid-date]: month 99 does not exist (write `2018/2099` for an \
           interval of years)",
        ],
    );
}

#[test]
fn every_mistake_of_a_file_is_told_at_once() {
    check_lines(
        "lang: english language\ntranslation: good\ndraft: perhaps\nsource: {nam: x}\n\
         place: [a]\npeople: {role: speaker}\nseries: {position: 3}\n\
         source: {url: www.example.org}\nattachments: [{title: x}]\nextra: x\nnav: x",
        &[
            "4:7: error[invalid-language]: `english language` is not a language tag \
             (write a BCP 47 tag such as `en`, `ja` or `zh-Hant`)",
            "5:14: error[invalid-value]: expected a sort of translation, found `good` \
             (one of none, official, provisional, unofficial)",
            "6:8: error[invalid-value]: expected `true` or `false`, found `perhaps`",
            "7:10: warning[unknown-key]: `source` has no part `nam` (did you mean \
             `name`?)",
            "8:8: error[invalid-value]: expected one text, found a list",
            "9:9: error[invalid-value]: the person has no name (write `{family: \
             Kamikawa, given: Yoko, role: speaker}`)",
            "10:9: error[invalid-value]: the series has no name (write `series: {name: \
             …, position: 1}`)",
            "11:1: error[repeated-key]: `source` stands twice (keep one of the two; a \
             list holds several values)",
            "11:15: error[invalid-value]: `www.example.org` is not a web address (write \
             it whole, beginning with `https://`)",
            "12:15: error[invalid-value]: expected `file`, the name of a file, found a \
             group of keys",
            "13:8: error[invalid-value]: expected keys and values, found `x`",
            "14:6: error[invalid-value]: expected a whole number, found `x`",
        ],
    );
}

#[test]
fn every_file_is_told_of_in_order() {
    let site = Site::new();
    site.write("content/b.md", "---\ntitle: B\ndate: 2018-13\n---\n")
        .write("content/a/z.md", "---\ntitle: Z\ndate: 2018-14\n---\n")
        .write("content/good.md", document("Good", "2018"))
        .write("content/a.md", "Text");
    let month = |month: u8| format!("month {month} does not exist");
    site.build().expect_failure().expect_headlines(&[
        "content/a.md:1:1: error[missing-title]: the document has no title",
        &format!("content/a/z.md:3:12: error[invalid-date]: {}", month(14)),
        &format!("content/b.md:3:12: error[invalid-date]: {}", month(13)),
    ]);
}
