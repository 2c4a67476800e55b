//! Which addresses an archive names, and what it tells of their copies.

use chancery::config;
use chancery::links::{Address, Cited, Copied, document, settings};
use chancery::text::TextFile;

const SETTINGS: &str = "title = \"A\"\nbase_url = \"https://own.org/archive/\"\n\
                        repository = \"https://git.org/a\"\n\
                        license = \"https://license.org/by/\"\n";

fn gathered(text: &str) -> Cited {
    let file = TextFile::decode("site.toml", SETTINGS.as_bytes());
    let config = config::read(&file).value.unwrap();
    let file = TextFile::decode("content/a.md", text.as_bytes());
    let read = chancery::parse::document(&file, "a.md", &config).value.unwrap();
    document(&read, &file, &chancery::parse::written(&file, &config), &config)
}

fn check(text: &str, expected: &[&str]) {
    let text = format!("---\ntitle: A\n{text}");
    let cited = gathered(&text);
    let found: Vec<&str> = cited.places.keys().map(Address::as_str).collect();
    assert_eq!(found, expected, "{text}");
    for place in cited.places.values().flatten() {
        assert_eq!(text.get(place.span.range()), Some(&*place.written), "{text}");
    }
}

#[test]
fn addresses_are_found_wherever_they_stand() {
    check(
        "---\n[a](https://a.org/x#y) <https://b.org/>\n",
        &["https://a.org/x", "https://b.org/"],
    );
    check("---\n![a](https://a.org/x.png)\n", &["https://a.org/x.png"]);
    check("---\n<a href=\"https://a.org/\">x</a>\n", &["https://a.org/"]);
    check("source: https://a.org/\n---\n", &["https://a.org/"]);
    check("rights: {url: https://a.org/}\n---\n", &["https://a.org/"]);
    check("extra:\n  seen: [https://a.org/, x]\n---\n", &["https://a.org/"]);
    check("notes: See https://a.org/ for more.\n---\n", &[]);
    check("---\n[a](b.md) [m](mailto:a@b.org) https://a.org/\n", &[]);
    check("---\n[a](https://own.org/archive/x) [b](http://own.org/archive/)\n", &[]);
}

#[test]
fn a_source_is_known_by_its_address() {
    let check = |front: &str, body: &str, expected: &[Copied]| {
        let cited =
            gathered(&format!("---\ntitle: A\nsource: {{{front}}}\n---\n{body}\n"));
        let found: Vec<Copied> =
            cited.places.into_values().flatten().map(|place| place.copied).collect();
        assert_eq!(found, expected, "{front} {body}");
    };
    let source = "url: https://s.org/1";
    check(source, "", &[Copied::Unnamed(None)]);
    check(
        &format!("{source}, retrieved: 2018-05-01"),
        "[a](https://a.org/)",
        &[Copied::Unasked, Copied::Unnamed(Some("20180501".to_owned()))],
    );
    check(
        &format!("{source}, archived: https://w.org/1"),
        "[s](https://s.org/1#p)",
        &[
            Copied::Named("https://w.org/1".to_owned()),
            Copied::Named("https://w.org/1".to_owned()),
            Copied::Itself,
        ],
    );
}

#[test]
fn what_is_no_address_is_told() {
    let cited = gathered("---\ntitle: A\n---\n[a](https://) [b](http://a b)\n");
    assert_eq!(cited.wrong.len(), 1);
    assert_eq!(cited.wrong[0].written, "https://");
}

#[test]
fn settings_lead_to_other_hosts() {
    let file = TextFile::decode("site.toml", SETTINGS.as_bytes());
    let config = config::read(&file).value.unwrap();
    let cited = settings(&file, &config);
    for place in cited.places.values().flatten() {
        assert_eq!(SETTINGS.get(place.span.range()), Some(&*place.written));
    }
    assert_eq!(cited.places.len(), 2);
}
