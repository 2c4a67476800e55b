//! What pages say of themselves as JSON-LD.

use serde_json::{Value, json};

use super::site::Site;

/// The nodes that a page's graph holds.
fn graph(site: &Site, route: &str) -> Vec<Value> {
    let page = site.public().file(route);
    let (_, data) =
        page.text.split_once("<script type=\"application/ld+json\">").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    let whole: Value = serde_json::from_str(data).unwrap();
    assert_eq!(whole["@context"], "https://schema.org");
    whole["@graph"].as_array().unwrap().clone()
}

fn document(front_matter: &str) -> Value {
    let site = Site::dressed();
    site.write("content/a.md", format!("---\ntitle: A\n{front_matter}\n---\nText.\n"));
    site.build().expect_success();
    graph(&site, "documents/a/index.html")[0].clone()
}

#[test]
fn no_day_is_invented() {
    let check = |date: &str, created: Value, coverage: Value| {
        let node = document(&format!("date: {date}"));
        assert_eq!(
            (&node["dateCreated"], &node["temporalCoverage"]),
            (&created, &coverage),
            "{date}"
        );
    };
    let none = Value::Null;
    check("2018-04-23", json!("2018-04-23"), none.clone());
    check("1945-08", json!("1945-08"), none.clone());
    check("1945~", json!("1945"), none.clone());
    check("1945-08?", json!("1945-08"), none.clone());
    check("2018-04-22/2018-04-23", none.clone(), json!("2018-04-22/2018-04-23"));
    check("194X", none.clone(), json!("1940/1949"));
    check("1945/..", none.clone(), json!("1945/.."));
    check("/1945", none.clone(), json!("../1945"));
    check("-0043-03-15", none.clone(), none);
}

#[test]
fn a_kind_has_its_type() {
    let check = |kind: &str, expected: &str| {
        let node = document(&format!("kind: {kind}\ndate: 2018"));
        assert_eq!(node["@type"], json!([expected, "ArchiveComponent"]), "{kind}");
    };
    check("report", "Report");
    check("speech", "DigitalDocument");
    check("resolution", "Legislation");
    check("treaty", "Legislation");
    assert_eq!(document("kind: treaty\ndate: 2018")["legislationType"], "Treaty");
    assert_eq!(document("kind: treaty\ndate: 2018")["genre"], "Treaty");
    assert_eq!(document("kind: other\ndate: 2018")["genre"], Value::Null);
    assert_eq!(document("kind: other\ngenre: Map\ndate: 2018")["genre"], "Map");
}

#[test]
fn persons_and_bodies_are_told_apart() {
    let people =
        "[{family: Roe, given: Ann, role: speaker}, {family: Poe, role: recipient}]";
    let node =
        document(&format!("issuer: [Office, 'A & B']\npeople: {people}\ndate: 2018"));
    let person = json!({
        "@type": "Person", "name": "Ann Roe", "familyName": "Roe", "givenName": "Ann"
    });
    assert_eq!(node["author"], json!([person]));
    assert_eq!(node["sourceOrganization"][1]["name"], "A & B");
    let node = document("issuer: [Office]\ndate: 2018");
    assert_eq!(node["author"], json!([{ "@type": "Organization", "name": "Office" }]));
}

#[test]
fn nothing_ends_the_script() {
    let site = Site::dressed();
    let title = "A </script><script>alert(1)</script> \"q\" <!-- 日本 😀";
    site.write(
        "content/a.md",
        format!("---\ntitle: '{title}'\ndate: 2018\n---\nText.\n"),
    );
    site.build().expect_success();
    assert_eq!(graph(&site, "documents/a/index.html")[0]["name"], title);
}

#[test]
fn lists_and_the_way_to_them_are_told() {
    let site = Site::dressed();
    site.dressed_config("page_size = 3\n");
    for at in 0..4 {
        let text =
            format!("---\ntitle: D{at}\ndate: 2018-0{}\ntopics: [peace]\n---\n", at + 1);
        site.write(&format!("content/{at}.md"), text);
    }
    site.build().expect_success();
    let second = &graph(&site, "topics/peace/page-2/index.html")[0]["mainEntity"];
    assert_eq!(second["itemListElement"].as_array().unwrap().len(), 1);
    assert_eq!(second["itemListElement"][0]["position"], 4);
    let nodes = graph(&site, "topics/peace/index.html");
    let list = &nodes[0]["mainEntity"];
    assert_eq!(nodes[0]["@type"], "CollectionPage");
    assert_eq!(list["numberOfItems"], 4);
    let third = &list["itemListElement"][2];
    assert_eq!(third["position"], 3);
    assert_eq!(third["url"], "https://example.org/archive/documents/2/");
    let way = &nodes[1];
    assert_eq!(way["@type"], "BreadcrumbList");
    assert_eq!(way["itemListElement"][1]["item"], "https://example.org/archive/topics/");
}

#[test]
fn the_source_can_be_checked() {
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: A\ndate: 2018\ndraft: false\n---\nText.\n");
    let built = site.build();
    let encoding = &graph(&site, "documents/a/index.html")[0]["encoding"];
    let url = "https://example.org/archive/documents/a/index.md";
    assert_eq!(encoding[0]["contentUrl"], url);
    let bytes = &built.file("documents/a/index.md").text;
    let sum = chancery::fingerprint::sha256(bytes.as_bytes());
    assert_eq!(encoding[0]["sha256"], sum.as_str());
    assert_eq!(encoding[1]["encodingFormat"], "text/plain");
    let bytes = &built.file("documents/a/index.txt").text;
    let sum = chancery::fingerprint::sha256(bytes.as_bytes());
    assert_eq!(encoding[1]["sha256"], sum.as_str());
}

#[test]
fn every_document_stands_somewhere() {
    let check = |date: &str, expected: &[&str]| {
        let site = Site::dressed();
        let text = format!("---\ntitle: A\n{date}---\nText.\n");
        site.write("content/a.md", text);
        let built = site.build();
        let nodes = graph(&site, "documents/a/index.html");
        let way = nodes.iter().find(|node| node["@type"] == "BreadcrumbList").unwrap();
        let items = way["itemListElement"].as_array().unwrap().iter();
        let paths: Vec<&str> = items
            .map(|item| {
                let url = item["item"].as_str().unwrap();
                url.strip_prefix("https://example.org/archive/").unwrap()
            })
            .collect();
        assert_eq!(paths, expected, "{date}");
        for path in paths {
            built.file(&format!("{path}index.html"));
        }
    };
    check("date: 1945-08\n", &["", "date/", "date/1940s/", "date/1945/"]);
    check("date: 194X\n", &["", "date/", "date/1940s/"]);
    check("date: 19XX\n", &["", "date/"]);
    check("date: /1945\n", &["", "date/"]);
    check("", &["", "date/", "date/undated/"]);
}

#[test]
fn titles_stand_on_one_line() {
    let site = Site::dressed();
    site.write("content/a.md", "---\ntitle: |\n  On Peace\n  and War\ndate: 2018\n---\n");
    let built = site.build();
    assert_eq!(graph(&site, "documents/a/index.html")[0]["name"], "On Peace and War");
    let page = built.file("documents/a/index.html");
    page.expect_contains("<meta name=\"citation_title\" content=\"On Peace and War\">");
}

/// What the English main version and the Japanese one say of each other: the original that
/// each is a translation of, and its first translation.
fn versions(english: &str, japanese: &str) -> [(Value, Value); 2] {
    let site = Site::dressed();
    let text = |more: &str| format!("---\ntitle: A\ndate: 2018\n{more}---\nText.\n");
    site.write("content/a.en.md", text(english)).write("content/a.ja.md", text(japanese));
    site.build().expect_success();
    ["documents/a/index.html", "documents/a/ja/index.html"].map(|route| {
        let node = graph(&site, route)[0].clone();
        let original = node["translationOfWork"]["@id"].clone();
        (original, node["workTranslation"][0]["@id"].clone())
    })
}

#[test]
fn translations_name_their_original() {
    let at =
        |path: &str| json!(format!("https://example.org/archive/documents/a/{path}"));
    let (main, other, none) = (|| at(""), || at("ja/"), || Value::Null);
    let from_main = || [(none(), other()), (main(), none())];
    let from_other = || [(other(), none()), (none(), main())];
    let unclear = || [(none(), none()), (none(), none())];
    let check = |english: &str, japanese: &str, expected: [(Value, Value); 2]| {
        assert_eq!(versions(english, japanese), expected, "{english:?} {japanese:?}");
    };
    check("", "translation: provisional\n", from_main());
    check("", "translator: 佐藤明\n", from_main());
    check("", "original_lang: en\n", from_main());
    // The version that the archive lists first is no original for that.
    check("translation: unofficial\n", "", from_other());
    check("translation: unofficial\n", "original_lang: ja-JP\n", from_other());
    check("original_lang: ja\n", "", from_other());
    check("", "", unclear());
    check("translation: official\n", "translation: official\n", unclear());
    check("original_lang: fr\n", "", unclear());
    check("original_lang: ja\n", "original_lang: en\n", unclear());
    // Both are authentic.
    check("original_lang: en\n", "translation: none\n", unclear());
}
