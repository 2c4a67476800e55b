//! The ministry's pages, editions, tables, and what is no text.

use super::imported;

#[test]
fn pages_of_the_ministry() {
    let check = |text: &str, expected: &str| {
        let (document, _) = imported("a.txt", text.as_bytes());
        let front = document.split("---\n").nth(1).unwrap_or_default();
        let lines: Vec<_> =
            front.lines().filter(|line| !line.starts_with("lang:")).collect();
        assert_eq!(lines.join(" | "), expected, "{text}");
    };
    check(
        "Press Releases\n\nA courtesy call\n\nFebruary 16, 2024\n\nText.\n(END)\n",
        "title: A courtesy call | date: 2024-02-16 | kind: press-release",
    );
    check(
        "報道発表\n表敬訪問\n令和6年9月26日\n本文。",
        "title: 表敬訪問 | date: 2024-09-26 | kind: press-release",
    );
    check(
        "Press Releases\nA meeting\nOn March 25, they met.\n",
        "title: A meeting | date_note: the text says “March 25”, and no year | \
         kind: press-release",
    );
    check(
        "Press Releases\nA meeting\nOn March 25, they met.\nIn March 2024 and March 2023.\n",
        "title: A meeting | date_note: the text says “March 25”, and no year | \
         kind: press-release",
    );
    let end = "Press Releases\nA meeting\nApril 21, 2014\nText.\nRelated Links\nBack to Press Releases\n(END)";
    let (document, _) = imported("a.txt", end.as_bytes());
    assert!(document.ends_with("---\n\nText.\n\nRelated Links\n"), "{document}");
    let page = "<html lang=en><link rel=canonical href='https://www.mofa.go.jp/x/a.html'>\
        <body><header>Menu</header><p>Press Releases</p><h1>A courtesy call</h1>\
        <p>February 16, 2024</p><p>Ms. KAMIKAWA Yoko, Minister for Foreign Affairs of \
        Japan, met.</p><p>(END)</p><a href='b.html'>Related</a></html>";
    let (document, _) = imported("a.html", page.as_bytes());
    assert_eq!(
        document,
        "---\ntitle: A courtesy call\ndate: 2024-02-16\nsource:\n  url: \
         https://www.mofa.go.jp/x/a.html\n  name: Ministry of Foreign Affairs of Japan\n\
         issuer:\n  - Ministry of Foreign Affairs of Japan\npeople:\n  - {family: Kamikawa, \
         given: Yoko, role: mentioned}\nkind: press-release\nlang: en\n---\n\nMs. KAMIKAWA \
         Yoko, Minister for Foreign Affairs of Japan, met.\n\n\
         [Related](https://www.mofa.go.jp/x/b.html)\n"
    );
}

pub(super) const TEI: &str = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>\
    <title type='complete'>Volume I</title></titleStmt><publicationStmt><idno type='frus'>v1\
    </idno></publicationStmt></fileDesc></teiHeader><text><body><div type='compilation'>\
    <head>Foundations</head><list><item><persName xml:id='p_N'>Nixon, Richard M.</persName>\
    </item></list><div type='document' xml:id='d1' n='1'><head>1. Telegram From <persName \
    corresp='#p_N' type='from'>Nixon</persName><note n='1' type='source'>Source: Archives.\
    </note></head><dateline><placeName>Washington</placeName>, <date when='1969-04-12'>April \
    12</date></dateline><p>One <hi rend='italic'>two</hi>.</p><pb n='77'/><p>See <ref \
    target='#d2'>Document 2</ref>.<note n='2'>A note.</note></p><list><item>a</item></list>\
    <table><row><cell>b</cell><cell>c</cell></row></table></div><div type='document' \
    xml:id='d2' n='2'><head>2. Note</head><p>Text.</p></div></div></body></text></TEI>";

#[test]
fn volumes_of_tei() {
    let (documents, findings) = imported("a.xml", TEI.as_bytes());
    assert_eq!(findings, [""; 0]);
    let expected = "---\ntitle: Telegram From Nixon\ndate: 1969-04-12\nplace: Washington\n\
        source:\n  name: Archives.\npeople:\n  - {name: \"Nixon, Richard M.\", role: author}\n\
        kind: telegram\ntopics:\n  - Foundations\nnumber: 1\nseries:\n  name: Volume I\n  \
        position: 1\n---\n\n# Telegram From Nixon[^1]\n\nWashington, April 12\n\nOne *two*.\n\n\
        [p. 77] See [Document 2](d2.md).[^2]\n\n- a\n\n|  |  |\n| --- | --- |\n| b | c |\n\n\
        [^1]: Source: Archives.\n\n[^2]: A note.\n";
    assert!(documents.contains(expected), "{documents}");
    assert!(
        documents.starts_with("---\ntitle: Foundations\nsource:\n  name: Volume I\n")
    );
    let embassy = TEI.replace(
        "<persName corresp='#p_N' type='from'>Nixon</persName>",
        "<gloss type='from'>Embassy in Poland</gloss>",
    );
    let (documents, _) = imported("a.xml", embassy.as_bytes());
    assert!(documents.contains("\nissuer:\n  - Embassy in Poland\n"), "{documents}");
    let cut = TEI.replace("</body>", "");
    let (_, findings) = imported("a.xml", cut.as_bytes());
    assert!(findings[0].starts_with("a.xml:1:"), "{findings:?}");
    assert!(findings[0].contains("error[invalid-xml]"), "{findings:?}");
}

#[test]
fn tables_of_records() {
    let table = "title,date,topics,text,Tape\nA,\"April 23, 2018\",\"x; y\",\"One.\n\nTwo.\",7\n\
                 B,1970月9月21日,,,\n";
    let (documents, findings) = imported("a.csv", table.as_bytes());
    assert_eq!(
        documents,
        "---\ntitle: A\ndate: 2018-04-23\ntopics:\n  - x\n  - y\nextra:\n  Tape: 7\n---\n\n\
         One.\n\nTwo.\n\n---\ntitle: B\ndate_note: the source has “1970月9月21日”\n---\n"
    );
    assert_eq!(findings.len(), 1);
    assert!(findings[0].starts_with("a.csv:5:7:"), "{findings:?}");
}

#[test]
fn what_is_no_text_is_refused() {
    let check = |bytes: &[u8], message: &str| {
        let (document, findings) = imported("a", bytes);
        assert_eq!(document, "");
        assert_eq!(findings, [format!("a:1:1: error[unknown-format]: {message}")]);
    };
    check(b"%PDF-1.7", "expected a text, found a PDF");
    check(b"a\0b", "expected a text, found binary data");
    check(b" \n", "the file is empty");
    check(b"<?xml version='1.0'?><Law/>", "expected XML of TEI or HTML, found `<Law>`");
    check(b"---\ntitle: A\n---\n", "the file is a document already");
}
