//! Where a paragraph ends.

use crate::import::lines::Line;
use crate::text::Span;

/// How a text parts its paragraphs.
pub(super) struct Setting {
    /// Whether most characters are Chinese or Japanese.
    pub(super) is_cjk: bool,
    /// Whether white space stands before most paragraphs.
    pub(super) is_indented: bool,
    /// The length of full lines, in bytes, where lines are broken at a width.
    width: Option<usize>,
}

/// A paragraph before anybody knows what it is.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) is_indented: bool,
    /// Whether a blank line stands before it; the first has one.
    pub(super) is_after_blank: bool,
}

impl Setting {
    pub(super) fn of(lines: &[Line]) -> Setting {
        let filled = || lines.iter().filter(|line| !line.is_blank());
        let count = |test: fn(char) -> bool| {
            filled().flat_map(|line| line.text.chars()).filter(|&c| test(c)).count()
        };
        let is_cjk = count(is_cjk) * 2 > count(char::is_alphabetic);
        let indented = filled().filter(|line| line.is_indented).count();
        let is_indented = indented * 3 > filled().count();
        let width = if is_cjk { None } else { width(lines) };
        Setting { is_cjk, is_indented, width }
    }
}

/// The width at which lines are broken: most lines that another follows end in the middle
/// of a sentence, and none is long.
fn width(lines: &[Line]) -> Option<usize> {
    const WIDEST: usize = 120;
    let longest = lines.iter().map(|line| line.text.chars().count()).max()?;
    let pairs = lines.windows(2).filter_map(|pair| match pair {
        [line, next] if !line.is_blank() && !next.is_blank() => Some(line),
        _ => None,
    });
    let (mut all, mut open) = (0, 0);
    for line in pairs {
        all += 1;
        open += usize::from(!is_sentence(&line.text));
    }
    (longest <= WIDEST && all >= 4 && open * 2 > all).then_some(longest)
}

/// The paragraphs of a text.
pub(super) fn paragraphs(lines: &[Line], setting: &Setting) -> Vec<Paragraph> {
    let mut all: Vec<Paragraph> = Vec::new();
    let mut is_after_blank = true;
    let mut previous: Option<&Line> = None;
    for line in lines {
        if line.is_blank() {
            is_after_blank = true;
            continue;
        }
        let goes_on = !is_after_blank
            && previous.is_some_and(|previous| continues(previous, line, setting));
        match all.last_mut() {
            Some(last) if goes_on => {
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.span.end = line.span.end;
            }
            _ => all.push(Paragraph {
                text: line.text.clone(),
                span: line.span,
                is_indented: line.is_indented,
                is_after_blank,
            }),
        }
        previous = Some(line);
        is_after_blank = false;
    }
    all
}

/// Whether a line goes on with the paragraph of the line before.
fn continues(previous: &Line, line: &Line, setting: &Setting) -> bool {
    if super::is_rule(&previous.text) || super::is_rule(&line.text) {
        return false;
    }
    if setting.is_cjk
        || super::item(&line.text).is_some()
        || begins_with_number(&line.text)
    {
        return false;
    }
    match setting.width {
        Some(width) => {
            let is_full = previous.text.chars().count() * 5 > width * 4;
            !is_sentence(&previous.text) || is_full
        }
        None => line.text.starts_with(char::is_lowercase) && !is_sentence(&previous.text),
    }
}

/// `12. `, `(3)`: the number of a paragraph.
pub(super) fn begins_with_number(text: &str) -> bool {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < inner.len() && rest.starts_with([')', '.'])
}

/// Whether a text ends where a sentence may.
pub(in crate::import) fn is_sentence(text: &str) -> bool {
    let text =
        text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '」', '』', '\u{FF09}']);
    text.ends_with(['.', '!', '?', ':', ';', '。', '．', '…'])
}

pub(in crate::import) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}
