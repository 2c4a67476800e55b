//! What each kind becomes in each format.

use super::*;

#[test]
fn every_kind_has_its_type() {
    let check = |kinds: &[Kind], ris: &str, bibtex_type: &str, csl_type: &str| {
        for &kind in kinds {
            let record = of_kind(kind);
            check_ris(&record, "TY", &[ris]);
            let head = format!("@{bibtex_type}{{k,\n");
            assert!(bibtex(&record).starts_with(&head), "{kind:?}");
            check_csl(&record, "type", &format!("{csl_type:?}"));
        }
    };
    let reports = [
        Kind::Communique,
        Kind::JointStatement,
        Kind::PressRelease,
        Kind::Memorandum,
        Kind::Report,
        Kind::Resolution,
    ];
    let speeches = [Kind::Speech, Kind::Statement, Kind::PressConference];
    let letters = [Kind::Letter, Kind::Telegram, Kind::ExchangeOfNotes];
    check(&reports, "RPRT", "techreport", "report");
    check(&speeches, "SLIDE", "misc", "speech");
    check(&letters, "PCOMM", "misc", "personal_communication");
    check(&[Kind::Treaty], "RPRT", "misc", "treaty");
    check(&[Kind::Law], "STAT", "misc", "legislation");
    check(&[Kind::Other], "RPRT", "misc", "document");
    let checked = reports.len() + speeches.len() + letters.len() + 3;
    assert_eq!(checked, Kind::ALL.len());
}

#[test]
fn a_report_of_nobody_is_no_techreport() {
    let record = Record { publisher: None, ..of_kind(Kind::Report) };
    assert!(bibtex(&record).starts_with("@misc{"));
}

#[test]
fn the_genre_is_the_authors_or_the_kinds() {
    let check = |record: &Record<'_>, expected: &str| {
        check_ris(record, "M3", &[expected]);
        check_bibtex(record, "type", Some(expected));
        check_csl(record, "genre", &format!("{expected:?}"));
    };
    check(&of_kind(Kind::JointStatement), "Joint statement");
    let own = Record { genre: Some("Joint communiqué"), ..of_kind(Kind::Communique) };
    check(&own, "Joint communiqué");
    check_ris(&of_kind(Kind::Other), "M3", &[]);
}

#[test]
fn a_speech_has_its_place_where_it_was_held() {
    let at = |kind| Record { place: Some("Tokyo"), venue: Some("Diet"), ..of_kind(kind) };
    check_csl(&at(Kind::Speech), "event-place", "\"Diet, Tokyo\"");
    check_csl(&at(Kind::Speech), "publisher-place", "null");
    check_csl(&at(Kind::Speech), "event-title", "null");
    check_csl(&at(Kind::Report), "publisher-place", "\"Tokyo\"");
    check_csl(&at(Kind::Report), "event-place", "\"Diet, Tokyo\"");
    let report = Record { place: Some("Tokyo"), ..of_kind(Kind::Report) };
    check_csl(&report, "event-place", "null");
    check_ris(&at(Kind::Speech), "CY", &["Tokyo"]);
    check_bibtex(&at(Kind::Speech), "address", Some("{Tokyo}"));
}
