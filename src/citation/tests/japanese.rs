//! Japanese documents, and documents for Japanese readers.

use super::*;
use crate::document::Translation;

fn title(title: &str) -> Record<'_> {
    Record { language: &JAPANESE, ..titled(title) }
}

#[test]
fn a_document_of_an_institution() {
    let record = Record {
        kind: Some(Kind::JointStatement),
        author: vec![Creator::Institution("G7外相")],
        issuers: vec!["G7外相"],
        issued: date("2018-04-23"),
        place: Some("トロント"),
        publisher: Some("外務省"),
        archive: "政策文書庫",
        ..title("「女性・平和・安全保障」に関する取組")
    };
    let ordered = "G7外相「『女性・平和・安全保障』に関する取組」共同声明、2018年4月23日、トロント、外務省、『政策文書庫』、https://x.org/d/";
    check_all(
        &record,
        [
            &format!("{ordered}。"),
            &format!("{ordered}。"),
            "G7外相「『女性・平和・安全保障』に関する取組」外務省、『政策文書庫』、2018年4月23日、トロント、https://x.org/d/。共同声明。",
            "G7外相（2018年4月23日）「『女性・平和・安全保障』に関する取組」共同声明、トロント、外務省、『政策文書庫』、https://x.org/d/。",
            ordered,
        ],
    );
}

#[test]
fn a_speech() {
    let record = Record {
        kind: Some(Kind::Speech),
        author: vec![person("安倍", "晋三")],
        issued: date("2015-09-29"),
        place: Some("ニューヨーク"),
        venue: Some("国連本部"),
        publisher: Some("外務省"),
        ..title("第70回国連総会における一般討論演説")
    };
    check(
        &record,
        Style::ChicagoNote,
        "安倍晋三「第70回国連総会における一般討論演説」2015年9月29日、ニューヨーク、国連本部、外務省、https://x.org/d/。",
    );
}

#[test]
fn laws_reports_and_treaties() {
    let note = |kind, number, name, expected: &str| {
        let record = Record {
            kind: Some(kind),
            number,
            issued: date("1999-06-23"),
            ..title(name)
        };
        check(&record, Style::Plain, expected);
    };
    note(
        Kind::Law,
        Some("平成11年法律第78号"),
        "男女共同参画社会基本法",
        "「男女共同参画社会基本法」（平成11年法律第78号）1999年6月23日、https://x.org/d/",
    );
    note(
        Kind::Report,
        None,
        "外交青書『資料』",
        "『外交青書「資料」』1999年6月23日、https://x.org/d/",
    );
    note(Kind::Treaty, None, "条約", "「条約」1999年6月23日、https://x.org/d/");
    note(
        Kind::Telegram,
        None,
        "在米大使宛",
        "「在米大使宛」電報、1999年6月23日、https://x.org/d/",
    );
    note(Kind::Other, None, "文書", "「文書」1999年6月23日、https://x.org/d/");
}

#[test]
fn several_authors() {
    let names = |authors: Vec<Creator<'static>>, expected: &str| {
        let record = Record { author: authors, ..Record::titled("文書", &JAPANESE) };
        check(&record, Style::Plain, &format!("{expected}「文書」日付なし"));
    };
    names(
        vec![person("上川", "陽子"), person("ボレル", "ジョセップ")],
        "上川陽子、ジョセップ・ボレル",
    );
    names(vec![person("Borrell", "Josep"), literal("林")], "Josep Borrell、林");
    names(vec![Creator::Institution("外務省"); 4], "外務省ほか");
}

#[test]
fn dates() {
    let check_date = |text, expected: &str, apa: &str| {
        let record = Record { issued: date(text), ..Record::titled("X", &JAPANESE) };
        check(&record, Style::ChicagoNote, &format!("「X」{expected}。"));
        check(&record, Style::Apa, &format!("「X」（{apa}）。"));
    };
    check_date("2019-05-01", "2019年5月1日", "2019年5月1日");
    check_date("1945-08", "1945年8月", "1945年8月");
    check_date("1945~", "1945年頃", "1945年頃");
    check_date("1945?", "［1945年？］", "［1945年？］");
    check_date("194X", "1940年代", "1940年代");
    check_date("2018-04-22/2018-04-23", "2018年4月22日〜23日", "2018年4月22日〜23日");
    check_date("1962-XX", "1962年（月不明）", "1962年［月不明］");
    let undated = Record::titled("X", &JAPANESE);
    check(&undated, Style::ChicagoNote, "「X」日付なし。");
    check(&undated, Style::Apa, "「X」（日付なし）。");
    check(&undated, Style::Mla, "「X」。");
}

#[test]
fn translations_and_pages() {
    let record = Record {
        translation: Some(Translation::Provisional),
        publisher: Some("日本外交文書"),
        pages: Some("pp. 12-14"),
        ..title("声明")
    };
    check(
        &record,
        Style::ChicagoNote,
        "「声明」（仮訳）日付なし、日本外交文書、12–14頁、https://x.org/d/。",
    );
    let named = Record { translator: Some("佐藤明"), ..record.clone() };
    check(
        &named,
        Style::Plain,
        "「声明」（佐藤明による仮訳）日付なし、日本外交文書、12–14頁、https://x.org/d/",
    );
    let named = Record { translation: None, ..named };
    check(
        &named,
        Style::Plain,
        "「声明」（佐藤明訳）日付なし、日本外交文書、12–14頁、https://x.org/d/",
    );
    let said = Record { title: "声明（仮訳）", ..record };
    check(
        &said,
        Style::Plain,
        "「声明（仮訳）」日付なし、日本外交文書、12–14頁、https://x.org/d/",
    );
}

#[test]
fn a_japanese_reader() {
    let record = Record {
        kind: Some(Kind::Speech),
        author: vec![person("Borrell", "Josep")],
        issued: date("2022-10-13"),
        place: Some("Bruges"),
        ..titled("Opening remarks")
    };
    assert_eq!(
        shown(&record, Style::ChicagoNote, &JAPANESE),
        "Josep Borrell「Opening remarks」演説、2022年10月13日、Bruges、https://x.org/d/。"
    );
}
