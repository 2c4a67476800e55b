//! Titles: many the same, many long.

use super::dice::Dice;
use super::language::Language;
use super::names;
use super::record::{Form, Record};
use super::subjects::{BODIES, PLACES};
use super::{english, japanese};

/// The title of a document in that language.
pub(super) fn title(record: &Record, language: Language, dice: &mut Dice) -> String {
    match language {
        Language::English => in_english(record, dice),
        Language::Japanese => in_japanese(record, dice),
    }
}

fn in_english(record: &Record, dice: &mut Dice) -> String {
    let place = PLACES.get(record.place).map_or("", |(place, _)| place.0);
    let body = BODIES.get(record.body).map_or("", |body| body.0);
    let mut subject = String::new();
    english::title(dice, &mut subject);
    match record.form {
        Form::Telegram => format!("Telegram from the Embassy in {place} to the {body}"),
        Form::Instruction => {
            format!("Telegram from the {body} to the Embassy in {place}")
        }
        Form::Conversation => "Memorandum of Conversation".to_owned(),
        Form::Note => "Editorial Note".to_owned(),
        Form::Letter => {
            let mut name = String::new();
            names::rare(dice, &mut name);
            format!("Letter from {} to the {body} in {place}", name.replace("the ", ""))
        }
        Form::Statement => format!("Joint Statement on {subject}"),
        Form::Speech => {
            format!("Address to the {body} on {subject}, Delivered in {place}")
        }
        Form::Treaty => {
            let mut second = String::new();
            english::title(dice, &mut second);
            format!(
                "Protocol Supplementary to the Agreement concerning {subject} and {second}, \
                 Done at {place}, with Annexes, Agreed Minutes and an Exchange of Notes \
                 between the {body} and the Embassy on the Entry into Force of Its Articles"
            )
        }
    }
}

fn in_japanese(record: &Record, dice: &mut Dice) -> String {
    let place = PLACES.get(record.place).map_or("", |(place, _)| place.1);
    let body = BODIES.get(record.body).map_or("", |body| body.1);
    let mut subject = String::new();
    japanese::title(dice, &mut subject);
    match record.form {
        Form::Telegram => format!("在{place}大使館発{body}宛電報"),
        Form::Instruction => format!("{body}発在{place}大使館宛電報"),
        Form::Conversation => "会談記録".to_owned(),
        Form::Note => "編者注".to_owned(),
        Form::Letter => format!("{place}における{body}宛書簡"),
        Form::Statement => format!("{subject}に関する共同声明"),
        Form::Speech => format!("{subject}に関する{body}における演説（{place}）"),
        Form::Treaty => {
            let mut second = String::new();
            japanese::title(dice, &mut second);
            format!(
                "{subject}及び{second}に関する協定を補足する議定書並びに附属書、合意議事録\
                 及び{place}で交わされた{body}との間の効力発生に関する交換公文"
            )
        }
    }
}
