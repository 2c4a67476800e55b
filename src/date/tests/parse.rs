//! What is EDTF, and its canonical text.

use super::super::Edtf;

#[track_caller]
fn check(text: &str, canonical: &str) {
    assert_eq!(Edtf::parse(text).unwrap().to_string(), canonical, "{text}");
}

#[track_caller]
fn same(text: &str) {
    check(text, text);
}

#[test]
fn level_0() {
    same("2018");
    same("2018-04");
    same("2018-04-23");
    same("0000");
    same("2024-02-29");
    same("1964/2008");
    same("2004-02-01/2005");
    same("2018-04-23/2018-04-23");
    check("2004-01-01T10:10:10Z", "2004-01-01");
    check("1985-04-12T23:20:30", "1985-04-12");
    check("2004-01-01T10:10:10+05:00", "2004-01-01");
    check("2018-04-23 10:00:00", "2018-04-23");
    check("2001-12-14 21:59:43.10 -5", "2001-12-14");
    check("2001-12-14t21:59:43.10-05:00", "2001-12-14");
    check("2018-04-23T10:00/2018-04-24T11:00", "2018-04-23/2018-04-24");
}

#[test]
fn level_1() {
    same("-0044");
    same("-0043-03-15");
    same("Y17000");
    same("Y-170000002");
    same("1945~");
    same("1945-08?");
    same("2004-06-11%");
    same("194X");
    same("19XX");
    same("1999-XX");
    same("1999-12-XX");
    same("1999-XX-XX");
    same("XXXX");
    same("2001-21");
    same("2001-24");
    same("1945/..");
    same("../1945");
    same("1945/");
    same("/1945");
    same("1984~/2004-06");
    same("2001-21/2003");
}

#[test]
fn level_2() {
    same("1962-XX-22");
    same("156X-12-25");
    same("XXXX-12-XX");
    same("1984-1X");
    same("-01XX");
    same("-XXXX");
    same("2001-34");
    same("2001-41");
    same("2004?-06-11");
    same("2004-06~-11");
    same("2004-?06-~11");
    same("2004?-~06-~04");
    same("2011-~06-~04");
    same("1950S2");
    same("Y171010000S3");
    same("[1667,1668,1670..1672]");
    same("[..1760-12-03]");
    same("[1760-01,1760-12..]");
    same("{1960,1961-12}");
    same("2004-06-~01/2004-06-~20");
    check("Y17E7", "Y170000000");
    check("Y-17E7", "Y-170000000");
    check("?2004-%06", "2004?-%06");
    check("2004-%06?", "2004?-%06");
    check("2004?-06~", "2004%-~06");
    check("2004-~06-~11~", "2004-06-11~");
    check("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]");
}

#[test]
fn is_not_edtf() {
    let check = |text: &str| assert!(Edtf::parse(text).is_err(), "{text}");
    check("");
    check(" ");
    check("not a date");
    check("/");
    check("../..");
    check("/..");
    check("1945/1946/1947");
    check("Y2004");
    check("Y17E7-12-26");
    check("Y9999999999");
    check("Y1E99");
    check("1950S5");
    check("1950S0");
    check("194X-S2");
    check("-0000");
    check("2018-04-23T25:61");
    check("2018-04-23T10:00 and more");
    check("[]");
    check("[1667");
    check("[1668..1667]");
    check("[..]");
    check("2004-(06)?-11");
    check("２０１８");
}
