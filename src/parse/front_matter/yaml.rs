//! What the hand-written forms leave over: the only place that names the YAML library.

use std::borrow::Cow;

use serde_yaml::Value;

use super::node::{Data, Entry, Node};
use crate::text::Span;

/// YAML that is not YAML.
pub(super) struct Mistake {
    /// What is wrong, in the library's words.
    pub(super) message: String,
    /// Where, in bytes from the start of the text that was read.
    pub(super) at: usize,
}

/// The keys and values of a mapping; every value has the span `span`.
pub(super) fn mapping(text: &str, span: Span) -> Result<Vec<Entry<'static>>, Mistake> {
    let value: Value = serde_yaml::from_str(text).map_err(|error| mistake(&error))?;
    match node(value, span).data {
        Data::Map(entries) => Ok(entries),
        Data::Null => Ok(Vec::new()),
        other => Err(Mistake {
            message: format!("expected keys and values, found {}", other.noun()),
            at: 0,
        }),
    }
}

fn mistake(error: &serde_yaml::Error) -> Mistake {
    let at = error.location().map_or(0, |location| location.index());
    let message = error.to_string();
    let end = message.find(" at line ").unwrap_or(message.len());
    Mistake { message: message.get(..end).unwrap_or("").replace('\n', " "), at }
}

fn node(value: Value, span: Span) -> Node<'static> {
    let data = match value {
        Value::Null => Data::Null,
        Value::Bool(value) => Data::Text(Cow::Owned(value.to_string())),
        Value::Number(number) => Data::Text(Cow::Owned(number.to_string())),
        Value::String(text) => Data::Text(Cow::Owned(text)),
        Value::Sequence(items) => {
            Data::List(items.into_iter().map(|item| node(item, span)).collect())
        }
        Value::Mapping(pairs) => {
            Data::Map(pairs.into_iter().map(|(k, v)| entry(k, v, span)).collect())
        }
        Value::Tagged(tagged) => return node(tagged.value, span),
    };
    Node { span, data }
}

fn entry(key: Value, value: Value, span: Span) -> Entry<'static> {
    let key = match node(key, span).data {
        Data::Text(text) => text,
        other => Cow::Borrowed(other.noun()),
    };
    Entry { key, key_span: span, value: node(value, span) }
}
