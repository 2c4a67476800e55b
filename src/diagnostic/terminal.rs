//! Findings as people read them: headline, place, the marked text, help.

use annotate_snippets::renderer::{DecorStyle, Renderer};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::{Diagnostic, Label, Severity, Sources};
use crate::text::{LineColumn, floor_boundary};

/// How the terminal shows text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terminal {
    /// Colours and weights; they only repeat what the words say.
    Styled,
    /// Text alone.
    Plain,
}

/// A finding with the text it is about, ending without a line break.
pub fn terminal(
    diagnostic: &Diagnostic,
    sources: &mut Sources<'_>,
    terminal: Terminal,
) -> String {
    let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.secondary);
    let excerpts = labels.map(|label| match diagnostic.is_of_a_name() {
        true => Excerpt::of(label, LineColumn::of("", 0), ""),
        false => Excerpt::of(label, sources.place(label), &sources.text(&label.path)),
    });
    let excerpts: Vec<Excerpt> = excerpts.collect();
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title =
        level.primary_title(visible(&diagnostic.message)).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    for (at, excerpt) in excerpts.iter().enumerate() {
        let kind =
            if at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        group = excerpt.add_to(group, kind);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    let renderer = match terminal {
        Terminal::Styled => Renderer::styled(),
        Terminal::Plain => Renderer::plain(),
    };
    renderer.decor_style(DecorStyle::Unicode).render(&[group])
}

/// The part of a line that shows a label: long paragraphs are one line.
struct Excerpt {
    path: String,
    place: LineColumn,
    line: String,
    is_whole_line: bool,
    marked: std::ops::Range<usize>,
    text: String,
}

/// How much of a long line is shown before and after the marked text, in bytes.
const BEFORE: usize = 60;
const AFTER: usize = 90;

impl Excerpt {
    fn of(label: &Label, place: LineColumn, text: &str) -> Excerpt {
        let range = label.span.range();
        let start = floor_boundary(text, range.start);
        let line_start =
            text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |at| at + 1);
        let line_end = text
            .get(start..)
            .and_then(|t| t.find('\n'))
            .map_or(text.len(), |at| start + at);
        let end = floor_boundary(text, range.end.clamp(start, line_end));
        let from = floor_boundary(text, line_start.max(start.saturating_sub(BEFORE)));
        let to = floor_boundary(text, line_end.min(end.min(start + AFTER) + AFTER));
        let shown_end = end.min(to);
        Excerpt {
            path: visible(&label.path),
            place,
            line: text.get(from..to).unwrap_or("").to_owned(),
            is_whole_line: from == line_start,
            marked: start - from..shown_end - from,
            text: visible(&label.text),
        }
    }

    fn add_to<'a>(&'a self, group: Group<'a>, kind: AnnotationKind) -> Group<'a> {
        let origin = Origin::path(self.path.as_str())
            .line(self.place.line)
            .char_column(self.place.column);
        if self.line.trim().is_empty() && self.text.is_empty() {
            return group.element(origin);
        }
        let annotation = kind.span(self.marked.clone()).label(self.text.as_str());
        let snippet = Snippet::source(self.line.as_str())
            .line_start(self.place.line)
            .annotation(annotation);
        // Columns are counted from the excerpt's start; that of a long line's is not its own.
        match self.is_whole_line {
            true => group.element(snippet.path(self.path.as_str())),
            false => group.element(origin).element(snippet),
        }
    }
}

/// Control characters could move the cursor or change colours: shown as their code.
fn visible(text: &str) -> String {
    if !text.contains(is_hidden) {
        return text.to_owned();
    }
    text.chars()
        .map(|c| if is_hidden(c) { format!("\\u{{{:x}}}", c as u32) } else { c.into() })
        .collect()
}

fn is_hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
