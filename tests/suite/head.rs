//! What a document's page tells reference managers and harvesters in its head.

use super::site::{Site, document};

/// The metas and links of a document's page: name or relation, and value.
fn head(front: &str) -> Vec<(String, String)> {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", format!("---\ntitle: A title\n{front}\n---\nText.\n"))
        .write("content/a.ja.md", "---\ntitle: 題\n---\n本文。\n")
        .write("content/b.md", "---\ntitle: B\ndate: 1990\nid: b\n---\nText.\n");
    let page = site.build().file("documents/a/index.html").text;
    let head = page.split("</head>").next().unwrap();
    let pairs = head.lines().filter_map(|line| {
        let line = line.strip_prefix("<meta ").or_else(|| line.strip_prefix("<link "))?;
        let name = attribute(line, "name").or_else(|| attribute(line, "property"));
        let name = name.or_else(|| attribute(line, "rel"))?;
        Some((name, attribute(line, "content").or_else(|| attribute(line, "href"))?))
    });
    pairs.collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
    Some(value.to_owned())
}

/// Exactly these values of each name.
#[track_caller]
fn check(front: &str, expected: &[(&str, &[&str])]) {
    let head = head(front);
    for (name, values) in expected {
        let found: Vec<&str> =
            head.iter().filter(|(n, _)| n == name).map(|(_, value)| &**value).collect();
        assert_eq!(found, *values, "{name} of {front}: {head:#?}");
    }
}

#[test]
fn every_kind_is_saved_as_what_it_is() {
    let check = |kinds: &[&str], item: &str, has_genre: bool, described: &[&str]| {
        for kind in kinds {
            let word = kind.replace('-', " ").replace("communique", "communiqué");
            let genre = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
            let genre: &[&str] = if has_genre { &[&genre] } else { &[] };
            check(
                &format!("date: 2018\nkind: {kind}"),
                &[
                    ("z:itemType", &[item]),
                    ("DCTERMS.type", genre),
                    ("DC.description", described),
                    ("schema.DC", if described.is_empty() { &[] } else { &[DC] }),
                    ("schema.DCTERMS", &["http://purl.org/dc/terms/"]),
                    ("og:type", &["article"]),
                ],
            );
        }
    };
    let reports = [
        "communique",
        "joint-statement",
        "press-release",
        "memorandum",
        "report",
        "resolution",
    ];
    check(&reports, "report", true, &[]);
    check(&["speech", "statement", "press-conference"], "presentation", true, &[]);
    check(&["letter", "telegram", "exchange-of-notes"], "letter", true, &[]);
    check(&["treaty"], "document", true, &["Type: treaty"]);
    check(&["law"], "statute", true, &[]);
    check(&["other"], "document", false, &[]);
}

const DC: &str = "http://purl.org/dc/elements/1.1/";

#[test]
fn the_genre_is_the_authors() {
    check(
        "kind: communique\ngenre: Joint communiqué",
        &[("z:itemType", &["report"]), ("DCTERMS.type", &["Joint communiqué"])],
    );
    check(
        "kind: law\ngenre: Decree",
        &[("z:itemType", &["statute"]), ("DCTERMS.type", &["Decree"])],
    );
    check(
        "genre: Chronology",
        &[("z:itemType", &["document"]), ("DCTERMS.type", &["Chronology"])],
    );
}

#[test]
fn a_place_stands_where_its_kind_has_it() {
    let at = |kind| format!("kind: {kind}\nplace: {{name: Tokyo, venue: Diet}}");
    let none: &[&str] = &[];
    check(
        &at("report"),
        &[("eprints.place_of_pub", &["Tokyo"]), ("eprints.event_location", none)],
    );
    check(&at("treaty"), &[("eprints.place_of_pub", &["Tokyo"])]);
    check(
        &at("speech"),
        &[
            ("eprints.place_of_pub", none),
            ("eprints.event_location", &["Diet, Tokyo"]),
            ("eprints.event_title", none),
            ("DCTERMS.spatial", &["Tokyo"]),
        ],
    );
    check(
        &format!("{}\nevent: 1st session", at("speech")),
        &[("eprints.event_title", &["1st session"])],
    );
}

#[test]
fn names_are_written_as_readers_part_them() {
    let by = |people: &str, expected: &str| {
        check(
            people,
            &[("citation_author", &[expected]), ("DCTERMS.creator", &[expected])],
        );
    };
    by("issuer: G7 Foreign Ministers", "G7 Foreign Ministers,");
    by("issuer: ['Peace, and Security']", "Peace and Security,");
    by("people: [{family: Kamikawa, given: Yoko, role: speaker}]", "Kamikawa, Yoko");
    by("people: [{family: 川口, given: 順子, role: speaker}]", "川口, 順子");
}

#[test]
fn no_date_is_invented() {
    let dated = |date: &str, slashes: &[&str], hyphens: &[&str]| {
        check(
            &format!("date: {date}"),
            &[
                ("citation_publication_date", slashes),
                ("citation_date", hyphens),
                ("DCTERMS.issued", hyphens),
            ],
        );
    };
    dated("2018-04-23", &["2018/04/23"], &["2018-04-23"]);
    dated("1945-08", &["1945/08"], &["1945-08"]);
    dated("1945~", &["1945"], &["1945"]);
    dated("1945-08?", &["1945/08"], &["1945-08"]);
    dated("2018-04-22/2018-04-23", &["2018/04/22"], &["2018-04-22"]);
    dated("194X", &[], &[]);
}

#[test]
fn only_reports_have_a_report_number() {
    let number = |kind: &str, expected: &[&str]| {
        let front = format!("kind: {kind}\nnumber: S/RES/1325");
        check(&front, &[("citation_technical_report_number", expected)]);
    };
    number("resolution", &["S/RES/1325"]);
    number("treaty", &[]);
    number("speech", &[]);
}

#[test]
fn what_readers_take_wrongly_is_never_told() {
    let front = "date: 2018-04-23\nkind: treaty\nnumber: 10.1000/1\nplace: Tokyo\n\
                 source: {name: MOFA, url: 'https://x.org/10/1', pages: 1-2}\n\
                 issuer: [A]\ntopics: [x]\nreferences: [b]\nsummary: S\nnotes: N\n\
                 series: {name: Y, position: 1}\nrights: {url: 'https://x.org/by/'}";
    let head = head(front);
    for (name, value) in &head {
        let name = name.to_lowercase();
        for never in ["identifier", "source", "coverage"] {
            assert_ne!(name, format!("dc.{never}"));
            assert_ne!(name, format!("dcterms.{never}"));
        }
        assert!(name != "citation_journal_title");
        assert!(name != "og:type" || value == "article");
        assert!(name == "viewport" || !value.trim().is_empty(), "{name}");
    }
    let of = |wanted: &str| head.iter().filter(|(name, _)| name == wanted).count();
    assert_eq!(of("z:itemType"), 1);
    assert!(of("DCTERMS.references") == 1 && of("license") == 1);
    let site = Site::dressed();
    site.write("content/a.md", format!("---\ntitle: A\n{front}\n---\n"));
    site.build().file("documents/a/index.html").expect_lacks("Z3988");
}

#[test]
fn harvesters_find_everything() {
    let url = "https://example.org/archive/";
    let links = |expected: &[(&str, &[&str])]| {
        let whole: Vec<(&str, Vec<String>)> = expected
            .iter()
            .map(|(rel, paths)| {
                let of = |path: &&str| match path.contains("://") {
                    true => (*path).to_owned(),
                    false => format!("{url}{path}"),
                };
                (*rel, paths.iter().map(of).collect())
            })
            .collect();
        let head =
            head("date: 2018\nkind: report\ntopics: [x, y]\nrights: 'https://x.org/by/'");
        for (rel, paths) in whole {
            let found = head.iter().filter(|(name, _)| name == rel);
            let found: Vec<_> = found.map(|(_, value)| value.clone()).collect();
            assert_eq!(found, paths, "{rel}");
        }
    };
    links(&[
        ("cite-as", &["documents/a/"]),
        ("type", &["https://schema.org/Report", "https://schema.org/AboutPage"]),
        (
            "describedby",
            &["documents/a/cite.ris", "documents/a/cite.bib", "documents/a/cite.json"],
        ),
        ("item", &["documents/a/index.md", "documents/a/index.txt"]),
        ("license", &["https://x.org/by/"]),
        ("collection", &["topics/x/"]),
        ("prev", &["documents/b/"]),
        ("next", &[]),
        ("up", &["date/2018/"]),
        ("canonical", &["documents/a/"]),
    ]);
    check("", &[("og:locale", &["en_US"]), ("og:locale:alternate", &["ja_JP"])]);
}

#[test]
fn the_title_has_the_date_in_words() {
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: A & B\ndate: 1945~\n---\nText.\n");
    site.build()
        .file("documents/a/index.html")
        .expect_contains("<title>A &amp; B (c. 1945) — Archive</title>");
}

#[test]
fn a_document_without_a_text_is_described_as_it_is_cited() {
    let description = |front: &str| {
        let site = Site::dressed();
        site.write("content/a.md", format!("---\ntitle: Harbour Plan\n{front}---\n"));
        let page = site.build().file("documents/a/index.html").text;
        let line = page.lines().find(|line| line.starts_with("<meta name=\"description"));
        attribute(line.unwrap(), "content").unwrap()
    };
    assert_eq!(
        description("kind: memorandum\nissuer: Office\ndate: 1950-05\n"),
        "Office. Harbour Plan. Memorandum, May 1950. Archive."
    );
    assert_eq!(description("date: 1950\nsummary: A plan.\n"), "A plan.");
}

#[test]
fn versions_side_by_side_are_found_under_the_first() {
    let site = Site::dressed();
    site.dressed_config("languages = [\"en\", \"ja\"]\n");
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\n---\nText.\n")
        .write("content/a.ja.md", "---\ntitle: 題\n---\n本文。\n");
    let page = site.build().file("documents/a/en-ja/index.html").text;
    let head = page.split("</head>").next().unwrap();
    let url = "https://example.org/archive/documents/a/";
    assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{url}\">")), "{head}");
    assert!(!head.contains("hreflang"), "{head}");
}

#[test]
fn each_entry_of_a_list_can_be_saved() {
    let site = Site::dressed();
    let text = "---\ntitle: 'A \"q\" & <b>'\ndate: 2018-04-23\ntopics: [peace]\nkind: letter\n---\n";
    site.write("content/a.md", text).write("content/b.md", document("B", "2018"));
    let built = site.build();
    let page = built.file("date/2018/index.html");
    assert_eq!(page.text.matches("class=\"Z3988\"").count(), 2);
    page.expect_contains(
        "&amp;rft.type=letter&amp;rft.title=A%20%22q%22%20%26%20%3Cb%3E",
    )
    .expect_contains("&amp;rft.date=2018-04-23&amp;")
    .expect_contains("&amp;rft.subject=peace");
}

#[test]
fn every_version_is_cited_as_the_work() {
    let site = Site::dressed();
    site.write("content/a.en.md", "---\ntitle: A\ndate: 2018\n---\n")
        .write("content/a.ja.md", "---\ntitle: あ\n---\n");
    let built = site.build();
    for page in ["documents/a/index.html", "documents/a/ja/index.html"] {
        let link =
            "<link rel=\"cite-as\" href=\"https://example.org/archive/documents/a/\">";
        built.file(page).expect_contains(link);
    }
}
