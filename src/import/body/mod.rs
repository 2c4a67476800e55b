//! Lines of plain text as paragraphs, lists and headings.
//!
//! What parts paragraphs differs: blank lines, the end of each line, in Japanese a space
//! before each. Numbers of paragraphs are part of their text, so that they stay what they
//! are.

mod heading;
mod paragraph;

use super::lines::Line;
use super::markdown::{Block, plain};
use crate::text::Span;
use heading::is_heading;
use paragraph::{Paragraph, Setting, begins_with_number, paragraphs};

pub(super) use paragraph::{is_cjk, is_sentence};

/// A block with the text that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) block: Block,
    /// Its text as it reads; lines as in the file.
    pub(super) plain: String,
    pub(super) span: Span,
}

/// The blocks of a text.
pub(super) fn blocks(lines: &[Line]) -> Vec<Block> {
    parts(lines).into_iter().map(|part| part.block).collect()
}

/// The blocks of a text, each with its place.
pub(super) fn parts(lines: &[Line]) -> Vec<Part> {
    let setting = Setting::of(lines);
    let all = paragraphs(lines, &setting);
    let mut parts: Vec<Part> = Vec::new();
    for (at, paragraph) in all.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let after = all.get(at + 1);
        if let Some(item) = item(&paragraph.text) {
            let is_first = before.is_none_or(|before| self::item(&before.text).is_none());
            add_item(&mut parts, item, paragraph, is_first);
            continue;
        }
        let text = &paragraph.text;
        let block = if is_rule(text) {
            Block::Rule
        } else if is_heading(paragraph, (before, after), &setting) {
            Block::Heading(2, plain(text))
        } else {
            Block::Paragraph(plain(text))
        };
        parts.push(Part { block, plain: text.clone(), span: paragraph.span });
    }
    parts
}

/// Puts an item into the list before it, or begins one.
fn add_item(parts: &mut Vec<Part>, item: &str, paragraph: &Paragraph, is_first: bool) {
    let block = vec![Block::Paragraph(plain(item))];
    if !is_first
        && let Some(Part { block: Block::List { items, is_loose, .. }, plain, span }) =
            parts.last_mut()
    {
        items.push(block);
        *is_loose |= paragraph.is_after_blank;
        plain.push('\n');
        plain.push_str(item);
        span.end = paragraph.span.end;
        return;
    }
    let block = Block::List { start: None, is_loose: false, items: vec![block] };
    parts.push(Part { block, plain: item.to_owned(), span: paragraph.span });
}

/// What follows the mark of a list's item.
fn item(text: &str) -> Option<&str> {
    const MARKS: &[&str] = &["- ", "–\u{3000}", "●", "•", "* ", "◆", "■"];
    let rest = MARKS.iter().find_map(|mark| text.strip_prefix(mark))?.trim();
    (!rest.is_empty()).then_some(rest)
}

/// Whether a line begins something new, whatever stands above it: an item, a paragraph with
/// a number, a drawn line.
pub(super) fn begins_anew(text: &str) -> bool {
    item(text).is_some() || begins_with_number(text) || is_rule(text)
}

/// A line that is drawn with characters.
fn is_rule(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| "-=*_─━―".contains(c))
        && text.chars().count() >= 3
        && text.chars().all(|c| Some(c) == first)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::markdown::written;
    use super::blocks;

    fn check(text: &str, expected: &str) {
        assert_eq!(written(&blocks(&lines(text))), expected, "{text}");
    }

    #[test]
    fn paragraphs_by_line_and_by_blank_line() {
        check("One sentence.\nAnother one.", "One sentence.\n\nAnother one.\n");
        check("One.\n\n\nTwo.", "One.\n\nTwo.\n");
        check("It goes on\nuntil it ends.", "It goes on until it ends.\n");
        check(
            "　一つの文である。\n　もう一つの文である。",
            "一つの文である。\n\nもう一つの文である。\n",
        );
        check("1. One.\n2. Two.", "1\\. One.\n\n2\\. Two.\n");
        check("１．我々は\n２．最近の", "１．我々は\n\n２．最近の\n");
        check("(1) a\n(2) b", "(1) a\n\n(2) b\n");
        check("43.\tMr. President", "43\\. Mr. President\n");
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The Millennium Summit has given all of us the priority\n\
                    task of establishing a new and equitable world order in\n\
                    Europe and beyond, which would meet the interests of\n\
                    every member of the international community as well as\n\
                    those of the United\n\
                    Nations itself and of its many agencies in the world.\n\
                    That is all.\n\
                    I am convinced that in this era of globalization, humans\n\
                    can have a comprehensive strategy.\n";
        check(
            text,
            "The Millennium Summit has given all of us the priority task of establishing a \
             new and equitable world order in Europe and beyond, which would meet the \
             interests of every member of the international community as well as those of \
             the United Nations itself and of its many agencies in the world. That is \
             all.\n\nI am convinced that in this era of globalization, humans can have a \
             comprehensive strategy.\n",
        );
    }

    #[test]
    fn items_are_lists() {
        check("- a\n- b", "- a\n- b\n");
        check("- a\n\n- b\n\n\nc", "- a\n\n- b\n\nc\n");
        check("● 第一\n●第二", "- 第一\n- 第二\n");
        check("a:\n- b\nC.", "a:\n\n- b\n\nC.\n");
        check("-----\na", "***\n\na\n");
    }

    #[test]
    fn short_lines_before_paragraphs_are_headings() {
        let long = "In pursuing this initiative the members commit to act together.";
        let check_heading = |line: &str, is_heading: bool| {
            let mark = if is_heading { "## " } else { "" };
            check(&format!("{line}\n\n{long}"), &format!("{mark}{line}\n\n{long}\n"));
        };
        check_heading("Commitments", true);
        check_heading("JAPANESE NOTE", true);
        check_heading("Joint statement of ministers", true);
        check_heading("Ladies and gentlemen,", false);
        check_heading("Tokyo, June 22, 1965", false);
        check_heading("April 23, 2018", false);
        check_heading("members commit to", false);
        check_heading("Done.", false);
        check_heading("8", false);
        check_heading("８", false);
        check_heading("8 July", true);
        check("Commitments", "Commitments\n");
        check("Commitments\n\n- a", "## Commitments\n\n- a\n");
        check("A\n\nShort", "A\n\nShort\n");
    }

    #[test]
    fn japanese_headings() {
        let long =
            "日本国民は、正当に選挙された国会における代表者を通じて行動し、決意する。";
        let check_heading = |line: &str, is_heading: bool| {
            let mark = if is_heading { "## " } else { "" };
            let text = format!("{line}\n\n　{long}\n　{long}");
            check(&text, &format!("{mark}{line}\n\n{long}\n\n{long}\n"));
        };
        check_heading("前文", true);
        check_heading("第一章　天皇", true);
        check_heading("(「わかり易い」外交の実践)", true);
        check_heading("ご列席の皆様、", false);
        check_heading("昭和三十四年七月六日", false);
        check_heading("大臣※{※は花押}", false);
    }
}
