//! Filling the patterns of a vocabulary.

/// The pattern with each `{x}` replaced by the value of `x`.
pub(super) fn fill(pattern: &str, values: &[(char, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 24);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        let value = values.iter().find(|(key, _)| name.starts_with(*key));
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    filled.push_str(rest);
    filled
}
