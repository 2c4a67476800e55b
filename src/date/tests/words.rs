//! Dates in words.

use super::super::{Edtf, month_name, year_words};

#[track_caller]
fn check(text: &str, language: &str, expected: &str) {
    assert_eq!(Edtf::parse(text).unwrap().words(language), expected, "{text} {language}");
}

#[test]
fn english() {
    let check = |text, expected| check(text, "en", expected);
    check("2018-04-23", "23 April 2018");
    check("1945-08", "August 1945");
    check("1945", "1945");
    check("1945~", "c. 1945");
    check("1945-08?", "August 1945 (uncertain)");
    check("1945%", "c. 1945 (uncertain)");
    check("194X", "1940s");
    check("194X~", "c. 1940s");
    check("19XX", "20th century");
    check("20XX", "21st century");
    check("11XX", "12th century");
    check("-01XX", "2nd century BCE");
    check("1XXX", "1000–1999");
    check("XXXX", "unknown date");
    check("XXXX-XX-XX", "unknown date");
    check("-0043-03-15", "15 March 44 BCE");
    check("0000", "1 BCE");
    check("0045", "45 CE");
    check("Y17000", "17000");
    check("1945-21", "spring 1945");
    check("1945-24", "winter 1945");
    check("1945-31", "autumn 1945 (southern hemisphere)");
    check("1945-33", "January–March 1945");
    check("1962-XX-22", "1962 (month unknown, day 22)");
    check("1962-XX", "1962 (month unknown)");
    check("1962-12-XX", "December 1962 (day unknown)");
    check("1962-XX-XX?", "1962 (month unknown, day unknown, uncertain)");
    check("1984-1X", "1984 (October–December)");
    check("1984-10-X5", "October 1984 (day 5/15/25)");
    check("156X-12-25", "25 December (1560s)");
    check("XXXX-12-25", "25 December (year unknown)");
    check("XXXX-XX-23", "unknown date (day 23)");
    check("2004?-06-11", "11 June 2004 (year uncertain)");
    check("2004-06-~11", "11 June 2004 (day approximate)");
    check("1950S2", "1950 (1900–1999)");
    check("2018-04-22/2018-04-23", "22–23 April 2018");
    check("2018-04-22/2018-05-03", "22 April – 3 May 2018");
    check("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019");
    check("2018-04-22/2018-04-22", "22 April 2018");
    check("2004-06/2004-08", "June–August 2004");
    check("2004-11/2005-02", "November 2004 – February 2005");
    check("1964/2008", "1964–2008");
    check("194X/195X", "1940s–1950s");
    check("1984~/2004-06", "c. 1984 – June 2004");
    check("2004-02-01/2004-05", "1 February 2004 – May 2004");
    check("-0043/-0011", "44 BCE – 12 BCE");
    check("1945/..", "from 1945");
    check("../1945-08-15", "until 15 August 1945");
    check("1945/", "from 1945 (end unknown)");
    check("/1945", "until 1945 (beginning unknown)");
    check("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672");
    check("{1960,1961-12}", "1960 and December 1961");
    check("[..1760-12-03]", "until 3 December 1760");
}

#[test]
fn japanese() {
    let check = |text, expected| check(text, "ja", expected);
    check("2018-04-23", "2018年4月23日(平成30年)");
    check("2019-04-30", "2019年4月30日(平成31年)");
    check("2019-05-01", "2019年5月1日(令和元年)");
    check("1872-12-31", "1872年12月31日");
    check("1873-01-01", "1873年1月1日(明治6年)");
    check("2018-04-23~", "2018年4月23日頃(平成30年)");
    check("2018-04-23?", "2018年4月23日(平成30年、不確実)");
    check("1945-08", "1945年8月");
    check("1945", "1945年");
    check("1945~", "1945年頃");
    check("1945-08?", "1945年8月(不確実)");
    check("194X", "1940年代");
    check("19XX", "20世紀");
    check("-01XX", "紀元前2世紀");
    check("-0043", "紀元前44年");
    check("2018-04-22/2018-04-23", "2018年4月22日〜23日");
    check("2018-04-22/2018-05-03", "2018年4月22日〜5月3日");
    check("2018-12-30/2019-01-02", "2018年12月30日〜2019年1月2日");
    check("1964/2008", "1964年〜2008年");
    check("1945/..", "1945年から");
    check("/1945", "1945年まで(始まりは不明)");
    check("1962-XX-22", "1962年(月不明、22日)");
    check("1945-21", "1945年春");
    check("[1667,1668]", "1667年または1668年");
}

#[test]
fn other_languages() {
    check("2018-04-23", "fr", "23 avril 2018");
    check("2018-08-01", "fr-CA", "1er août 2018");
    check("19XX", "fr", "XXe siècle");
    check("2018-03-23", "de", "23. März 2018");
    check("2018-04-22/2018-04-23", "de", "22.–23. April 2018");
    check("194X", "de", "1940er Jahre");
    check("2018-04-23", "es", "23 de abril de 2018");
    check("2018-04", "pt-BR", "abril de 2018");
    check("2018-04-01", "it", "1º aprile 2018");
    check("1945~", "nl", "ca. 1945");
    check("2018-04-23", "ru", "23 апреля 2018\u{a0}г.");
    check("2018-04", "ru", "апрель 2018\u{a0}г.");
    check("2018-04-23", "ar", "23 أبريل 2018");
    check("2018-04-23", "zh", "2018年4月23日");
    check("1945~", "zh-Hans", "约1945年");
    check("1945~", "zh-TW", "約1945年");
    check("1945~", "zh-Hans-HK", "约1945年");
    check("2018-04-22/2018-05-03", "ko", "2018년 4월 22일~5월 3일");
    check("2018-04-23", "EN-us", "23 April 2018");
    check("1945-08~", "fi", "1945-08~");
    check("1945-08~", "", "1945-08~");
}

#[test]
fn months_and_years() {
    let month = |number, language, expected: &str| {
        assert_eq!(month_name(number, language), expected);
    };
    month(4, "en", "April");
    month(4, "ja", "4月");
    month(4, "ru", "апрель");
    month(4, "fi", "04");
    month(0, "en", "00");
    month(13, "en", "13");
    assert_eq!(year_words(1945, "en"), "1945");
    assert_eq!(year_words(1945, "ja"), "1945年");
    assert_eq!(year_words(-43, "en"), "44 BCE");
    assert_eq!(year_words(-43, "fi"), "-0043");
    assert_eq!(year_words(i32::MIN, "en"), "2147483649 BCE");
}

#[test]
fn english_words_can_be_read_back() {
    let check = |text: &str| {
        let words = Edtf::parse(text).unwrap().words("en");
        let error = Edtf::parse(&words).unwrap_err();
        assert_eq!(error.suggestion.as_deref(), Some(text), "{words}");
    };
    check("2018-04-23");
    check("1945-08");
    check("1945~");
    check("1945-08?");
    check("194X");
    check("19XX");
    check("2018-04-22/2018-05-03");
    check("2018-12-30/2019-01-02");
    check("1945/..");
    check("../1945-08-15");
}
