//! The numbers, words and marks of a date in words.

/// One piece of the text; spaces only part pieces.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Token<'a> {
    /// ASCII digits.
    Number(&'a str),
    /// Letters.
    Word(&'a str),
    /// Any other character.
    Mark(char),
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut rest = text;
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let is_digit = |c: char| c.is_ascii_digit();
        let is_letter = |c: char| c.is_alphabetic() || c == '\u{301}';
        let length = if is_digit(first) {
            length_while(rest, is_digit)
        } else if is_letter(first) {
            length_while(rest, is_letter)
        } else {
            first.len_utf8()
        };
        let Some((piece, after)) = rest.split_at_checked(length) else { break };
        rest = after;
        match first {
            ' ' => {}
            _ if is_digit(first) => tokens.push(Token::Number(piece)),
            _ if is_letter(first) => tokens.push(Token::Word(piece)),
            _ => tokens.push(Token::Mark(first)),
        }
    }
    tokens
}

fn length_while(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}
