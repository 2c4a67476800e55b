//! Bad front matter: every mistake has its place, and none hides another.

use super::site::{Site, document};

/// The findings of one document, in the form of `--format short` without the path.
fn check(text: impl AsRef<[u8]>, expected: &[&str]) {
    let text = text.as_ref();
    let site = Site::new();
    site.write("content/2018/a.md", text);
    let findings = site.build().findings();
    let shown = String::from_utf8_lossy(text);
    let findings: Vec<_> = findings
        .iter()
        .map(|line| line.strip_prefix("content/2018/a.md:").unwrap_or(line))
        .collect();
    assert_eq!(findings, expected, "{shown}");
}
#[test]
fn dump() {
    for text in CASES {
        let site = Site::new();
        site.write("content/2018/a.md", text);
        println!("{text:?}\n{:#?}", site.build().findings());
    }
}
const CASES: &[&[u8]] = &[
    b"---\ntitle: A\ndate: 2018-04-23\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\ntpoics: [a]\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nlanguage: ja\nfoo: 1\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\ntitle: B\n---\nText",
    b"---\ntitle: A\n\tdate: 2018-04-23\n---\nText",
    b"---\ntitle: A\ntopics:\n\t- a\n---\nText",
    b"+++\ntitle = \"A\"\n+++\nText",
    b"---\ntitle: A\ndate: 2018-04-23\n\nText",
    b"\xEF\xBB\xBF---\ntitle: A\ndate: 2018-13-23\n---\nText",
    b"---\r\ntitle: A\r\ndate: 2018-13-23\r\n---\r\nText\r\n",
    b"---\ntitle: \x93\xfa\x96{\ndate: 2018-04-23\n---\nText",
    b"\xff\xfe-\0-\0-\0\n\0",
    b"---\ntitle: A\ndate: 2018-04-23\n---\nText\x08 and \x0b more",
    b"---\ntitle: A\x01B\ndate: 2018-04-23\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-31\n---\nText",
    b"---\ntitle: A\ndate: \"2018-02-30\"\n---\nText",
    b"---\ntitle: A\ndate: 23 April 2018\n---\nText",
    b"---\ntitle: A\ndate: 2018-4-23\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-22/2018-04-21\n---\nText",
    b"---\ntitle: A\ndate: [2018]\n---\nText",
    b"---\ntitle: A\ndate:\n---\nText",
    b"---\ndate: 2018-04-23\n---\nText",
    b"---\ndate: 2018-04-23\n---\n# A heading\n\nText",
    b"# A heading\n\nText",
    b"Text",
    b"",
    b"---\n---\n",
    b"---\ntitle: A\ndate: 2018-04-23\nkind: poem\nlang: english language\ntranslation: good\ndraft: perhaps\nsource: {nam: x}\nplace: [a]\npeople: {role: speaker}\nseries: {position: 3}\nrights: {link: x}\nattachments: [{title: x}]\nextra: x\nnotes: {a: b}\n---\nText",
    b"---\ntitle: A: B\ndate: 2018-04-23\ntopics: [a, b\nkind: law\n---\nText",
    b"---\ntitle: A\ndate\n---\nText",
    b"---\n- a\n- b\n---\nText",
    b"---\njust words\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nsource: {name: X, url: www.example.org}\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nsource: {name: X, retrieved: 2018-99}\n---\nText",
    "---\ntitle: 文書\ndate：2018\n---\nText".as_bytes(),
    "---\ntitle: 文書\ndate: 平成30年4月23日\n---\nText".as_bytes(),
    "---\ntitle: 文書\ndate: ２０１８-04-23\n---\nText".as_bytes(),
    b"---\ntitle: A\ndate: 2018-04-23\nTitle: B\nTopic: c\nsummery: d\nshort title: e\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nwork: ../../etc\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\naliases: [/../x, 'c:/x', /old/]\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nnav: x\n---\nText",
    b"---\ntitle: A\ndate: 2018-04-23\nreferences: [b]\n---\nText",
];
