//! The attributes of raw HTML that can do no harm.

/// An attribute that may stay: its name, and its value with character references.
pub(in crate::markdown) type Attribute = (&'static str, String);

/// Attributes that may stand on any element, then those of some.
const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("class", &[]),
    ("dir", &[]),
    ("id", &[]),
    ("lang", &[]),
    ("title", &[]),
    ("alt", &["img"]),
    ("cite", &["blockquote", "del", "ins", "q"]),
    ("colspan", &["td", "th"]),
    ("datetime", &["del", "ins", "time"]),
    ("height", &["img"]),
    ("href", &["a"]),
    ("name", &["a"]),
    ("open", &["details"]),
    ("reversed", &["ol"]),
    ("rowspan", &["td", "th"]),
    ("scope", &["th"]),
    ("span", &["col", "colgroup"]),
    ("src", &["img"]),
    ("start", &["ol"]),
    ("value", &["li"]),
    ("width", &["img"]),
];

/// The attributes of `element` that may stay, each once. `name` becomes `id`.
pub(in crate::markdown) fn attributes(element: &str, written: &str) -> Vec<Attribute> {
    let mut kept: Vec<Attribute> = Vec::new();
    for (name, value) in pairs(written) {
        let Some(name) = allowed(element, name) else { continue };
        let is_known = kept.iter().any(|(known, _)| *known == name);
        if !is_known && is_valid(name, value) {
            kept.push((name, value.to_string()));
        }
    }
    kept
}

/// The value of an attribute, as written, on any element.
pub(in crate::markdown) fn value_of<'t>(written: &'t str, name: &str) -> Option<&'t str> {
    pairs(written).find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

/// A value with the character references that can hide what it means replaced.
///
/// Others stay as they are: an `&` before letters never begins a scheme.
pub(in crate::markdown) fn decoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let reference = after.bytes().take(12).position(|byte| byte == b';');
        let name = reference.and_then(|end| after.get(..end));
        if let Some((name, c)) = name.and_then(|name| Some((name, character(name)?))) {
            out.push(c);
            rest = after.get(name.len() + 1..).unwrap_or("");
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => digits.parse().ok(),
        },
        None => None,
    };
    if let Some(number) = number {
        return char::from_u32(number);
    }
    let names = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
    names.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

fn allowed(element: &str, name: &str) -> Option<&'static str> {
    let (name, elements) =
        ATTRIBUTES.iter().find(|(allowed, _)| name.eq_ignore_ascii_case(allowed))?;
    let may_stand = elements.is_empty() || elements.contains(&element);
    may_stand.then_some(if *name == "name" { "id" } else { name })
}

fn is_valid(name: &str, value: &str) -> bool {
    match name {
        "dir" => ["ltr", "rtl", "auto"].contains(&value),
        "lang" => crate::language::Language::parse(value).is_some(),
        "scope" => ["row", "col", "rowgroup", "colgroup"].contains(&value),
        "colspan" | "rowspan" | "span" => is_number(value, 3) && value != "0",
        "height" | "width" => is_number(value, 5),
        "start" | "value" => is_number(value.strip_prefix('-').unwrap_or(value), 9),
        _ => true,
    }
}

fn is_number(value: &str, digits: usize) -> bool {
    (1..=digits).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_digit())
}

/// The names and values of a tag, as written.
fn pairs(written: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_gap = |c: char| c.is_ascii_whitespace() || c == '/';
    let mut rest = written;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_gap);
        // An equals sign at the very front belongs to the name (HTML standard, 13.2.5.32).
        let end = rest.char_indices().skip(1).find(|&(_, c)| is_gap(c) || c == '=');
        let (name, after) =
            rest.split_at_checked(end.map_or(rest.len(), |(end, _)| end))?;
        rest = after;
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            return (!name.is_empty()).then_some((name, ""));
        };
        let (value, after) = value_at(value.trim_ascii_start());
        rest = after;
        Some((name, value))
    })
}

fn value_at(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded() {
        let check = |value, expected| assert_eq!(decoded(value), expected);
        check("a&amp;b&#x41;&#66;", "a&bAB");
        check("&eacute; & &; &#xFFFFFFFF; &", "&eacute; & &; &#xFFFFFFFF; &");
        check("日&amp日本日本日本", "日&amp日本日本日本");
    }

    #[test]
    fn only_harmless_attributes_stay() {
        let check = |element, written, expected: &[(&str, &str)]| {
            let kept = attributes(element, written);
            let kept: Vec<_> = kept.iter().map(|(n, v)| (*n, v.as_str())).collect();
            assert_eq!(kept, expected, "{written}");
        };
        check(
            "a",
            " HREF = \"x y\" onclick='a' title=t",
            &[("href", "x y"), ("title", "t")],
        );
        check("a", " name=x id=y", &[("id", "x")]);
        check("b", " href=x style=\"color:red\"/", &[]);
        check("td", " colspan=2 rowspan=x", &[("colspan", "2")]);
        check("details", " open", &[("open", "")]);
        check("p", " dir=sideways lang='zh-Hant'", &[("lang", "zh-Hant")]);
        check("a", " =x href", &[("href", "")]);
        check("a", "/href=x", &[("href", "x")]);
    }
}
