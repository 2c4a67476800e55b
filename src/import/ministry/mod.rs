//! Pages of Japan's foreign ministry: a topic or section, a title, perhaps a date, the
//! text, and lines that lead elsewhere.

mod date_line;
mod inferred;

use super::body::{self, Part};
use super::database::translation;
use super::draft::{Draft, Field, Value};
use super::format::{Foreign, Importer};
use super::lines::Line;
use super::tongue::speak;
use super::{dates, html, kinds, people};
use crate::diagnostic::Diagnostic;
use crate::text::Span;

/// The importer of the ministry's pages.
pub(super) struct Ministry;

/// Sections of the ministry's site, and the kind of what stands under them.
const SECTIONS: &[(&str, Option<&str>)] = &[
    ("Press Releases", Some("press-release")),
    ("Press Conferences", Some("press-conference")),
    ("Speeches", Some("speech")),
    ("報道発表", Some("press-release")),
    ("記者会見", Some("press-conference")),
    ("外務省・新着情報", None),
];

/// What only the ministry's pages say.
const EVIDENCE: &[&str] = &[
    "Minister for Foreign Affairs of Japan",
    "Ministry of Foreign Affairs of Japan",
    "This is a provisional translation",
    "mofa.go.jp",
    "(END)",
    "外務大臣は",
];

/// Words that tell whose page it is.
const NAMES: &[(&str, &str)] = &[
    ("Ministry of Foreign Affairs of Japan", "Ministry of Foreign Affairs of Japan"),
    ("Minister for Foreign Affairs of Japan", "Ministry of Foreign Affairs of Japan"),
    ("外務大臣", "外務省"),
];

impl Importer for Ministry {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        let mut lines = foreign.lines.iter().filter(|line| !line.is_blank());
        let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
            return false;
        };
        if section(&first.text).is_some() {
            return true;
        }
        let text = &first.text;
        let is_topic = text.chars().count() <= 40
            && text.split_whitespace().count() <= 5
            && !text.ends_with(['.', ',', ':', '。', '、'])
            && !text.starts_with(['#', '-', '[', '<', '"']);
        let is_title = second.text.chars().count() >= 20
            && !second.text.ends_with(['.', ',', ':', '。'])
            && !second.text.starts_with(['-', '[']);
        let near: String = foreign.file.text.chars().take(6000).collect();
        is_topic && is_title && EVIDENCE.iter().any(|words| near.contains(words))
    }

    fn read(&self, foreign: &Foreign<'_>, found: &mut Vec<Diagnostic>) -> Vec<Draft> {
        let parts = match &foreign.page {
            Some(page) => page.parts.clone(),
            None => body::parts(&by_line(&foreign.lines)),
        };
        let mut reader = Reader { draft: Draft::default(), foreign, found };
        if let Some(page) = &foreign.page {
            reader.draft.left_out.clone_from(&page.left_out);
        }
        let parts = reader.header(&parts);
        let parts = reader.without_leads(parts);
        let text = parts.iter().map(|part| part.plain.as_str()).collect::<Vec<_>>();
        if reader.draft.field("date").is_none()
            && reader.draft.field("date_note").is_none()
        {
            inferred::date(&mut reader.draft, &parts, foreign);
        }
        reader.language(&text.join(" "));
        reader.people(&parts);
        reader.ministry(&parts);
        let mut draft = reader.draft;
        let at = draft.field("title").map(|field| field.span).unwrap_or_default();
        kinds::from_title(&mut draft, at);
        draft.start = parts.first().map(|part| part.span).unwrap_or_default();
        draft.body = parts.into_iter().map(|part| part.block).collect();
        vec![draft]
    }
}

/// The section of the site that a line names, with the kind of what stands under it.
fn section(text: &str) -> Option<&'static (&'static str, Option<&'static str>)> {
    SECTIONS.iter().find(|(name, _)| *name == text)
}

/// Lines of a header do not go on in one another.
fn by_line(lines: &[Line]) -> Vec<Line> {
    let mut parted = Vec::with_capacity(lines.len() + 4);
    let mut filled = 0;
    for line in lines {
        parted.push(line.clone());
        filled += usize::from(!line.is_blank());
        if filled <= 4 {
            parted.push(Line {
                text: String::new(),
                span: line.span,
                is_indented: false,
            });
        }
    }
    parted
}

struct Reader<'a, 'f> {
    draft: Draft,
    foreign: &'a Foreign<'a>,
    found: &'f mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    /// Takes section, title and the lines below them; gives what follows.
    fn header<'p>(&mut self, parts: &'p [Part]) -> &'p [Part] {
        let mut rest = parts;
        if let Some((first, after)) = rest.split_first() {
            self.section(first);
            rest = after;
        }
        while let Some((first, after)) = rest.split_first() {
            let has_title = self.draft.field("title").is_some();
            if !self.header_line(first) {
                if has_title || after.is_empty() {
                    return rest;
                }
                self.draft.state("title", first.plain.as_str(), first.span);
            }
            rest = after;
        }
        rest
    }

    fn section(&mut self, part: &Part) {
        let text = part.plain.as_str();
        match section(text) {
            Some((_, kind)) => {
                if let Some(kind) = *kind {
                    let field = Field::derived("kind", kind, part.span);
                    self.draft.derive(field, format!("the section “{text}”"));
                }
            }
            None => self.draft.state("topics", Value::list([text]), part.span),
        }
    }

    /// Takes a line that is part of the header, if it is.
    fn header_line(&mut self, part: &Part) -> bool {
        let text = part.plain.as_str();
        if is_lead(text) {
            self.draft.leave_out(format!("“{text}”"), part.span);
            return true;
        }
        if text.chars().count() > 200 {
            return false;
        }
        if let Some(sort) = translation(text) {
            self.translated(sort, part);
            return true;
        }
        let Some(line) = date_line::read(text) else {
            let is_date =
                text.len() < 40 && text.contains(['年', '月']) && text.ends_with('日');
            if is_date {
                dates::put(&mut self.draft, (text, part.span), self.foreign, self.found);
            }
            return is_date;
        };
        self.draft.derive(
            Field::derived("date", line.date.to_string(), part.span),
            format!("“{text}”"),
        );
        if let Some(time) = line.time {
            self.draft
                .derive(Field::derived("time", time, part.span), format!("“{text}”"));
        }
        if let Some(place) = line.place {
            self.draft.state("place", place, part.span);
        }
        true
    }

    fn translated(&mut self, sort: &'static str, part: &Part) {
        let text = part.plain.trim_matches(['(', ')', '*', ' ']);
        self.draft.derive(Field::derived("translation", sort, part.span), "the remark");
        self.draft.remark(text, part.span);
    }

    /// The parts without those that lead elsewhere, end the page, or speak of the
    /// translation.
    fn without_leads(&mut self, parts: &[Part]) -> Vec<Part> {
        let mut kept = Vec::with_capacity(parts.len());
        for part in parts {
            let text = part.plain.trim();
            let is_remark = text.starts_with(['(', '*']) && text.chars().count() < 400;
            if is_lead(text) {
                self.draft.leave_out(format!("“{text}”"), part.span);
            } else if let Some(sort) = translation(text).filter(|_| is_remark) {
                self.translated(sort, part);
            } else {
                kept.push(part.clone());
            }
        }
        kept
    }

    fn language(&mut self, text: &str) {
        if let Some(page) = &self.foreign.page {
            html::language(&mut self.draft, page);
        } else {
            speak(&mut self.draft, text, Span::default());
        }
    }

    /// The persons whom the text names; those of the title take part in what it tells.
    fn people(&mut self, parts: &[Part]) {
        let title = self.draft.text("title").unwrap_or_default().to_lowercase();
        let is_conference = self.draft.text("kind") == Some("press-conference");
        let mut known: Vec<String> = Vec::new();
        let heading = Part {
            block: super::markdown::Block::Rule,
            plain: self.draft.text("title").unwrap_or_default().to_owned(),
            span: self.draft.field("title").map(|field| field.span).unwrap_or_default(),
        };
        for part in std::iter::once(&heading).chain(parts) {
            for person in people::named(&part.plain) {
                if known.contains(&person.name) {
                    continue;
                }
                let family = person.family.as_deref().unwrap_or("\0").to_lowercase();
                let role = match (title.contains(&family), is_conference) {
                    (true, true) => "speaker",
                    (true, false) => "participant",
                    (false, _) => "mentioned",
                };
                let span = place(self.foreign, part, person.start..person.end);
                let value = Value::List(vec![person.value(role)]);
                let why = match person.family {
                    Some(_) => "the family name is in capitals",
                    None => "a form of address before it",
                };
                self.draft.derive(Field::derived("people", value, span), why);
                known.push(person.name);
            }
        }
    }

    /// Whose page it is, where it says so.
    fn ministry(&mut self, parts: &[Part]) {
        if let Some(page) = &self.foreign.page {
            html::source(&mut self.draft, page);
        }
        for (words, name) in NAMES {
            let at = parts.iter().find_map(|part| Some((part, part.plain.find(words)?)));
            let Some((part, at)) = at else { continue };
            let span = place(self.foreign, part, at..at + words.len());
            let why = format!("“{words}”, on a page of this form");
            let has_page = self.draft.field("source").is_some();
            let has_name =
                self.foreign.page.as_ref().is_some_and(|p| p.head.site.is_some());
            if !has_name {
                let value = match has_page {
                    true => Value::map([("name", Some(*name))]),
                    false => Value::from(*name),
                };
                self.draft.derive(Field::guessed("source", value, span), why.clone());
            }
            return self
                .draft
                .derive(Field::guessed("issuer", Value::list([*name]), span), why);
        }
    }
}

/// The place of a piece of a part's text; the part, where the file has it otherwise.
fn place(foreign: &Foreign<'_>, part: &Part, piece: std::ops::Range<usize>) -> Span {
    let start = part.span.start as usize;
    let piece = part.plain.get(piece).unwrap_or_default();
    let there =
        foreign.file.text.get(part.span.range()).and_then(|text| text.find(piece));
    there.map_or(part.span, |at| Span::new(start + at, start + at + piece.len()))
}

/// A line that leads elsewhere, or says that the page ends.
fn is_lead(text: &str) -> bool {
    const LINES: &[&str] = &["(END)", "(以上)", "Japanese", "English", "日本語", "Print"];
    LINES.contains(&text) || text.starts_with("Back to ") || text.ends_with("へ戻る")
}
