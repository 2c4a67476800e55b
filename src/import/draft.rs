//! A draft: an imported document before it is one.

use std::borrow::Cow;

use super::markdown::{Block, Counts, counts, written};
use crate::language::Language;
use crate::text::Span;

/// What was understood of a foreign text.
#[derive(Debug, Default)]
pub struct Draft {
    /// The values of its front matter, in the order in which they were found.
    pub fields: Vec<Field>,
    /// Fields that the text has and leaves empty.
    pub empty: Vec<Empty>,
    /// What of the file is not in the draft.
    pub left_out: Vec<LeftOut>,
    /// The language, where it is known.
    pub language: Option<Language>,
    /// Where the text itself begins.
    pub start: Span,
    /// What its file may be called: a path without language and extension.
    pub(super) name: Option<String>,
    /// What it shares with its version in another language.
    pub(super) pair: Option<String>,
    pub(super) body: Vec<Block>,
}

/// A value, how sure it is, and where the text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key of the front matter.
    pub key: &'static str,
    /// The value.
    pub value: Value,
    /// How sure it is.
    pub confidence: Confidence,
    /// The bytes of the file that say it.
    pub span: Span,
    /// What it follows from, where the text does not say it in so many words.
    pub why: Option<String>,
}

/// How sure a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The text says it in a field of its own.
    Stated,
    /// It follows from what the text says.
    Derived,
    /// It probably follows; somebody should look.
    Guessed,
}

impl Confidence {
    /// The word that reports use.
    pub fn word(self) -> &'static str {
        match self {
            Confidence::Stated => "stated",
            Confidence::Derived => "derived",
            Confidence::Guessed => "guessed",
        }
    }
}

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A scalar.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values.
    Map(Vec<(Cow<'static, str>, Value)>),
}

/// A field that the text has and leaves empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Empty {
    /// The key of the front matter.
    pub key: &'static str,
    /// Where it stands.
    pub span: Span,
}

/// A part of the file that is not in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is: `navigation`, or the line itself.
    pub what: String,
    /// Where it stands.
    pub span: Span,
}

impl Draft {
    /// Adds a value that the text states.
    pub(super) fn state(&mut self, key: &'static str, value: impl Into<Value>, at: Span) {
        self.fields.push(Field::new(key, value.into(), Confidence::Stated, at));
    }

    /// Adds a value that follows from the text, with what it follows from.
    pub(super) fn derive(&mut self, field: Field, why: impl Into<String>) {
        self.fields.push(Field { why: Some(why.into()), ..field });
    }

    /// Adds a remark to the notes, beside those that are there.
    pub(super) fn remark(&mut self, text: impl Into<String>, at: Span) {
        self.state("notes", text.into(), at);
    }

    /// Sets the language, with a field that says why.
    pub(super) fn speaks(
        &mut self,
        tag: &str,
        confidence: Confidence,
        at: Span,
        why: &str,
    ) {
        let Some(language) = Language::parse(tag) else { return };
        let value = language.as_str().into();
        self.derive(Field::new("lang", value, confidence, at), why);
        self.language = Some(language);
    }

    /// Notes that something of the file is left out.
    pub(super) fn leave_out(&mut self, what: impl Into<String>, at: Span) {
        self.left_out.push(LeftOut { what: what.into(), span: at });
    }

    /// The first value of a key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The text of the first value of a key, where it is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        match &self.field(key)?.value {
            Value::Text(text) => Some(text),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The text as Markdown.
    pub fn markdown(&self) -> String {
        written(&self.body)
    }

    /// What the text is made of.
    pub fn counts(&self) -> Counts {
        counts(&self.body)
    }
}

impl Field {
    pub(super) fn new(
        key: &'static str,
        value: Value,
        confidence: Confidence,
        span: Span,
    ) -> Field {
        Field { key, value, confidence, span, why: None }
    }

    pub(super) fn derived(key: &'static str, value: impl Into<Value>, at: Span) -> Field {
        Field::new(key, value.into(), Confidence::Derived, at)
    }

    pub(super) fn guessed(key: &'static str, value: impl Into<Value>, at: Span) -> Field {
        Field::new(key, value.into(), Confidence::Guessed, at)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl Value {
    /// Keys and values; those without a value are left out.
    pub(super) fn map<const N: usize>(pairs: [(&'static str, Option<&str>); N]) -> Value {
        let pairs = pairs
            .into_iter()
            .filter_map(|(key, text)| Some((Cow::Borrowed(key), Value::from(text?))));
        Value::Map(pairs.collect())
    }

    /// A list of texts.
    pub(super) fn list<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Value {
        Value::List(texts.into_iter().map(|text| Value::Text(text.into())).collect())
    }
}
