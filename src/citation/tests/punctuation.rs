//! Titles that bring punctuation of their own.

use super::*;

/// The beginnings of a note, an entry of MLA and one of APA, up to the date.
#[track_caller]
fn check_title(title: &str, note: &str, mla: &str, apa: &str) {
    let record = Record { issued: date("1990"), ..Record::titled(title, &ENGLISH) };
    check(&record, Style::ChicagoNote, &format!("{note} 1990."));
    check(&record, Style::Mla, &format!("{mla} 1990."));
    check(&record, Style::Apa, &format!("{apa} (1990)."));
}

#[test]
fn marks_at_the_end() {
    check_title("Who Pays?", "“Who Pays?,”", "“Who Pays?”", "*Who Pays?*");
    check_title("Peace Now!", "“Peace Now!,”", "“Peace Now!”", "*Peace Now!*");
    check_title("It Is Over.", "“It Is Over,”", "“It Is Over.”", "*It Is Over.*");
    check_title(
        "To be continued…",
        "“To be continued…,”",
        "“To be continued…”",
        "*To be continued…*",
    );
    check_title(
        "And so on ...",
        "“And so on ...,”",
        "“And so on ...”",
        "*And so on ...*",
    );
    check_title(
        "Relations with the U.S.",
        "“Relations with the U.S.,”",
        "“Relations with the U.S.”",
        "*Relations with the U.S.*",
    );
    check_title("Acme Inc.", "“Acme Inc.,”", "“Acme Inc.”", "*Acme Inc.*");
    check_title(
        "Article IX (Amended)",
        "“Article IX (Amended),”",
        "“Article IX (Amended).”",
        "*Article IX (Amended)*.",
    );
    check_title("On Peace:", "“On Peace,”", "“On Peace.”", "*On Peace*.");
    check_title(
        "On  Peace\nand War",
        "“On Peace and War,”",
        "“On Peace and War.”",
        "*On Peace and War*.",
    );
}

#[test]
fn a_stop_within_straight_marks_is_the_only_one() {
    let record =
        Record { issued: date("1990"), ..Record::titled("The \"End.\"", &ENGLISH) };
    check(&record, Style::Plain, "The \"End.\" 1990.");
    check(&record, Style::Apa, "*The \"End.\"* (1990).");
}

#[test]
fn quotation_marks_within() {
    check_title(
        "The “Long Telegram” of 1946",
        "“The ‘Long Telegram’ of 1946,”",
        "“The ‘Long Telegram’ of 1946.”",
        "*The “Long Telegram” of 1946*.",
    );
    check_title(
        "The \"Long Telegram\"",
        "“The ‘Long Telegram,’”",
        "“The ‘Long Telegram.’”",
        "*The \"Long Telegram\"*.",
    );
    check_title(
        "“Who Lost China?”",
        "“‘Who Lost China?,’”",
        "“‘Who Lost China?’”",
        "*“Who Lost China?”*",
    );
    check_title(
        "The Policy of “Peace”",
        "“The Policy of ‘Peace,’”",
        "“The Policy of ‘Peace.’”",
        "*The Policy of “Peace.”*",
    );
    check_title("Farmers’", "“Farmers’,”", "“Farmers’.”", "*Farmers’*.");
    check_title("« La paix »", "“« La paix »,”", "“« La paix ».”", "*« La paix »*.");
}

#[test]
fn descriptions_in_the_place_of_a_title() {
    check_title("[First plan]", "[First plan],", "[First plan].", "[First plan].");
    check_title("[A] and [B]", "“[A] and [B],”", "“[A] and [B].”", "*[A] and [B]*.");
    let record = Record::titled("［行動計画］", &JAPANESE);
    check(&record, Style::Plain, "［行動計画］日付なし");
}

#[test]
fn spaces_of_a_title_stay() {
    let record = Record::titled("文書　目録\n抄", &JAPANESE);
    check(&record, Style::Plain, "「文書　目録 抄」日付なし");
    let record = Record::titled("Pourquoi\u{a0}?", &ENGLISH);
    check(&record, Style::Mla, "“Pourquoi\u{a0}?”");
}

#[test]
fn plain_titles_take_no_second_stop() {
    let record =
        Record { kind: Some(Kind::Treaty), ..titled("Treaty with the U.S.S.R.") };
    check(&record, Style::Apa, "Treaty with the U.S.S.R., n.d., https://x.org/d/");
    let record = Record { kind: Some(Kind::Report), ..titled("What Works?") };
    check(&record, Style::ChicagoNote, "*What Works?* (n.d.), https://x.org/d/.");
    check(&record, Style::ChicagoBibliography, "*What Works?* N.d. https://x.org/d/.");
}

#[test]
fn a_number_begins_a_sentence() {
    let numbered = |number| Record {
        kind: Some(Kind::Treaty),
        number: Some(number),
        issued: date("1946"),
        ..Record::titled("Treaty of Amity for 1945", &ENGLISH)
    };
    check_all(
        &numbered("145"),
        [
            "Treaty of Amity for 1945, no. 145, 1946.",
            "Treaty of Amity for 1945, no. 145, 1946.",
            "Treaty of Amity for 1945. No. 145, 1946.",
            "Treaty of Amity for 1945, 1946, no. 145.",
            "Treaty of Amity for 1945. No. 145, 1946.",
        ],
    );
    check(&numbered("x/145"), Style::Mla, "Treaty of Amity for 1945. x/145, 1946.");
    let telegram = Record { kind: None, ..numbered("45") };
    check(
        &telegram,
        Style::ChicagoBibliography,
        "“Treaty of Amity for 1945.” No. 45, 1946.",
    );
    let japanese = Record {
        number: Some("20"),
        ..Record::titled("昭和20年の電報", &JAPANESE)
    };
    check(&japanese, Style::Plain, "「昭和20年の電報」（第20号）日付なし");
}

#[test]
fn names_that_end_in_a_stop() {
    let record = Record {
        author: vec![Creator::Institution("Acme Inc.")],
        publisher: Some("Smith & Co."),
        ..titled("X")
    };
    check_all(
        &record,
        [
            "Acme Inc., “X,” n.d., Smith & Co., https://x.org/d/.",
            "Acme Inc. “X.” N.d. Smith & Co. https://x.org/d/.",
            "Acme Inc. “X.” Smith & Co., https://x.org/d/.",
            "Acme Inc. (n.d.). *X*. Smith & Co. https://x.org/d/",
            "Acme Inc. X. N.d. Smith & Co. https://x.org/d/",
        ],
    );
}

#[test]
fn a_very_long_title_stays_whole() {
    let title = "Report of the Committee on the Report ".repeat(200);
    let record = titled(&title);
    for &style in Style::ALL {
        assert!(shown(&record, style, &ENGLISH).contains(title.trim()), "{style:?}");
    }
}
