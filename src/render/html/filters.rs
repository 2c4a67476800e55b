//! What templates can do to values beyond what the engine brings.

use std::collections::BTreeMap;

use tera::{Kwargs, State, Tera, TeraResult, Value};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("counted", counted);
    tera.register_filter("fill", fill);
}

/// `{{ 3 | counted(texts=t.documents) }}`: the number with its noun.
///
/// `texts` holds `one` and `other`; `{}` in them stands for the number, its thousands
/// parted by `group` (a comma unless the texts say otherwise).
#[expect(clippy::needless_pass_by_value, reason = "the engine hands them over")]
fn counted(count: i64, kwargs: Kwargs, _: &State) -> TeraResult<String> {
    let texts: BTreeMap<String, String> = kwargs.deserialize::<Counted>()?.texts;
    let form = if count == 1 { "one" } else { "other" };
    let text = texts.get(form).or_else(|| texts.get("other"));
    let group = texts.get("group").map_or(",", String::as_str);
    Ok(text.map_or("{}", String::as_str).replace("{}", &grouped(count, group)))
}

#[derive(serde::Deserialize)]
struct Counted {
    texts: BTreeMap<String, String>,
}

/// `{{ t.page_of | fill(number=2, count=5) }}`: puts values for `{number}` and `{count}`.
#[expect(clippy::needless_pass_by_value, reason = "the engine hands them over")]
fn fill(text: &str, kwargs: Kwargs, _: &State) -> String {
    let mut filled = text.to_owned();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str() else { continue };
        filled = filled.replace(&format!("{{{name}}}"), &shown(value));
    }
    filled
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `12345` as `12,345`.
fn grouped(number: i64, group: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted() {
        let check = |number, expected| assert_eq!(grouped(number, ","), expected);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(-1_234_567, "-1,234,567");
    }
}
