//! Letters, telegrams and memoranda, and who received them.

use super::*;

fn telegram() -> Record<'static> {
    Record {
        kind: Some(Kind::Telegram),
        author: vec![person("Kennan", "George F.")],
        recipient: vec![person("Byrnes", "James F.")],
        place: Some("Moscow"),
        issued: date("1946-02-22"),
        ..titled("On Soviet Policy")
    }
}

#[test]
fn a_telegram_goes_from_one_to_another() {
    check_all(
        &telegram(),
        [
            "George F. Kennan to James F. Byrnes, “On Soviet Policy,” telegram, Moscow, February 22, 1946, https://x.org/d/.",
            "Kennan, George F. “On Soviet Policy.” Telegram to James F. Byrnes, Moscow, February 22, 1946. https://x.org/d/.",
            "Kennan, George F. “On Soviet Policy.” 22 Feb. 1946, https://x.org/d/. Telegram to James F. Byrnes.",
            "Kennan, G. F. (1946, February 22). *On Soviet Policy* [Telegram to James F. Byrnes]. https://x.org/d/",
            "George F. Kennan. On Soviet Policy. Telegram to James F. Byrnes, Moscow, 22 February 1946. https://x.org/d/",
        ],
    );
    assert_eq!(
        shown(&telegram(), Style::ChicagoNote, &JAPANESE),
        "George F. Kennan「On Soviet Policy」James F. Byrnes宛電報、1946年2月22日、Moscow、https://x.org/d/。"
    );
}

#[test]
fn whom_the_title_names_is_not_named_again() {
    let note =
        |title| shown(&Record { title, ..telegram() }, Style::ChicagoNote, &ENGLISH);
    assert_eq!(
        note("Kennan to Byrnes"),
        "“Kennan to Byrnes,” telegram, Moscow, February 22, 1946, https://x.org/d/."
    );
    assert_eq!(
        note("Kennan’s Telegram"),
        "“Kennan’s Telegram,” telegram to James F. Byrnes, Moscow, February 22, 1946, https://x.org/d/."
    );
    assert_eq!(
        note("To Byrnes, on Soviet Policy"),
        "George F. Kennan, “To Byrnes, on Soviet Policy,” telegram, Moscow, February 22, 1946, https://x.org/d/."
    );
}

#[test]
fn recipients_of_other_documents() {
    let record = Record { kind: Some(Kind::Memorandum), ..telegram() };
    check(
        &record,
        Style::ChicagoNote,
        "George F. Kennan, “On Soviet Policy,” memorandum to James F. Byrnes, Moscow, February 22, 1946, https://x.org/d/.",
    );
    let record = Record { author: Vec::new(), ..telegram() };
    check(
        &record,
        Style::ChicagoNote,
        "“On Soviet Policy,” telegram to James F. Byrnes, Moscow, February 22, 1946, https://x.org/d/.",
    );
    let record = Record { kind: Some(Kind::Speech), ..telegram() };
    assert!(!shown(&record, Style::ChicagoNote, &ENGLISH).contains("Byrnes"));
}
