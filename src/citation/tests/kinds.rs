//! Each kind of document.

use super::*;

fn g7() -> Record<'static> {
    Record {
        kind: Some(Kind::JointStatement),
        author: vec![Creator::Institution("G7 Foreign Ministers")],
        issuers: vec!["G7 Foreign Ministers"],
        issued: date("2018-04-23"),
        place: Some("Toronto, Canada"),
        publisher: Some("Ministry of Foreign Affairs of Japan"),
        archive: "Policy Archive",
        ..titled("Women, Peace and Security Partnerships Initiative")
    }
}

#[test]
fn joint_statement() {
    check_all(
        &g7(),
        [
            "G7 Foreign Ministers, “Women, Peace and Security Partnerships Initiative,” joint statement, Toronto, Canada, April 23, 2018, Ministry of Foreign Affairs of Japan, Policy Archive, https://x.org/d/.",
            "G7 Foreign Ministers. “Women, Peace and Security Partnerships Initiative.” Joint statement, Toronto, Canada, April 23, 2018. Ministry of Foreign Affairs of Japan. Policy Archive. https://x.org/d/.",
            "G7 Foreign Ministers. “Women, Peace and Security Partnerships Initiative.” Ministry of Foreign Affairs of Japan, 23 Apr. 2018, Toronto, Canada. *Policy Archive*, https://x.org/d/. Joint statement.",
            "G7 Foreign Ministers. (2018, April 23). *Women, Peace and Security Partnerships Initiative* [Joint statement]. Toronto, Canada. Ministry of Foreign Affairs of Japan. Policy Archive. https://x.org/d/",
            "G7 Foreign Ministers. Women, Peace and Security Partnerships Initiative. Joint statement, Toronto, Canada, 23 April 2018. Ministry of Foreign Affairs of Japan. Policy Archive. https://x.org/d/",
        ],
    );
}

#[test]
fn speech() {
    let record = Record {
        kind: Some(Kind::Speech),
        author: vec![person("Abe", "Shinzo")],
        issuers: vec!["Government of Japan"],
        venue: Some("General Assembly Hall"),
        place: Some("New York"),
        issued: date("2015-09-29"),
        publisher: Some("Ministry of Foreign Affairs of Japan"),
        ..titled("Address at the Seventieth Session of the General Assembly")
    };
    check_all(
        &record,
        [
            "Shinzo Abe, “Address at the Seventieth Session of the General Assembly,” speech, General Assembly Hall, New York, September 29, 2015, Ministry of Foreign Affairs of Japan, https://x.org/d/.",
            "Abe, Shinzo. “Address at the Seventieth Session of the General Assembly.” Speech, General Assembly Hall, New York, September 29, 2015. Ministry of Foreign Affairs of Japan. https://x.org/d/.",
            "Abe, Shinzo. “Address at the Seventieth Session of the General Assembly.” Ministry of Foreign Affairs of Japan, 29 Sept. 2015, General Assembly Hall, New York, https://x.org/d/. Speech.",
            "Abe, S. (2015, September 29). *Address at the Seventieth Session of the General Assembly* [Speech]. General Assembly Hall, New York. Ministry of Foreign Affairs of Japan. https://x.org/d/",
            "Shinzo Abe. Address at the Seventieth Session of the General Assembly. Speech, General Assembly Hall, New York, 29 September 2015. Ministry of Foreign Affairs of Japan. https://x.org/d/",
        ],
    );
}

#[test]
fn press_conference() {
    let record = Record {
        kind: Some(Kind::PressConference),
        author: vec![person("Kamikawa", "Yoko")],
        place: Some("Tokyo"),
        issued: date("2024-01-09"),
        ..titled("Press Conference by Foreign Minister Kamikawa")
    };
    check_all(
        &record,
        [
            "Yoko Kamikawa, “Press Conference by Foreign Minister Kamikawa,” Tokyo, January 9, 2024, https://x.org/d/.",
            "Kamikawa, Yoko. “Press Conference by Foreign Minister Kamikawa.” Tokyo, January 9, 2024. https://x.org/d/.",
            "Kamikawa, Yoko. “Press Conference by Foreign Minister Kamikawa.” 9 Jan. 2024, Tokyo, https://x.org/d/.",
            "Kamikawa, Y. (2024, January 9). *Press Conference by Foreign Minister Kamikawa*. Tokyo. https://x.org/d/",
            "Yoko Kamikawa. Press Conference by Foreign Minister Kamikawa. Tokyo, 9 January 2024. https://x.org/d/",
        ],
    );
}

#[test]
fn treaty() {
    let record = Record {
        kind: Some(Kind::Treaty),
        author: vec![person("Kishi", "Nobusuke"), person("Herter", "Christian A.")],
        place: Some("Washington"),
        issued: date("1960-01-19"),
        number: Some("373 UNTS 179"),
        publisher: Some("United Nations Treaty Series"),
        ..titled(
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America",
        )
    };
    check_all(
        &record,
        [
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America, 373 UNTS 179, Washington, January 19, 1960, United Nations Treaty Series, https://x.org/d/.",
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America, 373 UNTS 179, Washington, January 19, 1960. United Nations Treaty Series. https://x.org/d/.",
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America. 373 UNTS 179, United Nations Treaty Series, 19 Jan. 1960, Washington, https://x.org/d/.",
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America, January 19, 1960, 373 UNTS 179, United Nations Treaty Series, https://x.org/d/",
            "Treaty of Mutual Cooperation and Security between Japan and the United States of America. 373 UNTS 179, Washington, 19 January 1960. United Nations Treaty Series. https://x.org/d/",
        ],
    );
}

#[test]
fn exchange_of_notes() {
    let record = Record {
        kind: Some(Kind::ExchangeOfNotes),
        author: vec![Creator::Institution("Government of Japan")],
        issuers: vec!["Government of Japan"],
        issued: date("1951-09-08"),
        ..titled("Notes Exchanged between Yoshida and Acheson")
    };
    check_all(
        &record,
        [
            "Notes Exchanged between Yoshida and Acheson, Government of Japan, September 8, 1951, https://x.org/d/.",
            "Notes Exchanged between Yoshida and Acheson, Government of Japan, September 8, 1951. https://x.org/d/.",
            "Notes Exchanged between Yoshida and Acheson. Government of Japan, 8 Sept. 1951, https://x.org/d/.",
            "Notes Exchanged between Yoshida and Acheson, Government of Japan, September 8, 1951, https://x.org/d/",
            "Notes Exchanged between Yoshida and Acheson. Government of Japan, 8 September 1951. https://x.org/d/",
        ],
    );
}

#[test]
fn telegram_that_names_its_sender() {
    let record = Record {
        kind: Some(Kind::Telegram),
        author: vec![Creator::Institution("Embassy in the Soviet Union")],
        issuers: vec!["Embassy in the Soviet Union"],
        place: Some("Moscow"),
        issued: date("1946-02-22"),
        publisher: Some("Foreign Relations of the United States, 1946, vol. 6"),
        pages: Some("pp. 696-709"),
        ..titled(
            "Telegram From the Embassy in the Soviet Union to the Department of State",
        )
    };
    check_all(
        &record,
        [
            "“Telegram From the Embassy in the Soviet Union to the Department of State,” Moscow, February 22, 1946, Foreign Relations of the United States, 1946, vol. 6, 696–709, https://x.org/d/.",
            "“Telegram From the Embassy in the Soviet Union to the Department of State.” Moscow, February 22, 1946. Foreign Relations of the United States, 1946, vol. 6, 696–709. https://x.org/d/.",
            "“Telegram From the Embassy in the Soviet Union to the Department of State.” Foreign Relations of the United States, 1946, vol. 6, 22 Feb. 1946, pp. 696–709, https://x.org/d/.",
            "Embassy in the Soviet Union. (1946, February 22). *Telegram From the Embassy in the Soviet Union to the Department of State*. In *Foreign Relations of the United States, 1946, vol. 6* (pp. 696–709). https://x.org/d/",
            "Telegram From the Embassy in the Soviet Union to the Department of State. Moscow, 22 February 1946. Foreign Relations of the United States, 1946, vol. 6, 696–709. https://x.org/d/",
        ],
    );
}

#[test]
fn an_issuer_that_the_title_names_is_not_named_again() {
    let record = Record {
        kind: Some(Kind::Letter),
        author: vec![Creator::Institution("Government of Japan")],
        issuers: vec!["Government of Japan"],
        ..titled("Letter from the Government of Japan")
    };
    check(
        &record,
        Style::ChicagoNote,
        "“Letter from the Government of Japan,” n.d., https://x.org/d/.",
    );
}

#[test]
fn letter_whose_title_does_not_name_its_sender() {
    let record = Record {
        kind: Some(Kind::Letter),
        author: vec![person("Grew", "Joseph C.")],
        issued: date("1941-09-22"),
        ..titled("To the President, on the Situation")
    };
    check_all(
        &record,
        [
            "Joseph C. Grew, “To the President, on the Situation,” letter, September 22, 1941, https://x.org/d/.",
            "Grew, Joseph C. “To the President, on the Situation.” Letter, September 22, 1941. https://x.org/d/.",
            "Grew, Joseph C. “To the President, on the Situation.” 22 Sept. 1941, https://x.org/d/. Letter.",
            "Grew, J. C. (1941, September 22). *To the President, on the Situation* [Letter]. https://x.org/d/",
            "Joseph C. Grew. To the President, on the Situation. Letter, 22 September 1941. https://x.org/d/",
        ],
    );
}

#[test]
fn press_release() {
    let record = Record {
        kind: Some(Kind::PressRelease),
        author: vec![Creator::Institution("Ministry of Foreign Affairs of Japan")],
        issuers: vec!["Ministry of Foreign Affairs of Japan"],
        issued: date("2023-09-21"),
        publisher: Some("Ministry of Foreign Affairs of Japan"),
        archive: "Policy Archive",
        ..titled("Focal Points Network Meets")
    };
    check_all(
        &record,
        [
            "Ministry of Foreign Affairs of Japan, “Focal Points Network Meets,” press release, September 21, 2023, Policy Archive, https://x.org/d/.",
            "Ministry of Foreign Affairs of Japan. “Focal Points Network Meets.” Press release, September 21, 2023. Policy Archive. https://x.org/d/.",
            "“Focal Points Network Meets.” Ministry of Foreign Affairs of Japan, 21 Sept. 2023. *Policy Archive*, https://x.org/d/. Press release.",
            "Ministry of Foreign Affairs of Japan. (2023, September 21). *Focal Points Network Meets* [Press release]. Policy Archive. https://x.org/d/",
            "Ministry of Foreign Affairs of Japan. Focal Points Network Meets. Press release, 21 September 2023. Policy Archive. https://x.org/d/",
        ],
    );
}

#[test]
fn law() {
    let record = Record {
        kind: Some(Kind::Law),
        number: Some("Act No. 78 of 1999"),
        place: Some("Tokyo"),
        issued: date("1999-06-23"),
        ..titled("Basic Act for Gender Equal Society")
    };
    check_all(
        &record,
        [
            "Basic Act for Gender Equal Society, Act No. 78 of 1999, June 23, 1999, https://x.org/d/.",
            "Basic Act for Gender Equal Society, Act No. 78 of 1999, June 23, 1999. https://x.org/d/.",
            "Basic Act for Gender Equal Society. Act No. 78 of 1999, 23 June 1999, https://x.org/d/.",
            "Basic Act for Gender Equal Society, Act No. 78 of 1999 (1999). https://x.org/d/",
            "Basic Act for Gender Equal Society. Act No. 78 of 1999, Tokyo, 23 June 1999. https://x.org/d/",
        ],
    );
}

#[test]
fn memorandum() {
    let record = Record {
        kind: Some(Kind::Memorandum),
        author: vec![Creator::Institution("National Security Council")],
        number: Some("NSAM 196"),
        place: Some("Washington"),
        issued: date("1962-10-22"),
        ..titled("Establishment of an Executive Committee")
    };
    check_all(
        &record,
        [
            "National Security Council, “Establishment of an Executive Committee,” memorandum, NSAM 196, Washington, October 22, 1962, https://x.org/d/.",
            "National Security Council. “Establishment of an Executive Committee.” Memorandum, NSAM 196, Washington, October 22, 1962. https://x.org/d/.",
            "National Security Council. “Establishment of an Executive Committee.” NSAM 196, 22 Oct. 1962, https://x.org/d/. Memorandum.",
            "National Security Council. (1962, October 22). *Establishment of an Executive Committee* (NSAM 196) [Memorandum]. https://x.org/d/",
            "National Security Council. Establishment of an Executive Committee. Memorandum, NSAM 196, Washington, 22 October 1962. https://x.org/d/",
        ],
    );
}

#[test]
fn the_authors_own_genre() {
    let genre = |genre| Record { genre: Some(genre), ..g7() };
    let check = |genre_word, style, expected: &str| {
        let found = shown(&genre(genre_word), style, &ENGLISH);
        assert!(found.contains(expected), "{found}");
    };
    check("Joint communiqué", Style::ChicagoNote, ",” joint communiqué, Toronto");
    check("Joint communiqué", Style::ChicagoBibliography, ".” Joint communiqué, Tor");
    check("UN document", Style::ChicagoNote, ",” UN document, Toronto");
    check("joint communiqué", Style::Apa, "[Joint communiqué]");
    check("partnerships initiative", Style::Apa, "Initiative*. Toronto");
}

#[test]
fn nothing_but_a_title() {
    let record = Record::titled("Untitled Draft", &ENGLISH);
    check_all(
        &record,
        [
            "“Untitled Draft,” n.d.",
            "“Untitled Draft.” N.d.",
            "“Untitled Draft.”",
            "*Untitled Draft*. (n.d.).",
            "Untitled Draft. N.d.",
        ],
    );
    check_all(
        &titled("Untitled Draft"),
        [
            "“Untitled Draft,” n.d., https://x.org/d/.",
            "“Untitled Draft.” N.d. https://x.org/d/.",
            "“Untitled Draft.” https://x.org/d/.",
            "*Untitled Draft*. (n.d.). https://x.org/d/",
            "Untitled Draft. N.d. https://x.org/d/",
        ],
    );
    check_all(&Record::titled(" ", &ENGLISH), ["N.d.", "N.d.", "", "(n.d.).", "N.d."]);
}
