//! Translations, and what is said of them.

use super::*;
use crate::document::Translation;

#[test]
fn a_translator_is_named() {
    let record = Record {
        translator: Some("A. Sato"),
        author: vec![Creator::Institution("Cabinet Office")],
        issued: date("2015"),
        ..titled("Action Plan")
    };
    check_all(
        &record,
        [
            "Cabinet Office, “Action Plan,” trans. A. Sato, 2015, https://x.org/d/.",
            "Cabinet Office. “Action Plan.” Translated by A. Sato. 2015. https://x.org/d/.",
            "Cabinet Office. “Action Plan.” Translated by A. Sato, 2015, https://x.org/d/.",
            "Cabinet Office. (2015). *Action Plan* (A. Sato, Trans.). https://x.org/d/",
            "Cabinet Office. Action Plan. Translated by A. Sato, 2015. https://x.org/d/",
        ],
    );
}

#[test]
fn the_sort_of_translation_is_told() {
    let record = Record {
        kind: Some(Kind::Statement),
        translation: Some(Translation::Provisional),
        number: Some("No. 7"),
        issued: date("2015"),
        ..titled("Action Plan")
    };
    check_all(
        &record,
        [
            "“Action Plan,” provisional translation, statement, No. 7, 2015, https://x.org/d/.",
            "“Action Plan.” Provisional translation. Statement, No. 7, 2015. https://x.org/d/.",
            "“Action Plan.” Provisional translation, No. 7, 2015, https://x.org/d/. Statement.",
            "*Action Plan* (Provisional translation; No. 7) [Statement]. (2015). https://x.org/d/",
            "Action Plan. Statement, provisional translation, No. 7, 2015. https://x.org/d/",
        ],
    );
    let both = Record { translator: Some("A. Sato"), ..record.clone() };
    check(
        &both,
        Style::ChicagoNote,
        "“Action Plan,” provisional translation by A. Sato, statement, No. 7, 2015, https://x.org/d/.",
    );
    let said = Record { title: "Action Plan (Provisional Translation)", ..record };
    check(
        &said,
        Style::ChicagoNote,
        "“Action Plan (Provisional Translation),” statement, No. 7, 2015, https://x.org/d/.",
    );
}
