//! The tags and texts of a page: the only place that names the HTML library.

use std::cell::RefCell;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    self, TagKind, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A tag that opens an element, with its attributes.
    Open(String, Vec<(String, String)>),
    /// A tag that closes an element.
    Close(String),
    /// Text, its entities resolved.
    Text(String),
}

/// The pieces of a page, each with the line that it begins in, from 1.
pub(super) fn tokens(html: &str) -> Vec<(Token, usize)> {
    let sink = Sink { tokens: RefCell::default() };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.tokens.into_inner()
}

struct Sink {
    tokens: RefCell<Vec<(Token, usize)>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: tokenizer::Token, line: u64) -> TokenSinkResult<()> {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            tokenizer::Token::TagToken(tag) => {
                let name = tag.name.to_string();
                let content = content(&name);
                let piece = match tag.kind {
                    TagKind::EndTag => Token::Close(name),
                    TagKind::StartTag => Token::Open(name, attributes(tag.attrs)),
                };
                let opens = matches!(piece, Token::Open(..));
                self.tokens.borrow_mut().push((piece, line));
                match content {
                    Some(kind) if opens => TokenSinkResult::RawData(kind),
                    _ => TokenSinkResult::Continue,
                }
            }
            tokenizer::Token::CharacterTokens(text) => {
                self.text(&text, line);
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Sink {
    fn text(&self, text: &str, line: usize) {
        let mut tokens = self.tokens.borrow_mut();
        if let Some((Token::Text(before), _)) = tokens.last_mut() {
            before.push_str(text);
            return;
        }
        // The tokenizer counts the lines of a text before it hands it over.
        let breaks = text.bytes().filter(|&b| b == b'\n').count();
        tokens.push((Token::Text(text.to_owned()), line.saturating_sub(breaks).max(1)));
    }
}

/// Elements whose content is text, whatever it looks like.
fn content(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "noembed" | "noframes" | "xmp" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn attributes(attributes: Vec<html5ever::Attribute>) -> Vec<(String, String)> {
    let each = attributes.into_iter();
    each.map(|a| (a.name.local.to_string(), a.value.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn tokens_know_their_line() {
        let found = tokens("<p\nid=x>a &amp; b\nc</p>\n<script>x<y</script><b>d");
        let text = |text: &str| Token::Text(text.to_owned());
        let open = |name: &str| Token::Open(name.to_owned(), Vec::new());
        let close = |name: &str| Token::Close(name.to_owned());
        let id = vec![("id".to_owned(), "x".to_owned())];
        assert_eq!(
            found,
            [
                (Token::Open("p".to_owned(), id), 2),
                (text("a & b\nc"), 2),
                (close("p"), 3),
                (text("\n"), 3),
                (open("script"), 4),
                (text("x<y"), 4),
                (close("script"), 4),
                (open("b"), 4),
                (text("d"), 4),
            ]
        );
    }
}
