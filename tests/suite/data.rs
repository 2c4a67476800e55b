//! The whole archive as data: what the files below `/data/` say is so.

use std::collections::{BTreeMap, BTreeSet};

use chancery::date::Edtf;
use chancery::fingerprint::sha256;
use serde_json::{Value, json};

use super::outcome::Folder;
use super::readers;
use super::site::{Site, document, files_below};

const SETTINGS: &str = "description = \"Papers of 2018.\"\npublisher = \"Office\"\n\
    license = \"https://licence.example/by/4.0/\"\nlanguages = [\"en\", \"ja\"]\n\
    [taxonomies.volumes]\nkey = \"volume\"\n";

const RICH: &str = "---
title: Agreement, \"so called\"
short_title: Agr.
id: a-id
date: 2018-04-23
date_note: As printed.
place: {name: Toronto, country: CA, venue: Hall}
event: Ministers' Meeting
source: {name: Office, url: 'https://o.example/', pages: 1-2, retrieved: 2020-01-02, archived: 'https://w.example/'}
topics: [harbours, ports]
kind: treaty
genre: Exchange of letters
number: No. 1
issuer: [Office, Board]
people: [{family: Roe, given: Ann, role: speaker}, 毛沢東]
series: {name: Papers, position: 3}
references: [b]
notes: |
  Noted.
  Twice.
summary: In short.
rights: {statement: Free, url: 'https://r.example/'}
attachments: [{file: scan 100%.pdf}]
extra: {volume: [I, II], secret: hidden}
---
See ![the map](map.svg) and [the list](list.txt).
";

const JAPANESE: &str = "---
title: 協定
translation: provisional
translator: Roe
original_lang: en
---
本文。
";

fn site() -> Site {
    let site = Site::new();
    site.config(SETTINGS);
    site.write("content/2018/a.md", RICH)
        .write("content/2018/a.ja.md", JAPANESE)
        .write("content/b.md", document("B", "194X"))
        .write("content/c.md", "---\ntitle: C\n---\nText.\n")
        .write("content/2018/scan 100%.pdf", "%PDF")
        .write("content/2018/map.svg", "<svg width=\"1\" height=\"1\"/>")
        .write("content/2018/list.txt", "1")
        .write("content/2018/unnamed.txt", "2")
        .write("static/平和.txt", "peace")
        .write("content/pages/about.md", "# About\n");
    site
}

fn json_of(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// Every file of a built site.
fn built(site: &Site) -> BTreeMap<String, Vec<u8>> {
    site.build().expect_success();
    site.public().files()
}

#[test]
fn every_line_is_as_the_schema_says() {
    let files = built(&site());
    let schema = json_of(&files["data/documents.schema.json"]);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let lines = readers::jsonl(&files["data/documents.jsonl"]).unwrap();
    assert_eq!(lines.len(), 4);
    for line in &lines {
        let wrong: Vec<String> =
            validator.iter_errors(line).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{line}: {wrong:#?}");
    }
    // The rich one says all that can be said, and the schema lets nothing else pass.
    let rich = lines.iter().find(|line| line["id"] == "a-id").unwrap();
    let japanese = lines.iter().find(|line| line["language"] == "ja").unwrap();
    let told: BTreeSet<&String> = [rich, japanese]
        .into_iter()
        .flat_map(|line| line.as_object().unwrap().keys())
        .collect();
    let known = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(told, known);
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut line = rich.clone();
        change(&mut line);
        assert!(!validator.is_valid(&line), "{line}");
    };
    refused(&|line| line["more"] = json!("x"));
    refused(&|line| line["date"]["start"] = json!("2018-4-23"));
    refused(&|line| line["kind"] = json!("poem"));
    refused(&|line| line["topics"] = json!([]));
    refused(&|line| drop(line["people"][0].as_object_mut().unwrap().remove("name")));
    refused(&|line| drop(line.as_object_mut().unwrap().remove("url")));
}

#[test]
fn every_property_is_described() {
    fn check(name: &str, schema: &Value) {
        assert!(
            schema["description"].as_str().is_some_and(|d| d.ends_with('.')),
            "{name}"
        );
        for inner in [schema, &schema["items"]] {
            let properties = inner["properties"].as_object().into_iter().flatten();
            properties.for_each(|(name, schema)| check(name, schema));
        }
    }
    let files = built(&site());
    check("a line", &json_of(&files["data/documents.schema.json"]));
}

#[test]
fn the_package_describes_the_table() {
    let files = built(&site());
    let package = json_of(&files["data/datapackage.json"]);
    assert_eq!(package["title"], "Archive");
    assert_eq!(package["description"], "Papers of 2018.");
    assert_eq!(package["contributors"][0]["title"], "Office");
    assert_eq!(package["licenses"][0]["path"], "https://licence.example/by/4.0/");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 2);
    assert_eq!(resources[0]["type"], "table");
    assert_eq!(
        (&resources[1]["format"], resources[1].get("type")),
        (&json!("json-lines"), None)
    );
    for resource in resources {
        let bytes = &files[&format!("data/{}", resource["path"].as_str().unwrap())];
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(bytes)));
    }
    let schema = &resources[0]["schema"];
    assert_eq!(schema["primaryKey"], json!(["work", "language"]));
    let fields = schema["fields"].as_array().unwrap();
    let mut table = csv::Reader::from_reader(&*files["data/documents.csv"]);
    let header: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
    assert_eq!(table.headers().unwrap(), header);
    assert_eq!(header.last(), Some(&"taxonomy.volumes"));
    let mut keys = BTreeSet::new();
    for row in table.records().map(Result::unwrap) {
        assert!(keys.insert((row[0].to_owned(), row[1].to_owned())), "{row:?}");
        for (field, cell) in fields.iter().zip(&row) {
            check_cell(field, cell);
        }
    }
    assert_eq!(keys.len(), 4);
}

/// A cell as Table Schema wants it.
fn check_cell(field: &Value, cell: &str) {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        assert_ne!(constraints["required"], true, "{field}");
        return;
    }
    let is_good = match field["type"].as_str().unwrap() {
        "date" => {
            let day = Edtf::parse(cell).ok().and_then(|date| date.as_day());
            day.is_some_and(|day| (1..10_000).contains(&day.year()))
        }
        "string" => constraints["enum"]
            .as_array()
            .is_none_or(|words| words.iter().any(|word| word == cell)),
        _ => false,
    };
    assert!(is_good, "{field}: {cell}");
}

#[test]
fn days_beyond_four_digits_are_texts() {
    let kind = |date: &str| {
        let site = Site::new();
        site.write("content/a.md", document("A", date));
        let package = json_of(&built(&site)["data/datapackage.json"]);
        let fields = package["resources"][0]["schema"]["fields"].clone();
        let fields = fields.as_array().unwrap().clone();
        fields.into_iter().find(|field| field["name"] == "date_start").unwrap()["type"]
            .clone()
    };
    assert_eq!(kind("1945-08"), "date");
    assert_eq!(kind("2018/.."), "date");
    assert_eq!(kind("-0044-03-15"), "string");
    assert_eq!(kind("Y12345"), "string");
}

#[test]
fn the_crate_names_its_files() {
    let files = built(&site());
    let whole = json_of(&files["data/ro-crate-metadata.json"]);
    assert_eq!(whole["@context"], "https://w3id.org/ro/crate/1.2/context");
    let graph = whole["@graph"].as_array().unwrap();
    let find = |id: &str| {
        let mut found = graph.iter().filter(|node| node["@id"] == id);
        let node = found.next().unwrap_or_else(|| panic!("no {id}"));
        assert!(found.next().is_none(), "{id} twice");
        node
    };
    assert_eq!(find("ro-crate-metadata.json")["about"]["@id"], "./");
    let root = find("./");
    assert_eq!(root["@type"], "Dataset");
    assert_eq!(root["license"]["@id"], find("https://licence.example/by/4.0/")["@id"]);
    assert_eq!(find(root["publisher"]["@id"].as_str().unwrap())["name"], "Office");
    assert_eq!(root["temporalCoverage"], "1940/2018");
    // No day is told that nobody knows.
    assert_eq!(root.get("datePublished"), None);
    let parts = root["hasPart"].as_array().unwrap();
    assert_eq!(parts.len(), 5);
    for part in parts {
        let file = find(part["@id"].as_str().unwrap());
        let bytes = &files[&format!("data/{}", file["@id"].as_str().unwrap())];
        // The list of checksums is not known before all else is written.
        let size = file.get("contentSize").map(|size| size.as_str().unwrap().to_owned());
        let known =
            (file["@id"] != "manifest-sha256.txt").then(|| bytes.len().to_string());
        assert_eq!(size, known, "{file}");
        if let Some(checksum) = file.get("sha256") {
            assert_eq!(*checksum, sha256(bytes));
        }
    }
    // Everything that is pointed to is described, but for what the standard itself is.
    for node in graph {
        for (_, value) in node.as_object().unwrap() {
            let one = std::slice::from_ref(value);
            for value in value.as_array().map_or(one, Vec::as_slice) {
                let id = value.get("@id").and_then(Value::as_str);
                id.filter(|id| *id != "https://w3id.org/ro/crate/1.2").map(find);
            }
        }
    }
}

#[test]
fn without_a_licence_the_crate_says_so() {
    let site = Site::new();
    site.write("content/a.md", document("A", "2018"));
    let whole = json_of(&built(&site)["data/ro-crate-metadata.json"]);
    let license = &whole["@graph"][1]["license"]["@id"];
    assert_eq!(license, "https://example.org/archive/data/#rights");
    let nodes = whole["@graph"].as_array().unwrap();
    let told = nodes.iter().find(|node| node["@id"] == *license).unwrap();
    assert!(told["description"].as_str().unwrap().contains("No licence"), "{told}");
}

/// Lines of `sha256sum`, read strictly.
fn sums(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.ends_with('\n'));
    let mut last = String::new();
    let lines = text.lines().map(|line| {
        let (sum, name) = line.split_once("  ").unwrap();
        assert!(sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit()), "{line}");
        assert!(*last < *name, "{last} stands before {name}");
        name.clone_into(&mut last);
        (name.to_owned(), sum.to_owned())
    });
    lines.collect()
}

fn expected_sums(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    files.iter().map(|(name, bytes)| (name.clone(), sha256(bytes))).collect()
}

#[test]
fn every_file_has_its_checksum() {
    let mut files = built(&site());
    let manifest = files.remove("data/manifest-sha256.txt").unwrap();
    // No reader can fetch it from hosts that keep it to themselves.
    assert!(files.remove(".nojekyll").is_some() && files.contains_key("平和.txt"));
    assert_eq!(sums(&manifest), expected_sums(&files));
}

#[test]
fn checksums_follow_every_edit() {
    let site = site();
    let check = || {
        let mut files = built(&site);
        let manifest = files.remove("data/manifest-sha256.txt").unwrap();
        files.remove(".nojekyll");
        assert_eq!(sums(&manifest), expected_sums(&files));
        manifest
    };
    let first = check();
    assert_eq!(check(), first);
    site.write("content/2018/list.txt", "3").write("content/d.md", document("D", "2020"));
    assert_ne!(check(), first);
    site.write("content/2018/list.txt", "1").remove("content/d.md");
    site.remove("chancery.lock");
    assert_eq!(check(), first);
    // What others put there is not the site's.
    site.write("public/google123.html", "x");
    let written = site.build().published().written;
    assert_eq!((written.written, written.removed), (0, 0));
}

#[test]
fn the_page_offers_every_file() {
    let site = site();
    let built = site.build();
    let files = built.output.files();
    for (route, words) in [("data/index.html", "one a row"), ("ja/data/index.html", "行")]
    {
        let page = built.file(route).expect_contains(words);
        let offered = page.lines_of("file");
        let names: Vec<&str> = offered
            .iter()
            .map(|line| line.split(' ').next().unwrap())
            .map(|href| href.strip_prefix("/archive/").unwrap())
            .collect();
        let there = files
            .keys()
            .filter(|name| name.starts_with("data/") && !name.ends_with("index.html"));
        assert_eq!(
            names.iter().copied().collect::<BTreeSet<_>>(),
            there.map(|n| &**n).collect()
        );
        let header = String::from_utf8_lossy(&files["data/documents.csv"]).into_owned();
        let header = header.lines().next().unwrap().trim_end().to_owned();
        let columns = page.lines_of("column");
        let columns = columns.iter().map(|line| line.split(' ').next().unwrap());
        assert_eq!(columns.collect::<Vec<_>>().join(","), header);
    }
    built
        .file("ja/data/index.html")
        .expect_line("alternate en /archive/data/")
        .expect_line("alternate ja /archive/ja/data/ *");
}

#[test]
fn the_page_says_what_the_data_are_to_search_engines() {
    let site = Site::dressed();
    site.dressed_config(SETTINGS).write("content/a.md", document("A", "2018"));
    let built = site.build();
    let page = built.file("data/index.html").text;
    let script = page.split("application/ld+json\">").nth(1).unwrap();
    let whole: Value =
        serde_json::from_str(script.split("</script>").next().unwrap()).unwrap();
    let node = &whole["@graph"][0];
    assert_eq!(node["@type"], "Dataset");
    assert_eq!(node["license"], "https://licence.example/by/4.0/");
    let files = built.output.files();
    for download in node["distribution"].as_array().unwrap() {
        let url = download["contentUrl"].as_str().unwrap();
        let name = url.strip_prefix("https://example.org/archive/").unwrap();
        let is_known = name != "data/manifest-sha256.txt";
        let size = is_known.then(|| format!("{} B", files[name].len()));
        assert_eq!(download["contentSize"].as_str(), size.as_deref(), "{name}");
    }
    assert!(page.contains("<code>sha256sum -c data/manifest-sha256.txt</code>"));
    assert!(built.file("index.html").text.contains("href=\"/archive/data/\""));
}

#[test]
fn a_site_may_do_without() {
    let site = Site::dressed();
    site.dressed_config("data = false\n").write("content/a.md", document("A", "2018"));
    let built = site.build();
    built.expect_clean();
    let names = built.output.names();
    assert!(names.iter().all(|name| !name.starts_with("data/")), "{names:#?}");
    built.file("index.html").expect_lacks("/archive/data/");
    // And take up the address otherwise.
    site.write("content/pages/data.md", "# Figures\n");
    site.build().expect_clean();
    site.dressed_config("data = true\n");
    site.build()
        .expect_headlines(&["site.toml:1:1: error[route-collision]: an index page and \
         `content/pages/data.md` both want the address `/data/`"]);
}

#[test]
fn an_archive_without_documents_has_data_too() {
    let site = Site::new();
    site.write("content/pages/about.md", "# About\n");
    let files = built(&site);
    assert_eq!(files["data/documents.jsonl"], b"");
    assert!(files["data/documents.csv"].starts_with(b"work,language,"));
}

#[test]
fn tables_are_those_of_the_export() {
    let site = site();
    let files = built(&site);
    for (format, name) in [("csv", "documents.csv"), ("jsonl", "documents.jsonl")] {
        let ran = site.run(&["export", "--format", format]);
        ran.expect_code(0);
        assert_eq!(ran.stdout.as_bytes(), files[&format!("data/{name}")]);
    }
}

/// The texts of the English interface are those of the files themselves.
#[test]
fn the_page_and_the_schema_say_the_same() {
    let files = built(&site());
    let page = String::from_utf8(files["data/index.html"].clone()).unwrap();
    let package = json_of(&files["data/datapackage.json"]);
    for field in package["resources"][0]["schema"]["fields"].as_array().unwrap() {
        let about = field["description"].as_str().unwrap();
        let about =
            about.trim_end_matches("Several are parted by a semicolon and a space.");
        let line = format!("column {} {}", field["name"].as_str().unwrap(), about.trim());
        let line = line.replace('\'', "&#39;");
        assert!(page.lines().any(|other| other == line), "no line `{line}`");
    }
    let whole = json_of(&files["data/ro-crate-metadata.json"]);
    let graph = whole["@graph"].as_array().unwrap();
    for file in graph.iter().filter(|node| node["@type"] == "File") {
        let about = file["description"].as_str().unwrap();
        assert!(page.contains(about), "no `{about}`");
    }
}

/// Walks through a bag as RFC 8493 has it; gives the payload.
fn bag(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(folder);
    let declaration = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    assert_eq!(files["bagit.txt"], declaration);
    let tags = sums(&files.remove("tagmanifest-sha256.txt").unwrap());
    let is_payload = |name: &str| name.starts_with("data/");
    let (payload, found): (BTreeMap<_, _>, BTreeMap<_, _>) =
        files.into_iter().partition(|(name, _)| is_payload(name));
    assert_eq!(tags, expected_sums(&found));
    let listed = sums(&found["manifest-sha256.txt"]);
    // Not every reader decodes what the standard encodes.
    assert!(listed.keys().all(|name| !name.contains('%')));
    assert_eq!(listed, expected_sums(&payload));
    let bytes: usize = payload.values().map(Vec::len).sum();
    let oxum = format!("Payload-Oxum: {bytes}.{}", payload.len());
    let information = String::from_utf8(found["bag-info.txt"].clone()).unwrap();
    assert!(information.lines().any(|line| line == oxum), "{information}");
    assert!(information.lines().all(|line| line.split_once(": ").is_some()));
    assert!(!information.contains("Bagging-Date"), "nobody knows the day");
    payload
}

fn bagged(site: &Site, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::TempDir::new().unwrap();
    let output = folder.path().join("a/bag");
    let output = output.to_str().unwrap();
    let ran =
        site.run(&[&["export", "--format", "bagit", "--output", output], more].concat());
    ran.expect_code(0).expect_stdout("");
    bag(std::path::Path::new(output))
}

#[test]
fn a_bag_holds_documents_their_files_and_tables() {
    let site = site();
    let payload = bagged(&site, &[]);
    let names: Vec<&str> = payload.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "data/documents.csv",
            "data/documents.jsonl",
            "data/documents.schema.json",
            "data/documents/2018/a/index.md",
            "data/documents/2018/a/index.txt",
            "data/documents/2018/a/ja/index.md",
            "data/documents/2018/a/ja/index.txt",
            "data/documents/b/index.md",
            "data/documents/b/index.txt",
            "data/documents/c/index.md",
            "data/documents/c/index.txt",
            "data/files/documents/2018/list.txt",
            "data/files/documents/2018/map.svg",
            "data/files/documents/2018/scan 100％.pdf",
        ]
    );
    let files = built(&site);
    for (name, bytes) in &payload {
        let name = name.strip_prefix("data/").unwrap();
        let name = &name.replace("％", "%");
        let on_the_site = files
            .get(name.strip_prefix("files/").unwrap_or(name))
            .or_else(|| files.get(&format!("data/{name}")));
        assert!(on_the_site.is_some_and(|there| there == bytes), "{name}");
    }
    assert_eq!(bagged(&site, &[]), payload);
}

#[test]
fn a_bag_holds_what_was_chosen() {
    let site = site();
    let payload = bagged(&site, &["--from", "2018", "--lang", "ja"]);
    let names: Vec<&str> = payload.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "data/documents.csv",
            "data/documents.jsonl",
            "data/documents.schema.json",
            "data/documents/2018/a/ja/index.md",
            "data/documents/2018/a/ja/index.txt",
        ]
    );
    assert_eq!(readers::jsonl(&payload["data/documents.jsonl"]).unwrap().len(), 1);
}

#[test]
fn a_bag_needs_a_folder_of_its_own() {
    let site = site();
    site.run(&["export", "--format", "bagit"])
        .expect_code(2)
        .expect_stderr("error: a bag is a folder; name it with `--output`\n");
    site.write("full/a", "x");
    let full = site.path("full");
    let ran =
        site.run(&["export", "--format", "bagit", "--output", full.to_str().unwrap()]);
    ran.expect_code(3).expect_said("the folder is not empty; a bag needs one of its own");
    assert_eq!(Folder::at(full).names(), ["a"]);
}

#[test]
fn tables_read_strictly() {
    let files = built(&site());
    readers::csv(&files["data/documents.csv"]).unwrap();
}
