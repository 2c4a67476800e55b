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

/// What is said of the translation leaves the text, wherever and however it is said.
#[test]
fn remarks_on_the_translation_are_no_text() {
    let check = |remark: &str, note: &str| {
        let text = "Press Releases\nA meeting\nApril 21, 2014\nThey met in Tokyo.\n";
        let ends = "---\n\nThey met in Tokyo.\n".to_owned();
        let leads = format!("{ends}\nRelated Links\n");
        for (text, end) in [
            (format!("{text}\n{remark}\n"), &ends),
            (format!("{text}{remark}\n\n(END)\n"), &ends),
            (text.replace("They", &format!("{remark}\nThey")), &ends),
            (format!("{text}\n{remark}\n\nRelated Links\n"), &leads),
        ] {
            let (document, findings) = imported("a.txt", text.as_bytes());
            assert_eq!(findings, [""; 0]);
            assert!(document.ends_with(end), "{text}{document}");
            assert!(document.contains("\ntranslation: provisional\n"), "{document}");
            assert!(document.contains(&format!("\nnotes: {note}\n")), "{document}");
        }
    };
    check("This is a provisional translation.", "This is a provisional translation.");
    check(
        "This is a provisional translation. The original is in Japanese.",
        "This is a provisional translation. The original is in Japanese.",
    );
    check(
        "The above is a provisional translation.",
        "The above is a provisional translation.",
    );
    check("Provisional Translation", "Provisional Translation");
    check("(Provisional translation)", "Provisional translation");
    check("*This is a provisional translation.", "This is a provisional translation.");
    check("（仮訳）", "仮訳");
    let middle = "Press Releases\nA meeting\nApril 21, 2014\nThey met.\nThey spoke of the \
                  provisional translation.\nThey went home again.\n";
    let (document, _) = imported("a.txt", middle.as_bytes());
    let kept =
        "\n\nThey spoke of the provisional translation.\n\nThey went home again.\n";
    assert!(document.ends_with(kept), "{document}");
    let title = "報道発表\n共同声明（仮訳）\n令和6年9月26日\n本文。\n";
    let (document, _) = imported("a.txt", title.as_bytes());
    assert!(document.starts_with("---\ntitle: 共同声明（仮訳）\n"), "{document}");
    assert!(document.contains("\ntranslation: provisional\n"), "{document}");
}

/// A day that no calendar has is an error where a date stands, and no text.
#[test]
fn date_lines_with_an_impossible_day() {
    let check = |text: &str, place: &str, day: &str| {
        let (document, findings) = imported("a.txt", text.as_bytes());
        let expected =
            format!("a.txt:{place}: error[invalid-date]: `{day}` is not a date");
        assert_eq!(findings, [expected], "{text}");
        let note = format!("date_note: the source has “{day}”\n");
        assert!(document.contains(&note) && !document.contains("date: "), "{document}");
    };
    let page = "Press Releases\nA courtesy call\n";
    check(&format!("{page}February 30, 2024\nText.\n"), "3:1", "February 30, 2024");
    check(&format!("{page}(April 31, 2024)\nText.\n"), "3:2", "April 31, 2024");
    check(
        &format!("{page}Friday, April 31, 2023, 9:50 a.m. New York\nText.\n"),
        "3:1",
        "Friday, April 31, 2023",
    );
    check("報道発表\n表敬訪問\n令和6年13月1日\n本文。", "3:1", "令和6年13月1日");
    check("報道発表\n表敬訪問\n平成31年5月2日\n本文。", "3:1", "平成31年5月2日");
    check("A speech\n\nFebruary 30, 2024\n\nText.\n", "3:1", "February 30, 2024");
}

/// A sentence that is broken at a width has no title for its first line.
#[test]
fn titles_of_plain_texts() {
    let check = |text: &str, title: &str| {
        let (document, _) = imported("the-name.txt", text.as_bytes());
        assert_eq!(document.lines().nth(1), Some(&*format!("title: {title}")), "{text}");
    };
    check("A speech\n\nText of it.\n", "A speech");
    check("A speech\n14 November 2018\n\nText of it.\n", "A speech");
    check("A speech\n    Text of it.\n", "A speech");
    check("A speech\n========\nText of it.\n", "A speech");
    check("A speech\nJohn Smith\n\nText of it.\n", "A speech");
    check("外交の方針\n大隈重信\n\n本文である。\n", "外交の方針");
    check("演説\n　本文である。\n", "演説");
    check("演説\n本文である。\n", "演説");
    check("On the anniversary of the United\nNations, I am honoured.\n", "the-name");
    check("On the anniversary of our\nunion, I am honoured.\n", "the-name");
    check("我々は、この文書に署名することに\nより、次のとおり合意した。\n", "the-name");
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
    let article = TEI.replace("Telegram From", "Article by").replace(" type='from'", "");
    let (documents, _) = imported("a.xml", article.as_bytes());
    let author = "\n  - {name: \"Nixon, Richard M.\", role: author}\n";
    assert!(documents.contains(author), "{documents}");
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
fn rows_that_do_not_fit_their_table_are_told() {
    let check = |table: &str, expected: &[&str]| {
        let (_, findings) = imported("a.csv", table.as_bytes());
        assert_eq!(findings, expected, "{table}");
    };
    check(
        "title,date\nA,2001,extra,more\n\"unclosed,2002\n",
        &[
            "a.csv:2:8: error[uneven-row]: the row has 2 cells without a column",
            "a.csv:3:1: error[uneven-row]: the quotation mark is not closed where its cell \
             ends",
        ],
    );
    check(
        "title,date\n\"A,2001\nB,\"x\",2002\n",
        &[
            "a.csv:2:1: error[uneven-row]: the quotation mark is not closed where its cell \
           ends",
        ],
    );
    check(
        "title,,date\nA,b,2001\n",
        &["a.csv:2:3: error[uneven-row]: the row has a cell without a column"],
    );
    check(
        "title,Name,notes,note,x,x\nA,B,C,D,E,F\n",
        &[
            "a.csv:1:7: error[uneven-row]: two columns are for `title`",
            "a.csv:1:25: error[uneven-row]: two columns are for `x`",
        ],
    );
    check("title,date\nA,2001,, \nB\n\"\"\"C\"\", 5\"\"\",2001\r\n\"D\",\"2001\"", &[]);
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
