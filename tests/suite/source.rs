//! A Rust file as far as the tests of layers read it: the paths that its code names.

/// A file of `src`, without comments and the insides of strings.
pub(crate) struct Source {
    /// Below `src`.
    pub(crate) path: String,
    text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: code_alone(text) }
    }

    /// The top-level module that the file is part of.
    pub(crate) fn module(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap()
    }

    pub(crate) fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path == *place || self.in_folder(place))
    }

    fn in_folder(&self, place: &str) -> bool {
        place.ends_with('/') && self.path.starts_with(place)
    }

    /// How many modules the file's own module is below the crate.
    fn depth(&self) -> usize {
        self.path.trim_end_matches("/mod.rs").trim_end_matches(".rs").split('/').count()
    }

    /// Top-level modules of this crate, sorted.
    pub(crate) fn modules_named(&self) -> Vec<String> {
        let mut named: Vec<String> =
            self.paths().iter().filter_map(|path| self.top_level(path)).collect();
        named.sort();
        named.dedup();
        named
    }

    fn top_level(&self, path: &[String]) -> Option<String> {
        let name = match path.first()?.as_str() {
            "crate" => path.get(1)?,
            "chancery" if self.path == "main.rs" => path.get(1)?,
            "super" => {
                let above = path.iter().take_while(|segment| *segment == "super").count();
                path.get(above).filter(|_| above >= self.depth())?
            }
            _ => return None,
        };
        (name != "*").then(|| name.clone())
    }

    /// Every path of two segments or more, trees of `use` told one by one, as if modules
    /// within the file were not.
    pub(crate) fn paths(&self) -> Vec<Vec<String>> {
        let tokens = tokens(&self.text);
        let mut paths = Vec::new();
        // Open braces, and how many of them were open when each module within began.
        let (mut braces, mut within) = (0, Vec::new());
        let mut at = 0;
        while at < tokens.len() {
            let next = tokens.get(at + 1).map_or("", String::as_str);
            if is_name(&tokens[at]) && next == "::" {
                let first = paths.len();
                at = tree(&tokens, at, &[], &mut paths);
                let found = paths.split_off(first).into_iter();
                paths.extend(found.map(|path| outside(path, within.len())));
                continue;
            }
            match tokens[at].as_str() {
                "mod" if tokens.get(at + 2).is_some_and(|t| t == "{") => {
                    within.push(braces);
                }
                "{" => braces += 1,
                "}" => {
                    braces -= 1;
                    within.pop_if(|begun| *begun == braces);
                }
                _ => {}
            }
            at += 1;
        }
        paths
    }
}

/// A path as it would be written outside so many modules of its file.
fn outside(mut path: Vec<String>, modules: usize) -> Vec<String> {
    let above = path.iter().take_while(|segment| *segment == "super").count();
    path.drain(..above.min(modules));
    path
}

/// Reads the path or tree at `at` below `stem`; gives the place after it.
fn tree(
    tokens: &[String],
    mut at: usize,
    stem: &[String],
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = stem.to_vec();
    while let Some(token) = tokens.get(at) {
        at += 1;
        if token == "{" {
            while tokens.get(at).is_some_and(|token| token != "}") {
                let next = tree(tokens, at, &path, paths);
                at = if next == at { at + 1 } else { next };
            }
            return at + 1;
        }
        if !is_name(token) && token != "*" {
            at -= 1;
            break;
        }
        path.push(token.clone());
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        at += 1;
    }
    if path.len() > stem.len() {
        paths.push(path);
    }
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::`, and single signs.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let length = match first {
            _ if is_part(first) => rest.find(|c| !is_part(c)).unwrap_or(rest.len()),
            ':' if rest.starts_with("::") => 2,
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = after.trim_start();
    }
    tokens
}

/// Code without comments and without what stands in quotation marks.
fn code_alone(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |at| at + 2)
        } else if c == '"' {
            string_length(rest)
        } else if c == '\'' {
            character_length(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

/// A character in quotation marks; nothing for a lifetime.
fn character_length(text: &str) -> usize {
    let mut inner = text.char_indices().skip(1);
    match inner.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(text.len(), |at| at + 4),
        Some(_) => match inner.next() {
            Some((at, '\'')) => at + 1,
            _ => 0,
        },
        None => 0,
    }
}

#[test]
fn paths_are_found_in_code() {
    let check = |path: &str, code: &str, expected: &[&str]| {
        let source = Source::new(path, code);
        assert_eq!(source.modules_named(), expected, "{code}");
    };
    check("a.rs", "use crate::text::{Span, TextFile};", &["text"]);
    check("a.rs", "use crate::{date::Edtf, fs, text::{A, B}};", &["date", "fs", "text"]);
    check("a/b.rs", "use super::super::route::Route;", &["route"]);
    check("a/b.rs", "use super::fs;", &[]);
    check("a/mod.rs", "use super::fs;", &["fs"]);
    check("a.rs", "use super::{fs, text::A};", &["fs", "text"]);
    check("a.rs", "mod tests { use super::*; use super::text; }", &[]);
    check(
        "a.rs",
        "mod x { mod y {} use super::super::text::A; } use super::fs;",
        &["fs", "text"],
    );
    check("a.rs", "// crate::cli\n/* crate::cli */ let x = \"crate::cli\";", &[]);
    check("a.rs", "let c = '\"'; crate::fs::read(\"\\\"\")", &["fs"]);
    check(
        "a.rs",
        "pub(in crate::a) fn x<'a>(y: &'a str) { crate::route::x() }",
        &["a", "route"],
    );
}
