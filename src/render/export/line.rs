//! Texts as they fit on one line.

/// The text with white space folded and control characters left out.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let length = folded.len();
        if length > 0 {
            folded.push(' ');
        }
        let before = folded.len();
        if word.contains(char::is_control) {
            folded.extend(word.chars().filter(|c| !c.is_control()));
        } else {
            folded.push_str(word);
        }
        if folded.len() == before {
            folded.truncate(length);
        }
    }
    folded
}

/// The folded texts that are not empty, in order.
pub(super) fn told<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let folded = texts.into_iter().map(folded);
    folded.filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_on_a_line() {
        let check = |text, expected| assert_eq!(folded(text), expected);
        check("  a\r\nb\u{2028}c\t d ", "a b c d");
        check("a \u{0} b\u{7}", "a b");
        check("\u{0}", "");
        assert_eq!(told(["a", " \n", "b"]), ["a", "b"]);
    }
}
