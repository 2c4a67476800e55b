//! A template cut into tags, and those into words and signs.

/// What stands between braces, in words and signs; a text keeps its first quotation mark.
pub(crate) enum Tag {
    Print(Vec<String>),
    Statement(Vec<String>),
}

impl Tag {
    pub(crate) fn words(&self) -> &[String] {
        match self {
            Tag::Print(words) | Tag::Statement(words) => words,
        }
    }
}

/// The tags of a template in order; comments are left out.
pub(crate) fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at + 1..];
        let end = match rest.chars().next() {
            Some('{') => "}}",
            Some('%') => "%}",
            Some('#') => "#}",
            _ => continue,
        };
        let length = rest.find(end).unwrap();
        let inside = rest[1..length].trim_matches('-');
        match end {
            "}}" => tags.push(Tag::Print(words(inside))),
            "%}" => tags.push(Tag::Statement(words(inside))),
            _ => {}
        }
        rest = &rest[length + 2..];
    }
    tags
}

fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            '"' | '\'' => 2 + rest[1..].find(first).unwrap(),
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ if ["==", "!=", "<=", ">=", "?."]
                .iter()
                .any(|sign| rest.starts_with(sign)) =>
            {
                2
            }
            _ => first.len_utf8(),
        };
        words.push(match &rest[..length] {
            "?." => ".".to_owned(),
            text if first == '"' || first == '\'' => {
                format!("\"{}", &text[1..length - 1])
            }
            word => word.to_owned(),
        });
        rest = rest[length..].trim_start();
    }
    words
}
