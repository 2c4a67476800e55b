//! Stylesheets as they are sent: without comments and without white space that means
//! nothing. What they say stays as it was written.

/// A stylesheet without what browsers pass over.
pub fn lean(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => {
                push_space(&mut out);
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            '"' | '\'' => end_of_string(rest, next),
            'u' if rest.starts_with("url(") => rest.find(')').map(|at| at + 1),
            c if c.is_ascii_whitespace() => {
                push_space(&mut out);
                rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
                continue;
            }
            '{' | '}' | ';' | ',' => {
                close(&mut out, next);
                Some(1)
            }
            c => Some(c.len_utf8()),
        };
        let (part, after) =
            length.and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
        out.push_str(part);
        rest = after;
    }
    out.truncate(out.trim_end().len());
    out
}

/// White space after these says nothing.
const AFTER: &[char] = &[' ', '{', '}', ';', ',', ':'];

fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(AFTER) {
        out.push(' ');
    }
}

/// Takes back the space before a mark, and the semicolon before a closing brace.
fn close(out: &mut String, mark: char) {
    if out.ends_with(' ') {
        out.pop();
    }
    if mark == '}' && out.ends_with(';') {
        out.pop();
    }
}

/// One past the closing quotation mark that no backslash stands before.
fn end_of_string(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, c)| {
        let is_end = c == quote && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn only_what_means_nothing_is_left_out() {
        let check = |css, expected| assert_eq!(lean(css), expected, "{css}");
        check(
            "/* a */\na > b ,\n c { x : y ; z: calc(1px + 2px); }\n",
            "a > b,c{x :y;z:calc(1px + 2px)}",
        );
        check("a :hover{}", "a :hover{}");
        check(
            "a::before { content: \" /* \\\" ; \"; }",
            "a::before{content:\" /* \\\" ; \"}",
        );
        check("a { b: url(data:x;  y) }", "a{b:url(data:x;  y)}");
        check(
            "@media (min-width: 4rem) { a { b: c } }",
            "@media (min-width:4rem){a{b:c}}",
        );
        check("a/**/b", "a b");
        check("日 { }", "日{}");
        check("a { b: \"open", "a{b:\"open");
        check("/* open", "");
    }
}
