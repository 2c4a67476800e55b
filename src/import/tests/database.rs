//! Texts of the database.

use super::imported;

/// The lines of front matter that a database text becomes, without its language.
fn check_header(header: &str, expected: &str) {
    let text = format!("{header}\n[Full text]\nText.\n");
    let (document, _) = imported("a.txt", text.as_bytes());
    let front = document.split("---\n").nth(1).unwrap_or_default();
    let lines: Vec<_> = front.lines().filter(|line| !line.starts_with("lang:")).collect();
    assert_eq!(lines.join(" | "), expected, "{header}");
}

#[test]
fn headers_of_the_database() {
    check_header("[Title] A\n[Date] April 23, 2018", "title: A | date: 2018-04-23");
    check_header("[Title] A  \n[Place] \n[Notes]", "title: A");
    check_header("  [title] A", "title: A");
    check_header("[Title] A\nb\n[Place] C\nd, e", "title: A b | place: C d, e");
    check_header("[文書名] 文書\n名\n[場所]", "title: 文書名");
    check_header("［文書名］ 文書", "title: 文書");
    check_header(
        "[Title] Settlement of [THE] Problem",
        "title: Settlement of [THE] Problem",
    );
    check_header("[Title] \"A\" and B", "title: '\"A\" and B'");
    check_header(
        "[Title] A\n[Unknown] B",
        "title: \"A [Unknown] B\"".replace('"', "").as_str(),
    );
    check_header(
        "[Title] A\n[Place]東京(日本記者クラブ)",
        "title: A | place: |   name: 東京 |   venue: 日本記者クラブ",
    );
    check_header(
        "[Title] A\n[Place] 東京（日本記者クラブ）",
        "title: A | place: |   name: 東京 |   venue: 日本記者クラブ",
    );
    check_header(
        "[Title] A\n[Source] https://a.example/b",
        "title: A | source: https://a.example/b",
    );
    check_header(
        "[Title] A\n[Notes] Provisional translation",
        "title: A | translation: provisional",
    );
    check_header("[文書名] 文書\n[備考] 仮訳", "title: 文書 | translation: provisional");
    check_header(
        "[Title] A\n[Notes] Signed in two languages",
        "title: A | notes: Signed in two languages",
    );
}

#[test]
fn dates_of_the_database() {
    let check = |date: &str, expected: &str| {
        check_header(
            &format!("[Title] A\n[Date] {date}"),
            &format!("title: A | {expected}"),
        );
    };
    check("April 17,1996", "date: 1996-04-17");
    check("October 02, 2002", "date: 2002-10-02");
    check("1983年11月1日", "date: 1983-11-01");
    check("1914/1/21", "date: 1914-01-21");
    check("令和5年9月21日", "date: 2023-09-21");
    check("昭和元年12月28日", "date: 1926-12-28");
    check("April 2018", "date: 2018-04");
    check("1970月9月21日", "date_note: the source has “1970月9月21日”");
}

#[test]
fn impossible_dates_are_errors_in_their_place() {
    let check = |date: &str, column: usize| {
        let text = format!("[文書名] 文書\n[年月日] {date}\n[全文]\n本文。\n");
        let (_, findings) = imported("a.txt", text.as_bytes());
        let expected =
            format!("a.txt:2:{column}: error[invalid-date]: `{date}` is not a date");
        assert_eq!(findings, [expected]);
    };
    check("1970月9月21日", 11);
    check("1972年9年11日", 13);
    check("1977年8年18日", 13);
    check("2007年1年1月", 13);
    check("202年6月22日", 7);
    check("1983年2月30日", 7);
}

#[test]
fn speeches_in_the_diet() {
    let header = "[内閣名] 第1次池田内閣\n[国会回次] 第36回(臨時会)\n[演説者] 池田勇人内閣総理大臣\n\
                  [演説種別] 施政方針演説\n";
    let facts = "people: |   - {name: 池田勇人内閣総理大臣, role: speaker} | kind: speech | \
                 genre: 施政方針演説 | extra: |   cabinet: 第1次池田内閣 |   \
                 session: 第36回(臨時会)";
    let title = "title: 第36回(臨時会)　池田勇人内閣総理大臣　施政方針演説";
    let check = |days: &str, expected: &str| {
        check_header(
            &format!("{header}{days}"),
            &format!("{title} | {expected} | {facts}"),
        );
    };
    check(
        "[衆議院演説年月日] 1960年10月21日\n[参議院演説年月日] 1960年10月21日",
        "date: 1960-10-21 | date_note: 衆議院 1960年10月21日、参議院 1960年10月21日",
    );
    check(
        "[衆議院演説年月日] 1960年10月21日\n[参議院演説年月日] 1960年10月22日",
        "date: \"{1960-10-21,1960-10-22}\" | date_note: 衆議院 1960年10月21日、参議院 1960年10月22日",
    );
    check("[衆議院演説年月日] 1960年10月21日\n[参議院演説年月日]", "date: 1960-10-21");
}

#[test]
fn addresses_tell_what_the_header_does_not() {
    let check = |name: &str, text: &str, expected: &[&str]| {
        let (_, findings) = imported(name, text.as_bytes());
        assert_eq!(findings, expected, "{name}");
    };
    let text = "[Title] A\n[Date] April 24, 2018\n[Full text]\nText.";
    check(
        "summit/20180423.D1E.html",
        text,
        &["summit/20180423.D1E.html:2:8: warning[contradiction]: the file's name says \
           2018-04-23, the header 2018-04-24"],
    );
    check(
        "summit/20180424.D1J.html",
        text,
        &[
            "summit/20180424.D1J.html:1:1: warning[contradiction]: the file's name says `ja`, \
           the header's labels `en`",
        ],
    );
    check(
        "a.txt",
        "[Title]\n[Full text]\nA line\n\nText.",
        &["a.txt:3:1: warning[missing-title]: the header has no title"],
    );
    let (document, findings) = imported("20180424.S1E.txt", b"[Title] A\nText.");
    assert_eq!(findings, [""; 0]);
    assert_eq!(
        document,
        "---\ntitle: A\ndate: 2018-04-24\nkind: speech\nlang: en\n---\n\nText.\n"
    );
}

#[test]
fn pages_of_the_database_are_read_in_any_encoding() {
    let page = "<html><body>データベース「世界と日本」<br><br>[文書名] 共同声明<br>\n[年月日] \
                1983年11月1日<br>[全文]<br><br>\n　１．我々は、<br>\n　●第一<br></body></html>";
    let check = |bytes: &[u8]| {
        let (document, findings) = imported("a.html", bytes);
        assert_eq!(findings, [""; 0]);
        assert_eq!(
            document,
            "---\ntitle: 共同声明\ndate: 1983-11-01\nkind: joint-statement\nlang: ja\n---\n\n\
             １．我々は、\n\n- 第一\n"
        );
    };
    check(page.as_bytes());
    check(&encoding_rs::SHIFT_JIS.encode(page).0);
    check(&encoding_rs::EUC_JP.encode(page).0);
    check(&encoding_rs::ISO_2022_JP.encode(page).0);
}

#[test]
fn lists_of_pages_stay_lists() {
    let check = |list: &str, expected: &str| {
        let page =
            format!("<html><body>[文書名] 文書<br>[全文]<br><p>次のとおり。</p>{list}");
        let (document, _) = imported("20180423.D1J.html", page.as_bytes());
        assert_eq!(document.rsplit("---\n\n").next(), Some(expected), "{list}");
    };
    check("<ul><li>甲</li></ul>", "次のとおり。\n\n- 甲\n");
    check("<ul><li>甲<li>乙</ul><p>丙。", "次のとおり。\n\n- 甲\n- 乙\n\n丙。\n");
    check("<ol start=3><li>甲<li>乙</ol>", "次のとおり。\n\n3\\. 甲\n\n4\\. 乙\n");
}

#[test]
fn editorial_marks_are_text() {
    let check = |line: &str, expected: &str| {
        let text = format!("[文書名] 文書\n[全文]\n{line}\n");
        let (document, _) = imported("a.txt", text.as_bytes());
        assert_eq!(document.rsplit("---\n\n").next(), Some(expected), "{line}");
    };
    check("回覧番号 米保 1883{前10文字不鮮明}", "回覧番号 米保 1883{前10文字不鮮明}\n");
    check("大臣※{※は花押}", "大臣※{※は花押}\n");
    check("<1ページ目 欄外上>", "\\<1ページ目 欄外上>\n");
    check("[文書名] ではない", "[文書名] ではない\n");
    check("1. 一", "1\\. 一\n");
    check("１．一", "１．一\n");
}

#[test]
fn a_second_text_in_a_file_is_told() {
    let one = "[Title] A\n[Date] 2001\n[Full text]\n\nText.\n";
    let (_, findings) = imported("a.txt", format!("{one}{one}").as_bytes());
    assert_eq!(
        findings,
        ["a.txt:6:1: warning[header-in-text]: another header stands in the text"]
    );
}
