//! Characters that Markdown would take for its own.

use crate::text::floor_boundary;

/// A line of text as Markdown that shows it as it is.
pub(in crate::import) fn plain(text: &str) -> String {
    let mut inline = super::Inline::default();
    inline.text(text);
    inline.finish()
}

/// Writes one character of text; `before` and `after` are its neighbours.
pub(super) fn push(out: &mut String, before: Option<char>, c: char, after: &str) {
    let next = after.chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_special = match c {
        '\\' => next.is_none_or(|c| c.is_ascii_punctuation() || c == '\n'),
        '`' | '*' | '<' | '~' | '|' => true,
        '_' => !is_word(before) || !is_word(next),
        '&' => is_entity(after),
        '[' => opens_a_link(after),
        '!' => next == Some('['),
        _ => false,
    };
    if is_special {
        out.push('\\');
    }
    out.push(c);
}

/// `&amp;`, `&#8212;`.
fn is_entity(after: &str) -> bool {
    let end = after.bytes().take(32).position(|b| b == b';');
    let name = end.and_then(|end| after.get(..end)).unwrap_or_default();
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Whether a bracket begins a footnote's mark, a link, or a link's definition.
fn opens_a_link(after: &str) -> bool {
    if after.starts_with('^') {
        return true;
    }
    // Links have no room for more: the time stays linear.
    let near = after.get(..floor_boundary(after, 1000)).unwrap_or_default();
    near.find(']')
        .and_then(|end| near.get(end + 1..))
        .is_some_and(|rest| rest.starts_with(['(', '[', ':']))
}

/// Guards the beginning of a line, where marks of blocks would be.
pub(super) fn guarded(line: &str) -> String {
    let bytes = line.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let is_space = |at: usize| matches!(bytes.get(at), None | Some(b' '));
    if (1..=9).contains(&digits)
        && matches!(bytes.get(digits), Some(b'.' | b')'))
        && is_space(digits + 1)
    {
        let (number, rest) = line.split_at(digits);
        return format!("{number}\\{rest}");
    }
    let hashes = bytes.iter().take_while(|&&b| b == b'#').count();
    let is_mark = match bytes.first() {
        Some(b'#') => hashes <= 6 && is_space(hashes),
        Some(b'>') => true,
        Some(b'-' | b'+') => is_space(1) || is_rule(line),
        Some(b'=') => is_rule(line),
        Some(b':') => is_space(1),
        _ => false,
    };
    if is_mark { format!("\\{line}") } else { line.to_owned() }
}

/// A line of one character, which would be a rule or make the line before it a heading.
fn is_rule(line: &str) -> bool {
    let first = line.chars().next();
    line.chars().all(|c| Some(c) == first || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn text_stays_text() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected);
        check("<1ページ目 欄外上>", "\\<1ページ目 欄外上>");
        check("大臣※{※は花押}", "大臣※{※は花押}");
        check("Settlement of [THE] Problem", "Settlement of [THE] Problem");
        check("see [a](b), [^1] and [c]: d", "see \\[a](b), \\[^1] and \\[c]: d");
        check("1. We, the ministers", "1\\. We, the ministers");
        check("1) We", "1\\) We");
        check("1.我々は", "1.我々は");
        check("１．我々は", "１．我々は");
        check("2018. A year", "2018\\. A year");
        check("- a", "\\- a");
        check("# a", "\\# a");
        check("#a", "#a");
        check("> a", "\\> a");
        check("---", "\\---");
        check("===", "\\===");
        check(": a", "\\: a");
        check("a_b _c_ d", "a_b \\_c\\_ d");
        check("visit_C/message.html", "visit_C/message.html");
        check("5 * 3 *a*", "5 \\* 3 \\*a\\*");
        check("AT&T &amp; &x", "AT&T \\&amp; &x");
        check("~a~ `b` a|b", "\\~a\\~ \\`b\\` a\\|b");
        check("C:\\new \\*", "C:\\new \\\\\\*");
        check("ends in \\", "ends in \\\\");
    }
}
