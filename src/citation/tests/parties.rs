//! Treaties and exchanges of notes, and who made them.

use super::*;

fn treaty(parties: &[&'static str]) -> Record<'static> {
    Record {
        kind: Some(Kind::Treaty),
        author: parties.iter().map(|name| Creator::Institution(name)).collect(),
        issuers: parties.to_vec(),
        place: Some("Washington"),
        issued: date("1960-01-19"),
        ..titled("Treaty of Mutual Cooperation")
    }
}

#[test]
fn all_parties_are_named() {
    check_all(
        &treaty(&["Japan", "United States of America"]),
        [
            "Treaty of Mutual Cooperation, Japan–United States of America, Washington, January 19, 1960, https://x.org/d/.",
            "Treaty of Mutual Cooperation, Japan–United States of America, Washington, January 19, 1960. https://x.org/d/.",
            "Treaty of Mutual Cooperation. Japan and United States of America, 19 Jan. 1960, Washington, https://x.org/d/.",
            "Treaty of Mutual Cooperation, Japan–United States of America, January 19, 1960, https://x.org/d/",
            "Treaty of Mutual Cooperation. Japan and United States of America, Washington, 19 January 1960. https://x.org/d/",
        ],
    );
    let notes = Record {
        kind: Some(Kind::ExchangeOfNotes),
        title: "Exchange of Notes on Fisheries",
        publisher: Some("Treaty Series"),
        ..treaty(&["Japan", "Canada", "Norway"])
    };
    check(
        &notes,
        Style::ChicagoNote,
        "Exchange of Notes on Fisheries, Japan–Canada–Norway, Washington, January 19, 1960, Treaty Series, https://x.org/d/.",
    );
    check(
        &notes,
        Style::Mla,
        "Exchange of Notes on Fisheries. Japan, Canada, and Norway, Treaty Series, 19 Jan. 1960, Washington, https://x.org/d/.",
    );
}

#[test]
fn parties_in_japanese() {
    let record = Record {
        title: "相互協力条約",
        language: &JAPANESE,
        ..treaty(&["日本国", "アメリカ合衆国"])
    };
    check(
        &record,
        Style::ChicagoNote,
        "「相互協力条約」日本国、アメリカ合衆国、1960年1月19日、Washington、https://x.org/d/。",
    );
    check(
        &record,
        Style::Apa,
        "「相互協力条約」（1960年1月19日）日本国、アメリカ合衆国、Washington、https://x.org/d/。",
    );
    check(
        &record,
        Style::Mla,
        "「相互協力条約」日本国、アメリカ合衆国、1960年1月19日、Washington、https://x.org/d/。",
    );
}

#[test]
fn names_with_commas_are_told_apart() {
    let three = ["The Government of Japan", "Korea, Republic of", "United States"];
    check(
        &treaty(&three),
        Style::Apa,
        "Treaty of Mutual Cooperation, The Government of Japan; Korea, Republic of; United States, January 19, 1960, https://x.org/d/",
    );
    check(
        &treaty(&three),
        Style::Mla,
        "Treaty of Mutual Cooperation. The Government of Japan; Korea, Republic of; and United States, 19 Jan. 1960, Washington, https://x.org/d/.",
    );
    check(
        &treaty(&three[1..]),
        Style::Mla,
        "Treaty of Mutual Cooperation. Korea, Republic of; and United States, 19 Jan. 1960, Washington, https://x.org/d/.",
    );
}

#[test]
fn many_parties_are_some_and_others() {
    let seven = ["A", "B", "C", "D", "E", "F", "G"];
    check(
        &treaty(&seven[..6]),
        Style::Apa,
        "Treaty of Mutual Cooperation, A–B–C–D–E–F, January 19, 1960, https://x.org/d/",
    );
    check(
        &treaty(&seven),
        Style::Apa,
        "Treaty of Mutual Cooperation, A–B–C et al., January 19, 1960, https://x.org/d/",
    );
    check(
        &treaty(&seven),
        Style::Mla,
        "Treaty of Mutual Cooperation. A, B, C, et al., 19 Jan. 1960, Washington, https://x.org/d/.",
    );
}

#[test]
fn parties_that_the_title_names_are_not_named_again() {
    let record = |title| Record {
        title,
        ..treaty(&["The Government of Japan", "the Government of the Philippines"])
    };
    let note = |title| shown(&record(title), Style::ChicagoNote, &ENGLISH);
    assert!(!note("Treaty between Japan and the Philippines").contains("Government"));
    assert!(
        note("Treaty with Japan")
            .contains("Japan, The Government of Japan–the Government of the Phil")
    );
}

#[test]
fn the_only_party_is_not_its_own_publisher() {
    let record = Record { publisher: Some("Japan"), ..treaty(&["Japan"]) };
    check(
        &record,
        Style::ChicagoNote,
        "Treaty of Mutual Cooperation, Japan, Washington, January 19, 1960, https://x.org/d/.",
    );
}
