//! Dates of every precision and doubt.

use super::*;

#[track_caller]
fn check_date(text: &str, chicago: &str, mla: &str, apa: &str, plain: &str) {
    let record = Record { issued: date(text), ..Record::titled("X", &ENGLISH) };
    check(&record, Style::ChicagoNote, &format!("“X,” {chicago}"));
    check(&record, Style::Mla, &format!("“X.” {mla}"));
    check(&record, Style::Apa, &format!("*X*. {apa}."));
    check(&record, Style::Plain, &format!("X. {plain}"));
}

#[test]
fn days_months_and_years() {
    check_date(
        "2018-04-23",
        "April 23, 2018.",
        "23 Apr. 2018.",
        "(2018, April 23)",
        "23 April 2018.",
    );
    check_date("1945-08", "August 1945.", "Aug. 1945.", "(1945, August)", "August 1945.");
    check_date(
        "1944~/1946",
        "c. 1944–1946.",
        "C. 1944–1946.",
        "(c. 1944–1946)",
        "C. 1944–1946.",
    );
    check_date("1945-05", "May 1945.", "May 1945.", "(1945, May)", "May 1945.");
    check_date("1945", "1945.", "1945.", "(1945)", "1945.");
    check_date("-0043", "44 BCE.", "44 BCE.", "(44 BCE)", "44 BCE.");
}

#[test]
fn approximate_and_uncertain_dates() {
    check_date("1945~", "ca. 1945.", "Circa 1945.", "(ca. 1945)", "C. 1945.");
    check_date("1945?", "[1945?].", "[1945?].", "(1945?)", "[1945?].");
    check_date("1945%", "[ca. 1945?].", "[circa 1945?].", "(ca. 1945?)", "[c. 1945?].");
    check_date(
        "1945-08~",
        "ca. August 1945.",
        "Circa Aug. 1945.",
        "(ca. 1945, August)",
        "C. August 1945.",
    );
    check_date(
        "1945-08?",
        "[August 1945?].",
        "[Aug. 1945?].",
        "(1945, August?)",
        "[August 1945?].",
    );
    check_date(
        "1945-08-15?",
        "[August 15, 1945?].",
        "[15 Aug. 1945?].",
        "(1945, August 15?)",
        "[15 August 1945?].",
    );
}

#[test]
fn intervals() {
    check_date(
        "2018-04-22/2018-04-23",
        "April 22–23, 2018.",
        "22–23 Apr. 2018.",
        "(2018, April 22–23)",
        "22–23 April 2018.",
    );
    check_date(
        "2018-04-22/2018-05-03",
        "April 22–May 3, 2018.",
        "22 Apr.–3 May 2018.",
        "(2018, April 22–May 3)",
        "22 April–3 May 2018.",
    );
    check_date(
        "2018-12-30/2019-01-02",
        "December 30, 2018–January 2, 2019.",
        "30 Dec. 2018–2 Jan. 2019.",
        "(2018, December 30–2019, January 2)",
        "30 December 2018–2 January 2019.",
    );
    check_date(
        "2004-06/2004-08",
        "June–August 2004.",
        "June–Aug. 2004.",
        "(2004, June–August)",
        "June–August 2004.",
    );
    check_date("1964/2008", "1964–2008.", "1964–2008.", "(1964–2008)", "1964–2008.");
    check_date("1945/..", "from 1945.", "From 1945.", "(from 1945)", "From 1945.");
}

#[test]
fn what_only_words_can_say() {
    check_date("194X", "1940s.", "1940s.", "(1940s)", "1940s.");
    check_date("194X~", "c. 1940s.", "C. 1940s.", "(c. 1940s)", "C. 1940s.");
    check_date(
        "19XX",
        "20th century.",
        "20th century.",
        "(20th century)",
        "20th century.",
    );
    check_date(
        "1945-21",
        "spring 1945.",
        "Spring 1945.",
        "(spring 1945)",
        "Spring 1945.",
    );
    check_date(
        "1962-XX-22",
        "1962 (month unknown, day 22).",
        "1962 (month unknown, day 22).",
        "(1962 [month unknown, day 22])",
        "1962 (month unknown, day 22).",
    );
    check_date(
        "2004?-06-11",
        "11 June 2004 (year uncertain).",
        "11 June 2004 (year uncertain).",
        "(11 June 2004 [year uncertain])",
        "11 June 2004 (year uncertain).",
    );
}

#[test]
fn undated() {
    let record = Record { place: Some("Geneva"), ..titled("X") };
    check_all(
        &record,
        [
            "“X,” Geneva, n.d., https://x.org/d/.",
            "“X.” Geneva, n.d. https://x.org/d/.",
            "“X.” https://x.org/d/.",
            "*X*. (n.d.). https://x.org/d/",
            "X. Geneva, n.d. https://x.org/d/",
        ],
    );
}

#[test]
fn doubts_of_laws_and_brackets_of_reports() {
    let law = |text| Record {
        kind: Some(Kind::Law),
        issued: date(text),
        ..Record::titled("Act", &ENGLISH)
    };
    check(&law("1945-08"), Style::Apa, "Act (1945).");
    check(&law("1945-08?"), Style::Apa, "Act (1945, August?).");
    check(&law("1945~"), Style::Apa, "Act (ca. 1945).");
    let report = Record { kind: Some(Kind::Report), ..law("19XX-12") };
    check(&report, Style::ChicagoNote, "*Act* (December [20th century]).");
}
