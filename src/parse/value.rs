//! Values of front matter as texts, dates, languages, people; each mistake in its place.

use std::sync::Arc;

use super::front_matter::{Data, Entry, Node};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic, Fix};
use crate::document::{Attachment, Name, Person, Spanned};
use crate::language::Language;
use crate::spelling;
use crate::text::Span;

/// Reads values, and collects what it does not understand.
pub(super) struct Values<'d> {
    pub(super) path: Arc<str>,
    pub(super) found: &'d mut Vec<Diagnostic>,
}

impl Values<'_> {
    pub(super) fn report(
        &mut self,
        code: Code,
        span: Span,
        message: String,
        help: String,
    ) {
        self.found.push(Diagnostic::new(code, &self.path, span, message).help(help));
    }

    /// Reports that a value is of another shape than its key wants.
    pub(super) fn expected(&mut self, wanted: &str, node: &Node<'_>) {
        let found = match &node.data {
            Data::Text(text) => format!("`{text}`"),
            other => other.noun().to_owned(),
        };
        let message = format!("expected {wanted}, found {found}");
        self.found.push(Diagnostic::new(
            Code::InvalidValue,
            &self.path,
            node.span,
            message,
        ));
    }

    pub(super) fn unknown_part(
        &mut self,
        key: &str,
        part: &str,
        span: Span,
        parts: &str,
    ) {
        let message = format!("`{key}` has no part `{part}`");
        let help = match spelling::closest(part, parts.split(", ")) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("its parts are {parts}"),
        };
        self.report(Code::UnknownKey, span, message, help);
    }

    /// One text, with white space at its ends dropped; nothing where it is empty.
    pub(super) fn text<T: for<'t> From<&'t str>>(
        &mut self,
        node: &Node<'_>,
    ) -> Option<T> {
        match &node.data {
            Data::Text(text) => Some(text.trim()).filter(|t| !t.is_empty()).map(T::from),
            Data::Null => None,
            _ => {
                self.expected("one text", node);
                None
            }
        }
    }

    /// A text on one line. Spaces that are wide or do not break are part of it and stay.
    pub(super) fn line(&mut self, node: &Node<'_>) -> Option<Box<str>> {
        let text: Box<str> = self.text(node)?;
        Some(on_one_line(&text))
            .filter(|line| !line.is_empty())
            .map(String::into_boxed_str)
    }

    pub(super) fn spanned<T: for<'t> From<&'t str>>(
        &mut self,
        node: &Node<'_>,
    ) -> Option<Spanned<T>> {
        self.text(node).map(|text| Spanned::new(text, node.span))
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn list<T: for<'t> From<&'t str>>(
        &mut self,
        node: &Node<'_>,
    ) -> Vec<Spanned<T>> {
        match &node.data {
            Data::List(items) => {
                items.iter().filter_map(|item| self.spanned(item)).collect()
            }
            Data::Map(_) => {
                self.expected("a list", node);
                Vec::new()
            }
            _ => self.spanned(node).into_iter().collect(),
        }
    }

    pub(super) fn switch(&mut self, node: &Node<'_>) -> bool {
        match &node.data {
            Data::Text(text) if text == "true" => true,
            Data::Text(text) if text == "false" => false,
            _ => {
                self.expected("`true` or `false`", node);
                false
            }
        }
    }

    pub(super) fn number(&mut self, node: &Node<'_>) -> Option<u32> {
        let number = self.text::<Box<str>>(node)?.parse().ok();
        if number.is_none() {
            self.expected("a whole number", node);
        }
        number
    }

    pub(super) fn language(&mut self, node: &Node<'_>) -> Option<Language> {
        let text: Box<str> = self.text(node)?;
        let language = Language::parse(&text);
        if language.is_none() {
            let message = format!("`{text}` is not a language tag");
            let help = "write a BCP 47 tag such as `en`, `ja` or `zh-Hant`".to_owned();
            self.report(Code::InvalidLanguage, node.span, message, help);
        }
        language
    }

    pub(super) fn web_address(&mut self, node: &Node<'_>) -> Option<Box<str>> {
        let text: Box<str> = self.text(node)?;
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        if is_web && !text.contains(char::is_whitespace) {
            return Some(text);
        }
        let message = format!("`{text}` is not a web address");
        let help = "write it whole, beginning with `https://`".to_owned();
        self.report(Code::InvalidValue, node.span, message, help);
        None
    }

    pub(super) fn date(&mut self, node: &Node<'_>) -> Option<Edtf> {
        let text: Box<str> = self.text(node)?;
        let error = match Edtf::parse(&text) {
            Ok(date) => return Some(date),
            Err(error) => error,
        };
        // Inside quotation marks the date begins one byte later.
        let left = node.span.range().len().saturating_sub(text.len()) / 2;
        let start = node.span.start as usize + left;
        let is_as_written = left <= 1;
        let span = if is_as_written {
            Span::new(start + error.start, start + error.end)
        } else {
            node.span
        };
        let mut finding =
            Diagnostic::new(Code::InvalidDate, &self.path, span, error.message);
        finding.help = error.help;
        finding.fix = error.suggestion.filter(|new| is_plain(new)).map(|new| Fix {
            span: node.span,
            old: text.to_string(),
            new,
        });
        self.found.push(finding);
        None
    }

    /// Persons; `role` is what a list without roles says of each.
    pub(super) fn people(&mut self, node: &Node<'_>, role: Option<&str>) -> Vec<Person> {
        match &node.data {
            Data::List(items) => {
                items.iter().filter_map(|item| self.person(item, role)).collect()
            }
            _ => self.person(node, role).into_iter().collect(),
        }
    }

    fn person(&mut self, node: &Node<'_>, role: Option<&str>) -> Option<Person> {
        let role = role.map(Arc::from);
        let Data::Map(entries) = &node.data else {
            return Some(Person { name: Name::written(self.text(node)?), role });
        };
        let mut parts = PersonParts { role, ..PersonParts::default() };
        for entry in entries {
            self.person_part(&mut parts, entry);
        }
        let name = match (parts.family, parts.given, parts.name) {
            (Some(family), given, _) => Name::Parts { family, given },
            (None, _, Some(name)) => Name::written(name),
            (None, Some(given), None) => Name::Literal(given),
            (None, None, None) => {
                self.report(
                    Code::InvalidValue,
                    node.span,
                    "the person has no name".to_owned(),
                    "write `{family: Kamikawa, given: Yoko, role: speaker}`".to_owned(),
                );
                return None;
            }
        };
        Some(Person { name, role: parts.role })
    }

    fn person_part(&mut self, parts: &mut PersonParts, entry: &Entry<'_>) {
        match &*entry.key {
            "family" => parts.family = self.text(&entry.value),
            "given" => parts.given = self.text(&entry.value),
            "name" => parts.name = self.text(&entry.value),
            "role" => parts.role = self.text(&entry.value),
            key => {
                self.unknown_part(
                    "people",
                    key,
                    entry.key_span,
                    "family, given, name, role",
                );
            }
        }
    }

    pub(super) fn attachments(&mut self, node: &Node<'_>) -> Vec<Attachment> {
        match &node.data {
            Data::List(items) => {
                items.iter().filter_map(|item| self.attachment(item)).collect()
            }
            _ => self.attachment(node).into_iter().collect(),
        }
    }

    fn attachment(&mut self, node: &Node<'_>) -> Option<Attachment> {
        let Data::Map(entries) = &node.data else {
            let file = self.spanned(node)?;
            return Some(Attachment { file, title: None, language: None });
        };
        let mut file = None;
        let mut title = None;
        let mut language = None;
        for entry in entries {
            match &*entry.key {
                "file" => file = self.spanned(&entry.value),
                "title" => title = self.text(&entry.value),
                "lang" => language = self.language(&entry.value),
                key => {
                    self.unknown_part(
                        "attachments",
                        key,
                        entry.key_span,
                        "file, title, lang",
                    );
                }
            }
        }
        if file.is_none() {
            self.expected("`file`, the name of a file", node);
        }
        Some(Attachment { file: file?, title, language })
    }
}

/// Whether YAML reads a date as text however it is quoted.
fn is_plain(date: &str) -> bool {
    date.starts_with(|c: char| c.is_ascii_digit())
}

#[derive(Default)]
struct PersonParts {
    family: Option<Arc<str>>,
    given: Option<Arc<str>>,
    name: Option<Arc<str>>,
    role: Option<Arc<str>>,
}

/// A text without line breaks and tabs, and with one space between words.
pub(super) fn on_one_line(text: &str) -> String {
    let is_parting = |c: char| {
        c.is_ascii_whitespace() || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    text.split(is_parting).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn titles_stand_on_one_line() {
        let check = |text: &str, expected: &str| assert_eq!(on_one_line(text), expected);
        check("On Peace\n  and\tWar", "On Peace and War");
        check("On\u{2028}Peace ", "On Peace");
        check("日米　共同声明\n第二", "日米　共同声明 第二");
        check("No\u{a0}7", "No\u{a0}7");
    }
}
