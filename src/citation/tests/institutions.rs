//! Documents of the United Nations and other bodies.

use super::*;

const COUNCIL: &str = "United Nations Security Council";

#[test]
fn resolution_with_its_symbol() {
    let record = Record {
        kind: Some(Kind::Resolution),
        author: vec![Creator::Institution(COUNCIL)],
        issuers: vec![COUNCIL],
        number: Some("S/RES/1325 (2000)"),
        place: Some("New York"),
        issued: date("2000-10-31"),
        publisher: Some(COUNCIL),
        ..titled("Resolution 1325 (2000)")
    };
    check_all(
        &record,
        [
            "United Nations Security Council, Resolution 1325 (2000), S/RES/1325 (2000), October 31, 2000, https://x.org/d/.",
            "United Nations Security Council. Resolution 1325 (2000), S/RES/1325 (2000), October 31, 2000. https://x.org/d/.",
            "*Resolution 1325 (2000)*. S/RES/1325 (2000), United Nations Security Council, 31 Oct. 2000, https://x.org/d/.",
            "United Nations Security Council. (2000, October 31). *Resolution 1325 (2000)* (S/RES/1325 [2000]). https://x.org/d/",
            "United Nations Security Council. Resolution 1325 (2000). S/RES/1325 (2000), New York, 31 October 2000. https://x.org/d/",
        ],
    );
}

#[test]
fn report() {
    let record = Record {
        kind: Some(Kind::Report),
        author: vec![Creator::Institution("Secretary-General of the United Nations")],
        issuers: vec!["Secretary-General of the United Nations"],
        number: Some("A/65/354-S/2010/466"),
        place: Some("New York"),
        issued: date("2010-09-07"),
        publisher: Some("United Nations"),
        ..titled(
            "Women’s participation in peacebuilding: report of the Secretary-General",
        )
    };
    check_all(
        &record,
        [
            "Secretary-General of the United Nations, *Women’s participation in peacebuilding: report of the Secretary-General*, A/65/354-S/2010/466 (United Nations, September 7, 2010), https://x.org/d/.",
            "Secretary-General of the United Nations. *Women’s participation in peacebuilding: report of the Secretary-General*. A/65/354-S/2010/466. United Nations, September 7, 2010. https://x.org/d/.",
            "Secretary-General of the United Nations. *Women’s participation in peacebuilding: report of the Secretary-General*. A/65/354-S/2010/466, United Nations, 7 Sept. 2010, https://x.org/d/.",
            "Secretary-General of the United Nations. (2010, September 7). *Women’s participation in peacebuilding: report of the Secretary-General* (A/65/354-S/2010/466). United Nations. https://x.org/d/",
            "Secretary-General of the United Nations. Women’s participation in peacebuilding: report of the Secretary-General. A/65/354-S/2010/466, New York, 7 September 2010. United Nations. https://x.org/d/",
        ],
    );
}

#[test]
fn report_of_its_own_publisher() {
    let record = Record {
        kind: Some(Kind::Report),
        author: vec![Creator::Institution("World Bank")],
        publisher: Some("The World Bank"),
        issued: date("2012"),
        ..titled("World Development Report")
    };
    check_all(
        &record,
        [
            "World Bank, *World Development Report* (2012), https://x.org/d/.",
            "World Bank. *World Development Report*. 2012. https://x.org/d/.",
            "*World Development Report*. The World Bank, 2012, https://x.org/d/.",
            "World Bank. (2012). *World Development Report*. https://x.org/d/",
            "World Bank. World Development Report. 2012. https://x.org/d/",
        ],
    );
}

#[test]
fn a_body_publishes_what_persons_wrote() {
    let record = Record {
        kind: Some(Kind::Report),
        author: vec![person("Brundtland", "Gro Harlem")],
        issuers: vec!["World Commission"],
        issued: date("1987"),
        ..titled("Our Common Future")
    };
    check(
        &record,
        Style::ChicagoBibliography,
        "Brundtland, Gro Harlem. *Our Common Future*. World Commission, 1987. https://x.org/d/.",
    );
    check(
        &record,
        Style::Apa,
        "Brundtland, G. H. (1987). *Our Common Future*. World Commission. https://x.org/d/",
    );
}

#[test]
fn the_archive_is_not_named_twice() {
    let record = Record {
        publisher: Some("Policy Archive"),
        archive: "Policy Archive",
        ..titled("X")
    };
    check_all(
        &record,
        [
            "“X,” n.d., Policy Archive, https://x.org/d/.",
            "“X.” N.d. Policy Archive. https://x.org/d/.",
            "“X.” Policy Archive, https://x.org/d/.",
            "*X*. (n.d.). Policy Archive. https://x.org/d/",
            "X. N.d. Policy Archive. https://x.org/d/",
        ],
    );
}
