//! The text of a document: paragraphs, lists, quotations, tables, notes and links.

use std::fmt::Write as _;

use super::dice::Dice;
use super::front_matter::Draft;
use super::language::Language;
use super::subjects::PLACES;
use super::{english, japanese, work_path};

/// Writes the text.
pub(super) fn write(draft: &Draft<'_>, dice: &mut Dice, out: &mut String) {
    let mut writer = Writer { draft, end: out.len() + size(dice), notes: 1, dice, out };
    writer.head();
    writer.blocks();
    writer.footnotes();
}

/// Adds a paragraph.
pub(super) fn paragraph(language: Language, dice: &mut Dice, out: &mut String) {
    for _ in 0..dice.between(2, 6) {
        sentence(language, dice, out);
    }
    let length = out.trim_end().len();
    out.truncate(length);
    out.push_str("\n\n");
}

fn sentence(language: Language, dice: &mut Dice, out: &mut String) {
    match language {
        Language::English => english::sentence(dice, out),
        Language::Japanese => japanese::sentence(dice, out),
    }
}

/// How many bytes a text has, about: most from 2 to 5 KB, a few many more.
fn size(dice: &mut Dice) -> usize {
    match dice.below(100) {
        0..3 => dice.between(300, 1500),
        3..97 => dice.between(1900, 4600),
        97..99 => dice.between(4600, 12_000),
        _ => dice.between(12_000, 30_000),
    }
}

struct Writer<'w> {
    draft: &'w Draft<'w>,
    /// Where the text should end.
    end: usize,
    /// How many footnotes have been called for.
    notes: usize,
    dice: &'w mut Dice,
    out: &'w mut String,
}

impl Writer<'_> {
    /// The title again, with the note on the source, and where and when.
    fn head(&mut self) {
        let record = self.draft.record;
        let _ = writeln!(self.out, "# {}[^1]\n", self.draft.title);
        let place =
            PLACES.get(record.place).map_or("", |(p, _)| p.say(self.draft.language));
        let date = record.date.as_deref().unwrap_or("n.d.");
        let _ = writeln!(self.out, "{place}, {date}.\n");
    }

    fn blocks(&mut self) {
        let is_numbered = self.dice.percent(30);
        let mut number = 0;
        while self.out.len() < self.end {
            number += 1;
            match self.dice.below(40) {
                0 => self.heading(),
                1 | 2 => self.list(),
                3 => self.quotation(),
                4 if self.dice.percent(40) => self.table(),
                _ => self.paragraph(is_numbered.then_some(number)),
            }
        }
    }

    fn paragraph(&mut self, number: Option<usize>) {
        if let Some(number) = number {
            let _ = write!(self.out, "{number}\\. ");
        }
        let (language, last) = (self.draft.language, self.dice.between(2, 6));
        for at in 0..last {
            sentence(language, self.dice, self.out);
            if at == 0 {
                self.aside();
            }
        }
        let length = self.out.trim_end().len();
        self.out.truncate(length);
        if self.notes < 6 && self.dice.percent(18) {
            self.notes += 1;
            let _ = write!(self.out, "[^{}]", self.notes);
        }
        self.out.push_str("\n\n");
    }

    /// A link to an earlier document, stress, or a web address, now and then.
    fn aside(&mut self) {
        let japanese = self.draft.language == Language::Japanese;
        match self.dice.below(24) {
            0 | 1 => self.link(),
            2 if japanese => self.out.push_str("**「原文のまま」**とある。"),
            2 => self.out.push_str("This was *not* **agreed**. "),
            3 if japanese => {
                self.out.push_str("[公報](https://gazette.example/ja/)も参照。");
            }
            3 => self.out.push_str("See <https://gazette.example/en/>. "),
            _ => {}
        }
    }

    fn link(&mut self) {
        let Some(&work) = self.draft.references.first() else { return };
        let target = format!("../{}.md#p1", work_path(work));
        let _ = match self.draft.language {
            Language::English => write!(self.out, "See [Document {work}]({target}). "),
            Language::Japanese => write!(self.out, "[第{work}文書]({target})を参照。"),
        };
    }

    fn heading(&mut self) {
        self.out.push_str("## ");
        match self.draft.language {
            Language::English => english::title(self.dice, self.out),
            Language::Japanese => japanese::title(self.dice, self.out),
        }
        self.out.push_str("\n\n");
    }

    fn list(&mut self) {
        for _ in 0..self.dice.between(2, 6) {
            self.out.push_str("- ");
            sentence(self.draft.language, self.dice, self.out);
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn quotation(&mut self) {
        self.out.push_str("> ");
        paragraph(self.draft.language, self.dice, self.out);
    }

    fn table(&mut self) {
        self.out.push_str("| | 1 | 2 |\n|---|--:|--:|\n");
        for _ in 0..self.dice.between(2, 6) {
            self.out.push_str("| ");
            match self.draft.language {
                Language::English => english::title(self.dice, self.out),
                Language::Japanese => japanese::title(self.dice, self.out),
            }
            let [first, second] = [self.dice.below(9999), self.dice.below(9999)];
            let _ = writeln!(self.out, " | {first} | {second} |");
        }
        self.out.push('\n');
    }

    /// The first note names the source, others say what they will.
    fn footnotes(&mut self) {
        let language = self.draft.language;
        let number = self.dice.between(1, 400);
        let _ = match language {
            Language::English => {
                writeln!(self.out, "[^1]: Source: Registry, Box {number}. Secret.\n")
            }
            Language::Japanese => {
                writeln!(self.out, "[^1]: 出典：記録第{number}号、極秘。\n")
            }
        };
        for note in 2..=self.notes {
            let _ = write!(self.out, "[^{note}]: ");
            for _ in 0..self.dice.between(1, 3) {
                sentence(language, self.dice, self.out);
            }
            self.out.push_str("\n\n");
        }
    }
}
