//! Pages of Japan's foreign ministry: a topic or section, a title, perhaps a date, the
//! text, and lines that lead elsewhere.

mod evidence;
mod date_line;
mod inferred;
mod remark;

use super::body::{self, Part};
use super::database::translation;
use super::draft::{Draft, Field, Value};
use super::format::{Foreign, Importer};
use super::lines::Line;
use super::tongue::speak;
use super::{dates, html, kinds, people};
use crate::diagnostic::Diagnostic;
use crate::text::Span;
use evidence::{is_page, section};
use remark::{Place, bare, last_sentence, remark};

/// The importer of the ministry's pages.
pub(super) struct Ministry;

/// Words that tell whose page it is.
const NAMES: &[(&str, &str)] = &[
    ("Ministry of Foreign Affairs of Japan", "Ministry of Foreign Affairs of Japan"),
    ("Minister for Foreign Affairs of Japan", "Ministry of Foreign Affairs of Japan"),
    ("外務大臣", "外務省"),
];

impl Importer for Ministry {
    fn recognises(&self, foreign: &Foreign<'_>) -> bool {
        is_page(foreign)
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
                self.title(first);
            }
            rest = after;
        }
        rest
    }

    /// A title may say in brackets that the text is a translation.
    fn title(&mut self, part: &Part) {
        let text = part.plain.as_str();
        self.draft.state("title", text, part.span);
        let closing = text.strip_suffix([')', '）']);
        let inner = closing.and_then(|text| text.rsplit_once(['(', '（']));
        if let Some(sort) = inner.and_then(|(_, inner)| translation(inner)) {
            let field = Field::derived("translation", sort, part.span);
            self.draft.derive(field, "the title");
        }
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
        // Before the title is known, a line may be a title that speaks of a translation.
        let has_title = self.draft.field("title").is_some();
        let place = if has_title { Place::Edge } else { Place::Within };
        if let Some(sort) = remark(text, place) {
            self.translated(sort, part);
            return true;
        }
        let Some(line) = date_line::read(text) else {
            let Some(day) = date_line::written(text) else { return false };
            let span = self::place(self.foreign, part, day.clone());
            let day = text.get(day).unwrap_or_default();
            dates::put(&mut self.draft, (day, span), self.foreign, self.found);
            return true;
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
        let text = bare(&part.plain);
        self.draft.derive(Field::derived("translation", sort, part.span), "the remark");
        self.draft.remark(text, part.span);
    }

    /// The parts without those that lead elsewhere, end the page, or speak of the
    /// translation.
    fn without_leads(&mut self, parts: &[Part]) -> Vec<Part> {
        let mut kept = Vec::with_capacity(parts.len());
        let last = last_sentence(parts);
        for (at, part) in parts.iter().enumerate() {
            let text = part.plain.trim();
            let place =
                if at == 0 || Some(at) == last { Place::Edge } else { Place::Within };
            if is_lead(text) {
                self.draft.leave_out(format!("“{text}”"), part.span);
            } else if let Some(sort) = remark(text, place) {
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
