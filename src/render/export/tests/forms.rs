//! Names, dates and whole records.

use super::*;

#[test]
fn names_are_parted_as_readers_part_them() {
    let check = |author: Creator<'_>, ris: &str, bibtex: &str, csl: &str| {
        let record = by(author);
        check_ris(&record, "AU", &[ris]);
        check_bibtex(&record, "author", Some(bibtex));
        check_csl(&record, "author", &format!("[{csl}]"));
    };
    check(
        person("Kamikawa", "Yoko"),
        "Kamikawa, Yoko",
        "Kamikawa, Yoko",
        r#"{"family":"Kamikawa","given":"Yoko"}"#,
    );
    check(
        person("川口", "順子"),
        "川口, 順子",
        "川口, 順子",
        r#"{"family":"川口","given":"順子"}"#,
    );
    check(
        person("King, Jr.", "Martin"),
        "King Jr., Martin",
        "{King, Jr.}, Martin",
        r#"{"family":"King, Jr.","given":"Martin"}"#,
    );
    check(literal("Sukarno"), "Sukarno,", "{Sukarno}", r#"{"literal":"Sukarno"}"#);
    check(
        literal("Johnson, U. Alexis"),
        "Johnson, U. Alexis",
        "Johnson, U. Alexis",
        r#"{"family":"Johnson","given":"U. Alexis"}"#,
    );
    check(
        literal("Martin Luther King, Jr."),
        "Martin Luther King Jr.,",
        "{Martin Luther King, Jr.}",
        r#"{"literal":"Martin Luther King, Jr."}"#,
    );
    check(
        Creator::Institution("G7 Foreign Ministers"),
        "G7 Foreign Ministers,",
        "{G7 Foreign Ministers}",
        r#"{"literal":"G7 Foreign Ministers"}"#,
    );
    check(
        Creator::Institution("Bureau of Democracy, Human Rights, and Labor"),
        "Bureau of Democracy Human Rights and Labor,",
        "{Bureau of Democracy, Human Rights, and Labor}",
        r#"{"literal":"Bureau of Democracy, Human Rights, and Labor"}"#,
    );
}

#[test]
fn several_authors_stand_one_by_one() {
    let authors = vec![person("Doe", "Jane"), Creator::Institution("Peace and Security")];
    let record = Record { author: authors, ..titled("T") };
    check_ris(&record, "AU", &["Doe, Jane", "Peace and Security,"]);
    check_bibtex(&record, "author", Some("Doe, Jane and {Peace and Security}"));
}

#[test]
fn no_date_is_more_exact_than_it_is_known() {
    let check = |date: &str, ris: &[&str], note: &[&str], bibtex: &str, csl: &str| {
        let record = dated(date);
        check_ris(&record, "DA", ris);
        let year: Vec<&str> =
            ris.iter().map(|day| day.split('/').next().unwrap()).collect();
        check_ris(&record, "PY", &year);
        check_ris(&record, "N1", note);
        check_bibtex(&record, "date", Some(bibtex).filter(|date| !date.is_empty()));
        check_csl(&record, "issued", csl);
    };
    check(
        "2018-04-23",
        &["2018/04/23/"],
        &[],
        "2018-04-23",
        r#"{"date-parts":[[2018,4,23]]}"#,
    );
    check("1945-08", &["1945/08//"], &[], "1945-08", r#"{"date-parts":[[1945,8]]}"#);
    check("1945", &["1945///"], &[], "1945", r#"{"date-parts":[[1945]]}"#);
    check(
        "1945~",
        &["1945///"],
        &["c. 1945 (EDTF: 1945~)"],
        "1945~",
        r#"{"circa":true,"date-parts":[[1945]]}"#,
    );
    check(
        "1945-08?",
        &["1945/08//"],
        &["August 1945 (uncertain) (EDTF: 1945-08?)"],
        "1945-08?",
        r#"{"circa":true,"date-parts":[[1945,8]]}"#,
    );
    check(
        "2018-04-22/2018-04-23",
        &["2018/04/22/"],
        &["22–23 April 2018 (EDTF: 2018-04-22/2018-04-23)"],
        "2018-04-22/2018-04-23",
        r#"{"date-parts":[[2018,4,22],[2018,4,23]]}"#,
    );
    check("194X", &[], &["1940s (EDTF: 194X)"], "194X", r#"{"literal":"1940s"}"#);
    check(
        "1945-21",
        &["1945///"],
        &["spring 1945 (EDTF: 1945-21)"],
        "1945-21",
        r#"{"date-parts":[[1945]],"season":1}"#,
    );
    check(
        "-0043-03-15",
        &[],
        &["15 March 44 BCE (EDTF: -0043-03-15)"],
        "-0043-03-15",
        r#"{"date-parts":[[-43,3,15]]}"#,
    );
}

#[test]
fn bibtex_has_year_and_month_apart() {
    check_bibtex(&dated("2018-04-23"), "year", Some("2018"));
    check_bibtex(&dated("2018-04-23"), "month", Some("4"));
    check_bibtex(&dated("1945"), "month", None);
    check_bibtex(&dated("194X"), "year", None);
}

#[test]
fn keywords_come_one_by_one() {
    let keywords = vec!["Women, peace and security", "G7; G8"];
    let record = Record { keywords, ..titled("T") };
    check_ris(&record, "KW", &["Women, peace and security", "G7, G8"]);
    check_bibtex(&record, "keywords", Some("Women peace and security, G7 G8"));
    check_csl(&record, "keyword", "\"Women, peace and security; G7, G8\"");
}

#[test]
fn an_address_stays_an_address() {
    let url = "https://x.org/documents/a_b%20~c{d}/";
    let record = Record { url: url.to_owned(), ..titled("T") };
    check_ris(&record, "UR", &[url]);
    check_bibtex(&record, "url", Some("https://x.org/documents/a_b%20~c%7Bd%7D/"));
}

fn whole() -> Record<'static> {
    Record {
        title: "R&D {in}\nthe \"Arctic\"",
        title_short: Some("R&D"),
        author: vec![Creator::Institution("Arctic Council")],
        issuers: vec!["Arctic Council"],
        number: Some("AC_1"),
        place: Some("Ottawa"),
        summary: Some("100 % sure"),
        notes: Some("First.\r\nSecond."),
        archive: "Archive",
        keywords: vec!["arctic"],
        kind: Some(Kind::Communique),
        publisher: Some("MOFA"),
        ..dated("1996-09-19")
    }
}

#[test]
fn a_whole_record_in_ris() {
    assert_eq!(
        ris(&whole()),
        "TY  - RPRT\r\nTI  - R&D {in} the \"Arctic\"\r\nST  - R&D\r\n\
         AU  - Arctic Council,\r\nDA  - 1996/09/19/\r\nPY  - 1996\r\nCY  - Ottawa\r\n\
         PB  - MOFA\r\nM3  - Communiqué\r\nLA  - en\r\nKW  - arctic\r\n\
         AB  - 100 % sure\r\nN1  - First. Second.\r\nUR  - https://x.org/d/\r\n\
         DB  - Archive\r\nSN  - AC_1\r\nER  - \r\n"
    );
}

#[test]
fn a_whole_record_in_bibtex() {
    let expected = r#"@techreport{k,
  title = {{R\&D {\textbraceleft}in{\textbraceright} the "Arctic"}},
  shorttitle = {{R\&D}},
  author = {{Arctic Council}},
  date = {1996-09-19},
  year = {1996},
  month = {9},
  type = {Communiqué},
  number = {AC\_1},
  institution = {{MOFA}},
  address = {{Ottawa}},
  langid = {english},
  keywords = {arctic},
  abstract = {100 \% sure},
  note = {First. Second.},
  url = {https://x.org/d/},
}
"#;
    assert_eq!(bibtex(&whole()), expected);
}

#[test]
fn a_record_of_nothing_but_a_title_has_no_empty_field() {
    assert_eq!(
        ris(&titled("T")),
        "TY  - RPRT\r\nTI  - T\r\nLA  - en\r\nUR  - https://x.org/d/\r\nER  - \r\n"
    );
    assert_eq!(
        bibtex(&titled("T")),
        "@misc{k,\n  title = {{T}},\n  langid = {english},\n  url = {https://x.org/d/},\n}\n"
    );
    let expected = r#"{"URL":"https://x.org/d/","id":"k","language":"en","title":"T","type":"document"}"#;
    assert_eq!(csl(&titled("T")).to_string(), expected);
}

#[test]
fn recipients_stand_where_they_are_read() {
    let to = vec![person("Byrnes", "James F."), literal("The President")];
    let letter = Record { recipient: to, ..of_kind(Kind::Letter) };
    check_ris(&letter, "A2", &["Byrnes, James F.", "The President,"]);
    check_csl(
        &letter,
        "recipient",
        r#"[{"family":"Byrnes","given":"James F."},{"literal":"The President"}]"#,
    );
    let speech = Record { kind: Some(Kind::Speech), ..letter };
    check_ris(&speech, "A2", &[]);
    check_ris(&titled("T"), "A2", &[]);
    check_csl(&titled("T"), "recipient", "null");
}
