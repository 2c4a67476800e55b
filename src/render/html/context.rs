//! What a template sees.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tera::Value;

/// The variables of a template, by name.
#[derive(Default)]
pub(super) struct Context(BTreeMap<&'static str, Value>);

impl Context {
    pub(super) fn insert(&mut self, name: &'static str, value: Value) {
        self.0.insert(name, value);
    }

    /// The same for the template engine.
    pub(super) fn into_engine(self) -> tera::Context {
        let mut context = tera::Context::new();
        for (name, value) in self.0 {
            context.insert_value(name, value);
        }
        context
    }

    /// The same for people and tests.
    pub(super) fn into_json(self) -> serde_json::Value {
        let json = |value| serde_json::Value::deserialize(value).unwrap_or_default();
        self.0.into_iter().map(|(name, value)| (name, json(value))).collect()
    }
}

/// A view as templates see it.
pub(super) fn value(view: &(impl Serialize + ?Sized)) -> Value {
    Value::from_serializable(view)
}

/// Two views as one. Much cheaper than serde's flattening, which makes every name anew.
pub(super) fn joined(view: &impl Serialize, more: &impl Serialize) -> Value {
    let mut fields = value(view).into_map().unwrap_or_default();
    fields.extend(value(more).into_map().unwrap_or_default());
    Value::from(fields)
}

/// Adds a view to a context.
pub(super) fn insert(
    context: &mut Context,
    name: &'static str,
    view: &(impl Serialize + ?Sized),
) {
    context.insert(name, value(view));
}
