//! Documents in other languages: English terms, their own dates.

use super::*;

#[test]
fn french() {
    let record = Record {
        language: &FRENCH,
        kind: Some(Kind::Statement),
        author: vec![Creator::Institution("Ministère des Affaires étrangères")],
        issued: date("2018-04-23"),
        place: Some("Paris"),
        ..titled("Femmes, paix et sécurité : « agir »")
    };
    check_all(
        &record,
        [
            "Ministère des Affaires étrangères, “Femmes, paix et sécurité : « agir »,” statement, Paris, 23 avril 2018, https://x.org/d/.",
            "Ministère des Affaires étrangères. “Femmes, paix et sécurité : « agir ».” Statement, Paris, 23 avril 2018. https://x.org/d/.",
            "Ministère des Affaires étrangères. “Femmes, paix et sécurité : « agir ».” 23 avril 2018, Paris, https://x.org/d/. Statement.",
            "Ministère des Affaires étrangères. (23 avril 2018). *Femmes, paix et sécurité : « agir »* [Statement]. Paris. https://x.org/d/",
            "Ministère des Affaires étrangères. Femmes, paix et sécurité : « agir ». Statement, Paris, 23 avril 2018. https://x.org/d/",
        ],
    );
}

#[test]
fn a_language_without_words_for_dates() {
    let record =
        Record { language: &FINNISH, issued: date("1945-08~"), ..titled("Julistus") };
    check(&record, Style::ChicagoNote, "“Julistus,” ca. August 1945, https://x.org/d/.");
    check(&record, Style::Apa, "*Julistus*. (ca. 1945, August). https://x.org/d/");
    let record = Record { readers: Some(&FRENCH), ..record };
    check(&record, Style::Apa, "*Julistus*. (vers août 1945). https://x.org/d/");
}

#[test]
fn chinese() {
    let record = Record {
        language: &CHINESE,
        author: vec![person("王", "毅")],
        issued: date("2018-04-23"),
        ..titled("讲话。")
    };
    check(&record, Style::ChicagoNote, "王毅, “讲话,” 2018年4月23日, https://x.org/d/.");
    check(&record, Style::Mla, "王毅. “讲话。” 2018年4月23日, https://x.org/d/.");
}

#[test]
fn titles_from_right_to_left_stand_by_themselves() {
    let record = Record {
        language: &ARABIC,
        author: vec![Creator::Institution("جامعة الدول العربية")],
        issued: date("2018"),
        ..titled("إعلان الظهران")
    };
    check_all(
        &record,
        [
            "\u{2068}جامعة الدول العربية\u{2069}, “\u{2068}إعلان الظهران\u{2069},” 2018, https://x.org/d/.",
            "\u{2068}جامعة الدول العربية\u{2069}. “\u{2068}إعلان الظهران\u{2069}.” 2018. https://x.org/d/.",
            "\u{2068}جامعة الدول العربية\u{2069}. “\u{2068}إعلان الظهران\u{2069}.” 2018, https://x.org/d/.",
            "\u{2068}جامعة الدول العربية\u{2069}. (2018). *\u{2068}إعلان الظهران\u{2069}*. https://x.org/d/",
            "\u{2068}جامعة الدول العربية\u{2069}. \u{2068}إعلان الظهران\u{2069}. 2018. https://x.org/d/",
        ],
    );
    let question = Record { title: "ما السلام؟", ..record.clone() };
    check(
        &question,
        Style::Mla,
        "\u{2068}جامعة الدول العربية\u{2069}. “\u{2068}ما السلام؟\u{2069}” 2018, https://x.org/d/.",
    );
    let stopped = Record { title: "السلام.", ..record.clone() };
    check(
        &stopped,
        Style::ChicagoNote,
        "\u{2068}جامعة الدول العربية\u{2069}, “\u{2068}السلام\u{2069},” 2018, https://x.org/d/.",
    );
    assert_eq!(
        shown(&record, Style::Plain, &JAPANESE),
        "\u{2068}جامعة الدول العربية\u{2069}「\u{2068}إعلان الظهران\u{2069}」2018年、https://x.org/d/"
    );
}
