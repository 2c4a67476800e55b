//! What the author is told.

use super::super::Edtf;

#[track_caller]
fn impossible(text: &str, place: &str, message: &str, help: &str) {
    let error = Edtf::parse(text).unwrap_err();
    let found = text.get(error.start..error.end).unwrap();
    let help_found = error.help.as_deref().unwrap();
    assert_eq!(
        (found, error.message.as_str(), help_found),
        (place, message, help),
        "{text}"
    );
    assert_eq!(error.suggestion, None, "{text}");
}

#[test]
fn days_that_do_not_exist() {
    impossible(
        "1962-13-22",
        "13",
        "month 13 does not exist",
        "write `1962-XX-22` if the month is unknown",
    );
    impossible(
        "1945-00-00",
        "00",
        "month 00 does not exist",
        "write `1945` if the month is unknown",
    );
    impossible(
        "1945-08-00",
        "00",
        "day 00 does not exist in August 1945",
        "write `1945-08` if the day is unknown",
    );
    impossible(
        "2023-02-29",
        "29",
        "day 29 does not exist in February 2023",
        "write `2023-02-XX` if the day is unknown",
    );
    impossible(
        "2018-04-22/2018-04-31",
        "31",
        "day 31 does not exist in April 2018",
        "write `2018-04-XX` if the day is unknown",
    );
}

#[test]
fn dates_in_the_wrong_order_or_place() {
    impossible(
        "1939-45",
        "45",
        "month 45 does not exist",
        "write `1939/1945` for an interval of years",
    );
    impossible(
        "2018-23-04",
        "23",
        "month 23 does not exist in a full date",
        "write `2018-04-23` if month and day are in the wrong order",
    );
    impossible(
        "2005/2004",
        "2005/2004",
        "the interval ends before it begins",
        "write `2004/2005` if the dates are in the wrong order",
    );
    impossible(
        "-0000",
        "-0000",
        "year -0000 does not exist",
        "write `0000`: the year 0 is 1 BCE",
    );
    impossible(
        "[1945, 1946-2X]",
        "2X",
        "month 2X does not exist",
        "write `1946` if the month is unknown",
    );
    let error = Edtf::parse("2023-02-29").unwrap_err();
    assert_eq!(error.label.unwrap(), "expected 01 to 28: 2023 is not a leap year");
}

#[test]
fn other_spellings_are_offered_in_edtf() {
    #[track_caller]
    fn check(text: &str, suggestion: &str) {
        let error = Edtf::parse(text).unwrap_err();
        assert_eq!(error.suggestion.as_deref(), Some(suggestion), "{text}");
        assert_eq!(error.message, format!("`{text}` is not an EDTF date"));
        assert_eq!(error.help, Some(format!("write `{suggestion}`")));
        assert_eq!((error.start, error.end), (0, text.len()));
    }
    check("2018/04/23", "2018-04-23");
    check("2018-4-3", "2018-04-03");
    check("2018.4.3", "2018-04-03");
    check("20180423", "2018-04-23");
    check("1945-8", "1945-08");
    check("8/1945", "1945-08");
    check("23.4.2018", "2018-04-23");
    check(" 2018-04-23 ", "2018-04-23");
    check("２０１８－０４－２３", "2018-04-23");
    check("April 23, 2018", "2018-04-23");
    check("23 April 2018", "2018-04-23");
    check("23rd of April, 2018", "2018-04-23");
    check("Apr. 23, 2018", "2018-04-23");
    check("Monday, April 23, 2018", "2018-04-23");
    check("August 1945", "1945-08");
    check("Sept. 1945", "1945-09");
    check("1er août 1945", "1945-08-01");
    check("23. März 2018", "2018-03-23");
    check("23 de abril de 2018", "2018-04-23");
    check("23 апреля 2018 г.", "2018-04-23");
    check("апрель 2018", "2018-04");
    check("2018年4月23日", "2018-04-23");
    check("2018年4月23日(月)", "2018-04-23");
    check("2018年4月23日（平成30年）", "2018-04-23");
    check("平成30年（2018年）4月23日", "2018-04-23");
    check("令和5年9月21日", "2023-09-21");
    check("令和元年五月一日", "2019-05-01");
    check("昭和二十年八月十五日", "1945-08-15");
    check("昭和20年", "1945");
    check("二〇一八年四月", "2018-04");
    check("2018년 4월 23일", "2018-04-23");
    check("1940年代", "194X");
    check("20世紀", "19XX");
    check("1945年頃", "1945~");
    check("c. 1945", "1945~");
    check("ca 1945", "1945~");
    check("ca.1945", "1945~");
    check("c1945", "1945~");
    check("circa August 1945", "1945-08~");
    check("about 1945?", "1945%");
    check("c. 1940s", "194X~");
    check("August 1945 (uncertain)", "1945-08?");
    check("1940s", "194X");
    check("1940's", "194X");
    check("20th century", "19XX");
    check("194x", "194X");
    check("19uu", "19XX");
    check("1945?~", "1945%");
    check("2004/open", "2004/..");
    check("Y2004", "2004");
    check("44 BCE", "-0043");
    check("Spring 1945", "1945-21");
    check("2018-04-22–2018-04-23", "2018-04-22/2018-04-23");
    check("22–23 April 2018", "2018-04-22/2018-04-23");
    check("22 April – 3 May 2018", "2018-04-22/2018-05-03");
    check("2018-04-22/23", "2018-04-22/2018-04-23");
    check("2018年4月22日〜23日", "2018-04-22/2018-04-23");
    check("2018年4月22日～5月3日", "2018-04-22/2018-05-03");
    check("1939-1945", "1939/1945");
    check("1939–45", "1939/1945");
    check("from 1939 to 1945", "1939/1945");
    check("from 1945", "1945/..");
    check("until 1945", "../1945");
    check("1940s–1950s", "194X/195X");
}

#[test]
fn nothing_is_offered_for_what_has_two_meanings_or_none() {
    #[track_caller]
    fn check(text: &str, help: &str) {
        let error = Edtf::parse(text).unwrap_err();
        assert_eq!(error.suggestion, None, "{text}");
        assert!(
            error.help.as_deref().unwrap().contains(help),
            "{text}: {:?}",
            error.help
        );
    }
    check("04/05/2018", "`2018-05-04` or `2018-04-05`");
    check("1900s", "`190X` or `19XX`");
    check("1908/09", "`1908-09` or `1908/1909`");
    check("明治5年12月2日", "write a day as");
    check("31 February 1945", "write a day as");
    check("Brumaire an VIII", "write a day as");
    check("two years ago", "write a day as");
    check("April", "write a day as");
    check("", "leave the field out");
    check("\u{3000}", "leave the field out");
    check(&"1945 ".repeat(100_000), "write a day as");
}

#[test]
fn a_message_is_one_short_line() {
    let error = Edtf::parse(&"\u{1b}\n年".repeat(1000)).unwrap_err();
    assert!(error.message.len() < 600, "{}", error.message);
    assert!(!error.message.contains(['\u{1b}', '\n']));
}
