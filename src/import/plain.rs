//! Plain text of no known form: a first line that looks like a title is one.

use super::draft::{Draft, Field};
use super::format::{Foreign, Importer};
use super::lines::Line;
use super::tongue::speak;
use super::{body, dates, kinds};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::Span;

/// The importer of plain text.
pub(super) struct Plain;

impl Importer for Plain {
    fn recognises(&self, _: &Foreign<'_>) -> bool {
        true
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let mut draft = Draft::default();
        let mut lines = foreign.lines.as_slice();
        let first = lines.iter().position(|line| !line.is_blank()).unwrap_or(0);
        lines = lines.get(first..).unwrap_or_default();
        match lines.split_first() {
            Some((line, rest)) if is_title(line, rest) => {
                let field = Field::guessed("title", line.text.clone(), line.span);
                draft.derive(field, "the first line");
                lines = rest;
            }
            _ => title_of_name(&mut draft, foreign, found),
        }
        date(&mut draft, lines, foreign, found);
        speak(&mut draft, &foreign.file.text, Span::default());
        kinds::from_title(&mut draft, Span::default());
        let start = lines.iter().find(|line| !line.is_blank());
        draft.start = start.map(|line| line.span).unwrap_or_default();
        draft.body = body::blocks(lines);
        vec![draft]
    }
}

/// A short first line that is no sentence, with more of a text behind it.
fn is_title(line: &Line, rest: &[Line]) -> bool {
    let text = &line.text;
    let ends = text.ends_with(['.', ',', ';', ':', '。', '、']);
    let is_short = text.chars().count() <= 200;
    let begins =
        text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let goes_on = goes_on(line, rest);
    let has_text = rest.iter().any(|line| !line.is_blank());
    let is_list = text.starts_with(['-', '●', '•']);
    is_short && begins && !ends && !goes_on && has_text && !is_list
}

/// Whether the lines below may be more of the same sentence: a line that is broken at a
/// width looks like a title too.
fn goes_on(line: &Line, rest: &[Line]) -> bool {
    const HEAD: usize = 4;
    let below = rest.iter().take_while(|line| !line.is_blank()).take(HEAD + 1);
    let below: Vec<&Line> = below.collect();
    let (Some(next), Some(last)) = (below.first(), below.last()) else { return false };
    if next.text.starts_with(char::is_lowercase) {
        return true;
    }
    let length = |line: &Line| line.text.chars().count();
    let is_set_off = next.is_indented && !line.is_indented;
    // Lines without spaces are all broken at the same length.
    let is_short = line.text.chars().any(body::is_cjk) && length(line) * 2 < length(next);
    let begins_anew = body::begins_anew(&next.text) || is_date(&next.text);
    // Who spoke, and where: a few lines of which none ends as a sentence does.
    let is_head = below.len() <= HEAD && !body::is_sentence(&last.text);
    !(is_set_off || is_short || begins_anew || is_head)
}

fn is_date(text: &str) -> bool {
    dates::read(text).is_ok() || dates::is_written(text)
}

/// A line near the beginning that is a date and nothing else.
fn date(
    draft: &mut Draft,
    lines: &[Line],
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let near = lines.iter().filter(|line| !line.is_blank()).take(4);
    for line in near {
        let inner = line.text.trim_matches(['(', ')', '\u{FF08}', '\u{FF09}']);
        let has_digits =
            inner.chars().any(|c| c.is_ascii_digit() || "一二三四五六七八九".contains(c));
        if let (true, Ok(date)) = (has_digits && inner.len() >= 8, dates::read(inner)) {
            let field = Field::guessed("date", date.to_string(), line.span);
            return draft.derive(field, format!("“{}”, a line of its own", line.text));
        }
        if dates::is_written(inner) {
            let at = line.text.find(inner).unwrap_or(0);
            let span = line.part(at, at + inner.len());
            return dates::put(draft, (inner, span), foreign, found);
        }
    }
}

/// The file's name, where nothing in the text can be the title.
pub(super) fn title_of_name(
    draft: &mut Draft,
    foreign: &Foreign<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let path = &foreign.file.path;
    let message = "the text has no title";
    let mut finding = Diagnostic::new(Code::MissingTitle, path, Span::default(), message);
    finding.severity = Severity::Warning;
    found.push(finding.help("the file's name stands for it: write what it is called"));
    let field = Field::guessed("title", foreign.stem(), Span::default());
    draft.derive(field, "the file's name");
}
